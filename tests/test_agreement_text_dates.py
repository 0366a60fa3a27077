"""Days and places that an agreement's text names for something else than its own frame."""

from datetime import date

import pytest

from bot.domain.agreement_text import Topic, read_agreement_text
from bot.domain.agreement_text.quantities import quantity_of

TITLE = "Medborgarlöfte mellan polisen och Arvika kommun"


def period(*lines: str) -> tuple[date | None, date | None]:
    read = read_agreement_text("\n".join([TITLE, *lines]))
    return read.period_start, read.period_end


def test_a_first_day_without_its_year_is_in_the_year_of_the_period() -> None:
    assert period("Gäller hösten 2015", "Löftena börjar gälla den 1 september.") == (
        date(2015, 9, 1),
        date(2015, 12, 31),
    )


def test_a_first_day_without_its_year_is_asked_about_when_the_period_has_several() -> None:
    assert period("Gäller 2015–2016", "Löftena börjar gälla den 1 september.") == (None, date(2016, 12, 31))


def test_beginning_and_end_may_stand_apart() -> None:
    assert period("Avslutas: 31 augusti 2017", "Startdatum: 1 april 2017") == (date(2017, 4, 1), date(2017, 8, 31))


@pytest.mark.parametrize("words", ["till och med utgången av 2022", "t.o.m. 2022", "till och med den 31 december 2022"])
def test_an_end_says_nothing_of_the_beginning(words: str) -> None:
    assert period(f"Löftet gäller {words}.") == (None, date(2022, 12, 31))


def test_a_beginning_says_nothing_of_the_end() -> None:
    assert period("Från och med 2021 gäller detta löfte.") == (date(2021, 1, 1), None)


def test_it_can_be_in_force_from_the_day_of_signing() -> None:
    assert period(
        "Löftet träder i kraft när det har undertecknats och gäller till och med 2022-12-31.",
        "",
        "Arvika 2019-06-18",
        "Kommunstyrelsens ordförande",
    ) == (date(2019, 6, 18), date(2022, 12, 31))


@pytest.mark.parametrize(
    "lines",
    [
        ("Åtgärd\tAnsvarig\tTidplan", "Lektioner om nätet\tSkolan\tKlart 2023-08-15"),
        ("Löftet ersätter det som undertecknades den 3 mars 2016.",),
        ("Nyhet 24 november 2021", "Löftet skrevs under den 23 november."),
    ],
)
def test_another_day_is_not_that_of_the_signing(lines: tuple[str, ...]) -> None:
    read = read_agreement_text("\n".join([TITLE, *lines]))

    assert read.signed_on is None
    assert Topic.SIGNED_ON in {question.about for question in read.questions}


@pytest.mark.parametrize(
    ("text", "count", "per"),
    [
        ("första torsdagen i månaden", 1, "month"),
        ("var fjärde vecka", 13, "year"),
        ("samråd i mars och oktober", 2, "year"),
        ("vecka 6 och vecka 40", 2, "year"),
        ("senast den 15 februari varje år", 1, "year"),
        ("2 ggr/mån", 2, "month"),
    ],
)
def test_a_rhythm_in_days_weeks_and_months_is_counted(text: str, count: int, per: str) -> None:
    quantity = quantity_of(text, None)

    assert quantity is not None
    assert (quantity.count, quantity.per.value) == (count, per)


@pytest.mark.parametrize(
    "text", ["100 timmar per månad", "två kontroller per dygn i midsommar", "hinder på fyra gångvägar under perioden"]
)
def test_hours_nights_and_things_are_no_occasions(text: str) -> None:
    assert quantity_of(text, None) is None


def test_a_title_does_not_say_when_what_is_in_force_from_its_signing_begins() -> None:
    read = read_agreement_text(
        "Överenskommelse 2024–2027 mellan polisen och Arvika kommun\n"
        "Den gäller från undertecknandet och till och med den 31 december 2027."
    )

    assert (read.period_start, read.period_end) == (None, date(2027, 12, 31))
    assert "Texten säger att det gäller från undertecknandet. Vilken dag börjar det gälla?" in [
        question.text for question in read.questions
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Polisen och kommunen undertecknade 2019 en överenskommelse.",
        "Lägesbild 2021–2023",
        "Uppdaterad 2024-05-02",
        "Under hösten 2022 genomfördes en medborgardialog.",
    ],
)
def test_years_of_other_things_give_no_period_and_no_signing(line: str) -> None:
    read = read_agreement_text(f"{TITLE}\n{line}\nVi ska gå till fots i centrum.")

    assert (read.period_start, read.period_end, read.signed_on) == (None, None, None)


def test_a_municipality_that_others_have_agreed_with_is_no_party() -> None:
    said = "Polisen har tidigare tecknat löften med Kalmar kommun och Nybro kommun."

    assert read_agreement_text(f"{TITLE}\n{said}").municipalities == ("Arvika",)
    assert read_agreement_text(f"Ett nytt medborgarlöfte\n{said}").municipalities == ()
