"""Somebody who is away, and what the one who stands in for them is told and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.calendar import local_day
from bot.domain.manners import Away
from bot.domain.swedish import joined, range_text
from bot.domain.words import Part
from bot.views import occurrence_text
from bot.views.blocks import Block, Message, button, escape, message, section
from bot.views.occurrence_text import DISCREET
from storage.absences import PlannedAbsence
from storage.occurrences import Listed, Staffed

LISTED = 10


@dataclass(frozen=True, slots=True)
class Instead:
    """Why somebody is on an occurrence: for whom, and as what."""

    absence: PlannedAbsence
    part: Part


def days(away: Away, today: date) -> str:
    return range_text(away.first, away.last, today)


@dataclass(frozen=True, slots=True)
class Replaced:
    """The person is away then; `by`, a Slack user, is what they were, None when nobody is."""

    away: Away
    part: Part
    by: str | None


def planned_row(one: PlannedAbsence, today: date) -> Block:
    """In the form, with the way to take it back."""
    when = days(one.away, today)
    instead = f"Ersättare: <@{one.substitute}>." if one.substitute else "Ingen ersättare."
    return section(f"*{when}*. {instead}", accessory=button("Ta bort", "absence_remove", one.id, about=when))


def instead_of(one: Instead, on: Staffed, person_id: int, now: datetime) -> str:
    """Gives "Du leder i stället för @bo, som är borta 3–10 december. @anna är med."."""
    leads_it = occurrence_text.leads(on.occurrence)
    does = f"Du {leads_it}" if one.part is Part.LEAD else "Du är med"
    away = days(one.absence.away, local_day(now))
    there = [who for who in on.named if who.person_id not in (person_id, one.absence.person_id)]
    leads = [f"<@{who.user_id}>" for who in there if who.part is Part.LEAD]
    along = [f"<@{who.user_id}>" for who in there if who.part is Part.PARTICIPANT]
    said = [f"{does} i stället för <@{one.absence.person}>, som är borta {away}."]
    said += [f"{joined(leads)} {leads_it}."] if leads else [f"{joined(along)} är med."] if along else []
    return " ".join(said)


def replaced(one: Replaced, occurrence: Listed, now: datetime) -> str:
    """Gives "Du är borta 3–10 december. @hugo leder i stället för dig."."""
    away = f"Du är borta {days(one.away, local_day(now))}"
    does = occurrence_text.leads(occurrence) if one.part is Part.LEAD else "är med"
    return f"{away}. <@{one.by}> {does} i stället för dig." if one.by else f"{away}, och ingen är ersättare."


def because_away(reminder: Message, one: PlannedAbsence, today: date) -> Message:
    """A question that goes to the substitute says why, under what it is about."""
    line = f"<@{one.person}> är borta {days(one.away, today)} och du är ersättare."
    first, *rest = reminder["blocks"]
    text = reminder["text"] if reminder["text"] == DISCREET else f"{reminder['text']}\n{line}"
    return message(text, [first, section(line), *rest])


def chosen(one: PlannedAbsence, seen: Sequence[Listed], hidden: int, now: datetime) -> Message:
    """To the substitute. `hidden` counts protected occurrences that they are not named on, and so not reminded of.

    Those that they are named on are left out of `text` all the same: lock screens show it.
    """
    fact = f"<@{one.person}> är borta {days(one.away, local_day(now))} och har valt dig som ersättare."
    open_ones = [row for row in seen if not row.protected]
    said = [fact, *_happening(open_ones, hidden + len(seen) - len(open_ones), now)]
    return message("\n".join(said), [section(f"*{fact}*", *_happening(seen, hidden, now))])


def not_away(one: PlannedAbsence, now: datetime) -> Message:
    """To the substitute, when the absence is taken back."""
    fact = f"<@{one.person}> är inte borta {days(one.away, local_day(now))} längre."
    rest = "Du behöver inte vara ersättare och får inte de påminnelserna."
    return message(f"{fact} {rest}", [section(f"*{fact}*", rest)])


def _happening(seen: Sequence[Listed], hidden: int, now: datetime) -> list[str]:
    told = "Då får du påminnelserna i stället."
    if not (seen or hidden):
        return [f"{told} Inget är planerat de dagarna än."]
    rows = [f"• {escape(occurrence_text.fact(row, now))}" for row in seen[:LISTED]]
    more = [f"{len(seen) - LISTED} till visas inte här."] if len(seen) > LISTED else []
    secret = [f"Skyddade tillfällen: {hidden}. De påminnelserna får bara de som ska vara med."] if hidden else []
    return [f"{told} Planerat de dagarna:", *rows, *more, *secret]
