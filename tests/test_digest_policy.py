"""When the list of a week comes, how often a chief hears, and when a date is warned of."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain import digest_policy as policy
from bot.domain.calendar import local
from bot.domain.digest_policy import Milestone
from bot.domain.manners import Away, Manners
from tests.factories import stockholm

SATURDAY = stockholm(21, 10)
MONDAY = date(2026, 11, 23)
WEEKEND_SHIFT = frozenset({5, 6})


def times(manners: Manners, now: datetime = SATURDAY) -> list[str]:
    return [f"{local(one.due_at):%a %d %H.%M}" for one in policy.digests(manners, now)]


@pytest.mark.parametrize(
    ("manners", "due"),
    [
        (Manners(), ["Mon 23 08.00"]),
        (Manners(work_from=time(9, 30)), ["Mon 23 09.30"]),
        (Manners(work_from=time(6)), ["Mon 23 07.30"]),
        (Manners(zone=ZoneInfo("Europe/London")), ["Mon 23 09.00"]),
        (Manners(workdays=WEEKEND_SHIFT, work_from=time(10)), ["Sat 21 10.00"]),
        (Manners(workdays=frozenset()), []),
        (Manners(away=(Away(date(2026, 11, 20), date(2026, 11, 29)),)), []),
    ],
    ids=["office", "begins late", "begins in quiet hours", "London", "weekends", "never", "away all week"],
)
def test_it_comes_when_they_begin_the_first_day_that_they_work(manners: Manners, due: list[str]) -> None:
    assert times(manners) == due


def test_who_comes_back_on_wednesday_gets_it_then() -> None:
    away = Manners(away=(Away(date(2026, 11, 16), date(2026, 11, 24)),))
    assert times(away, stockholm(23, 9)) == ["Wed 25 08.00"]


def test_a_red_monday_leaves_it_to_tuesday() -> None:
    easter = stockholm(5, 12, month=4)
    assert times(Manners(), easter) == ["Tue 07 08.00"]
    assert times(Manners(works_red_days=True), easter) == ["Mon 06 08.00"]


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (stockholm(21, 7), []),
        (stockholm(21, 8), ["Mon 23 08.00"]),
        (stockholm(23, 18), ["Mon 23 08.00"]),
        (stockholm(23, 18, 1), []),
    ],
)
def test_it_is_written_down_two_days_ahead_and_missed_in_the_evening(now: datetime, due: list[str]) -> None:
    assert times(Manners(), now) == due


def test_who_begins_in_the_evening_has_hours_to_get_it() -> None:
    late = Manners(work_from=time(19), work_to=time(3), quiet_from=time(8), quiet_to=time(16))
    assert not policy.is_too_late(stockholm(23, 19), late, stockholm(23, 22))
    assert policy.is_too_late(stockholm(23, 19), late, stockholm(23, 22, 1))


@pytest.mark.parametrize(
    ("cadence", "mondays"),
    [
        ("week", [2, 9, 16, 23, 30]),
        ("month", [2]),
        ("quarter", []),
        ("never", []),
    ],
)
def test_a_chief_hears_on_the_first_monday_of_what_they_chose(cadence: str, mondays: list[int]) -> None:
    november = [date(2026, 11, day) for day in (2, 9, 16, 23, 30)]
    assert [day.day for day in november if policy.chief_hears(cadence, day)] == mondays


def test_a_quarter_begins_with_its_first_monday() -> None:
    assert policy.chief_hears("quarter", date(2026, 10, 5))
    assert not policy.chief_hears("quarter", date(2026, 10, 12))


@pytest.mark.parametrize(
    ("today", "mark"),
    [
        (date(2026, 6, 27), None),
        (date(2026, 6, 28), Milestone(6, date(2026, 6, 30))),
        (date(2026, 7, 14), Milestone(6, date(2026, 6, 30))),
        (date(2026, 7, 15), None),
        (date(2026, 10, 31), Milestone(2, date(2026, 10, 31))),
        (date(2026, 12, 1), None),
    ],
)
def test_an_agreement_that_ends_is_told_of_six_and_two_months_before(today: date, mark: Milestone | None) -> None:
    assert policy.ending(date(2026, 12, 31), noon(today)) == mark


@pytest.mark.parametrize(
    ("today", "days"), [(date(2026, 11, 20), None), (date(2026, 11, 21), 14), (date(2026, 12, 4), 3)]
)
def test_a_council_is_prepared_two_weeks_and_three_days_before(today: date, days: int | None) -> None:
    found = policy.meeting(stockholm(7, 13, month=12), noon(today))
    assert (found.number if found else None) == days


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (date(2026, 9, 28), None),
        (date(2026, 9, 29), 22),
        (date(2026, 11, 28), 22),
        (date(2026, 11, 29), 24),
        (date(2029, 1, 1), 24),
    ],
)
def test_the_law_is_warned_of_after_22_and_24_months_and_not_forgotten(today: date, months: int | None) -> None:
    found = policy.statute(date(2024, 12, 1), noon(today))
    assert (found.number if found else None) == months


def test_a_date_is_told_of_on_a_working_morning() -> None:
    tuesday = date(2026, 12, 1)
    assert policy.told_at(tuesday, Manners(), stockholm(28, 9)) is None
    assert policy.told_at(tuesday, Manners(), stockholm(29, 9)) == stockholm(1, 8, month=12)


def test_the_morning_of_the_list_has_no_second_message() -> None:
    assert policy.told_at(date(2026, 11, 28), Manners(), stockholm(29, 9)) == stockholm(30, 13)
    assert policy.told_at(date(2026, 11, 28), Manners(), stockholm(30, 15)) == stockholm(30, 15)


def test_a_date_that_was_missed_at_night_waits_for_the_morning() -> None:
    assert policy.told_at(date(2026, 11, 20), Manners(), stockholm(23, 23)) == stockholm(24, 8)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 11, tzinfo=UTC)
