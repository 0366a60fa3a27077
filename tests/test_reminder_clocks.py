"""Clock changes and odd calendars: whatever the wall does, a reminder comes once, and on the right day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import at, day_bounds, to_utc, wall_time
from bot.domain.good_times import good_after, good_before
from bot.domain.kinds import kind
from bot.domain.manners import Manners
from bot.domain.reminder_ladder import all_of
from bot.domain.reminder_policy import Facts
from bot.domain.words import Form, Part

ANNA = 1
DAY = timedelta(days=1)
TEN_YEARS = [date(2026, 1, 1) + DAY * day for day in range(3653)]
HALF_HOURS = [time(minutes // 60, minutes % 60) for minutes in range(0, 24 * 60, 30)]
NIGHTS = Manners(
    workdays=frozenset(range(7)),
    works_red_days=True,
    work_from=time(0),
    work_to=time(23, 59),
    quiet_from=time(12),
    quiet_to=time(18),
)


def told(facts: Facts, manners: Manners) -> list[str]:
    rows = sorted(all_of(facts, [(ANNA, Part.LEAD)], [], {ANNA: manners}), key=lambda one: one.due_at)
    return [f"{one.step} {wall_time(one.due_at, manners.zone):%a %m-%d %H:%M}" for one in rows]


def night_walk(starts: str, hours: int = 2) -> Facts:
    start = to_utc(datetime.fromisoformat(starts))
    return Facts(Form.DATED, kind("nattvandring"), start, start + timedelta(hours=hours))


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "Europe/London", "America/New_York", "Africa/Casablanca"])
def test_every_half_hour_around_the_clock_changes_of_ten_years_is_one_instant_of_its_day(zone: str) -> None:
    where = ZoneInfo(zone)
    changes = [day for day in TEN_YEARS if length(day, where) != DAY]
    assert len(changes) >= 18
    for day in [change + DAY * beside for change in changes for beside in (-1, 0, 1)]:
        first, last = day_bounds(day, where)
        assert [clock for clock in HALF_HOURS if not first <= at(day, clock, where) < last] == []


def length(day: date, where: ZoneInfo) -> timedelta:
    first, last = day_bounds(day, where)
    return last - first


def test_a_walk_in_the_hour_that_spring_skips_begins_after_it() -> None:
    assert told(night_walk("2026-03-29 02:30"), NIGHTS) == [
        "week_before Sun 03-22 03:00",
        "day_before Sat 03-28 03:00",
        "hours_before Sun 03-29 00:00",
        "after Sun 03-29 05:00",
        "next_morning Mon 03-30 00:00",
    ]


def test_a_day_before_in_the_hour_that_spring_skips_comes_after_it() -> None:
    assert told(night_walk("2026-03-30 02:30"), NIGHTS)[1] == "day_before Sun 03-29 03:00"


def test_a_walk_in_the_hour_that_autumn_repeats_is_in_the_first_of_the_two() -> None:
    walk = night_walk("2026-10-25 02:30")
    assert walk.starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert told(walk, NIGHTS) == [
        "week_before Sun 10-18 02:30",
        "day_before Sat 10-24 02:30",
        "hours_before Sun 10-25 00:30",
        "after Sun 10-25 03:30",
        "next_morning Mon 10-26 00:00",
    ]


def test_the_hour_that_autumn_repeats_is_left_where_it_is_when_it_is_a_good_one() -> None:
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # 02.30 for the second time
    assert good_before(NIGHTS, second) == good_after(NIGHTS, second) == second


def test_a_quiet_time_that_ends_in_the_hour_that_spring_skips_ends_after_it() -> None:
    sleeps = Manners(workdays=frozenset(range(7)), work_from=time(0), quiet_from=time(0), quiet_to=time(2, 30))
    assert good_after(sleeps, at(date(2026, 3, 29), time(1))) == at(date(2026, 3, 29), time(3))


def test_a_leap_week_has_its_question_and_the_next_year_begins_on_a_monday() -> None:
    starts, _ = day_bounds(date(2026, 12, 28))
    _, ends = day_bounds(date(2027, 1, 3))
    week_53 = Facts(Form.WINDOW, kind("fotpatrullering"), starts, ends)
    assert told(week_53, Manners()) == ["after Wed 12-30 15:00", "next_morning Mon 01-04 08:00"]


def test_a_leap_day_is_a_day_before_like_any_other() -> None:
    assert told(night_walk("2028-03-01 11:00"), Manners())[1] == "day_before Tue 02-29 11:00"


def test_the_end_of_a_night_belongs_to_the_day_on_which_it_began() -> None:
    """Thursday to Sunday; the last night ends on Monday morning."""
    nights = Manners(
        workdays=frozenset({3, 4, 5, 6}),
        work_from=time(21),
        work_to=time(6),
        quiet_from=time(7, 30),
        quiet_to=time(14, 30),
    )
    monday, thursday = date(2026, 11, 23), date(2026, 11, 26)
    assert good_before(nights, at(thursday, time(17))) == at(monday, time(6))
    assert good_after(nights, at(monday, time(5))) == at(monday, time(5))
    assert good_after(nights, at(monday, time(7))) == at(thursday, time(21))
