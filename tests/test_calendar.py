from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import (
    STOCKHOLM,
    at,
    day_bounds,
    eves,
    is_working_day,
    local,
    local_day,
    next_working_day,
    red_days,
    to_utc,
    wall_time,
    working_day_from,
    working_day_until,
)

SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)

RED_DAYS = {
    2024: "01-01 01-06 03-29 03-31 04-01 05-01 05-09 05-19 06-06 06-22 11-02 12-25 12-26",
    2025: "01-01 01-06 04-18 04-20 04-21 05-01 05-29 06-06 06-08 06-21 11-01 12-25 12-26",
    2026: "01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-20 10-31 12-25 12-26",
    2027: "01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-06 06-26 11-06 12-25 12-26",
}


@pytest.mark.parametrize(("year", "days"), RED_DAYS.items())
def test_red_days_follow_easter_and_the_moving_saturdays(year: int, days: str) -> None:
    assert sorted(red_days(year)) == [date.fromisoformat(f"{year}-{day}") for day in days.split()]


def test_red_days_have_names() -> None:
    assert red_days(2026)[date(2026, 5, 14)] == "Kristi himmelsfärdsdag"


def test_eves_are_named() -> None:
    assert eves(2026) == {
        date(2026, 4, 4): "påskafton",
        date(2026, 5, 23): "pingstafton",
        date(2026, 6, 19): "midsommarafton",
        date(2026, 12, 24): "julafton",
        date(2026, 12, 31): "nyårsafton",
    }


@pytest.mark.parametrize("day", ["2026-11-21", "2026-11-22", "2026-05-14", "2026-06-19", "2026-12-24", "2027-01-06"])
def test_nobody_works_on_weekends_red_days_and_eves(day: str) -> None:
    assert not is_working_day(date.fromisoformat(day))


def test_day_after_new_years_day_is_worked() -> None:
    assert is_working_day(date(2026, 1, 2))


@pytest.mark.parametrize(
    ("day", "following"),
    [
        ("2026-11-19", "2026-11-20"),
        ("2026-11-20", "2026-11-23"),
        ("2026-12-23", "2026-12-28"),
        ("2026-04-02", "2026-04-07"),
    ],
)
def test_next_working_day_passes_over_weekends_and_holidays(day: str, following: str) -> None:
    assert next_working_day(date.fromisoformat(day)) == date.fromisoformat(following)


def test_working_day_stays_itself_in_both_directions() -> None:
    friday = date(2026, 11, 20)
    assert working_day_from(friday) == working_day_until(friday) == friday


def test_sunday_lies_between_two_working_days() -> None:
    sunday = date(2026, 11, 22)
    assert (working_day_until(sunday), working_day_from(sunday)) == (date(2026, 11, 20), date(2026, 11, 23))


@pytest.mark.parametrize("hour", range(24))
def test_each_hour_of_the_spring_change(hour: int) -> None:
    expected = hour - (1 if hour < 3 else 2)
    assert at(SPRING, time(hour)) == datetime(2026, 3, 29, tzinfo=UTC) + timedelta(hours=expected)


@pytest.mark.parametrize("hour", range(24))
def test_each_hour_of_the_autumn_change(hour: int) -> None:
    expected = hour - (2 if hour < 3 else 1)
    assert at(AUTUMN, time(hour)) == datetime(2026, 10, 25, tzinfo=UTC) + timedelta(hours=expected)


@pytest.mark.parametrize("minute", [0, 1, 30, 59])
def test_skipped_time_becomes_the_first_that_exists(minute: int) -> None:
    assert local(at(SPRING, time(2, minute, 30))) == datetime(2026, 3, 29, 3, tzinfo=STOCKHOLM)


def test_repeated_time_is_the_first_of_the_two_whatever_its_fold() -> None:
    assert to_utc(datetime(2026, 10, 25, 2, 30, fold=1)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_gap_of_half_an_hour_is_followed_to_its_end() -> None:
    lord_howe = ZoneInfo("Australia/Lord_Howe")
    assert wall_time(to_utc(datetime(2026, 10, 4, 2, 10), lord_howe), lord_howe) == datetime(2026, 10, 4, 2, 30)


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "America/New_York", "Africa/Casablanca", "Australia/Lord_Howe"])
def test_every_half_hour_of_a_year_comes_once_each_local_day(zone: str) -> None:
    place = ZoneInfo(zone)
    for clock in [time(hour, minute) for hour in range(24) for minute in (0, 30)]:
        days = [local_day(at(date(2026, 1, 1) + timedelta(days=day), clock, place), place) for day in range(365)]
        assert days == [date(2026, 1, 1) + timedelta(days=day) for day in range(365)]


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 23), (AUTUMN, 25), (date(2026, 11, 20), 24)])
def test_day_has_as_many_hours_as_the_clocks_give_it(day: date, hours: int) -> None:
    first, following = day_bounds(day)
    assert following - first == timedelta(hours=hours)


def test_late_evening_in_utc_is_tomorrow_in_stockholm() -> None:
    assert local_day(datetime(2026, 11, 20, 23, 30, tzinfo=UTC)) == date(2026, 11, 21)


def test_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        local(datetime(2026, 11, 20))


def test_aware_wall_time_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        to_utc(datetime(2026, 11, 20, tzinfo=UTC))
