from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from dateutil.rrule import WEEKLY, rrule
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import is_working_day, wall_time
from bot.domain.periods import MONTHS_IN, Period
from bot.domain.recurrence import Span, occurrences, span, spread, windows
from bot.domain.words import Per

TWO_HOURS = timedelta(hours=2)
PERS = st.sampled_from(list(Per))
STARTS = st.dates(date(2015, 1, 1), date(2035, 1, 1))


def walls(spans: list[Span]) -> list[str]:
    return [f"{wall_time(one.starts):%m-%d %H:%M}-{wall_time(one.ends):%H:%M}" for one in spans]


def test_weekly_evening_keeps_its_clock_when_clocks_change() -> None:
    spans = occurrences("FREQ=WEEKLY", datetime(2026, 10, 20, 18), length=TWO_HOURS, until=date(2026, 11, 3))
    assert walls(spans) == ["10-20 18:00-20:00", "10-27 18:00-20:00", "11-03 18:00-20:00"]
    assert [one.starts.hour for one in spans] == [16, 17, 17]


def test_last_day_is_included_and_the_next_is_not() -> None:
    spans = occurrences("FREQ=DAILY", datetime(2026, 11, 20, 23), length=TWO_HOURS, until=date(2026, 11, 21))
    assert walls(spans) == ["11-20 23:00-01:00", "11-21 23:00-01:00"]


def test_rule_may_come_ready_made_with_another_start() -> None:
    rule = rrule(WEEKLY, interval=2, dtstart=datetime(2020, 1, 1))
    spans = occurrences(rule, datetime(2026, 11, 3, 9), length=TWO_HOURS, until=date(2026, 12, 1))
    assert walls(spans) == ["11-03 09:00-11:00", "11-17 09:00-11:00", "12-01 09:00-11:00"]


def test_even_weeks_are_weeks_with_even_numbers_also_after_week_53() -> None:
    even = "FREQ=YEARLY;BYDAY=TU;BYWEEKNO=" + ",".join(str(week) for week in range(2, 53, 2))
    spans = occurrences(even, datetime(2026, 12, 15, 18), length=TWO_HOURS, until=date(2027, 1, 31))
    assert [one.starts.date().isocalendar().week for one in spans] == [52, 2, 4]


def test_night_across_the_spring_change_ends_when_the_clock_says() -> None:
    night = span(datetime(2026, 3, 28, 22), timedelta(hours=6))
    assert wall_time(night.ends) == datetime(2026, 3, 29, 4)
    assert night.ends - night.starts == timedelta(hours=5)


def test_what_lies_wholly_in_the_skipped_hour_keeps_its_length() -> None:
    short = span(datetime(2026, 3, 29, 2, 10), timedelta(minutes=40))
    assert walls([short]) == ["03-29 03:00-03:40"]


def test_text_that_is_no_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="invalid"):
        occurrences("FREQ=IBLAND", datetime(2026, 11, 20, 18), length=TWO_HOURS, until=date(2026, 12, 1))


def test_two_walks_a_year_come_in_spring_and_autumn() -> None:
    assert spread(2, date(2026, 1, 1), date(2026, 12, 31)) == [date(2026, 4, 1), date(2026, 10, 1)]


def test_spread_takes_any_day_when_none_suits() -> None:
    assert spread(1, date(2026, 11, 21), date(2026, 11, 22)) == [date(2026, 11, 22)]


@given(count=st.integers(0, 400), first=STARTS, days=st.integers(0, 800))
def test_spread_gives_exactly_so_many_days_inside(count: int, first: date, days: int) -> None:
    last = first + timedelta(days=days)
    found = spread(count, first, last)
    assert len(found) == count
    assert all(day in Period(first, last) for day in found)
    assert found == sorted(found)


@given(count=st.integers(1, 60), first=STARTS, days=st.integers(120, 400))
def test_spread_names_no_day_twice_and_no_holiday_when_there_is_room(count: int, first: date, days: int) -> None:
    found = spread(count, first, first + timedelta(days=days))
    assert len(set(found)) == count
    assert all(is_working_day(day) for day in found)


def labels(per: Per, first: str, last: str, *, weeks: int = 1, first_month: int = 1) -> list[str]:
    span = date.fromisoformat(first), date.fromisoformat(last)
    return [window.label for window in windows(per, *span, weeks=weeks, first_month=first_month)]


def test_year_with_a_leap_week_has_53_windows() -> None:
    names = labels(Per.WEEK, "2026-01-01", "2026-12-31")
    assert (names[0], names[-1], len(names)) == ("vecka 1", "vecka 53", 53)


def test_two_week_windows_cross_the_leap_week() -> None:
    assert labels(Per.WEEK, "2026-12-14", "2027-01-10", weeks=2) == ["vecka 51–52", "vecka 53–1"]


def test_month_that_is_cut_by_the_signing_keeps_its_name() -> None:
    first, *_ = windows(Per.MONTH, date(2022, 4, 21), date(2022, 12, 31))
    assert first == (date(2022, 4, 21), date(2022, 4, 30), "april")


def test_quarters_of_a_year_from_april() -> None:
    names = labels(Per.QUARTER, "2021-04-01", "2022-03-31", first_month=4)
    assert names == ["april–juni", "juli–september", "oktober–december", "januari–mars"]


@pytest.mark.parametrize("per", [Per.PERIOD, Per.MEETING])
def test_what_follows_no_calendar_is_one_window(per: Per) -> None:
    assert labels(per, "2022-04-21", "2024-12-31") == ["21 april 2022–31 december 2024"]


@given(per=PERS, first=STARTS, days=st.integers(0, 1500), weeks=st.integers(1, 4), first_month=st.integers(1, 12))
def test_windows_cover_the_span_without_gap_or_overlap(
    per: Per, first: date, days: int, weeks: int, first_month: int
) -> None:
    last = first + timedelta(days=days)
    found = windows(per, first, last, weeks=weeks, first_month=first_month)
    assert (found[0].first, found[-1].last) == (first, last)
    assert all(window.first <= window.last for window in found)
    assert all((after.first - before.last).days == 1 for before, after in pairwise(found))


@pytest.mark.parametrize("per", [Per.WEEK, *MONTHS_IN])
def test_no_days_give_no_windows(per: Per) -> None:
    assert windows(per, date(2026, 2, 1), date(2026, 1, 31)) == []
