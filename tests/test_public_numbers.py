"""What a citizen who keeps every page could work out."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import Period
from bot.domain.public_numbers import ToldNumbers, gives_away, steady, tell

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
FIRST = Period(date(2026, 1, 1), date(2026, 4, 30))
SECOND = Period(date(2026, 5, 1), date(2026, 8, 31))
THIRD = Period(date(2026, 9, 1), date(2026, 12, 31))
MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
NAME = "1:rattfylla"


def told(period: Period, count: float) -> ToldNumbers:
    return ToldNumbers(period, {NAME: count})


@pytest.mark.parametrize(
    ("here", "before", "gives"),
    [
        (told(YEAR, 17), [], False),
        (told(YEAR, 2), [], False),  # it is shown as small
        (told(YEAR, 17), [told(FIRST, 2)], False),  # 15 in the rest of the year
        (told(YEAR, 17), [told(FIRST, 2), told(SECOND, 7), told(THIRD, 8)], True),
        (told(YEAR, 17), [told(FIRST, 7), told(SECOND, 8)], True),  # 2 in the third, which is not published
        (told(YEAR, 15), [told(FIRST, 7), told(SECOND, 8)], False),  # none in the third
        (told(YEAR, 9), [told(SECOND, 7)], True),
        (told(THIRD, 8), [told(YEAR, 17), told(SECOND, 7)], True),  # 2 in the first
        (told(FIRST, 2), [told(YEAR, 17), told(SECOND, 7), told(THIRD, 8)], True),  # too late: it is not told again
        (told(YEAR, 30), [told(SECOND, 20), told(MAY, 18)], False),  # what May leaves was given away before
        (told(MAY, 18), [told(SECOND, 20)], True),
        (told(YEAR, 17), [told(YEAR, 16)], False),  # the same stretch, later: see below
        (told(FIRST, 12), [told(YEAR, 14), told(YEAR, 30)], True),  # of the year as it was told in June, 2 are left
        (told(YEAR, 17), [ToldNumbers(FIRST, {"2:rattfylla": 16.0})], False),  # another activity
    ],
)
def test_a_number_is_held_back_where_it_tells_a_small_one(
    here: ToldNumbers, before: list[ToldNumbers], gives: bool
) -> None:
    assert gives_away(NAME, here, before, 5) is gives


@given(st.lists(st.integers(0, 12), min_size=3, max_size=3), st.permutations([0, 1, 2, 3]))
def test_no_tertial_can_be_worked_out(counts: list[int], order: list[int]) -> None:
    """However they are published: of all that is told, no tertial with a few is known to the one."""
    every = [told(period, count) for period, count in zip((FIRST, SECOND, THIRD), counts, strict=True)]
    every.append(told(YEAR, sum(counts)))
    published: list[ToldNumbers] = []
    for index in order:
        if not gives_away(NAME, every[index], published, 5):
            published.append(every[index])
    exact = {one.period: one.numbers[NAME] for one in published if not 0 < one.numbers[NAME] < 5}
    unknown = [one.numbers[NAME] for one in every[:3] if one.period not in exact]

    if exact.get(YEAR):
        assert not 0 < sum(unknown) < 5


@pytest.mark.parametrize(
    ("now", "before", "shown"),
    [
        (13, [], 13),
        (13, [12], 12),  # one person, told in June and not in May
        (16, [12], 12),
        (17, [12], 17),
        (8, [12], 12),  # corrected
        (7, [12], 7),
        (14, [12, 17], 12),  # the nearest
        (16, [12, 17], 17),
        (3, [12], 3),  # "färre än 5": no number is shown
        (3, [0], 3),
        (6, [3], 6),  # "färre än 5" was shown
        (0, [3], 0),
    ],
)
def test_a_number_stands_until_it_differs_by_the_threshold(now: int, before: list[int], shown: int) -> None:
    assert steady(NAME, told(YEAR, now), [told(YEAR, one) for one in before], 5) == shown


def test_what_was_told_of_another_stretch_does_not_hold_a_number_back() -> None:
    assert steady(NAME, told(YEAR, 13), [told(FIRST, 12)], 5) == 13


@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from([YEAR, FIRST, SECOND, MAY])), max_size=12))
def test_no_two_versions_of_a_page_differ_by_a_few(counts: list[tuple[int, Period]]) -> None:
    """However the counts go up and down, and whatever else is published between."""
    published: list[ToldNumbers] = []
    for count, period in counts:
        number = tell(NAME, told(period, count), published, 5)
        if number is not None:
            published.append(told(period, number))
    for one, other in combinations(published, 2):
        shown = one.numbers[NAME], other.numbers[NAME]
        if one.period == other.period and not any(0 < number < 5 for number in shown):
            assert not 0 < abs(shown[0] - shown[1]) < 5


@given(st.integers(0, 60), st.lists(st.integers(0, 60), max_size=8))
def test_what_is_told_is_never_far_from_what_is_so(now: int, before: list[int]) -> None:
    number = steady(NAME, told(YEAR, now), [told(YEAR, one) for one in before], 5)

    assert abs(number - now) < 5
    assert number == now or not 0 < number < 5
