"""How much of a goal belongs to the days that an activity is judged on.

A whole year has the whole goal. Of a part of it, as much as there are whole units of it ("2 i månaden" is 8 a tertial);
else what was to be done there by the year's plan, and of what nobody has planned an even share. So the parts of a year
always make the whole; of days in two of the agreement's years, each year's plan decides its own. A goal of the
agreement's whole period, or of each meeting, has no part.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from bot.domain.calendar import DAY
from bot.domain.periods import Period, how_many, months_gone, period_of
from bot.domain.progress import Tally, expected
from bot.domain.standing import Frame
from bot.domain.words import Per


class Stretch(NamedTuple):
    """An activity, the days that it is judged on, and its goal for them; no goal where none can be compared."""

    frame: Frame
    period: Period
    goal: int | None


class Planned(NamedTuple):
    """How many occurrences a year's plan has: before a part of it, in the part, and in all of it."""

    before: int = 0
    within: int = 0
    total: int = 0


def current(frame: Frame, day: date) -> Stretch:
    """The agreement's year that `day` is in, or its whole period; never outside the period or the goal's days."""
    whole = days(frame)
    period = whole if frame.per is Per.PERIOD else _year_in(whole, day, frame.first_month)
    return Stretch(frame, period, over(frame, period))


def days(frame: Frame) -> Period:
    """Those that both the agreement and the goal hold."""
    if frame.valid_from and frame.valid_to:
        return _common(frame.period_start, frame.period_end, frame.valid_from, frame.valid_to)
    return Period(frame.period_start, frame.period_end)


def years(frame: Frame, part: Period) -> Period:
    """The agreement's years that a part of them lies in."""
    first, last = (period_of(day, Per.YEAR, frame.first_month) for day in (part.first, part.last))
    return Period(first.first, last.last).within(days(frame))


def over(frame: Frame, period: Period) -> int | None:
    """The goal's count over whole years, rounded down, 1 at least; per meeting there is none."""
    if frame.goal_count is None or frame.per is None or frame.per is Per.MEETING:
        return None
    return frame.goal_count if frame.per is Per.PERIOD else _over(frame.goal_count, frame.per, period)


def is_share(frame: Frame, part: Period) -> bool:
    """Whether the plan of the whole year decides how much of the goal belongs to the part."""
    if frame.goal_count is None or frame.per in (None, Per.MEETING, Per.PERIOD) or part == years(frame, part):
        return False
    units = how_many(frame.per, part)
    return units < 1 or units.denominator > 1


def pieces(frame: Frame, part: Period) -> Iterator[Period]:
    """One for each of the agreement's years, where their plans decide; else the part itself."""
    while is_share(frame, part) and (year := years(frame, Period(part.first, part.first))).last < part.last:
        yield part.within(year)
        part = Period(year.last + DAY, part.last)
    yield part


def in_part(frame: Frame, part: Period, planned: Planned) -> int | None:
    """`part` lies within `days`."""
    if frame.per is Per.PERIOD and part != days(frame):
        return None
    if not is_share(frame, part):
        return over(frame, part)
    year = years(frame, part)
    goal = over(frame, year)

    def awaited(day: date, count: int) -> int:
        tally = Tally(frame.form, planned_to_date=count, planned_total=planned.total, goal=goal)
        return expected(tally, months_gone(year, day))

    return awaited(part.last + DAY, planned.before + planned.within) - awaited(part.first, planned.before)


@lru_cache(1024)  # the activities of an agreement mostly have the same
def _common(first: date, last: date, valid_from: date, valid_to: date) -> Period:
    return Period(first, last).within(Period(valid_from, valid_to))


@lru_cache(1024)
def _year_in(whole: Period, day: date, first_month: int) -> Period:
    return whole.within(period_of(min(max(day, whole.first), whole.last), Per.YEAR, first_month))


@lru_cache(4096)
def _over(count: int, per: Per, period: Period) -> int:
    return max(int(count * how_many(per, period)), 1)
