"""The forms for planning, moving and cancelling, and what was filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from bot.domain import spans
from bot.domain.calendar import DAY, local
from bot.domain.errors import FieldErrors
from bot.domain.personal_data import find_personal_data
from bot.domain.recurrence import Span
from bot.domain.screening import refusal
from bot.domain.swedish import sentence
from bot.domain.swedish_words import name
from bot.domain.words import Form, Reason
from bot.views import occurrence_text
from bot.views.activities import agreed, protection
from bot.views.blocks import (
    Block,
    View,
    actions,
    button,
    context,
    escape,
    field,
    modal,
    plain,
    radio,
    section,
    text_input,
)
from bot.views.occurrences import PROTECTED, people_line, told
from bot.views.series_forms import ChangeableSeries, scope_field
from storage.activities import Plannable
from storage.occurrences import Listed, Named, Staffed

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ChosenTime:
    """What was chosen; an empty place means none."""

    starts_at: datetime
    ends_at: datetime
    place: str


def plan(activity: Plannable, named: Sequence[Named]) -> View:
    blocks = [
        section(f"*{escape(activity.title)}*", escape(activity.agreement), *agreed(activity)),
        *_times(activity.form),
        _place(activity.place),
        context(people_line(named)),
        *([context(PROTECTED)] if activity.protected else []),
        actions(*_more(activity)),
    ]
    return modal("occurrence_plan", "Planera tillfälle", blocks, submit="Spara", private=str(activity.id))


def _more(activity: Plannable) -> list[Block]:
    people = button("Ändra ansvariga", "activity_people", activity.id)
    year = [button("Planera året", "year_plan_form", activity.id)] if activity.form is not Form.DELIVERABLE else []
    return [*year, people, protection(activity)]


def move(found: ChangeableSeries, actor_id: int, now: datetime) -> View:
    """Shows time and place: only for those who may change it."""
    occurrence = found.staffed.occurrence
    blocks = [
        _about(found.staffed, actor_id, now),
        *_times(occurrence.form, occurrence),
        _place(occurrence.place),
        *scope_field(found),
    ]
    return modal("occurrence_move", "Flytta tillfället", blocks, submit="Flytta", private=str(occurrence.id))


def cancel(found: ChangeableSeries, actor_id: int, now: datetime) -> View:
    """Shows time and place: only for those who may change it."""
    occurrence = found.staffed.occurrence
    reasons = [(reason, sentence(name(reason))) for reason in Reason]
    blocks = [
        _about(found.staffed, actor_id, now),
        field("reason", "Varför ställs det in?", radio(reasons)),
        field("detail", "Mer om det", text_input(longest=150), hint="Kort, inga personuppgifter.", optional=True),
        *scope_field(found),
    ]
    view = modal("occurrence_cancel", "Ställ in tillfället", blocks, submit="Ställ in", private=str(occurrence.id))
    return view | {"close": plain("Behåll det")}


def read_when(fields: Fields, now: datetime) -> ChosenTime:
    """Raises FieldErrors."""
    starts_at, ends_at = _read_span(fields, now)
    return ChosenTime(starts_at, ends_at, _read_place(fields))


def read_reason(fields: Fields) -> str:
    """Gives "väder", "personal: två är sjuka", or only the text where no listed reason fits. Raises FieldErrors."""
    reason, detail = Reason(fields["reason"]), read_text(fields, "detail").rstrip(".")
    if not detail:
        return name(reason)
    return detail if reason is Reason.OTHER else f"{name(reason)}: {detail}"


def read_text(fields: Fields, block: str) -> str:
    """Raises FieldErrors when it seems to be about a private person."""
    text = (fields.get(block) or "").strip()
    if why := refusal(text):
        raise FieldErrors({block: why})
    return text


def _read_span(fields: Fields, now: datetime) -> Span:
    """The fields are named as `bot.domain.spans` names what is wrong."""
    if "first" in fields:
        return spans.of_days(date.fromisoformat(fields["first"]), date.fromisoformat(fields["last"]), now)
    begins, ends = time.fromisoformat(fields["starts"]), time.fromisoformat(fields["ends"])
    return spans.of_clock(date.fromisoformat(fields["day"]), begins, ends, now)


def _read_place(fields: Fields) -> str:
    text = (fields.get("place") or "").strip()
    # A street with a number is a place here, and somebody's address elsewhere.
    return read_text(fields, "place") if find_personal_data(text, place=True) else text


def _times(form: Form, current: Listed | None = None) -> list[Block]:
    begins, ends = (local(current.starts_at), local(current.ends_at)) if current else (None, None)
    if form is Form.DATED:
        return [
            field("day", "Dag", _date(begins)),
            field("starts", "Börjar", _clock(begins)),
            field("ends", "Slutar", _clock(ends), hint="Efter midnatt går bra, till exempel 22.00–01.00."),
        ]
    return [
        field("first", "Första dagen", _date(begins)),
        field("last", "Klart senast" if form is Form.DELIVERABLE else "Sista dagen", _date(ends and ends - DAY)),
    ]


def _date(moment: datetime | None) -> Block:
    return {"type": "datepicker"} | ({"initial_date": moment.date().isoformat()} if moment else {})


def _clock(moment: datetime | None) -> Block:
    picker = {"type": "timepicker", "timezone": "Europe/Stockholm"}
    return picker | ({"initial_time": f"{moment:%H:%M}"} if moment else {})


def _about(staffed: Staffed, actor_id: int, now: datetime) -> Block:
    fact = f"*{escape(occurrence_text.fact(staffed.occurrence, now))}*"
    return section(*filter(None, [fact, told(staffed, actor_id)]))


def _place(place: str | None) -> Block:
    return field("place", "Plats", text_input(place or "", longest=100), optional=True)
