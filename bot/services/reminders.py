"""Keeps the reminders of occurrences equal to what the policy gives for them as they stand now.

Called in the transaction of whatever changed. What is due is left to whoever sends it, what was sent stays as it is.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.reminder_policy import PlannedReminder
from bot.domain.words import MessageState, Step
from bot.services.reminders_wished import RemindersWished, wishes
from storage import occurrences, reminders, stand_ins
from storage.occurrences import Listed
from storage.reminders import StandingReminder

LADDERS_END = timedelta(days=90)
"""So long after its end nobody is asked about an occurrence any more."""

LONG_AGO = datetime.min.replace(tzinfo=UTC)

Whose = tuple[int, int]
"""Occurrence and person."""
Key = tuple[int, int, Step]


def replan(session: Session, occurrence_id: int, now: datetime) -> None:
    """After planning, moving, cancelling, handing over, answering, and undoing a report.

    The whole activity: how often it happens decides whether its occurrences are announced.
    """
    occurrence = occurrences.find(session, occurrence_id)
    if occurrence is not None:
        replan_activity(session, occurrence.activity_id, now)


def replan_activity(session: Session, activity_id: int, now: datetime) -> None:
    _replan(session, occurrences.open_of_activity(session, activity_id, now - LADDERS_END), now)


def replan_person(session: Session, person_id: int, now: datetime) -> None:
    """After somebody's preferences, absences or time zone changed.

    Also what this person coordinates, and what those are named on who have chosen this person as substitute.
    """
    since = now - LADDERS_END
    people = [person_id, *stand_ins.stood_in_for(session, person_id, local_day(since))]
    places = stand_ins.coordinated_by(session, person_id, local_day(now))
    _replan(session, occurrences.open_of_people(session, people, places, since), now)


def replan_places(session: Session, municipality_ids: Collection[int], now: datetime) -> None:
    """After somebody became coordinator there, or no longer is."""
    _replan(session, occurrences.open_of_people(session, (), municipality_ids, now - LADDERS_END), now)


def _replan(session: Session, changed: Sequence[Listed], now: datetime) -> None:
    if not changed:
        return
    wished = wishes(session, changed, now)
    plan = {(id_, one.person_id, one.step): one for id_, wish in wished.items() for one in wish.planned}
    there = {(row.occurrence_id, row.person_id, row.step): row for row in reminders.standing(session, wished)}
    waiting = {key: row for key, row in there.items() if row.is_untried and row.due_at > now}
    later = _asked_later(waiting, wished)
    ahead = {key: one for key, one in plan.items() if one.due_at > now and one.due_at > later.get(key[:2], LONG_AGO)}
    # A question whose time has been, and which waits all the same, was put off: it is left where it is.
    stays = {key for key, one in plan.items() if one.due_at <= now} | ahead.keys()
    stays |= {(*whose, Step.SNOOZED) for whose in later}
    reminders.drop(session, [row.message_id for key, row in waiting.items() if key not in stays])
    moved = [(row, ahead[key].due_at) for key, row in there.items() if key in ahead and _moves(row, ahead[key], now)]
    reminders.set_times(session, [(row.message_id, due_at) for row, due_at in moved])
    sequences = {one.id: one.sequence for one in changed}
    new = [(key[0], sequences[key[0]], one) for key, one in ahead.items() if key not in there]
    reminders.add_new(session, sorted(new, key=lambda row: (row[2].due_at, row[0])))


def _asked_later(
    waiting: Mapping[Key, StandingReminder], wished: Mapping[int, RemindersWished]
) -> dict[Whose, datetime]:
    """Until when people who are still concerned want to be left alone about an occurrence."""
    return {
        (occurrence_id, person_id): row.due_at
        for (occurrence_id, person_id, step), row in waiting.items()
        if step is Step.SNOOZED and person_id in wished[occurrence_id].people
    }


def _moves(row: StandingReminder, planned: PlannedReminder, now: datetime) -> bool:
    """What was dropped comes back, but not what was asked in another message."""
    if row.state is MessageState.DROPPED:
        return row.joined_id is None
    return row.is_untried and now < row.due_at != planned.due_at
