"""Searching among one's own reports: by kind, and by the month in which it happened."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from bot.domain.calendar import DAY, at, day_bounds
from bot.domain.periods import Period, period_of
from bot.domain.words import Per

ANY = "alla"
EARLIER = "tidigare"
MONTHS_BACK = 12
FIRST = datetime(2000, 1, 1, tzinfo=UTC)
LAST = datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Search:
    """`kind` is a kind's key; `month` is like "2026-11", or EARLIER than the months one can choose; ANY is no limit."""

    kind: str = ANY
    month: str = ANY


def months(today: date) -> list[Period]:
    """Those that can be chosen, this one first."""
    found = [period_of(today, Per.MONTH)]
    while len(found) < MONTHS_BACK:
        found.append(period_of(found[-1].first - DAY, Per.MONTH))
    return found


def month_key(month: Period) -> str:
    return f"{month.first:%Y-%m}"


def span(search: Search, today: date) -> tuple[datetime, datetime]:
    """From, and up to but not including (UTC)."""
    chosen = {month_key(month): month for month in months(today)}
    if search.month in chosen:
        month = chosen[search.month]
        return day_bounds(month.first)[0], day_bounds(month.last)[1]
    oldest = at(months(today)[-1].first, time.min)
    return (FIRST, oldest) if search.month == EARLIER else (FIRST, LAST)
