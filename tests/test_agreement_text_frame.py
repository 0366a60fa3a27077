"""What an agreement says about itself: for whom, between whom, from when to when, and how it is followed up."""

from datetime import date

import pytest

from bot.domain.agreement_text import Topic, read_agreement_text
from bot.domain.municipality_names import COMMON_WORDS, MUNICIPALITY_NAMES
from bot.domain.words import AgreementKind, Basis, Per


def asked(text: str) -> set[Topic]:
    return {question.about for question in read_agreement_text(text).questions}


def test_all_municipalities_are_known() -> None:
    assert len(set(MUNICIPALITY_NAMES)) == 290
    assert set(MUNICIPALITY_NAMES) >= COMMON_WORDS


def test_each_municipality_is_found_by_its_name() -> None:
    read = {
        name: read_agreement_text(f"Medborgarlöfte för {name} kommun 2024").municipalities
        for name in MUNICIPALITY_NAMES
    }

    assert [name for name in MUNICIPALITY_NAMES if read[name] != (name,)] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Polisen och Marks kommun har undertecknat ett medborgarlöfte.", ("Mark",)),
        ("Malmö stad och polisen: medborgarlöfte 2023", ("Malmö",)),
        ("Medborgarlöfte\nRegion Gotland och polisen", ("Gotland",)),
        ("Polisen, Håbo kommun och Enköpings kommun tecknar ett medborgarlöfte.", ("Håbo", "Enköping")),
        ("Hässleholms, Osby och Östra Göinge kommuner tecknar ett medborgarlöfte.",
         ("Hässleholm", "Osby", "Östra Göinge")),
        ("Falu kommun och polisen undertecknade löftet.", ("Falun",)),
        ("Timrå kommun arbetar med polisen. Timråborna har fått svara.", ("Timrå",)),
        ("Salas nya medborgarlöfte\nSala kommun och polisen", ("Sala",)),
    ],
)  # fmt: skip
def test_a_municipality_is_found_inflected_and_in_company(text: str, names: tuple[str, ...]) -> None:
    assert read_agreement_text(text).municipalities == names


@pytest.mark.parametrize(
    "text",
    [
        "Medborgarlöfte mellan polisen och kommunen",
        "MEDBORGARLÖFTE – ALLA SKA VARA TRYGGA",
        "Polismyndigheten i Uppsala län, lokalpolisområde Enköping, tecknar ett medborgarlöfte med kommunen.",
        "Kommunalråd Anna Lund har undertecknat medborgarlöftet.",
        "Polisen i Umeå och kommunen har undertecknat ett medborgarlöfte.",
        "Vi har inspirerats av Västerås stad.",
        "Väg 40 mellan Borås och Ulricehamn är olycksdrabbad.",
    ],
)
def test_none_is_guessed(text: str) -> None:
    assert read_agreement_text(text).municipalities == ()
    assert Topic.MUNICIPALITY in asked(text)


def test_a_neighbour_that_is_mentioned_is_no_party() -> None:
    text = "Polisen och Kinda kommun har undertecknat ett medborgarlöfte. Liknande löften finns i Ydre kommun."

    assert read_agreement_text(text).municipalities == ("Kinda",)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Medborgarlöfte 2022–2024", date(2022, 1, 1), date(2024, 12, 31)),
        ("Medborgarlöfte 2023-24", date(2023, 1, 1), date(2024, 12, 31)),
        ("Medborgarlöfte för 2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("Löftet gäller från den 1 april 2019 t.o.m. 31 mars 2023.", date(2019, 4, 1), date(2023, 3, 31)),
        ("Avtalet löper 1 juli 2021 – 30 juni 2022.", date(2021, 7, 1), date(2022, 6, 30)),
        ("Löftet gäller 1 januari till 31 december 2025.", date(2025, 1, 1), date(2025, 12, 31)),
        ("Överenskommelsen gäller 2022-03-01–2025-02-28.", date(2022, 3, 1), date(2025, 2, 28)),
        ("Löftet gäller i två år från den 1 mars 2023.", date(2023, 3, 1), date(2025, 2, 28)),
        ("Medborgarlöfte för andra halvåret 2024", date(2024, 7, 1), date(2024, 12, 31)),
        ("Löftet gäller t.o.m. december 2024.", None, date(2024, 12, 31)),
        ("Löftet gäller tills vidare.", None, None),
        ("Löftet gäller under två år.", None, None),
        ("Medborgarlöfte läsåret 2023/24", None, None),
    ],
)
def test_a_period_is_read_as_it_is_written(text: str, first: date | None, last: date | None) -> None:
    proposal = read_agreement_text(text)

    assert (proposal.period_start, proposal.period_end) == (first, last)
    assert (Topic.PERIOD in asked(text)) is (None in (first, last))


