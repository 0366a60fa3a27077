"""A time inside what somebody reports, and the numbers there that are no time."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.explain import moment
from bot.domain.when import Invalid, Tense, When, find_when

SATURDAY = moment("2026-11-21T12:00")


@pytest.mark.parametrize(
    ("line", "words", "start", "end"),
    [
        ("fotpatrull igår 18-20 12 samtal", "igår 18-20", datetime(2026, 11, 20, 18), datetime(2026, 11, 20, 20)),
        ("i fredags 18–20 vid E4 Sörberge", "i fredags 18–20", datetime(2026, 11, 20, 18), datetime(2026, 11, 20, 20)),
        ("kl 14-16 kontroll 20 bilar", "kl 14-16", datetime(2026, 11, 20, 14), datetime(2026, 11, 20, 16)),
        ("igår 18-20 personer", "igår", date(2026, 11, 20), None),
        ("igår 18 bilar", "igår", date(2026, 11, 20), None),
        ("idag kl 8-9 åk 7-9", "idag kl 8-9", datetime(2026, 11, 21, 8), datetime(2026, 11, 21, 9)),
        ("vandring 20 nov, 25 deltagare", "20 nov", date(2026, 11, 20), None),
        ("för tre dagar sen 14 fordon", "för tre dagar sen", date(2026, 11, 18), None),
        ("fredga kväll 5 samtal", "fredga kväll", datetime(2026, 11, 20, 18), datetime(2026, 11, 20, 22)),
        ("mån 18-20 fotpatrull", "mån 18-20", datetime(2026, 11, 16, 18), datetime(2026, 11, 16, 20)),
        ("3 pass v 47", "v 47", date(2026, 11, 16), date(2026, 11, 22)),
    ],
)
def test_a_time_is_found(line: str, words: str, start: date, end: date | None) -> None:
    found = find_when(line, SATURDAY, Tense.PAST)

    assert found is not None
    reading, (first, last) = found
    assert (line[first:last], reading) == (words, When(start, end))


@pytest.mark.parametrize(
    "line",
    [
        "trafikkontroll 45 fordon 2 rattfylla lugnt",
        "besök åk 8 20 elever",
        "30 km/h zon, 18-20 personer",
        "fotpatrull 3 timmar",
        "2,5 timmar",
        "12.30 timmar",
        "en man 18 år",
        "E4 50-väg 45/50 bilar",
        "jan var med och 3 till",
        "1430 fordon",
        "7-9 klass",
        "",
    ],
)
def test_a_number_that_is_no_time_is_left(line: str) -> None:
    assert find_when(line, SATURDAY, Tense.PAST) is None


def test_an_impossible_date_is_found_with_its_reason() -> None:
    assert find_when("31/2 10 bilar", SATURDAY, Tense.PAST) == (Invalid("Februari 2026 har 28 dagar."), (0, 4))


@given(st.text(max_size=90))
def test_any_line_can_be_searched(line: str) -> None:
    found = find_when(line, SATURDAY, Tense.PAST)

    assert found is None or 0 <= found[1][0] < found[1][1] <= len(line)
