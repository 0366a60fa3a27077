"""Keeps an occurrence's reminders equal to what the policy gives for it as it stands now."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from bot.domain import reminder_policy
from bot.domain.kinds import kind
from bot.domain.words import OccurrenceState
from storage import occurrences, reminders
from storage.occurrences import Listed, Named


def replan(session: Session, occurrence_id: int, now: datetime) -> None:
    """After planning, moving, handing over, cancelling and undoing a report."""
    occurrence = occurrences.find(session, occurrence_id)
    if occurrence is None:
        return
    reminders.drop_waiting(session, occurrence_id)
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