def test_a_season_is_proposed_and_asked_about() -> None:
    proposal = read_agreement_text("Medborgarlöfte för hösten 2015")

    assert (proposal.period_start, proposal.period_end) == (date(2015, 7, 1), date(2015, 12, 31))
    assert Topic.PERIOD in {question.about for question in proposal.questions}


def test_a_title_that_disagrees_with_the_period_is_asked_about() -> None:
    text = "Medborgarlöfte 2019–2022\n\nLöftet gäller från den 1 april 2019 till den 31 mars 2023."
    proposal = read_agreement_text(text)
    question = next(each for each in proposal.questions if each.about is Topic.PERIOD)

    assert proposal.period_end == date(2023, 3, 31)
    assert question.text == "Texten säger både 2019–2022 och 1 april 2019–31 mars 2023. Vilken period gäller?"


def test_two_periods_said_as_plainly_give_none() -> None:
    text = "Löftet gäller under 2022 och 2023. Medborgarlöftet gäller 2023–2025."

    assert read_agreement_text(text).period_start is None
    assert Topic.PERIOD in asked(text)


def test_the_time_of_another_agreement_is_no_period() -> None:
    text = (
        "Medborgarlöfte för 2019.\n\nDet hör till en samverkansöverenskommelse som gäller 2017–2020.\n\n"
        "I andra kommuner gäller löften sedan 2016."
    )

    assert read_agreement_text(text).period_end == date(2019, 12, 31)


def test_the_years_of_statistics_are_no_period() -> None:
    text = "Medborgarlöfte för 2026\n\nUnder 2024 anmäldes 30 inbrott."

    assert read_agreement_text(text).period_start == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Löftet undertecknades den 3 maj 2021 i stadshuset.", date(2021, 5, 3)),
        ("Underskrivet 14/3 2023 av båda parter.", date(2023, 3, 14)),
        ("Löfte\n\nPolisen patrullerar.\n\nMora 2022-03-03\n\nOrdförande    Chef", date(2022, 3, 3)),
        ("Löftet undertecknades den 12 december.", None),
        ("Löftet undertecknades i december 2022.", None),
        ("Löftet gäller från den 1 maj 2021.\n\nSenast uppdaterad: 2021-06-01", None),
        ("Undertecknat.\n\nA-stad den 26 november 2020    B-stad den 8 december 2020", None),
    ],
)
def test_a_signing_day_is_taken_only_when_it_is_said(text: str, day: date | None) -> None:
    assert read_agreement_text(text).signed_on == day
    assert (Topic.SIGNED_ON in asked(text)) is (day is None)


def test_a_day_without_a_year_is_asked_about_by_its_words() -> None:
    questions = read_agreement_text("Den 12 december undertecknade de löftet.").questions

    assert "Texten säger att det skrevs under den 12 december men inte vilket år. Vilket år var det?" in [
        question.text for question in questions
    ]


def test_parties_are_called_as_the_text_calls_them() -> None:
    text = "Polismyndigheten, Vaggeryds kommun och det kommunala bostadsbolaget har undertecknat ett medborgarlöfte."

    assert read_agreement_text(text).parties == (
        "Polismyndigheten",
        "Vaggeryds kommun",
        "Det kommunala bostadsbolaget",
    )


def test_the_kind_the_basis_and_the_cadence_are_read() -> None:
    text = (
        "Samverkansöverenskommelse mellan polisen och Kinda kommun\n\n"
        "Den bygger på medborgardialoger, brottsstatistik och en gemensam lägesbild.\n\n"
        "Uppföljning\nDen följs upp skriftligt en gång per år och muntligt vid varje möte."
    )
    proposal = read_agreement_text(text)

    assert proposal.kind is AgreementKind.COLLABORATION
    assert proposal.basis == (Basis.CITIZEN_DIALOGUE, Basis.CRIME_STATISTICS, Basis.SITUATION_PICTURE)
    assert proposal.cadence
    assert (proposal.cadence.per, proposal.cadence.words) == (Per.YEAR, "en gång per år")
