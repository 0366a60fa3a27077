"""Dates that must not be forgotten: agreements that end, councils that meet, follow-ups, the law's two years."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from bot.domain import digest_policy as policy
from bot.domain.calendar import local_day
from bot.domain.permissions import Actor
from bot.domain.words import MessageState, OccurrenceState, Purpose, Role
from bot.services import duties, progress_overview, statute
from bot.views import dates as views
from bot.views.blocks import Message
from bot.views.progress_found import Scope
from storage import agreements, digests, occurrences, people, preferences
from storage.digests import Due
from storage.models import OutboxMessage, Person
from storage.statute import COUNCIL

Built = Message | MessageState


def plan(session: Session, now: datetime) -> None:
    """Whoever does it, and however often: each person's message about a date is one row."""
    every = (_endings, _meetings, _follow_ups, _statute)
    digests.put(session, [due for some in every for due in some(session, now)])


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
        case "duty", *_:
            return duties.build(session, actor, message.id, now)
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
            told = {*_coordinators(session, one.municipality_id, now), *_tells(session, one.municipality_id, now)}
            yield from _to(session, cause, told, mark.day, now)


def _follow_ups(session: Session, now: datetime) -> Iterator[Due]:
    for one, mark in duties.marks(session, now):
        cause = f"{duties.key(one)}:{mark.number}"
        yield from _to(session, cause, duties.owners(session, one, now), mark.day, now)


def _statute(session: Session, now: datetime) -> Iterator[Due]:
    for municipality_id, since, mark in statute.marks(session, now):
        cause = f"statute:{municipality_id}:{since.isoformat()}:{mark.number}"
        yield from _to_coordinators(session, cause, municipality_id, mark.day, now)


def _to_coordinators(session: Session, cause: str, municipality_id: int, day: date, now: datetime) -> Iterator[Due]:
    return _to(session, cause, _coordinators(session, municipality_id, now), day, now)


def _coordinators(session: Session, municipality_id: int, now: datetime) -> list[int]:
    return [person.id for person in people.with_role(session, Role.COORDINATOR, municipality_id, local_day(now))]


def _tells(session: Session, municipality_id: int, now: datetime) -> list[int]:
    """Who tells the council how it is going, where an agreement says that somebody does."""
    agreed = duties.at_meetings(session, municipality_id, now)
    return [person for duty in agreed for person in duties.owners_of(session, duty, now)]


def _to(session: Session, cause: str, person_ids: Collection[int], day: date, now: datetime) -> Iterator[Due]:
    for person_id, theirs in preferences.manners_of(session, person_ids, local_day(now)).items():
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
    if not statute.coordinates(actor, place) and actor.person_id not in _tells(session, place, now):
        return MessageState.DROPPED
    if now >= occurrence.starts_at:
        return MessageState.MISSED
    there = replace(actor, roles={place: actor.roles.get(place, ())})
    agreed = duties.at_meetings(session, place, now)
    return views.meeting(occurrence, progress_overview.mine(session, there, now), agreed, now)
