"""What an occurrence is in a follow-up: held, ahead, or only one of a number.

Of protected work there is no place and no note, and before it is over nothing but how many.
"""

from datetime import date, datetime

from bot.domain.calendar import local_day
from bot.domain.follow_up import Ahead, Held, NotedDeficiency
from bot.domain.told import INSTANT
from bot.domain.words import Form, OutcomeStatus
from storage.deficiencies import FoundDeficiency
from storage.follow_up import FollowedOccurrence


def is_withheld(turn: FollowedOccurrence, now: datetime) -> bool:
    """Also when its report has come: it would tell when the rest of the time is."""
    return turn.protected and turn.ends_at > now


def is_ahead(turn: FollowedOccurrence, now: datetime) -> bool:
    return turn.status is None and turn.ends_at > now and not turn.protected


def held(turn: FollowedOccurrence, status: OutcomeStatus, measured: float | None) -> Held:
    """`measured` is what the report says of the goal's number, where the goal is one."""
    counted = (turn.count or 0) if measured is None else measured
    return Held(
        day=day_of(turn),
        label=turn.label,
        status=status,
        reason=turn.reason,
        count=int(counted) if status is OutcomeStatus.DONE else 0,
        place="" if turn.protected else turn.told_place or turn.place or "",
        note="" if turn.protected else turn.note or "",
        planned=turn.planned,
    )


def ahead(turn: FollowedOccurrence) -> Ahead:
    """What is to be delivered is ahead on its last day."""
    moment = turn.ends_at - INSTANT if turn.form is Form.DELIVERABLE else turn.starts_at
    return Ahead(local_day(moment), turn.label, turn.place or "")


def noted(row: FoundDeficiency, *, protected: bool) -> NotedDeficiency:
    handled = row.handled
    return NotedDeficiency(
        noted_on=local_day(row.walked_at),
        category=row.noted.category,
        spot="" if protected else row.noted.spot,
        state=handled.state,
        owner=handled.owner,
        decision=handled.decision,
        due_on=handled.due_on,
        done_on=handled.done_on,
    )


def day_of(turn: FollowedOccurrence) -> date:
    """By which it is counted: its first, and of a deliverable when it was delivered."""
    return local_day(told_at(turn) if turn.form is Form.DELIVERABLE else turn.starts_at)


def told_at(turn: FollowedOccurrence) -> datetime:
    """Of a month or a quarter only the report knows when, and if it does not say so it was at the latest then."""
    if turn.form is Form.DATED:
        return turn.starts_at
    reported = turn.reported_at or turn.ends_at
    latest = reported if turn.form is Form.DELIVERABLE else min(reported, turn.ends_at - INSTANT)
    return turn.told_at or latest
