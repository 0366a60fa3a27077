"""What is next for me, what I have yet to report, and what I have reported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.swedish import joined, sentence
from bot.domain.words import Form, Part
from bot.views import calendar_feeds, occurrence_text
from bot.views.absences import Instead, Replaced, instead_of, replaced
from bot.views.blocks import Block, Message, actions, button, context, escape, message, section
from bot.views.occurrences import mentions
from bot.views.outcomes import echo
from storage.mine import MyReport
from storage.occurrences import Listed, Staffed

SHOWN = 5
LATEST = 10  # of my reports, at a time
HAPPENS = (Form.DATED, Form.WINDOW)
ELSEWHERE = "skyddad, tid och plats står bara i meddelandet"
KEEP_QUIET = "Skyddad: skriv inte tid och plats i någon kanal."


@dataclass(frozen=True, slots=True)
class Mine:
    """`to_report` is all of it, the oldest first. `instead`, by occurrence: for whom the person is on it, or who is."""

    person_id: int
    coming: Sequence[Staffed]
    to_report: Sequence[Listed]
    plans: bool
    instead: Mapping[int, Instead | Replaced] = field(default_factory=dict)


def show(mine: Mine, now: datetime) -> Message:
    rows = [block for one in mine.coming for block in coming_of(mine, one, now)]
    missing = mine.to_report[:SHOWN]
    if mine.to_report:
        rows.append(section(f"*{_missing_title(mine)}*"))
        rows += [block for one in missing for block in _to_report_row(one, now)]
    if more := len(mine.to_report) - len(missing):
        rows.append(context(f"{more} till finns på min startsida."))
    if not rows:
        rows.append(section(NOTHING))
    return message("\n".join(_said(mine, now)), [*rows, _doors(mine)])


NOTHING = "Inget är planerat för dig just nu, och inga rapporter saknas."


def reports(found: Sequence[MyReport], now: datetime) -> Message:
    if not found:
        return message(NO_REPORTS, [section(NO_REPORTS)])
    title = "Mina rapporter, den senaste först"
    rows = [report_row(one, now) for one in found]
    said = [title, *["\n".join(_report_lines(one, now, discreet=True)) for one in found]]
    return message("\n".join(said), [section(f"*{title}*"), *rows, context(FIND_MORE)])


NO_REPORTS = "Du har inte lämnat några rapporter än."
FIND_MORE = "På min startsida kan du söka efter aktivitet och månad."


def coming_of(mine: Mine, one: Staffed, now: datetime) -> list[Block]:
    return coming_row(one, mine.person_id, now, mine.instead.get(one.occurrence.id))


def coming_row(
    staffed: Staffed, person_id: int, now: datetime, instead: Instead | Replaced | None = None
) -> list[Block]:  # fmt: skip
    occurrence = staffed.occurrence
    part = _part(staffed, person_id, instead, now)
    quiet = [KEEP_QUIET] if occurrence.protected else []
    buttons = _coming_buttons(occurrence, now, is_named=staffed.has(person_id))
    return [section(f"*{escape(occurrence_text.fact(occurrence, now))}*", part, *quiet), actions(*buttons)]


def to_report_text(occurrence: Listed, now: datetime) -> str:
    return escape(sentence(occurrence_text.full(occurrence, now)))


def report_button(occurrence: Listed, now: datetime) -> Block:
    return button("Rapportera", "outcome_form", occurrence.id, about=occurrence_text.full(occurrence, now))


def report_row(one: MyReport, now: datetime) -> Block:
    change = button("Ändra", "outcome_change", one.outcome_id, about=one.number)
    return section(*[line for line in _report_lines(one, now) if line], accessory=change)


def _to_report_row(occurrence: Listed, now: datetime) -> list[Block]:
    buttons = [report_button(occurrence, now)]
    if occurrence.form in HAPPENS:
        about = occurrence_text.full(occurrence, now)
        buttons.append(button("Blev inte av", "outcome_not_done", occurrence.id, about=about))
    return [section(to_report_text(occurrence, now)), actions(*buttons)]


def _coming_buttons(occurrence: Listed, now: datetime, *, is_named: bool) -> list[Block]:
    """What is asked about once a quarter cannot be moved or called off; what has begun is reported, not called off.

    Who is there instead of somebody has nothing of their own to hand over.
    """
    begun, about = occurrence.starts_at <= now, occurrence_text.short(occurrence, now)
    buttons = [report_button(occurrence, now)] if begun else []
    if occurrence.form not in occurrence_text.QUESTION_LIKE:
        buttons.append(button("Flytta", "occurrence_move", occurrence.id, about=about))
    if is_named:
        buttons.append(button("Kan inte – lämna över", "handover_form", occurrence.id, about=about))
    if occurrence.form in HAPPENS and not begun:
        buttons.append(button("Ställ in", "occurrence_cancel", occurrence.id, about=about))
        buttons.append(calendar_feeds.one_button(occurrence.id, about))
    return buttons


def _doors(mine: Mine) -> Block:
    plan = [button("Planera", "occurrence_list")] if mine.plans else []
    return actions(button("Mina rapporter", "mine_reports"), *plan)


def _part(staffed: Staffed, person_id: int, instead: Instead | Replaced | None, now: datetime) -> str:
    match instead:
        case Instead():
            return instead_of(instead, staffed, person_id, now)
        case Replaced():
            return replaced(instead, staffed.occurrence, now)
        case None:
            return _my_part(staffed, person_id)


def _my_part(staffed: Staffed, person_id: int) -> str:
    """Gives "Du leder, @anna är med." or "Du är med, @bo leder."."""
    does = occurrence_text.leads(staffed.occurrence)
    with_me = [one for one in staffed.others(person_id) if one.part is not Part.SUBSTITUTE]
    leads = [one.user_id for one in with_me if one.part is Part.LEAD]
    if len(leads) == len(with_me) and leads:
        return f"Du är med, {joined(mentions(leads))} {does}."
    if leads:
        return f"Du är med, {joined(mentions(leads))} {does}, {len(with_me) - len(leads)} till är med."
    return f"Du {does}, {joined(mentions(one.user_id for one in with_me))} är med." if with_me else f"Du {does}."


def _said(mine: Mine, now: datetime) -> list[str]:
    """The notification: a lock screen shows it, so protected ones stand without time and place."""
    said = [_discreet(one.occurrence, occurrence_text.fact(one.occurrence, now)) for one in mine.coming]
    if mine.to_report:
        said.append(_missing_title(mine))
        said += [_discreet(one, occurrence_text.full(one, now)) for one in mine.to_report[:SHOWN]]
    return [sentence(line) for line in said] or [NOTHING]


def _discreet(occurrence: Listed, text: str) -> str:
    return escape(f"{occurrence_text.what(occurrence)}: {ELSEWHERE}" if occurrence.protected else text)


def _missing_title(mine: Mine) -> str:
    return f"Saknar rapport: {len(mine.to_report)}"


def _report_lines(one: MyReport, now: datetime, *, discreet: bool = False) -> list[str]:
    """Without the note: it stands in the report itself."""
    full = occurrence_text.full(one.occurrence, now)
    what = _discreet(one.occurrence, full) if discreet else escape(full)
    number = one.number if discreet else f"*{one.number}*"
    figures = echo(one.report.in_figures(), one.occurrence.kind, one.occurrence.form)
    return [f"{number} · {what}", figures or "Genomförd"]
