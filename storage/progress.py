"""The counts behind every figure of progress: one statement for the frames, one for the counts, for all at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, case, func, select
from sqlalchemy.types import NullType
from sqlmodel import Session, col

from bot.domain.goals import Planned
from bot.domain.standing import Frame
from bot.domain.words import OccurrenceState, OutcomeStatus, Reason
from storage.models import Activity, Agreement, FocusArea, Goal, Occurrence, Outcome, OutcomeMeasure
from storage.prepared import Prepared, one_of
from storage.types import UtcDateTime

NO_REASONS: Mapping[Reason, int] = {}


class Counts(NamedTuple):
    """One activity between two instants. Occurrences that were called off are only in `cancelled`.

    Of one activity alone, `missing_since` and `reasons` (why something was not done) are not asked for.
    """

    activity_id: int
    planned_total: int = 0
    planned_to_date: int = 0
    missing: int = 0
    cancelled: int = 0
    done: int = 0
    partly: int = 0
    not_done: int = 0
    not_needed: int = 0
    unknown: int = 0
    newest: datetime | None = None
    next_start: datetime | None = None
    done_unplanned: int = 0
    ahead: int = 0
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


LAST_DAY = case(
    (col(Agreement.terminated_on) >= col(Agreement.period_start), col(Agreement.terminated_on)),
    else_=col(Agreement.period_end),
)
"""Of the period, or by termination."""

FRAME = (
    select(
        col(Activity.id), col(FocusArea.id), col(FocusArea.title), col(Activity.title), col(Activity.kind),
        col(Activity.form), col(Activity.protected), col(Agreement.id), col(Agreement.first_month),
        col(Agreement.period_start), LAST_DAY, col(Goal.origin), col(Goal.count), col(Goal.unit),
        col(Goal.per), col(Goal.decided_by), col(Goal.decided_on), col(Goal.valid_from), col(Goal.valid_to),
        col(Agreement.partly_counts),
    )
    .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
    .join(Agreement, col(Agreement.id) == col(FocusArea.agreement_id))
    .outerjoin(
        Goal,
        and_(
            col(Goal.activity_id) == col(Activity.id),
            col(Goal.valid_from) <= bindparam("goals_to"),
            col(Goal.valid_to) >= bindparam("goals_from"),
        ),
    )
    .order_by(col(FocusArea.position), col(Activity.position), col(Goal.origin).desc(), col(Goal.valid_from))
)  # fmt: skip
FRAME_OF_ACTIVITY = Prepared(FRAME.where(col(Activity.id) == bindparam("activity")))


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
        col(Occurrence.activity_id),
        _count(_stands, col(Occurrence.planned)),
        _count(_stands, col(Occurrence.planned), _over),
        _count(_waiting, _over),
        _count(~_stands),
        _sum(col(Outcome.count), _status == OutcomeStatus.DONE),
        _count(_status == OutcomeStatus.PARTLY),
        _count(_status == OutcomeStatus.NOT_DONE),
        _count(_status == OutcomeStatus.NOT_NEEDED),
        _count(_status == OutcomeStatus.UNKNOWN),
        func.max(col(Outcome.reported_at), type_=UtcDateTime()),
        _first(_waiting, col(Occurrence.starts_at) > bindparam("now")),
        _sum(col(Outcome.count), _status == OutcomeStatus.DONE, ~col(Occurrence.planned)),
        _count(_waiting, ~_over),
    )
    .outerjoin(Outcome, and_(col(Outcome.occurrence_id) == col(Occurrence.id), col(Outcome.current)))
    .where(col(Occurrence.starts_at) >= bindparam("since"), col(Occurrence.starts_at) < bindparam("until"))
    .group_by(col(Occurrence.activity_id))
)
_COUNTS_OF_EACH = _COUNTS.add_columns(
    _first(_waiting, _over),
    func.aggregate_strings(col(Outcome.reason), ",").filter(_status == OutcomeStatus.NOT_DONE),
).where(one_of(col(Occurrence.activity_id), "activities"))
COUNTS, COUNTS_OF_OVER = Prepared(_COUNTS_OF_EACH), Prepared(_COUNTS_OF_EACH.where(_over))
COUNTS_OF_ONE = Prepared(_COUNTS.where(col(Occurrence.activity_id) == bindparam("activity")))
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


def frame_of_activity(session: Session, activity_id: int, today: date) -> Frame | None:
    row = FRAME_OF_ACTIVITY.first(session, activity=activity_id, goals_from=today, goals_to=today)
    return Frame(*row) if row else None


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


def counts_of_activity(
    session: Session, activity_id: int, since: datetime, until: datetime, now: datetime
) -> Counts | None:
    row = COUNTS_OF_ONE.first(session, activity=activity_id, since=since, until=until, now=now)
    return Counts(*row) if row else None


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
