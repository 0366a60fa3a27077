"""Which days are planned next, and how many of a goal are left to plan in them."""

from datetime import date

from bot.domain.calendar import DAY
from bot.domain.periods import MONTHS_IN, Period, how_many, period_of
from bot.domain.words import Per

ALMOST_OVER = 60


def season(days: Period, first_month: int, today: date) -> Period:
    """What is left of the agreement's year; when that is almost over, the next one if it is agreed on.

    `days` are those of the activity.
    """
    first = min(max(today, days.first), days.last)
    year = period_of(first, Per.YEAR, first_month)
    if (year.last - first).days < ALMOST_OVER and days.last > year.last:
        year = period_of(year.last + DAY, Per.YEAR, first_month)
    return Period(max(first, year.first), min(year.last, days.last))


def left_to_plan(count: int, per: Per, within: Period, already: int) -> int | None:
    """None where no calendar says how many there will be."""
    if per is Per.MEETING:
        return None
    times = how_many(per, within) if per is Per.WEEK or per in MONTHS_IN else 1
    return max(round(count * times) - already, 0)
