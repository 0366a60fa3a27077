"""Which days are planned next, and how many are left of a goal."""

from datetime import date

import pytest

from bot.domain.periods import Period
from bot.domain.season import left_to_plan, season
from bot.domain.words import Per

TWO_YEARS = Period(date(2026, 1, 1), date(2027, 12, 31))
SPRING = Period(date(2027, 1, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 3, 1), date(2026, 3, 1), date(2026, 12, 31)),
        (date(2026, 11, 20), date(2027, 1, 1), date(2027, 12, 31)),
        (date(2027, 11, 20), date(2027, 11, 20), date(2027, 12, 31)),
        (date(2025, 11, 20), date(2026, 1, 1), date(2026, 12, 31)),
    ],
    ids=["the rest of the year", "almost over: the next", "the last year", "not begun"],
)
def test_what_there_is_to_plan(today: date, first: date, last: date) -> None:
    assert season(TWO_YEARS, 1, today) == Period(first, last)


def test_a_year_that_begins_in_april() -> None:
    days = Period(date(2026, 4, 1), date(2028, 3, 31))
    assert season(days, 4, date(2026, 11, 20)) == Period(date(2026, 11, 20), date(2027, 3, 31))


@pytest.mark.parametrize(
    ("count", "per", "already", "left"),
    [
        (12, Per.YEAR, 0, 6), (12, Per.YEAR, 2, 4), (12, Per.YEAR, 9, 0), (1, Per.MONTH, 0, 6), (2, Per.QUARTER, 1, 3),
        (3, Per.PERIOD, 0, 3), (1, Per.MEETING, 0, None),
    ],
)  # fmt: skip
def test_how_many_of_a_goal_are_left_for_half_a_year(count: int, per: Per, already: int, left: int | None) -> None:
    assert left_to_plan(count, per, SPRING, already) == left
