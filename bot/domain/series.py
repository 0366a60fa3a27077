"""Occurrences that were planned together: how far a change of one of them goes, and what it makes of the others."""

from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain.calendar import day_bounds, local_day, wall_time
from bot.domain.recurrence import Span, span
from bot.domain.words import Form


class SeriesScope(StrEnum):
    """Of those that are still ahead."""

    ONE = "one"
    FOLLOWING = "following"
    ALL = "all"


def shifted(one: Span, before: Span, after: Span, form: Form) -> Span:
    """As many days later as `after` is than `before`. Only a new time of day takes the place of its own."""
    if form is not Form.DATED:
        return Span(_same_days(one.starts, before.starts, after.starts), _same_days(one.ends, before.ends, after.ends))
    days = local_day(after.starts) - local_day(before.starts)
    begins, length = _clock(one if _clock(after) == _clock(before) else after)
    return span(datetime.combine(local_day(one.starts) + days, begins), length)


def _clock(of: Span) -> tuple[time, timedelta]:
    """When it begins and how long it is, on the wall."""
    starts = wall_time(of.starts)
    return starts.time(), wall_time(of.ends) - starts


def _same_days(moment: datetime, before: datetime, after: datetime) -> datetime:
    return day_bounds(local_day(moment) + (local_day(after) - local_day(before)))[0]
