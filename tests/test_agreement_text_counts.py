"""What an article, a word for a number and a number of something else count in a promise."""

import pytest

from bot.domain.agreement_text import Quantity
from bot.domain.agreement_text.quantities import quantity_of
from bot.domain.words import Per


@pytest.mark.parametrize(
    "text",
    [
        "Genomföra en trygghetsvandring i centrum",
        "En trygghetsvandring runt skolan",
        "Anordna ett öppet möte för äldre",
        "Bjuda in till en föräldraträff",
        "Genomföra en särskild insats mot cykelstölder",
        "Minst en skoterövervakning",
        "En (1) nykterhetskontroll",
    ],
)
def test_an_event_with_an_article_is_one(text: str) -> None:
    assert quantity_of(text, 1) == Quantity(1, Per.YEAR)
    assert quantity_of(text, 2) == Quantity(1, Per.PERIOD)


@pytest.mark.parametrize(
    "text",
    [
        "En ökad närvaro i centrum",
        "Ett gott samarbete med skolan",
        "Föra en löpande dialog om trygghet",
        "En trygghetsvandring i varje tätort",
        "Genomföra en eller flera kontroller",
        "Vid behov genomföra en insats",
        "Driva en kampanj mot langning",
    ],
)
def test_an_article_before_what_goes_on_or_comes_back_counts_nothing(text: str) -> None:
    assert quantity_of(text, 1) is None


@pytest.mark.parametrize(
    ("text", "count", "per"),
    [
        ("tjugofem trafikkontroller per år", 25, Per.YEAR),
        ("minst trettio nykterhetskontroller under året", 30, Per.YEAR),
        ("sjutton fotpass per månad", 17, Per.MONTH),
        ("minst två (2) ”helgkvällar” per år", 2, Per.YEAR),
        ("fyra(4) dialoger under perioden", 4, Per.PERIOD),
        ("30 st kontroller/månad", 30, Per.MONTH),
        ("besöka alla 12 skolor en gång per läsår", 1, Per.YEAR),
    ],
)
def test_numbers_are_read_in_words_figures_and_both(text: str, count: int, per: Per) -> None:
    assert quantity_of(text, None) == Quantity(count, per)


@pytest.mark.parametrize(
    "text",
    [
        "patrullera i centrum 1 gång/dygn",
        "2 ggr/dag",
        "två till tre gånger per år",
        "ett par gånger per år",
        "50 ungdomar per år erbjuds sommarjobb",
        "upptäcka 25 rattfyllerister per år",
        "minska antalet inbrott med 20 stycken",
    ],
)
def test_a_day_a_guess_and_people_are_no_count(text: str) -> None:
    assert quantity_of(text, None) is None
