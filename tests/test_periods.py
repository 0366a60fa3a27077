from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import MONTHS_IN, Period, how_many, period_of, period_text
from bot.domain.words import Per

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
CALENDAR = st.sampled_from([Per.WEEK, *MONTHS_IN])


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("per", "first", "last"),
    [
        (Per.WEEK, "2026-11-16", "2026-11-22"),
        (Per.MONTH, "2026-11-01", "2026-11-30"),
        (Per.QUARTER, "2026-10-01", "2026-12-31"),
        (Per.TERTIAL, "2026-09-01", "2026-12-31"),
        (Per.HALF_YEAR, "2026-07-01", "2026-12-31"),
        (Per.YEAR, "2026-01-01", "2026-12-31"),
    ],
)
def test_day_lies_in_one_period_of_each_length(per: Per, first: str, last: str) -> None:
    assert period_of(date(2026, 11, 20), per) == period(first, last)


@pytest.mark.parametrize(
    ("per", "first", "last"),
    [
        (Per.MONTH, "2022-02-01", "2022-02-28"),
        (Per.QUARTER, "2022-01-01", "2022-03-31"),
        (Per.TERTIAL, "2021-12-01", "2022-03-31"),
        (Per.HALF_YEAR, "2021-10-01", "2022-03-31"),
        (Per.YEAR, "2021-04-01", "2022-03-31"),
    ],
)
def test_year_may_begin_in_april(per: Per, first: str, last: str) -> None:
    assert period_of(date(2022, 2, 3), per, first_month=4) == period(first, last)


@pytest.mark.parametrize("per", [Per.PERIOD, Per.MEETING])
def test_what_no_calendar_has_is_refused(per: Per) -> None:
    with pytest.raises(ValueError, match="no calendar"):
        period_of(date(2026, 11, 20), per)


@pytest.mark.parametrize(
    ("per", "first", "last", "count"),
    [
        (Per.MONTH, date(2026, 9, 1), date(2026, 12, 31), 4),
        (Per.MONTH, date(2026, 1, 15), date(2026, 12, 31), 12),
        (Per.MONTH, date(2026, 1, 18), date(2026, 12, 31), 11),
        (Per.YEAR, date(2026, 9, 1), date(2026, 12, 31), Fraction(1, 3)),
        (Per.QUARTER, date(2026, 4, 1), date(2027, 3, 31), 4),
        (Per.WEEK, date(2026, 11, 23), date(2026, 11, 29), 1),
        (Per.WEEK, date(2025, 1, 1), date(2025, 12, 31), 52),
        (Per.WEEK, date(2026, 1, 1), date(2026, 12, 31), 53),
    ],
)
def test_a_period_holds_those_that_mostly_lie_in_it(per: Per, first: date, last: date, count: Fraction) -> None:
    assert how_many(per, Period(first, last)) == count


@pytest.mark.parametrize("per", [Per.PERIOD, Per.MEETING])
def test_what_no_calendar_has_is_not_counted(per: Per) -> None:
    with pytest.raises(ValueError, match="no calendar"):
        how_many(per, Period(date(2026, 1, 1), date(2026, 12, 31)))


@given(day=DAYS, per=CALENDAR, first_month=st.integers(1, 12))
def test_period_holds_its_day_and_follows_the_one_before(day: date, per: Per, first_month: int) -> None:
    found = period_of(day, per, first_month)
    before = period_of(found.first - timedelta(days=1), per, first_month)
    assert day in found
    assert (found.first - before.last).days == 1


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2026-11-23", "2026-11-29", "vecka 48"),
        ("2026-11-23", "2026-12-06", "vecka 48–49"),
        ("2026-12-28", "2027-01-03", "vecka 53"),
        ("2026-12-28", "2027-01-10", "vecka 53–1 2027"),
        ("2026-11-01", "2026-11-30", "november"),
        ("2027-02-01", "2027-02-28", "februari 2027"),
        ("2026-07-01", "2026-09-30", "kvartal 3"),
        ("2026-05-01", "2026-08-31", "tertial 2"),
        ("2026-01-01", "2026-06-30", "första halvåret"),
        ("2027-07-01", "2027-12-31", "andra halvåret 2027"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2021-04-01", "2022-03-31", "april 2021–mars 2022"),
        ("2026-04-01", "2026-09-30", "april–september"),
        ("2026-11-03", "2026-11-17", "3–17 november"),
        ("2022-04-21", "2022-04-30", "21–30 april 2022"),
    ],
)
def test_period_is_called_what_people_call_it(first: str, last: str, text: str) -> None:
    assert period_text(period(first, last), today=date(2026, 11, 20)) == text


def test_quarter_is_named_by_its_months_where_the_year_begins_in_april() -> None:
    assert period_text(period("2026-07-01", "2026-09-30"), first_month=4) == "juli–september"


@pytest.mark.parametrize(
    ("today", "share"),
    [
        ("2025-12-31", Fraction(0)),
        ("2026-01-01", Fraction(0)),
        ("2026-07-02", Fraction(182, 365)),
        ("2027-01-01", Fraction(1)),
    ],
)
def test_elapsed_goes_from_nothing_to_all(today: str, share: Fraction) -> None:
    assert period("2026-01-01", "2026-12-31").elapsed(date.fromisoformat(today)) == share
