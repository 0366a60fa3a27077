"""What can be posted in a channel where a coordinator has asked for it, and when."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.calendar import DAY, at, local_day, working_day_from

MORNING = time(8)
WEEK = timedelta(days=7)
WEEKS_AHEAD = 8
SETTLES = timedelta(minutes=10)
"""After a report: who was too quick can take it back before anybody reads it in a channel."""
LATE = timedelta(days=1)


class PostKind(StrEnum):
    WEEK = "week"
    REPORTED = "reported"


def mondays(now: datetime) -> Iterator[tuple[date, datetime]]:
    """The coming weeks: each Monday, and when that week is posted (the first working day, at eight)."""
    monday = local_day(now) - DAY * local_day(now).weekday()
    for week in range(WEEKS_AHEAD + 1):
        day = monday + WEEK * week
        if (due_at := at(working_day_from(day), MORNING)) > now:
            yield day, due_at


def reported_at(ends_at: datetime, now: datetime) -> datetime:
    """Never before it is over."""
    return max(now + SETTLES, ends_at)
