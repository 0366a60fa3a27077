"""What a page tells about its promises, their making and their time, beside the promises themselves."""

from datetime import date

import pytest

from bot.domain.agreement_text import read_agreement_text

TITLE = "Medborgarlöfte i Tibro kommun\n\nTibro kommun och polisen har tecknat ett medborgarlöfte för 2022.\n\n"


def found(text: str) -> list[str]:
    return [activity.text for activity in read_agreement_text(text).activities]


@pytest.mark.parametrize(
    "sentence",
    [
        "Medborgarlöftena tas fram i dialog med dem som bor i kommunen.",
        "Polisen och kommunen arbetar tillsammans för att kommunen ska vara trygg att bo i.",
        "Genom medborgarlöften ska polisen komma närmare medborgarna.",
        "Under hösten bjöd polisen in till dialog på torget.",
        "Polisen har under året genomfört 45 trafikkontroller och åtta trygghetsvandringar.",
        "Arbetet kommer att följas upp löpande under året av kommunpolisen.",
        "Några av förslagen som kom fram var att polisen ska synas mer på torget.",
        "Polisen ska vara en del av lokalsamhället och finnas nära medborgarna.",
        "Löftet gäller under 2022 och 2023.",
        "Kommunpolisen ansvarar för samverkan med kommunen.",
        "Kommunstyrelsen ska godkänna löftet vid sitt möte i mars.",
        "Under våren kommer polisen att bjuda in till dialog inför nästa medborgarlöfte.",
        "Under året kommer polisen och kommunen att fokusera på åtgärder i trafiken.",
        "Du som bor här kan bidra genom att delta i grannsamverkan.",
    ],
)
def test_what_is_told_about_promises_is_none(sentence: str) -> None:
    assert found(f"{TITLE}{sentence}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Polisen ska öka sin närvaro i centrum.",
        "Polisen lovar att arbeta aktivt mot langning.",
        "Polisen ska prioritera trafiksäkerhet på väg 50.",
        "Kommunen åtar sig att se över belysning och buskage.",
        "Polisen och kommunen kommer att samverka kring unga i riskzon.",
        "Polisens närvaro på torget ska öka.",
        "Antalet trafikkontroller ska öka.",
        "Föräldrar i årskurs 7 ska få information om droger.",
    ],
)
def test_what_a_party_by_name_will_do_is_promised_in_running_text(sentence: str) -> None:
    assert found(f"{TITLE}{sentence}\n") == [sentence]


def test_what_is_one_part_of_the_promise_is_promised() -> None:
    assert found(f"{TITLE}En annan del av medborgarlöftet är att prioritera utredningar av brott vid stationen.\n") == [
        "prioritera utredningar av brott vid stationen."
    ]


def test_work_told_before_how_it_is_done_is_what_the_list_is_for() -> None:
    text = f"{TITLE}Polisen lovar att arbeta mot langning. Detta gör vi genom att:\n• söka med hund i centrum\n"

    assert found(text) == ["söka med hund i centrum"]


def test_a_lead_without_a_colon_opens_the_list_below_it() -> None:
    text = (
        "Ärendebeskrivning\n\nI årets löfte åtar sig parterna att under 2020\n"
        "- öka vuxennärvaron i centrum\n- fortsätta arbetet med grannsamverkan.\n"
    )

    assert found(text) == ["öka vuxennärvaron i centrum", "fortsätta arbetet med grannsamverkan."]


def test_the_day_of_the_page_is_no_title_and_no_day_of_the_agreement() -> None:
    text = (
        "Medborgarlöfte för Tibro kommun\n\nPublicerad: 2022-03-23\nSenast uppdaterad: 2023-01-04\n\n"
        "Polisen lovar att:\n• gå till fots i centrum varje fredag\n"
    )

    read = read_agreement_text(text)

    assert (read.period_start, read.signed_on) == (None, None)
    assert [area.title for area in read.focus_areas] == [""]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("Medborgarlöftet kommer att löpa från 2018-01-01--2019-12-31.", date(2018, 1, 1), date(2019, 12, 31)),
        ("Följande löften har valts för 2019-2020:", date(2019, 1, 1), date(2020, 12, 31)),
        ("Under 2021 kommer polisen och kommunen att satsa på trafiken.", date(2021, 1, 1), date(2021, 12, 31)),
        ("Löftet sträcker sig till december 2021 och ses över 2020.", None, date(2021, 12, 31)),
    ],
)
def test_the_time_of_the_agreement_is_found_in_other_words(said: str, first: date | None, last: date | None) -> None:
    read = read_agreement_text(f"Medborgarlöften i vår kommun\n\n{said}\n")

    assert (read.period_start, read.period_end) == (first, last)


def test_one_year_of_a_title_and_two_years_to_come_are_asked_about() -> None:
    read = read_agreement_text("Nya medborgarlöften 2017\n\nAktiviteterna ska göras de kommande två åren.\n")

    assert read.period_start is None
    assert "Texten säger både 2017 och kommande två åren. Vilken period gäller?" in [q.text for q in read.questions]


def test_the_years_of_the_agreement_behind_a_promise_are_not_its_own() -> None:
    read = read_agreement_text("Detta medborgarlöfte är ett åtagande utöver vår Samverkansöverenskommelse 2019-2020.\n")

    assert read.period_start is None


def test_a_year_that_a_page_cuts_in_the_middle_of_a_period_is_none() -> None:
    text = "Medborgarlöften under perioden 2019-11-28 - 2021-05-31\n\nLöftena för perioden 2019-"

    assert read_agreement_text(text).period_end == date(2021, 5, 31)
