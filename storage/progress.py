"""The counts behind every figure of progress: one statement for all activities at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.types import NullType
from sqlmodel import Session, col

from bot.domain.goals import Planned
from bot.domain.progress import NO_REASONS
from bot.domain.words import OccurrenceState, OutcomeStatus, Reason
from storage.models import Occurrence, Outcome, OutcomeMeasure
from storage.prepared import Prepared, one_of
from storage.types import UtcDateTime


class Counts(NamedTuple):
    """One activity between two instants. Occurrences that were called off are only in `cancelled`.

    A receipt asks for no more than stands above `not_done`. `reasons`: why something was not done.
    """

    activity_id: int
    planned_total: int = 0
    planned_to_date: int = 0
    missing: int = 0
    cancelled: int = 0
    done: int = 0
    partly: int = 0
    done_unplanned: int = 0
    ahead: int = 0
    not_done: int = 0
    not_needed: int = 0
    unknown: int = 0
    newest: datetime | None = None
    next_start: datetime | None = None
    missing_since: datetime | None = None
    reasons: Mapping[Reason, int] = NO_REASONS


@dataclass(frozen=True, slots=True)
class Sum:
    """Of one measure: of every report, and of those alone that count towards a goal."""

    total: float
    done: float


@dataclass(frozen=True, slots=True)
class Delivery:
    """When something is to be delivered (its last instant), and when it was, by the report or the day it was made."""

    ends_at: datetime
    told_at: datetime | None


AS_IT_COMES = NullType()  # both drivers give numbers; PostgreSQL's converter would ask for the column's number first


def _count(*which: Any) -> Any:
    return func.count().filter(*which)


def _sum(amount: Any, *which: Any, none: float = 0) -> Any:
    return func.coalesce(func.sum(amount).filter(*which), none, type_=AS_IT_COMES)


def _first(*which: Any) -> Any:
    return func.min(col(Occurrence.starts_at), type_=UtcDateTime()).filter(*which)


_stands = col(Occurrence.state) != OccurrenceState.CANCELLED
_over = col(Occurrence.ends_at) <= bindparam("now")
_waiting = col(Occurrence.state) == OccurrenceState.PLANNED
_status = col(Outcome.status)

_COUNTS = (
    select(
        _count(_stands, col(Occurrence.planned)),
        _count(_stands, col(Occurrence.planned), _over),
        _count(_waiting, _over),
        _count(~_stands),
        _sum(col(Outcome.count), _status == OutcomeStatus.DONE),
        _count(_status == OutcomeStatus.PARTLY),
        _sum(col(Outcome.count), ~col(Occurrence.planned), _status == OutcomeStatus.DONE),
        _count(_waiting, ~_over),
    )
    .select_from(Occurrence)
    .outerjoin(Outcome, and_(col(Outcome.occurrence_id) == col(Occurrence.id), col(Outcome.current)))
    .where(col(Occurrence.starts_at) >= bindparam("since"), col(Occurrence.starts_at) < bindparam("until"))
)
_COUNTS_OF_EACH = (
    _COUNTS.with_only_columns(
        col(Occurrence.activity_id),
        *_COUNTS.selected_columns,
        _count(_status == OutcomeStatus.NOT_DONE),
        _count(_status == OutcomeStatus.NOT_NEEDED),
        _count(_status == OutcomeStatus.UNKNOWN),
        func.max(col(Outcome.reported_at), type_=UtcDateTime()),
        _first(_waiting, col(Occurrence.starts_at) > bindparam("now")),
        _first(_waiting, _over),
        func.aggregate_strings(col(Outcome.reason), ",").filter(_status == OutcomeStatus.NOT_DONE),
    )
    .where(one_of(col(Occurrence.activity_id), "activities"))
    .group_by(col(Occurrence.activity_id))
)
COUNTS, COUNTS_OF_OVER = Prepared(_COUNTS_OF_EACH), Prepared(_COUNTS_OF_EACH.where(_over))
COUNTS_FOR_RECEIPT = Prepared(_COUNTS.where(col(Occurrence.activity_id) == bindparam("activity")))
PLANNED = Prepared(
    select(
        col(Occurrence.activity_id),
        _count(col(Occurrence.starts_at) < bindparam("part_since")),
        _count(
            col(Occurrence.starts_at) >= bindparam("part_since"),
            col(Occurrence.starts_at) < bindparam("part_until"),
        ),
        func.count(),
    )
    .where(
        one_of(col(Occurrence.activity_id), "activities"),
        col(Occurrence.starts_at) >= bindparam("since"),
        col(Occurrence.starts_at) < bindparam("until"),
        col(Occurrence.planned),
        _stands,
    )
    .group_by(col(Occurrence.activity_id))
)
DELIVERIES = Prepared(
    select(
        col(Occurrence.activity_id),
        func.max(col(Occurrence.ends_at), type_=UtcDateTime()),
        func.max(func.coalesce(col(Outcome.started_at), col(Outcome.reported_at)), type_=UtcDateTime()),
    )
    .outerjoin(Outcome, and_(col(Outcome.occurrence_id) == col(Occurrence.id), col(Outcome.current)))
    .where(one_of(col(Occurrence.activity_id), "activities"), _stands)
    .group_by(col(Occurrence.activity_id))
)
_MEASURES = (
    select(
        col(Occurrence.activity_id),
        col(OutcomeMeasure.key),
        _sum(col(OutcomeMeasure.value)),
        _sum(col(OutcomeMeasure.value), _status == OutcomeStatus.DONE, none=0.0),
    )
    .join(Outcome, and_(col(Outcome.occurrence_id) == col(Occurrence.id), col(Outcome.current)))
    .join(OutcomeMeasure, col(OutcomeMeasure.outcome_id) == col(Outcome.id))
    .where(
        one_of(col(Occurrence.activity_id), "activities"),
        col(Occurrence.starts_at) >= bindparam("since"),
        col(Occurrence.starts_at) < bindparam("until"),
    )
    .group_by(col(Occurrence.activity_id), col(OutcomeMeasure.key))
)
MEASURES = Prepared(_MEASURES)
MEASURES_OF_OVER = Prepared(_MEASURES.where(_over))


def counts(
    session: Session, activities: Iterable[int], since: datetime, until: datetime, now: datetime
) -> dict[int, Counts]:
    """Occurrences that start in the span; activities without any are left out."""
    return _by_activity(COUNTS.all(session, activities=list(activities), since=since, until=until, now=now))


def counts_of_over(
    session: Session, activities: Iterable[int], since: datetime, until: datetime, now: datetime
) -> dict[int, Counts]:
    """As `counts`, of those alone that have ended by `now`."""
    return _by_activity(COUNTS_OF_OVER.all(session, activities=list(activities), since=since, until=until, now=now))


def _by_activity(rows: Iterable[Sequence[Any]]) -> dict[int, Counts]:
    return {row[0]: Counts._make((*row[:-1], _by_reason(row[-1]))) for row in rows}


def _by_reason(listed: str | None) -> Mapping[Reason, int]:
    words = listed.split(",") if listed else []
    return {reason: words.count(reason) for reason in Reason if reason in words} if words else NO_REASONS


def counts_for_receipt(session: Session, activity_id: int, since: datetime, until: datetime, now: datetime) -> Counts:
    row = COUNTS_FOR_RECEIPT.first(session, activity=activity_id, since=since, until=until, now=now)
    return Counts(activity_id, *(row or ()))


def planned(
    session: Session, activities: Iterable[int], year: tuple[datetime, datetime], part: tuple[datetime, datetime]
) -> dict[int, Planned]:
    """What the plan of a year has, and where of it in a part; activities without any are left out."""
    rows = PLANNED.all(
        session, activities=list(activities), since=year[0], until=year[1], part_since=part[0], part_until=part[1]
    )
    return {activity_id: Planned(*counts) for activity_id, *counts in rows}


def deliveries(session: Session, activities: Iterable[int]) -> dict[int, Delivery]:
    """Activities that nothing is planned of are left out."""
    rows = DELIVERIES.all(session, activities=list(activities))
    return {activity_id: Delivery(*times) for activity_id, *times in rows}


def measures(
    session: Session, activities: Iterable[int], since: datetime, until: datetime, over_by: datetime | None = None
) -> dict[int, dict[str, Sum]]:
    """Sums by measure key. Done and found stand side by side here; only their kind knows which is which.

    With `over_by` only of what has ended by then.
    """
    span = {"activities": list(activities), "since": since, "until": until}
    rows = MEASURES_OF_OVER.all(session, **span, now=over_by) if over_by else MEASURES.all(session, **span)
    found: dict[int, dict[str, Sum]] = {}
    for activity_id, key, *sums in rows:
        found.setdefault(activity_id, {})[key] = Sum(*sums)
    return found
