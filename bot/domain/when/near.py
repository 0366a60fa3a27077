"""Which year, month or week is meant when nobody says: the nearest, forward or back."""

from collections.abc import Callable, Iterable
from datetime import date

from bot.domain.calendar import DAY
from bot.domain.periods import WEEK, Period, period_of
from bot.domain.swedish import MONTHS, WEEKDAYS
from bot.domain.when.model import Impossible
from bot.domain.when.said import Around
from bot.domain.words import Per


def one(day: date) -> Period:
    return Period(day, day)


def nearest(days: Iterable[date], around: Around) -> date | None:
    """Today is the nearest, whichever way."""
    ordered = sorted(days, reverse=not around.forward)
    return next((day for day in ordered if (day >= around.today if around.forward else day <= around.today)), None)


def in_some_year(day_of: Callable[[int], date], around: Around) -> Period:
    years = range(around.today.year - 1, around.today.year + 3)
    found = nearest((day_of(year) for year in years), around)
    return one(found or day_of(around.today.year))


def calendar_day(year: int, month: int, day: int) -> date:
    """Raises Impossible for 31 February."""
    if not 1 <= month <= 12:
        raise Impossible(f"Det finns ingen månad {month}.")
    last = _month(year, month).last.day
    if day < 1:
        raise Impossible("Det finns ingen dag 0.")
    if not 1 <= day <= last:
        name = MONTHS[month - 1].capitalize() + (f" {year}" if month == 2 else "")
        raise Impossible(f"{name} har {last} dagar.")
    return date(year, month, day)


def dated(day: int, month: int, around: Around) -> Period:
    """A day and month without a year; 29 February is looked for in the nearest year, as any other."""
    today = around.today
    if 1 <= month <= 12 and 1 <= day <= 31:
        passed = (month, day) < (today.month, today.day) if around.forward else (month, day) > (today.month, today.day)
        step = 1 if around.forward else -1
        return one(calendar_day(today.year + step * passed, month, day))
    return one(calendar_day(today.year, month, day))


def month_day(day: int, around: Around) -> list[Period]:
    """ "den 20": the nearest month that has such a day; forward, today's own number is a question."""
    if not 1 <= day <= 31:
        raise Impossible(f"Ingen månad har en dag {day}.")
    first = around.today.replace(day=1)
    months = [shifted(first, step) for step in range(-3, 4)]
    days = [month.replace(day=day) for month in months if day <= _month(month.year, month.month).last.day]
    found = [one(nearest(days, around) or days[-1])]
    if around.forward and day == around.today.day:
        found.append(one(next(later for later in days if later > around.today)))
    return found


def whole_month(month: int, year: int | None, around: Around) -> Period:
    if year is not None:
        return _month(year, month)
    today = around.today
    step = (month < today.month) if around.forward else -(month > today.month)
    return _month(today.year + step, month)


def whole_week(week: int, year: int | None, around: Around) -> Period:
    """ISO weeks. Raises Impossible for week 54, and for week 53 of a year that has 52."""
    if not 1 <= week <= 53:
        raise Impossible(f"Det finns ingen vecka {week}.")
    if year is None:
        current = around.today.isocalendar()
        step = (week < current.week) if around.forward else -(week > current.week)
        year = current.year + step
    if week > date(year, 12, 28).isocalendar().week:
        raise Impossible(f"{year} har ingen vecka {week}.")
    monday = date.fromisocalendar(year, week, 1)
    return Period(monday, monday + 6 * DAY)


def week_of(day: date) -> Period:
    return period_of(day, Per.WEEK)


def month_of(day: date) -> Period:
    return period_of(day, Per.MONTH)


def shifted(day: date, months: int) -> date:
    """The same day some months later; the last of the month if that month is shorter."""
    number = day.year * 12 + day.month - 1 + months
    last = _month(number // 12, number % 12 + 1).last
    return last.replace(day=min(day.day, last.day))


def weekdays_near(weekday: int, around: Around) -> list[Period]:
    """A weekday with nothing else: forward, today's own name is a question; back, it is today."""
    ahead = around.today + DAY * ((weekday - around.today.weekday()) % 7)
    if not around.forward:
        return [one(ahead if ahead == around.today else ahead - WEEK)]
    return [one(ahead), one(ahead + WEEK)] if ahead == around.today else [one(ahead)]


def last_weekday(weekday: int, around: Around) -> Period:
    """ "i fredags" is never today."""
    return one(around.today - DAY * ((around.today.weekday() - weekday - 1) % 7 + 1))


def next_weekday(weekday: int, around: Around) -> list[Period]:
    """ "nästa fredag": next week's for sure only when this week's has been."""
    ahead = around.today + DAY * ((weekday - around.today.weekday() - 1) % 7 + 1)
    return [one(ahead), one(ahead + WEEK)] if ahead in week_of(around.today) else [one(ahead)]


def must_be(weekday: int, day: date) -> None:
    if day.weekday() != weekday:
        said, right = WEEKDAYS[weekday], WEEKDAYS[day.weekday()]
        raise Impossible(f"{day.day} {MONTHS[day.month - 1]} {day.year} är en {right}, inte en {said}.")


def _month(year: int, month: int) -> Period:
    if not date.min.year <= year < date.max.year:
        raise Impossible(f"Året {year} går inte att planera för.")
    first = date(year, month, 1)
    return period_of(first, Per.MONTH)
