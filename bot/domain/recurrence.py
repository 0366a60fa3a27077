"""From a rule, a number or a pace to the dates of a plan."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import NamedTuple

from dateutil.rrule import rrule, rrulestr

from bot.domain.calendar import DAY, is_working_day, to_utc
from bot.domain.periods import Period, period_of, period_text
from bot.domain.words import Per


class Span(NamedTuple):
    """Two instants in UTC."""

    starts: datetime
    ends: datetime


class Window(NamedTuple):
    """Both days included; `label` is what the window is called ("vecka 48", "november")."""

    first: date
    last: date
    label: str


def occurrences(rule: str | rrule, first: datetime, *, length: timedelta, until: date) -> list[Span]:
    """What `rule` gives from `first` (naive Stockholm wall time) to the end of `until`.

    The clock on the wall is kept: a weekly 18–20 stays 18–20 when clocks change. `rule` is an RRULE as text, such as
    "FREQ=WEEKLY;BYDAY=TU", or from `dateutil`, with `first` as its new start. Raises ValueError for other text.
    """
    repeated = rrulestr(rule, dtstart=first) if isinstance(rule, str) else rule.replace(dtstart=first)
    return [span(start, length) for start in takewhile(lambda start: start.date() <= until, repeated)]


def span(first: datetime, length: timedelta) -> Span:
    """From wall time (naive) to instants; the end too is what the clock on the wall shows."""
    starts, ends = to_utc(first), to_utc(first + length)
    # A short one inside the hour that spring skips or autumn repeats would end before it began.
    return Span(starts, ends if ends > starts else starts + length)


def spread(count: int, first: date, last: date, suits: Callable[[date], bool] = is_working_day) -> list[date]:
    """`count` dates evenly over the days that suit; the same day twice only when there are too few."""
    days = list(Period(first, last).each_day())
    days = [day for day in days if suits(day)] or days
    return [days[(2 * index + 1) * len(days) // (2 * count)] for index in range(count)]


def windows(per: Per, first: date, last: date, *, weeks: int = 1, first_month: int = 1) -> list[Window]:
    """The weeks, months, quarters … from `first` to `last`; the outermost are cut to fit.

    With `Per.WEEK`, `weeks=2` gives two-week windows, counted from the week of `first`. `Per.PERIOD` gives one window;
    so does `Per.MEETING`, as meetings follow no calendar.
    """
    if per in (Per.PERIOD, Per.MEETING):
        return [_window(Period(first, last), first, last, first_month)]
    found = []
    day = first
    while day <= last:
        whole = period_of(day, per, first_month)
        if per is Per.WEEK:
            whole = Period(whole.first, whole.first + (7 * weeks - 1) * DAY)
        found.append(_window(whole, first, last, first_month))
        day = whole.last + DAY
    return found


def _window(whole: Period, first: date, last: date, first_month: int) -> Window:
    return Window(max(whole.first, first), min(whole.last, last), period_text(whole, first_month=first_month))
