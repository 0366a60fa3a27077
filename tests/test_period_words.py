"""Which stretch of time is meant, on Monday 23 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.period_words import choices, find
from bot.domain.periods import Period, as_far, before, period_text

TODAY = date(2026, 11, 23)


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("i år", "2026-01-01", "2026-12-31"),
        ("hittills i år", "2026-01-01", "2026-12-31"),
        ("förra året", "2025-01-01", "2025-12-31"),
        ("i fjol", "2025-01-01", "2025-12-31"),
        ("nästa år", "2027-01-01", "2027-12-31"),
        ("2021–2022", "2021-01-01", "2022-12-31"),
        ("tertial 2", "2026-05-01", "2026-08-31"),
        ("tertial 2 2025", "2025-05-01", "2025-08-31"),
        ("tertial 2 (2025)", "2025-05-01", "2025-08-31"),
        ("T2 2025", "2025-05-01", "2025-08-31"),
        ("andra tertialet i fjol", "2025-05-01", "2025-08-31"),
        ("2:a tertialet", "2026-05-01", "2026-08-31"),
        ("tertial två", "2026-05-01", "2026-08-31"),
        ("förra tertialet", "2026-05-01", "2026-08-31"),
        ("det här tertialet", "2026-09-01", "2026-12-31"),
        ("kvartal 3", "2026-07-01", "2026-09-30"),
        ("q3", "2026-07-01", "2026-09-30"),
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("2025-T2", "2025-05-01", "2025-08-31"),
        ("2026 h1", "2026-01-01", "2026-06-30"),
        ("det här kvartalet", "2026-10-01", "2026-12-31"),
        ("nästa kvartal", "2027-01-01", "2027-03-31"),
        ("första halvåret", "2026-01-01", "2026-06-30"),
        ("halvår 2 2025", "2025-07-01", "2025-12-31"),
        ("mars", "2026-03-01", "2026-03-31"),
        ("i december", "2025-12-01", "2025-12-31"),
        ("mars 2025", "2025-03-01", "2025-03-31"),
        ("mars månad i fjol", "2025-03-01", "2025-03-31"),
        ("förra månaden", "2026-10-01", "2026-10-31"),
        ("januari–mars", "2026-01-01", "2026-03-31"),
        ("september till december", "2026-09-01", "2026-12-31"),
        ("november–februari 2025", "2024-11-01", "2025-02-28"),
        ("april 2021–mars 2022", "2021-04-01", "2022-03-31"),
        ("april 2021 till och med mars 2022", "2021-04-01", "2022-03-31"),
        ("sedan 1 juli", "2026-07-01", "2026-11-23"),
        ("sedan december", "2025-12-01", "2026-11-23"),
        ("från och med mars 2025", "2025-03-01", "2026-11-23"),
        ("sedan nyår", "2026-01-01", "2026-11-23"),
        ("1 juli–30 september", "2026-07-01", "2026-09-30"),
        ("1 juli–30 september 2025", "2025-07-01", "2025-09-30"),
        ("1 december–31 januari", "2025-12-01", "2026-01-31"),
        ("den 3 november", "2026-11-03", "2026-11-03"),
        ("3–17 november", "2026-11-03", "2026-11-17"),
        ("2025-01-01–2025-03-31", "2025-01-01", "2025-03-31"),
        ("vecka 47", "2026-11-16", "2026-11-22"),
        ("v. 50", "2025-12-08", "2025-12-14"),
        ("förra veckan", "2026-11-16", "2026-11-22"),
        ("de senaste tre månaderna", "2026-08-24", "2026-11-23"),
        ("senaste året", "2025-11-24", "2026-11-23"),
        ("de senaste 14 dagarna", "2026-11-10", "2026-11-23"),
        ("i somras", "2026-06-01", "2026-08-31"),
        ("under våren 2025", "2025-03-01", "2025-05-31"),
    ],
)  # fmt: skip
def test_what_is_said_of_time_is_a_period(text: str, first: str, last: str) -> None:
    assert find(text, TODAY) == (period(first, last), "")


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("2021", "april 2021–mars 2022"),
        ("2021/22", "april 2021–mars 2022"),
        ("verksamhetsåret 2021–2022", "april 2021–mars 2022"),
        ("verksamhetsåret", "april 2026–mars 2027"),
        ("förra verksamhetsåret", "april 2025–mars 2026"),
        ("i år", "april 2026–mars 2027"),
        ("tertial 1", "april–juli"),
        ("tertial 3", "december 2025–mars 2026"),
        ("kvartal 4 2025", "januari–mars"),
        ("mars 2025", "mars 2025"),
    ],
)
def test_where_years_begin_in_april(text: str, called: str) -> None:
    found, _ = find(text, TODAY, first_month=4)

    assert found is not None
    assert period_text(found, TODAY, first_month=4) == called


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("läget Ockelbo trafik i år", "läget Ockelbo trafik"),
        ("hur gick det i Timrå förra tertialet?", "hur gick det i Timrå?"),
        ("vad har polisen gjort i tertial 2?", "vad har polisen gjort i?"),
        ("uppföljning tertial 2 (2025) Timrå", "uppföljning Timrå"),
        ("läget Timrå, mars 2025, Snöröjning", "läget Timrå Snöröjning"),
    ],
)
def test_the_rest_of_the_text_is_left(text: str, rest: str) -> None:
    assert find(text, TODAY)[1] == rest


@pytest.mark.parametrize(
    "text",
    ["läget i Timrå", "vår kommun", "tertial 5", "vecka 60", "Marslöftet", "t-korsning 2"],
)
def test_what_names_no_period_is_left_whole(text: str) -> None:
    assert find(text, TODAY) == (None, text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("2026-05-01", "2026-08-31"), ("2026-01-01", "2026-04-30")),
        (("2026-01-01", "2026-12-31"), ("2025-01-01", "2025-12-31")),
        (("2024-02-01", "2024-02-29"), ("2024-01-01", "2024-01-31")),
        (("2026-11-16", "2026-11-22"), ("2026-11-09", "2026-11-15")),
        (("2026-07-01", "2026-11-23"), ("2026-02-05", "2026-06-30")),
    ],
)
def test_before_a_period_is_as_much_of_the_calendar(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert before(period(*one)) == period(*other)


def test_a_year_so_far_is_compared_with_as_much_of_the_one_before() -> None:
    year, last = period("2026-01-01", "2026-12-31"), period("2025-01-01", "2025-12-31")

    assert as_far(last, year, TODAY) == period("2025-01-01", "2025-11-23")
    assert as_far(last, year, date(2027, 1, 2)) == last


def test_what_is_mostly_asked_for_can_be_chosen() -> None:
    assert [period_text(one, TODAY) for one in choices(TODAY)] == [
        "2026", "2025", "andra halvåret", "första halvåret", "tertial 3", "tertial 2", "kvartal 4", "kvartal 3",
    ]  # fmt: skip


@given(st.sampled_from(choices(TODAY) + choices(TODAY, 4)))
def test_a_period_is_found_by_what_it_is_called(one: Period) -> None:
    assert find(period_text(one, TODAY), TODAY) == (one, "")


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(find(text, TODAY)[1], str)
