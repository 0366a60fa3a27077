"""Sums of whole municipalities by month, kept by triggers (`storage.rollup_triggers`).

What is over is counted in whole days: what ended before today. So it changes at midnight, and not with each report.
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, case, func, literal, select
from sqlmodel import Session, col

from bot.domain.nation import Totals
from storage.models import Activity, DayCount, MonthCount, Occurrence, Outcome
from storage.prepared import one_of


def _begun(column: Any) -> Any:
    return func.sum(case((col(MonthCount.month) <= bindparam("this_month"), column), else_=0))


BY_MONTH = (
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
# Of the months that have begun, what is not over: the rest of this month, and the few that reach into it or beyond.
NOT_OVER = (
    select(col(DayCount.municipality_id), func.sum(col(DayCount.planned)), func.sum(col(DayCount.waiting)))
    .where(
        col(DayCount.month).in_(bindparam("months", expanding=True)),
        col(DayCount.day) >= bindparam("today"),
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


def totals(session: Session, first: date, last: date, today: date) -> dict[int, Totals]:
    """By municipality, of what begins in the months from that of `first` to that of `last`.

    All of them: to leave some out takes longer than to read them.
    """
    within = {"first": first.replace(day=1), "last": last, "this_month": today.replace(day=1)}
    begun = {"months": list(_months(first, min(last, today))), "today": today}
    connection = session.connection()
    rest = {id_: counts for id_, *counts in connection.execute(NOT_OVER, begun).all()}
    found: dict[int, Totals] = {}
    for id_, planned, expected, waiting, *others in connection.execute(BY_MONTH, within).all():
        ahead, awaited = rest.get(id_, (0, 0))
        found[id_] = Totals(planned, expected - ahead, waiting - awaited, *others)
    return found


def newest_report(session: Session, municipality_ids: Collection[int]) -> datetime | None:
    found = session.connection().execute(NEWEST, {"municipalities": list(municipality_ids)})
    return found.scalar_one_or_none()


def _months(first: date, last: date) -> Iterator[date]:
    """The first day of each."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(number // 12, number % 12 + 1, 1)
