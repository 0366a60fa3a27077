"""Sums of whole municipalities by month, kept by triggers (`storage.rollup_triggers`).

What is over is counted in whole days: what ended before today. So it changes at midnight, and not with each report.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, case, func, literal, select
from sqlmodel import Session, col

from storage.models import Activity, DayCount, MonthCount, Occurrence, Outcome
from storage.prepared import one_of


@dataclass(frozen=True, slots=True)
class Totals:
    """Of a municipality, over months, in occurrences: `carried_out` are those reported as done, whatever they count."""

    municipality_id: int
    planned: int = 0
    planned_to_date: int = 0
    missing: int = 0
    cancelled: int = 0
    carried_out: int = 0
    partly: int = 0
    not_done: int = 0


def _begun(column: Any) -> Any:
    return func.sum(case((col(MonthCount.month) <= bindparam("this_month"), column), else_=0))


NOT_CARRIED_OUT = (
    col(MonthCount.partly) + col(MonthCount.not_done) + col(MonthCount.not_needed) + col(MonthCount.unknown)
)
BY_MONTH = (
    select(
        col(MonthCount.municipality_id),
        func.sum(col(MonthCount.planned)),
        _begun(col(MonthCount.planned)),
        _begun(col(MonthCount.waiting)),
        func.sum(col(MonthCount.cancelled)),
        func.sum(col(MonthCount.reports) - NOT_CARRIED_OUT),
        func.sum(col(MonthCount.partly)),
        func.sum(col(MonthCount.not_done)),
    )
    .where(
        one_of(col(MonthCount.municipality_id), "municipalities"),
        col(MonthCount.month).between(bindparam("first"), bindparam("last")),
    )
    .group_by(col(MonthCount.municipality_id))
)
# Of the months that have begun, what is not over: the rest of this month, and the few that reach into it or beyond.
NOT_OVER = (
    select(col(DayCount.municipality_id), func.sum(col(DayCount.planned)), func.sum(col(DayCount.waiting)))
    .where(
        col(DayCount.month).in_(bindparam("months", expanding=True)),
        col(DayCount.day) >= bindparam("today"),
        one_of(col(DayCount.municipality_id), "municipalities"),
    )
    .group_by(col(DayCount.municipality_id))
)
_there = (
    select(literal(1))
    .select_from(Occurrence)
    .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
    .where(col(Occurrence.id) == col(Outcome.occurrence_id), one_of(col(Activity.municipality_id), "municipalities"))
)
# Reports get their ids as they come: from the last one backwards, until one is from there.
NEWEST = (
    select(col(Outcome.reported_at)).where(col(Outcome.current), _there.exists()).order_by(col(Outcome.id).desc())
).limit(1)


def totals(
    session: Session, municipality_ids: Collection[int], first: date, last: date, today: date
) -> dict[int, Totals]:
    """Of what begins in the months from that of `first` to that of `last`; municipalities without any are left out."""
    ids, months = list(municipality_ids), list(_months(first, min(last, today)))
    within = {"first": first.replace(day=1), "last": last, "this_month": today.replace(day=1)}
    connection = session.connection()
    ahead: dict[int, tuple[int, int]] = {}
    for id_, planned, waiting in connection.execute(
        NOT_OVER, {"months": months, "today": today, "municipalities": ids}
    ):
        ahead[id_] = planned, waiting
    found: dict[int, Totals] = {}
    for id_, total, begun, waiting, *rest in connection.execute(BY_MONTH, {**within, "municipalities": ids}):
        later, awaited = ahead.get(id_, (0, 0))
        found[id_] = Totals(id_, total, begun - later, waiting - awaited, *rest)
    return found


def newest_report(session: Session, municipality_ids: Collection[int]) -> datetime | None:
    found = session.connection().execute(NEWEST, {"municipalities": list(municipality_ids)})
    return found.scalar_one_or_none()


def _months(first: date, last: date) -> Iterator[date]:
    """The first day of each."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(number // 12, number % 12 + 1, 1)
