"""What a citizen who keeps every page could work out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import Period
from bot.domain.public_numbers import Told, gives_away

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
FIRST = Period(date(2026, 1, 1), date(2026, 4, 30))
SECOND = Period(date(2026, 5, 1), date(2026, 8, 31))
THIRD = Period(date(2026, 9, 1), date(2026, 12, 31))
MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
NAME = "1:rattfylla"


def told(period: Period, count: float) -> Told:
    return Told(period, {NAME: count})


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
        (told(YEAR, 17), [told(YEAR, 16)], False),  # the same stretch, later
        (told(YEAR, 17), [Told(FIRST, {"2:rattfylla": 16.0})], False),  # another activity
    ],
)
def test_a_number_is_held_back_where_it_tells_a_small_one(here: Told, before: list[Told], gives: bool) -> None:
    assert gives_away(NAME, here, before, 5) is gives


@given(st.lists(st.integers(0, 12), min_size=3, max_size=3), st.permutations([0, 1, 2, 3]))
def test_no_tertial_can_be_worked_out(counts: list[int], order: list[int]) -> None:
    """However they are published: of all that is told, no tertial with a few is known to the one."""
    every = [told(period, count) for period, count in zip((FIRST, SECOND, THIRD), counts, strict=True)]
    every.append(told(YEAR, sum(counts)))
    published: list[Told] = []
    for index in order:
        if not gives_away(NAME, every[index], published, 5):
            published.append(every[index])
    exact = {one.period: one.numbers[NAME] for one in published if not 0 < one.numbers[NAME] < 5}
    unknown = [one.numbers[NAME] for one in every[:3] if one.period not in exact]

    if exact.get(YEAR):
        assert not 0 < sum(unknown) < 5
