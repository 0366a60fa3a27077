"""The forms for planning, moving and cancelling, and what was filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from bot.domain.calendar import DAY, at, local, local_day, to_utc, wall_time
from bot.domain.errors import FieldErrors
from bot.domain.personal_data import find_personal_data
from bot.domain.screening import refusal
from bot.domain.swedish import sentence
from bot.domain.swedish_words import name
from bot.domain.words import Form, Reason
from bot.views import occurrence_text
from bot.views.blocks import Block, View, context, escape, field, modal, plain, radio, section, text_input
from bot.views.occurrences import people_line, told
from storage.activities import Plannable
from storage.occurrences import Listed, Named, Staffed

EVENING, MORNING = time(16), time(8)
PAST = "Tiden har redan varit. Välj en senare tid."
NO_SUCH_TIME = "Klockan ställs fram den natten, så den tiden finns inte. Välj en annan tid."

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class When:
    """What was chosen; an empty place means none."""

    starts_at: datetime
    ends_at: datetime
    place: str


def plan(activity: Plannable, named: Sequence[Named]) -> View:
    blocks = [
        section(f"*{escape(activity.title)}*", escape(activity.agreement)),
        *_times(activity.form),
        _place(activity.place),
        context(people_line(named)),
    ]
    return modal("occurrence_plan", "Planera tillfälle", blocks, submit="Spara", private=str(activity.id))


def move(staffed: Staffed, actor_id: int, now: datetime) -> View:
    """Shows time and place: only for those who may change it."""
    occurrence = staffed.occurrence
    blocks = [
        _about(staffed, actor_id, now),
        *_times(occurrence.form, occurrence),
        _place(occurrence.place),
    ]
    return modal("occurrence_move", "Flytta tillfället", blocks, submit="Flytta", private=str(occurrence.id))


def cancel(staffed: Staffed, actor_id: int, now: datetime) -> View:
    """Shows time and place: only for those who may change it."""
    occurrence = staffed.occurrence
    reasons = [(reason, sentence(name(reason))) for reason in Reason]
    blocks = [
        _about(staffed, actor_id, now),
        field("reason", "Varför ställs det in?", radio(reasons)),
        field("detail", "Mer om det", text_input(longest=150), hint="Kort, inga personuppgifter.", optional=True),
    ]
    view = modal("occurrence_cancel", "Ställ in tillfället", blocks, submit="Ställ in", private=str(occurrence.id))
    return view | {"close": plain("Behåll det")}


def read_when(fields: Fields, now: datetime) -> When:
    """Raises FieldErrors."""
    starts_at, ends_at = _read_days(fields, now) if "first" in fields else _read_clock(fields, now)
    return When(starts_at, ends_at, _read_place(fields))


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


def _read_clock(fields: Fields, now: datetime) -> tuple[datetime, datetime]:
    day = date.fromisoformat(fields["day"])
    begin, end = time.fromisoformat(fields["starts"]), time.fromisoformat(fields["ends"])
    overnight = end < begin and begin >= EVENING and end <= MORNING
    starts_at = _instant("starts", day, begin)
    ends_at = _instant("ends", day + DAY if overnight else day, end)
    if starts_at <= now:
        raise FieldErrors({"starts" if day == local_day(now) else "day": PAST})
    if ends_at <= starts_at:
        raise FieldErrors({"ends": "Slutet måste komma efter starten. Välj en senare tid."})
    return starts_at, ends_at


def _instant(block: str, day: date, clock: time) -> datetime:
    wall = datetime.combine(day, clock)
    moment = to_utc(wall)
    if wall_time(moment) != wall:
        raise FieldErrors({block: NO_SUCH_TIME})
    return moment


def _read_days(fields: Fields, now: datetime) -> tuple[datetime, datetime]:
    """Whole days: from the first midnight to the one after the last day."""
    first, last = date.fromisoformat(fields["first"]), date.fromisoformat(fields["last"])
    if last < first:
        raise FieldErrors({"last": "Sista dagen kan inte komma före den första. Välj en senare dag."})
    if last < local_day(now):
        raise FieldErrors({"last": "Tiden har redan varit. Välj en senare dag."})
    return at(first, time.min), at(last + DAY, time.min)
