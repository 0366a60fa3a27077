"""Keeps an occurrence's reminders equal to what the policy gives for it as it stands now."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from bot.domain import reminder_policy
from bot.domain.calendar import at, local_day, next_working_day
from bot.domain.errors import Gone, NotAllowed
from bot.domain.kinds import kind
from bot.domain.permissions import Actor
from bot.domain.words import OccurrenceState, Step
from storage import occurrences, outcomes, reminders
from storage.occurrences import Listed, Named


class Later(StrEnum):
    HOUR = "hour"
    MORNING = "morning"


def replan(session: Session, occurrence_id: int, now: datetime) -> None:
    """After moving, handing over and undoing a report. What is due already is left to whoever sends it."""
    occurrence = occurrences.find(session, occurrence_id)
    if occurrence is None:
        return
    reminders.drop_ahead(session, occurrence_id, now)
    if occurrence.state is OccurrenceState.PLANNED:
        people = occurrences.named(session, occurrence_id)
        reminders.add(session, occurrence_id, occurrence.sequence, due(occurrence, people, now))


def due(occurrence: Listed, people: Iterable[Named], now: datetime) -> list[reminders.Planned]:
    """What the policy gives for these people, from `now` on."""
    named = list(people)
    times = reminder_policy.due_times(
        form=occurrence.form,
        remind_before=kind(occurrence.kind).remind_before,
        starts_at=occurrence.starts_at,
        ends_at=occurrence.ends_at,
        now=now,
    )
    return [
        reminders.Planned(person.person_id, moment.step, moment.at)
        for moment in times
        for person in named
        if person.part is moment.part
    ]


def asked_about(session: Session, actor: Actor, occurrence_id: int) -> Listed:
    """Raises Gone when there is nothing to ask about any more, NotAllowed when the question is not theirs."""
    occurrence = occurrences.find(session, occurrence_id)
    if occurrence is None or occurrence.state is OccurrenceState.CANCELLED:
        raise Gone("Tillfället är inställt eller borttaget, så jag frågar inte mer om det.")
    if saved := outcomes.of_occurrence(session, occurrence_id):
        raise Gone(f"<@{saved.user_id}> har redan rapporterat det här som {saved.number}. Jag frågar inte mer.")
    if all(person.person_id != actor.person_id for person in occurrences.named(session, occurrence_id)):
        raise NotAllowed("Du är inte med på det tillfället längre, så jag frågar dig inte mer om det.")
    return occurrence


def snooze(session: Session, actor: Actor, occurrence_id: int, later: Later, now: datetime) -> tuple[Listed, datetime]:
    """Asks this person again at a time that they chose, and not before or twice then."""
    occurrence = asked_about(session, actor, occurrence_id)
    again = now + timedelta(hours=1)
    if later is Later.MORNING:
        again = at(next_working_day(local_day(now)), reminder_policy.MORNING)
    reminders.drop_until(session, occurrence.id, actor.person_id, again)
    planned = reminders.Planned(actor.person_id, Step.SNOOZED, again)
    reminders.add(session, occurrence.id, occurrence.sequence, [planned], again=True)
    return occurrence, again
