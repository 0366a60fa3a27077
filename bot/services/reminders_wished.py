"""What the policy gives for occurrences: their facts, the people and how those want to be told, in few queries."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.domain import reminder_ladder
from bot.domain.calendar import local_day
from bot.domain.kinds import kind
from bot.domain.manners import Manners
from bot.domain.reminder_ladder import Coordinator
from bot.domain.reminder_policy import Facts, Named, PlannedReminder, is_frequent
from storage import occurrences, preferences, reminders, stand_ins
from storage.occurrences import Listed


@dataclass(frozen=True, slots=True)
class RemindersWished:
    """All reminders of an occurrence, also those whose time has been; and everyone who has anything to do with it."""

    planned: list[PlannedReminder]
    people: Collection[int]


def wishes(session: Session, listed: Sequence[Listed], now: datetime) -> dict[int, RemindersWished]:
    """By occurrence; all of them wait for a report."""
    since = min(local_day(now), *(local_day(one.starts_at) for one in listed))
    parts = occurrences.parts(session, [one.id for one in listed])
    grants = stand_ins.coordinators(session, {one.municipality_id for one in listed}, since)
    manners = manners_of(session, parts, {person_id for _, person_id, *_ in grants}, since)
    coordinators: dict[int, list[Coordinator]] = {}
    for place, person_id, first, last in grants:
        coordinators.setdefault(place, []).append(Coordinator(person_id, manners[person_id], first, last))
    facts = _facts(session, listed)
    return {
        one.id: _wish(facts[one.id], parts[one.id], coordinators.get(one.municipality_id, []), manners)
        for one in listed
    }


def _wish(
    facts: Facts, named: Named, coordinators: Sequence[Coordinator], manners: Mapping[int, Manners]
) -> RemindersWished:  # fmt: skip
    planned = reminder_ladder.all_of(facts, named, coordinators, manners)
    return RemindersWished(planned, {one for one, _ in named} | {one.person_id for one in planned})


def manners_of(
    session: Session, parts: Mapping[int, Named], others: Collection[int], since: date
) -> dict[int, Manners]:
    """Of everyone who may be reminded. `since`: who was away when it happened did not lead it."""
    named = {person_id for people in parts.values() for person_id, _ in people} | set(others)
    found = preferences.manners_of(session, named, since)
    substitutes = {away.substitute_id for one in found.values() for away in one.away if away.substitute_id}
    missing = substitutes - found.keys()
    return found | (preferences.manners_of(session, missing, since) if missing else {})


def _facts(session: Session, listed: Iterable[Listed]) -> dict[int, Facts]:
    every = list(listed)
    starts = occurrences.starts(session, {one.activity_id for one in every})
    frequent = {activity_id for activity_id, times in starts.items() if is_frequent(times)}
    answers = reminders.answers(session, [one.id for one in every])
    late = occurrences.entered_late(session, [one.id for one in every])
    return {
        one.id: Facts(
            form=one.form,
            kind=kind(one.kind),
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            protected=one.protected,
            frequent=one.activity_id in frequent,
            absent_at=answers.get((one.id, reminders.ABSENT)),
            unknown_at=answers.get((one.id, reminders.UNKNOWN)),
            entered_late_at=late.get(one.id),
        )
        for one in every
    }
