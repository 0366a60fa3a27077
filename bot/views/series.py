"""What is told when several occurrences are changed at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.calendar import local_day
from bot.domain.suitable_days import Taste
from bot.domain.swedish import day_short, sentence, span_text
from bot.domain.words import Form
from bot.domain.year_plan import NotedDay
from bot.views import occurrence_text, occurrences
from bot.views.blocks import Message, View, actions, button, cut, escape, modal, section
from bot.views.occurrences import discreet, people_line, told
from bot.views.year_plan_preview import conflict_lines, noted
from storage.conflicts import Busy
from storage.occurrences import Listed, Staffed

MOST_LISTED = 12
MINE = "Mina tillfällen"


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """As they are now; `conflicts` are what their people are on at the same hour."""

    changed: Sequence[Staffed]
    conflicts: Sequence[Busy] = ()


def moved(pairs: Sequence[tuple[Listed, Listed]], user_id: str, now: datetime) -> Message:
    """To somebody who is named on all of them, each before and after."""
    lines = [f"{_day(old, now)} → {_day(new, now)}{_place(new)}" for old, new in pairs]
    return _notice("Flyttat", [new for _, new in pairs], f"<@{user_id}> flyttade dem.", lines)


def cancelled(found: Sequence[Listed], reason: str, user_id: str, now: datetime) -> Message:
    """To somebody who is named on all of them."""
    why = f"Anledning: {escape(reason)}. <@{user_id}> ställde in dem. Inga fler påminnelser kommer."
    return _notice("Inställt", found, why, [_day(one, now) for one in found])


def yours(found: Sequence[Listed], user_id: str, now: datetime) -> Message:
    """To somebody new on them."""
    why = f"<@{user_id}> har valt dig. Jag påminner dig om dem."
    return _notice("Du är med på", found, why, [f"{_day(one, now)}{_place(one)}" for one in found])


def no_longer(found: Sequence[Listed], user_id: str, now: datetime) -> Message:
    """To somebody who was."""
    why = f"<@{user_id}> har ändrat vilka som är med. Du får inga fler påminnelser om dem."
    return _notice("Du är inte längre med på", found, why, [_day(one, now) for one in found])


def planned(change: SeriesChange, now: datetime) -> View:
    return _with_conflicts(occurrences.planned(change.changed[0], now), change, now)


def moved_receipt(change: SeriesChange, actor_id: int, now: datetime) -> View:
    if len(change.changed) == 1:
        return _with_conflicts(occurrences.moved_receipt(change.changed[0], actor_id, now), change, now)
    return _receipt("Flyttat", change, actor_id, now)


def cancelled_receipt(change: SeriesChange, reason: str, actor_id: int, now: datetime) -> View:
    if len(change.changed) == 1:
        return occurrences.cancelled_receipt(change.changed[0], reason, actor_id, now)
    return _receipt("Inställt", change, actor_id, now, f"Anledning: {escape(reason)}. Inga fler påminnelser kommer.")


def people_receipt(change: SeriesChange, now: datetime) -> View:
    first = change.changed[0]
    fact = _several([one.occurrence for one in change.changed], now)
    said = "De som är nya eller inte längre är med får veta det."
    view = modal("receipt", "Sparat", [section(f"*{escape(sentence(fact))}*", people_line(first.named), said)])
    return _with_conflicts(view, change, now)


def _receipt(what: str, change: SeriesChange, actor_id: int, now: datetime, *more: str) -> View:
    found = [one.occurrence for one in change.changed]
    others = {person.person_id: person for one in change.changed for person in one.named}
    told_line = told(Staffed(found[0], list(others.values())), actor_id)
    lines = [f"*{what}: {escape(_several(found, now))}*", *more, *_listed([_day(one, now) for one in found])]
    view = modal("receipt", "Sparat", [section(*lines), *([section(told_line)] if told_line else [])])
    return _with_conflicts(view, change, now)


def _with_conflicts(view: View, change: SeriesChange, now: datetime) -> View:
    """And the red days that were hit."""
    days = [local_day(one.occurrence.starts_at) for one in change.changed if one.occurrence.form is Form.DATED]
    red = [NotedDay(day, why) for day in days if (why := Taste().why_not(day))]
    lines = [f"*Ligger på:* {noted(red, local_day(now))}"] if red else []
    lines += conflict_lines(change.conflicts, now)
    return view | {"blocks": [*view["blocks"], *([section(*lines)] if lines else [])]}


def _notice(what: str, found: Sequence[Listed], why: str, lines: Sequence[str]) -> Message:
    """A protected one tells a lock screen nothing."""
    fact = f"{what}: {escape(_counted(found))}"
    listed = list(_listed(lines))
    text = "\n".join([f"{fact}. {why}", *listed])
    return discreet(found[0], text, [section(f"*{fact}*", why, *listed), actions(button(MINE, "mine_show"))])


def _several(found: Sequence[Listed], now: datetime) -> str:
    return occurrence_text.full(found[0], now) if len(found) == 1 else _counted(found)


def _counted(found: Sequence[Listed]) -> str:
    """Gives "12 tillfällen, trygghetsvandring, Timrå"."""
    many = "1 tillfälle" if len(found) == 1 else f"{len(found)} tillfällen"
    what = occurrence_text.what(found[0])
    return f"{many}, {what}, {found[0].municipality}"


def _listed(lines: Sequence[str]) -> Iterator[str]:
    yield from (f"• {line}" for line in lines[:MOST_LISTED])
    if len(lines) > MOST_LISTED:
        yield f"• och {len(lines) - MOST_LISTED} till"


def _day(one: Listed, now: datetime) -> str:
    if one.form is Form.DATED:
        return f"{day_short(local_day(one.starts_at), local_day(now))} {span_text(one.starts_at, one.ends_at)}"
    return escape(occurrence_text.when(one, now))


def _place(one: Listed) -> str:
    return f", {escape(cut(one.place, 60))}" if one.place else ""
