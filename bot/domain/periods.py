"""The calendar periods that work is planned, counted and followed up in. A year may begin in any month."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import lru_cache

from bot.domain.calendar import DAY, day_bounds
from bot.domain.swedish import MONTHS, range_text
from bot.domain.words import Per

MONTHS_IN = {Per.MONTH: 1, Per.QUARTER: 3, Per.TERTIAL: 4, Per.HALF_YEAR: 6, Per.YEAR: 12}
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Both days included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def within(self, other: "Period") -> "Period":
        """What they have in common, and something they must."""
        return Period(max(self.first, other.first), min(self.last, other.last))

    def meets(self, other: "Period") -> bool:
        return self.first <= other.last and other.first <= self.last

    def each_day(self) -> Iterator[date]:
        return (self.first + index * DAY for index in range(self.days))

    def elapsed(self, today: date) -> Fraction:
        """How much of the period is over when `today` begins: 0 to 1."""
        days = self.days
        return _share(min(max((today - self.first).days, 0), days), days)


@lru_cache(1024)
def instants(period: Period) -> tuple[datetime, datetime]:
    """When it begins, and when what follows it does (UTC)."""
    return day_bounds(period.first)[0], day_bounds(period.last)[1]


@lru_cache(1024)
def _share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole)


def period_of(day: date, per: Per, first_month: int = 1) -> Period:
    """The week, month, quarter … that `day` lies in. Raises ValueError for PERIOD and MEETING: no calendar has them."""
    if per is Per.WEEK:
        monday = day - day.weekday() * DAY
        return Period(monday, monday + 6 * DAY)
    if per not in MONTHS_IN:
        raise ValueError(f"{per!r} has no calendar of its own")
    length = MONTHS_IN[per]
    month = _month_number(day)
    first = month - (month - first_month + 1) % length
    return Period(_first_day(first), _first_day(first + length) - DAY)


def how_many(per: Per, within: Period) -> Fraction:
    """How many weeks, months, quarters … a period holds, by its weeks or months; one belongs where most of it lies.

    Four months hold a third of a year. Raises ValueError for PERIOD and MEETING.
    """
    if per is Per.WEEK:
        return Fraction(_weeks_before(within.last + DAY) - _weeks_before(within.first))
    if per not in MONTHS_IN:
        raise ValueError(f"{per!r} has no calendar of its own")
    return Fraction(_months_before(within.last + DAY) - _months_before(within.first), MONTHS_IN[per])


def months_gone(period: Period, day: date) -> Fraction:
    """As `Period.elapsed`, but each month is as long as the others: after four of twelve, a third is over."""
    first, last = _in_months(period.first), _in_months(period.last + DAY)
    return (min(max(_in_months(day), first), last) - first) / (last - first)


def following(first: date, per: Per) -> Period:
    """The month, quarter … that begins on a day, whatever year it belongs to; of PERIOD and MEETING there is none."""
    return Period(first, (first + WEEK if per is Per.WEEK else months_after(first, MONTHS_IN[per])) - DAY)


def before(period: Period) -> Period:
    """As many months, weeks or days just before: what a period is compared with."""
    if period.first.day == 1 and (period.last + DAY).day == 1:
        months = _month_number(period.last + DAY) - _month_number(period.first)
        return Period(months_after(period.first, -months), period.first - DAY)
    return Period(period.first - period.days * DAY, period.first - DAY)


def as_far(period: Period, other: Period, today: date) -> Period:
    """As much of `period` as there has been of `other` by the end of `today`: half a year is compared with half."""
    gone = (min(today, other.last) - other.first).days
    return period if today >= other.last else Period(period.first, min(period.first + gone * DAY, period.last))


def months_after(day: date, months: int) -> date:
    """The first of the month, so many months after or (below 0) before that of `day`."""
    return _first_day(_month_number(day) + months)


def period_text(period: Period, today: date | None = None, first_month: int = 1) -> str:
    """Gives "vecka 48", "november", "april 2021–mars 2022"; the year is added if `today` is given and in another."""
    if period.first.weekday() == 0 and period.days in (7, 14):
        return _weeks_text(period, today)
    if period.first.day == 1 and (period.last + DAY).day == 1:
        return _months_text(period, today, first_month)
    return range_text(period.first, period.last, today)


def _weeks_text(period: Period, today: date | None) -> str:
    first, last = period.first.isocalendar(), period.last.isocalendar()
    weeks = f"{first.week}" if first.week == last.week else f"{first.week}–{last.week}"
    return f"vecka {weeks}{_year(last.year, today)}"


def _months_text(period: Period, today: date | None, first_month: int) -> str:
    first, last = period.first, period.last
    length = _month_number(last) - _month_number(first) + 1
    if length == 12 and first.month == 1:
        return str(first.year)
    if first.year != last.year:
        return f"{MONTHS[first.month - 1]} {first.year}–{MONTHS[last.month - 1]} {last.year}"
    name = _part_of_year(first.month, length) if first_month == 1 else ""
    if not name:
        name = MONTHS[first.month - 1] + (f"–{MONTHS[last.month - 1]}" if length > 1 else "")
    return name + _year(first.year, today)


def _part_of_year(month: int, length: int) -> str:
    # "kvartal 3" is only said of calendar years: where the year begins in April it would mean two things.
    index, rest = divmod(month - 1, length)
    names = {3: f"kvartal {index + 1}", 4: f"tertial {index + 1}", 6: ("första", "andra")[index % 2] + " halvåret"}
    return "" if rest else names.get(length, "")


def _year(year: int, today: date | None) -> str:
    return f" {year}" if today is not None and year != today.year else ""


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _in_months(day: date) -> Fraction:
    """From the calendar's beginning to the day's."""
    length = (months_after(day, 1) - day.replace(day=1)).days
    return _month_number(day) + Fraction(day.day - 1, length)


def _months_before(day: date) -> int:
    """Months that had most of their days before `day`."""
    month = _month_number(day)
    length = (_first_day(month + 1) - _first_day(month)).days
    return month + (2 * (day.day - 1) > length)


def _weeks_before(day: date) -> int:
    """Weeks that had most of their days before `day`; the calendar's first day is a Monday."""
    return (day.toordinal() + 2) // 7


def _first_day(month_number: int) -> date:
    return date(month_number // 12, month_number % 12 + 1, 1)
