from datetime import UTC, date, datetime

import pytest

from bot.domain.calendar import to_utc
from bot.domain.swedish import (
    day_short,
    day_text,
    fold,
    joined,
    number,
    range_text,
    relative_age,
    sentence,
    sort_key,
    span_text,
    when_text,
)

FRIDAY = date(2026, 11, 20)


def wall(text: str) -> datetime:
    return to_utc(datetime.fromisoformat(text))


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2026-11-19", "i går, torsdag 19 november"),
        ("2026-11-20", "i dag, fredag 20 november"),
        ("2026-11-21", "i morgon, lördag 21 november"),
        ("2026-11-24", "tisdag 24 november"),
        ("2027-01-04", "måndag 4 januari 2027"),
        ("2025-12-31", "onsdag 31 december 2025"),
    ],
)
def test_near_days_have_both_word_and_date(day: str, text: str) -> None:
    assert day_text(date.fromisoformat(day), FRIDAY) == text


def test_tomorrow_in_another_year_says_the_year() -> None:
    assert day_text(date(2027, 1, 1), date(2026, 12, 31)) == "i morgon, fredag 1 januari 2027"


@pytest.mark.parametrize(
    ("day", "text"), [("2026-11-20", "fre 20 nov"), ("2026-11-19", "tor 19 nov"), ("2027-06-07", "mån 7 juni 2027")]
)
def test_short_day_fits_a_button(day: str, text: str) -> None:
    assert day_short(date.fromisoformat(day), FRIDAY) == text


@pytest.mark.parametrize(
    ("starts", "ends", "text"),
    [
        ("2026-11-20 18:00", "2026-11-20 20:00", "kl. 18–20"),
        ("2026-11-20 20:30", "2026-11-20 22:00", "kl. 20.30–22"),
        ("2026-11-20 09:00", "2026-11-20 11:05", "kl. 9–11.05"),
        ("2026-11-28 22:00", "2026-11-29 01:00", "kl. 22–01"),
        ("2026-11-28 00:30", "2026-11-28 03:00", "kl. 00.30–03"),
        ("2026-11-20 18:00", "2026-11-20 18:00", "kl. 18"),
        ("2026-11-20 18:00", "2026-11-22 12:00", "kl. 18 till söndag 22 november kl. 12"),
        ("2026-07-20 18:00", "2026-07-20 20:00", "kl. 18–20"),
    ],
)
def test_span_is_written_as_the_clock_shows(starts: str, ends: str, text: str) -> None:
    assert span_text(wall(starts), wall(ends)) == text


def test_span_without_end_is_a_start() -> None:
    assert span_text(wall("2026-11-20 13:15")) == "kl. 13.15"


@pytest.mark.parametrize(
    ("starts", "ends", "text"),
    [
        ("2026-11-20 19:00", "2026-11-20 21:00", "i kväll, fredag 20 november kl. 19–21"),
        ("2026-11-20 13:00", "2026-11-20 15:00", "i dag, fredag 20 november kl. 13–15"),
        ("2026-11-21 18:00", "2026-11-21 20:00", "i morgon, lördag 21 november kl. 18–20"),
        ("2026-12-01 18:00", "2026-12-01 20:00", "tisdag 1 december kl. 18–20"),
        ("2026-11-19 22:00", "2026-11-20 01:00", "i går, torsdag 19 november kl. 22–01"),
    ],
)
def test_when_has_day_and_clock(starts: str, ends: str, text: str) -> None:
    assert when_text(wall(starts), wall(ends), wall("2026-11-20 08:00")) == text


def test_today_is_stockholms_even_before_utc_has_come_there() -> None:
    now = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
    assert when_text(wall("2026-11-20 13:00"), None, now) == "i dag, fredag 20 november kl. 13"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2026-11-03", "2026-11-17", "3–17 november"),
        ("2026-11-28", "2026-12-04", "28 november–4 december"),
        ("2026-11-28", "2026-11-28", "28 november"),
        ("2026-12-28", "2027-01-03", "28 december 2026–3 januari 2027"),
    ],
)
def test_range_says_what_differs(first: str, last: str, text: str) -> None:
    assert range_text(date.fromisoformat(first), date.fromisoformat(last), FRIDAY) == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2026-11-21", "i dag"),
        ("2026-11-20", "i dag"),
        ("2026-11-19", "i går"),
        ("2026-11-18", "för 2 dagar sedan"),
        ("2026-11-07", "för 13 dagar sedan"),
        ("2026-11-06", "för 2 veckor sedan"),
        ("2026-10-21", "för 1 månad sedan"),
        ("2026-05-14", "för 6 månader sedan"),
        ("2025-11-20", "för 1 år sedan"),
        ("2023-01-01", "för 3 år sedan"),
    ],
)
def test_age_is_told_in_the_largest_unit_that_says_something(day: str, text: str) -> None:
    assert relative_age(date.fromisoformat(day), FRIDAY) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (45, "45"),
        (1500, "1\u00a0500"),
        (1234567, "1\u00a0234\u00a0567"),
        (2.5, "2,5"),
        (1.25, "1,25"),
        (2.0, "2"),
        (-3, "−3"),
    ],
)
def test_figures_have_comma_and_a_space_that_never_breaks(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_words_are_joined_with_och(words: list[str], text: str) -> None:
    assert joined(words) == text


def test_joining_word_can_be_eller() -> None:
    assert joined(["i dag", "i morgon"], "eller") == "i dag eller i morgon"


@pytest.mark.parametrize(
    ("text", "capital"), [("älta centrum", "Älta centrum"), ("E4 Sörberge", "E4 Sörberge"), ("", "")]
)
def test_sentence_begins_with_a_capital(text: str, capital: str) -> None:
    assert sentence(text) == capital


def test_swedish_letters_are_sorted_last() -> None:
    towns = ["Örebro", "Timrå", "Ängelholm", "Åmål", "Hofors", "Zinkgruvan", "avesta", "Årjäng"]
    assert sorted(towns, key=sort_key) == [
        "avesta", "Hofors", "Timrå", "Zinkgruvan", "Åmål", "Årjäng", "Ängelholm", "Örebro",
    ]  # fmt: skip


def test_letters_written_with_loose_dots_are_sorted_alike() -> None:
    assert sort_key("A\u030amål") == sort_key("Åmål")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Läget", "laget"), ("RÅDSMÖTE", "radsmote"), ("löfte", "lofte"), ("idé", "ide"), ("lo\u0308fte", "löfte")],
)
def test_dots_do_not_matter_when_matching(typed: str, meant: str) -> None:
    assert fold(typed) == fold(meant)
