"""The dates of a story, by week, month or quarter, so that the same story can be told in any year."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from bot.domain.calendar import DAY, at, day_bounds, local_day, working_day_until
from bot.domain.periods import Period, period_of
from bot.domain.recurrence import Span, span
from bot.domain.words import Per

MON, TUE, WED, THU, FRI, SAT = range(1, 7)

AFTERNOON = time(15)

Spans = Mapping[int, Span]


def day(year: int, week: int, weekday: int) -> date:
    return date.fromisocalendar(year, week, weekday)


def hours(on: date, begins: int, length: int) -> Span:
    return span(datetime.combine(on, time(begins)), timedelta(hours=length))


def on_days(year: int, weekdays: Mapping[int, int], begins: int, length: int) -> Spans:
    """`weekdays` by week; `begins` on the hour, `length` in hours."""
    return {week: hours(day(year, week, weekday), begins, length) for week, weekday in weekdays.items()}


def whole_days(period: Period) -> Span:
    return Span(day_bounds(period.first)[0], day_bounds(period.last)[1])


def weeks(year: int, numbers: Iterable[int]) -> Spans:
    return {number: whole_days(period_of(day(year, number, MON), Per.WEEK)) for number in numbers}


def months(year: int) -> Spans:
    return {month: whole_days(period_of(date(year, month, 1), Per.MONTH)) for month in range(1, 13)}


def quarters(year: int) -> Spans:
    return {number: whole_days(period_of(date(year, 3 * number, 1), Per.QUARTER)) for number in range(1, 5)}


def reported_at(done: Span, key: int) -> datetime:
    """Some minutes after the end, not always as many; of whole days, in the afternoon of the last working day."""
    minutes = timedelta(minutes=3 + 7 * key % 25)
    if done.ends - done.starts < DAY:
        return done.ends + minutes
    last = local_day(done.ends) - DAY
    working = working_day_until(last)
    return at(working if working >= local_day(done.starts) else last, AFTERNOON) + minutes
