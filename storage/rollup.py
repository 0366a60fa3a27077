"""Sums of whole municipalities by month, kept by triggers (`storage.rollup_triggers`).

What is over is counted in whole days: what ended before today. So it changes at midnight, and not with each report.
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Select, Subquery, and_, bindparam, func, literal, select
from sqlmodel import Session, col

from bot.domain.calendar import DAY
from bot.domain.nation import Totals
from storage.models import Activity, DayCount, MonthCount, Municipality, Occurrence, Outcome
from storage.prepared import Prepared, one_of

HALF = 15  # days of a month


def _of_months() -> Select[Any]:
    """`begun` are the months to `until`, whether or not all of what they hold is over."""
    begun = col(MonthCount.month) <= bindparam("until")
    wanted = col(MonthCount.month).between(bindparam("first"), bindparam("last"))
    return (
        select(
            col(Municipality.id),
            col(Municipality.name),
            _sum(MonthCount.planned).label("planned"),
            _sum(MonthCount.planned, begun).label("begun"),
            _sum(MonthCount.waiting, begun).label("waiting"),
            _sum(MonthCount.cancelled).label("cancelled"),
            _sum(MonthCount.done).label("done"),
            _sum(MonthCount.partly).label("partly"),
            _sum(MonthCount.not_done).label("not_done"),
        )
        .outerjoin(MonthCount, and_(col(MonthCount.municipality_id) == col(Municipality.id), wanted))
        .group_by(col(Municipality.id), col(Municipality.name))
    )


def _of_days(name: str, first: str, last: str) -> Subquery:
    """Of what ends from `first` to `last` and begins in the months of that name.

    A span even where it has no end: PostgreSQL takes any for short, and keeps the plan that it makes of it.
    """
    day = col(DayCount.day).between(bindparam(first), bindparam(last))
    return (
        select(
            col(DayCount.municipality_id),
            _sum(DayCount.planned).label("planned"),
            _sum(DayCount.waiting).label("waiting"),
        )
        .where(one_of(col(DayCount.month), name, Date), day)
        .group_by(col(DayCount.municipality_id))
        .subquery(f"days_{name}")
    )


def _sum(column: Any, *which: Any) -> Any:
    return _none_is_0(func.sum(column).filter(*which))


def _none_is_0(count: Any) -> Any:
    return func.coalesce(count, 0)


_months = _of_months().subquery("months")
# What is wrong with counting whole months: of those that are, what is ahead; of this one where it is not, what is over.
_ahead = _of_days("ahead", "today", "ever")
_over = _of_days("over", "never", "yesterday")


def _until_today(begun: str, counted: str) -> Any:
    return _months.c[begun] - _none_is_0(_ahead.c[counted]) + _none_is_0(_over.c[counted])


# One statement: on PostgreSQL a second one waits for its turn on a processor as long as the first did.
TOTALS = Prepared(
    select(
        _months.c.id,
        _months.c.name,
        _months.c.planned,
        _until_today("begun", "planned"),
        _until_today("waiting", "waiting"),
        _months.c.cancelled,
        _months.c.done,
        _months.c.partly,
        _months.c.not_done,
    )
    .outerjoin(_ahead, _ahead.c.municipality_id == _months.c.id)
    .outerjoin(_over, _over.c.municipality_id == _months.c.id)
)
_there = (
    select(literal(1))
    .select_from(Occurrence)
    .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
    .where(col(Occurrence.id) == col(Outcome.occurrence_id), one_of(col(Activity.municipality_id), "municipalities"))
)
# Reports get their ids as they come: from the last one backwards, until one is from there.
_backwards = select(col(Outcome.reported_at)).where(col(Outcome.current)).order_by(col(Outcome.id).desc()).limit(1)
NEWEST = Prepared(_backwards)
NEWEST_THERE = Prepared(_backwards.where(_there.exists()))


def totals(session: Session, first: date, last: date, today: date) -> list[tuple[int, str, Totals]]:
    """Of each municipality with its name, of what begins in the months from that of `first` to that of `last`.

    All of them: to leave some out takes longer than to read them.
    """
    first, this_month = first.replace(day=1), today.replace(day=1)
    # Of this month the days that have gone are read, or those that are left, whichever are fewer.
    half = today.day <= HALF and first <= today <= last
    until = min(last, this_month - DAY if half else this_month)
    days = {"today": today, "ever": date.max, "never": date.min, "yesterday": today - DAY}
    months = {"ahead": list(_each_month(first, until)), "over": [this_month] if half else []}
    rows = TOTALS.all(session, first=first, last=last, until=until, **months, **days)
    return [(row[0], row[1], Totals._make(row[2:])) for row in rows]


def newest_report(session: Session, municipality_ids: Collection[int] | None = None) -> datetime | None:
    """From those municipalities, or from any."""
    if municipality_ids is None:
        found: datetime | None = NEWEST.scalar(session)
    else:
        found = NEWEST_THERE.scalar(session, municipalities=list(municipality_ids))
    return found


def _each_month(first: date, last: date) -> Iterator[date]:
    """The first day of each."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(number // 12, number % 12 + 1, 1)
