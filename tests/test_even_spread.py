"""A number of occurrences over a year: evenly, on days that suit."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import eves, red_days
from bot.domain.periods import Period
from bot.domain.school_holidays import Habit, NamedHoliday
from bot.domain.suitable_days import Taste, days_for

YEAR = Period(date(2027, 1, 1), date(2027, 12, 31))
SPRING_BREAK = NamedHoliday("Sportlov", Period(date(2027, 3, 1), date(2027, 3, 7)))
SUMMER = NamedHoliday("Sommarlov", Period(date(2027, 6, 12), date(2027, 8, 16)))

SPANS = st.builds(
    lambda first, length: Period(first, first + timedelta(days=length)),
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    st.integers(0, 400),
)
TASTES = st.builds(
    Taste,
    st.none() | st.integers(0, 6),
    st.booleans(),
    st.sampled_from(Habit),
    st.sampled_from([(), (SPRING_BREAK,), (SPRING_BREAK, SUMMER)]),
)


def is_red(day: date) -> bool:
    return day in red_days(day.year) or day in eves(day.year)


@given(st.integers(1, 120), SPANS, TASTES)
def test_it_gives_exactly_the_count_in_order_and_inside_the_span(count: int, span: Period, taste: Taste) -> None:
    found = days_for(count, span, taste)
    assert (len(found), found) == (count, sorted(found))
    assert all(day in span for day in found)


@given(st.integers(1, 120), SPANS, TASTES)
def test_nothing_is_twice_on_a_day_while_there_are_days_left(count: int, span: Period, taste: Taste) -> None:
    found = days_for(count, span, taste)
    assert len(set(found)) == min(count, span.days)


@given(st.integers(1, 120), SPANS, st.none() | st.integers(0, 6))
def test_a_red_day_is_taken_only_when_all_others_are(count: int, span: Period, weekday: int | None) -> None:
    found = days_for(count, span, Taste(weekday))
    free = [day for day in span.each_day() if not is_red(day)]
    assert not any(map(is_red, found)) or len(free) < count


@given(st.integers(1, 60), SPANS, st.sampled_from([Habit.AVOID, Habit.EITHER]))
def test_gaps_between_suiting_days_differ_by_at_most_one(count: int, span: Period, school: Habit) -> None:
    taste = Taste(None, True, school, (SUMMER,))
    suiting = [day for day in span.each_day() if not taste.cost(day)]
    if len(suiting) < count:
        return
    places = [suiting.index(day) for day in days_for(count, span, taste)]
    gaps = [after - before for before, after in pairwise(places)]
    assert max(gaps, default=0) - min(gaps, default=0) <= 1


def test_twelve_in_a_year_are_one_a_month() -> None:
    assert [day.month for day in days_for(12, YEAR, Taste(1))] == list(range(1, 13))


def test_meetings_keep_their_weekday() -> None:
    assert {day.weekday() for day in days_for(24, YEAR, Taste(1))} == {1}


def test_a_weekly_one_takes_the_day_beside_a_red_one() -> None:
    found = days_for(52, YEAR, Taste(0))
    assert date(2027, 3, 29) not in found  # Easter Monday
    assert [day for day in found if day.weekday() != 0] == [date(2027, 3, 30)]
    assert len(set(found)) == 52


def test_what_needs_the_schools_is_spread_over_the_terms() -> None:
    found = days_for(12, YEAR, Taste(None, True, Habit.AVOID, (SPRING_BREAK, SUMMER)))
    assert not any(day in SUMMER.days or day in SPRING_BREAK.days for day in found)
    assert len([day for day in found if day < SUMMER.days.first]) == 6


def test_what_is_for_the_holidays_is_moved_to_one_that_is_near() -> None:
    found = days_for(6, YEAR, Taste(4, True, Habit.PREFER, (SPRING_BREAK, SUMMER)))
    assert [day for day in found if day in SPRING_BREAK.days] == [date(2027, 3, 5)]
    assert len([day for day in found if day in SUMMER.days]) == 2
