"""Dates that must not be forgotten: agreements that end, councils that meet, and the two years of the law."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from bot.domain import digest_policy as policy
from bot.domain.calendar import local_day
from bot.domain.permissions import Actor
from bot.domain.words import MessageState, OccurrenceState, Purpose, Role
from bot.services import progress_overview, statute
from bot.views import dates as views
from bot.views.blocks import Message
from bot.views.progress_found import Scope
from storage import agreements, digests, occurrences, people, preferences
from storage.digests import Due
from storage.models import OutboxMessage, Person
from storage.statute import COUNCIL

Built = Message | MessageState


def plan(session: Session, now: datetime) -> None:
    """Whoever does it, and however often: each coordinator's message about a date is one row."""
    digests.put(session, [*_endings(session, now), *_meetings(session, now), *_statute(session, now)])


def build(session: Session, message: OutboxMessage, now: datetime) -> Built:
    """What it says, or why it is not sent: the date has moved, or is past."""
    person = session.get_one(Person, message.person_id)
    actor = people.find_actor(session, person.team_id, person.user_id, local_day(now))
    if actor is None:
        return MessageState.DROPPED
    match message.key.split(":"):
        case "ending", agreement_id, *_:
            return _ending(session, actor, int(agreement_id), now)
        case "meeting", occurrence_id, sequence, *_:
            return _meeting(session, actor, int(occurrence_id), int(sequence), now)
        case "statute", municipality_id, since, *_:
            return statute.build(session, actor, int(municipality_id), date.fromisoformat(since), now)
    raise LookupError(f"message {message.id}")


def _endings(session: Session, now: datetime) -> Iterator[Due]:
    for one in digests.in_force(session, local_day(now)):
        if mark := policy.ending(one.period_end, now):
            cause = f"ending:{one.agreement_id}:{mark.number}"
            yield from _to_coordinators(session, cause, one.municipality_id, mark.day, now)


def _meetings(session: Session, now: datetime) -> Iterator[Due]:
    for one in digests.meetings(session, COUNCIL, now, now + policy.LONGEST_BEFORE):
        if mark := policy.meeting(one.starts_at, now):
            cause = f"meeting:{one.id}:{one.sequence}:{mark.number}"
            yield from _to_coordinators(session, cause, one.municipality_id, mark.day, now)


def _statute(session: Session, now: datetime) -> Iterator[Due]:
    for municipality_id, since, mark in statute.marks(session, now):
        cause = f"statute:{municipality_id}:{since.isoformat()}:{mark.number}"
        yield from _to_coordinators(session, cause, municipality_id, mark.day, now)


def _to_coordinators(session: Session, cause: str, municipality_id: int, day: date, now: datetime) -> Iterator[Due]:
    coordinators = people.with_role(session, Role.COORDINATOR, municipality_id, local_day(now))
    manners = preferences.manners_of(session, [person.id for person in coordinators], local_day(now))
    for person_id, theirs in manners.items():
        if due_at := policy.told_at(day, theirs, now):
            yield Due(f"{cause}:{person_id}", Purpose.NOTICE, person_id, due_at)


def _ending(session: Session, actor: Actor, agreement_id: int, now: datetime) -> Built:
    agreement = agreements.find(session, agreement_id)
    if agreement is None or agreement.over(local_day(now)):
        return MessageState.DROPPED
    if not any(statute.coordinates(actor, place) for place in agreement.municipalities):
        return MessageState.DROPPED
    return views.ending(progress_overview.show(session, actor, Scope(agreement_id), now), now)


def _meeting(session: Session, actor: Actor, occurrence_id: int, sequence: int, now: datetime) -> Built:
    occurrence = occurrences.find(session, occurrence_id)
    if occurrence is None or (occurrence.state, occurrence.sequence) != (OccurrenceState.PLANNED, sequence):
        return MessageState.DROPPED
    place = occurrence.municipality_id
    if not statute.coordinates(actor, place):
        return MessageState.DROPPED
    if now >= occurrence.starts_at:
        return MessageState.MISSED
    there = replace(actor, roles={place: actor.roles[place]})
    return views.meeting(occurrence, progress_overview.mine(session, there, now), now)
