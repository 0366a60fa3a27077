"""The period of a text that says it only in a sentence of its own, as what is promised for some years."""

from datetime import date

import pytest

from bot.domain.agreement_text import Topic, read_agreement_text

BODY = """Medborgarlöfte mellan polisen och Arvika kommun

Polisen och kommunen arbetar tillsammans för att öka tryggheten i hela kommunen.

Boende har fått svara på frågor om sin vardag.

"""
Days = tuple[date | None, date | None]
IN_2019: Days = (date(2019, 1, 1), date(2019, 12, 31))
TWO_YEARS: Days = (date(2018, 1, 1), date(2019, 12, 31))
UNTIL: Days = (None, date(2020, 12, 31))
UNSAID: Days = (None, None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Under 2019 lovar polisen och kommunen att gå fotpass.", IN_2019),
        ("Under 2019 ska polisen göra trafikkontroller.", IN_2019),
        ("Polisen och kommunen kommer under 2019 att gå fotpass i centrum.", IN_2019),
        ("Det här ska vi göra under 2019:", IN_2019),
        ("För 2019 har polisen och kommunen valt att arbeta med trafiken.", IN_2019),
        ("Under 2019 fortsätter polisen och kommunen arbetet i centrum.", IN_2019),
        ("Fokus under 2019 är trafiken och de unga.", IN_2019),
        ("Under 2018–2019 ska kommunen gå fotpass i centrum.", TWO_YEARS),
        ("Under åren 2018 och 2019 ska polisen gå fotpass i centrum.", TWO_YEARS),
    ],
)
def test_the_years_for_which_they_promise_are_the_period(text: str, days: Days) -> None:
    read = read_agreement_text(BODY + text)

    assert (read.period_start, read.period_end) == days


@pytest.mark.parametrize(
    "text",
    [
        "Fram till den 31 december 2020 ska polisen och kommunen gå fotpass.",
        "Till och med sista december 2020 lovar vi att gå fotpass.",
        "Polisen lovar att fram till och med 2020-12-31 gå fotpass.",
    ],
)
def test_until_when_they_promise_is_one_end_and_the_other_is_asked_about(text: str) -> None:
    read = read_agreement_text(BODY + text)

    assert (read.period_start, read.period_end) == UNTIL
    assert "Texten säger bara den ena änden av perioden. Vilka är första och sista dagen?" in [
        question.text for question in read.questions
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Under 2019 har polisen gått fotpass.",
        "Det här gjorde vi 2019",
        "Polisen och kommunen ska under 2019 göra en enkät.",
        "Senast den 31 december 2020 ska kommunen byta belysningen.",
        "Under 2019 ska polisen gå fotpass. Under 2020 ska kommunen byta belysningen.",
    ],
)
def test_what_was_done_or_is_to_be_ready_gives_no_period(text: str) -> None:
    read = read_agreement_text(BODY + text)

    assert (read.period_start, read.period_end) == UNSAID
    assert Topic.PERIOD in {question.about for question in read.questions}
