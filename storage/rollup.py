"""Sums of whole municipalities by month, kept by triggers (`storage.rollup_triggers`).

What is over is counted in whole days: what ended before today. So it changes at midnight, and not with each report.
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, case, func, literal, select
from sqlmodel import Session, col

from bot.domain.calendar import DAY
from bot.domain.nation import Totals
from storage.models import Activity, DayCount, MonthCount, Occurrence, Outcome
from storage.prepared import Prepared, one_of

HALF = 15  # days of a month
NONE = (0, 0)


def _begun(column: Any) -> Any:
    return func.sum(case((col(MonthCount.month) <= bindparam("until"), column), else_=0))


BY_MONTH = Prepared(
    select(
        col(MonthCount.municipality_id),
        func.sum(col(MonthCount.planned)),
        _begun(col(MonthCount.planned)),
        _begun(col(MonthCount.waiting)),
        func.sum(col(MonthCount.cancelled)),
        func.sum(col(MonthCount.done)),
        func.sum(col(MonthCount.partly)),
        func.sum(col(MonthCount.not_done)),
    )
    .where(col(MonthCount.month).between(bindparam("first"), bindparam("last")))
    .group_by(col(MonthCount.municipality_id))
)
# What is wrong with counting whole months: of those that are, what is not over; of half a month, what is.
_not_over = select(col(DayCount.municipality_id), col(DayCount.planned), col(DayCount.waiting)).where(
    col(DayCount.month).in_(bindparam("whole", expanding=True)), col(DayCount.day) >= bindparam("today")
)
_over = select(col(DayCount.municipality_id), -col(DayCount.planned), -col(DayCount.waiting)).where(
    col(DayCount.month) == bindparam("half"), col(DayCount.day) < bindparam("today")
)
_days = _not_over.union_all(_over).subquery().columns
BY_DAY = select(_days.municipality_id, func.sum(_days.planned), func.sum(_days.waiting)).group_by(_days.municipality_id)
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


def totals(session: Session, first: date, last: date, today: date) -> dict[int, Totals]:
    """By municipality, of what begins in the months from that of `first` to that of `last`.

    All of them: to leave some out takes longer than to read them.
    """
    this_month = today.replace(day=1)
    # Of this month the days that have gone are read, or those that are left, whichever are fewer.
    half = this_month if today.day <= HALF and first <= today <= last else None
    until = this_month - DAY if half else this_month
    days = {"whole": list(_months(first, min(last, until))), "half": half, "today": today}
    wrong = {id_: counts for id_, *counts in session.connection().execute(BY_DAY, days)}
    found: dict[int, Totals] = {}
    months = BY_MONTH.all(session, first=first.replace(day=1), last=last, until=until)
    for id_, planned, begun, waiting, *others in months:
        ahead, awaited = wrong.get(id_, NONE)
        found[id_] = Totals(planned, begun - ahead, waiting - awaited, *others)
    return found


def newest_report(session: Session, municipality_ids: Collection[int] | None = None) -> datetime | None:
    """From those municipalities, or from any."""
    if municipality_ids is None:
        found: datetime | None = NEWEST.scalar(session)
    else:
        found = NEWEST_THERE.scalar(session, municipalities=list(municipality_ids))
    return found


def _months(first: date, last: date) -> Iterator[date]:
    """The first day of each."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(number // 12, number % 12 + 1, 1)
