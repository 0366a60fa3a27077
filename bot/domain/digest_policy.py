"""When the list of a week comes, how often a chief hears, and which dates people must be told of well before.

Everybody's days and hours are those of their own wall: `bot.domain.manners`.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from bot.domain import good_times
from bot.domain.calendar import DAY, at, local_day
from bot.domain.good_times import good_after, works
from bot.domain.manners import Manners
from bot.domain.periods import WEEK, period_of
from bot.domain.words import Per

AHEAD = timedelta(hours=48)
"""So long before it is due a message is written down; what it says is found out when it is sent."""
TOO_LATE = time(18)
AFTER_LUNCH = time(13)
AT_LEAST = timedelta(hours=3)

MONTHLY, NEVER = Per.MONTH.value, "never"

ENDING = (6, 2)  # months before an agreement ends
MEETING = (14, 3)  # days before a council meets
FOLLOW_UP = 14  # days before a follow-up is to be handed over
LONGEST_BEFORE = MEETING[0] * DAY + AHEAD
CATCH_UP = timedelta(days=14)  # a bot that was silent for longer does not dig up what was due then
STATUTE_FROM = date(2023, 7, 1)  # lag (2023:196) is in force; 6 §: at least every second year
STATUTE = (22, 24)  # months since it was last done


class LegalDuty(StrEnum):
    """What the law asks for, each with two years of its own."""

    PICTURE = "picture"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class WeekDigest:
    """The list of the week that begins on `monday`."""

    monday: date
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Milestone:
    """`number` of months or days before (or since) something: on `day`."""

    number: int
    day: date


def digests(manners: Manners, now: datetime) -> list[WeekDigest]:
    """For this week or the next: what is due within `AHEAD`, or was and is not too late."""
    found = [WeekDigest(one, due_at) for one in near(manners, now) if (due_at := morning_of_week(one, manners))]
    return [one for one in found if one.due_at <= now + AHEAD and not is_too_late(one.due_at, manners, now)]


def near(manners: Manners, now: datetime) -> tuple[date, date]:
    """The Mondays of this week and the next."""
    this = monday_of(local_day(now, manners.zone))
    return this, this + WEEK


def is_too_late(due_at: datetime, manners: Manners, now: datetime) -> bool:
    """A list for the day is of no use at night."""
    evening = at(local_day(due_at, manners.zone), TOO_LATE, manners.zone)
    return now > max(evening, due_at + AT_LEAST)


def morning_of_week(monday: date, manners: Manners) -> datetime | None:
    """When they begin on the first day that they work; None for who is away all week."""
    day = next((one for one in (monday + index * DAY for index in range(7)) if works(manners, one)), None)
    return good_times.morning(manners, day) if day else None


def told_at(first: date, manners: Manners, now: datetime) -> datetime | None:
    """Of a date: the first time from that day on when they work, and that is ahead; None until it is near.

    After lunch on the day of the week's list: nobody gets two such messages the same morning.
    """
    due_at = good_after(manners, max(at(first, time.min, manners.zone), now))
    if due_at and _has_list(local_day(due_at, manners.zone), manners):
        lunch = at(local_day(due_at, manners.zone), AFTER_LUNCH, manners.zone)
        due_at = good_after(manners, max(lunch, due_at))
    return due_at if due_at and due_at <= now + AHEAD else None


def _has_list(day: date, manners: Manners) -> bool:
    morning = morning_of_week(monday_of(day), manners)
    return morning is not None and local_day(morning, manners.zone) == day


def chief_hears(cadence: str, monday: date) -> bool:
    """On the first Monday of each month, quarter …; "week" is every Monday."""
    return cadence != NEVER and monday - WEEK not in period_of(monday, Per(cadence))


def monday_of(day: date) -> date:
    return day - day.weekday() * DAY


def ending(period_end: date, now: datetime) -> Milestone | None:
    """The mark that is near, or was passed lately."""
    return _recent([Milestone(months, period_end - relativedelta(months=months)) for months in ENDING], now)


def meeting(starts_at: datetime, now: datetime) -> Milestone | None:
    return _recent([Milestone(days, local_day(starts_at) - days * DAY) for days in MEETING], now)


def follow_up(over_on: date, due_on: date, now: datetime) -> Milestone | None:
    """The morning after its period, and again before it is due."""
    marks = [Milestone(0, over_on + DAY), Milestone(FOLLOW_UP, due_on - FOLLOW_UP * DAY)]
    return _recent([one for one in marks if one.day > over_on], now)


def statute(since: date, now: datetime) -> Milestone | None:
    """The last mark that was passed, however long ago: what the law asks for is not forgiven."""
    marks = (Milestone(months, since + relativedelta(months=months)) for months in STATUTE)
    return max((one for one in marks if one.day <= _horizon(now)), key=lambda one: one.day, default=None)


def statute_deadline(since: date) -> date:
    return since + relativedelta(months=STATUTE[-1])


def _recent(marks: list[Milestone], now: datetime) -> Milestone | None:
    passed = [one for one in marks if local_day(now - CATCH_UP) <= one.day <= _horizon(now)]
    return max(passed, key=lambda one: one.day, default=None)


def _horizon(now: datetime) -> date:
    return local_day(now + AHEAD)
