"""The day of a page is never the day when what it tells about was signed: then the day is asked about."""

from datetime import date

import pytest

from bot.domain.agreement_text import Topic, read_agreement_text

TITLE = "Medborgarlöfte mellan polisen och Arvika kommun"
BODY = "Vi ska gå till fots i centrum.\nVi ska göra trafikkontroller."


def signed(text: str) -> date | None:
    read = read_agreement_text(f"{TITLE}\n{text}")
    assert (Topic.SIGNED_ON in {question.about for question in read.questions}) is (read.signed_on is None)
    return read.signed_on


@pytest.mark.parametrize(
    "text",
    [
        "Publicerad 12 mars 2021\nI dag skrev polisen och kommunen under ett nytt löfte.",
        "I måndags skrev polisen och kommunen under ett nytt löfte.\nPublicerad: 2021-03-12 08.30",
        "2021-03-12\nI dag skrev polisen och kommunen under ett nytt löfte.",
        "I dag skrev polisen och kommunen under ett nytt löfte.\n\nEva Ström\n12 mars 2021",
        "2021-03-12 | Polisen och kommunen har undertecknat ett nytt medborgarlöfte",
        "Undertecknat löfte, publicerat den 12 mars 2021",
        "Nyheten publicerades den 12 mars 2021 i samband med att löftet skrevs under.",
        "Löftet skrevs under i veckan.\nSkriven av Eva Ström den 12 mars 2021",
        f"{BODY}\nLöftet undertecknades av kommunchefen.\nPublicerad:\n12 mars 2021",
        f"{BODY}\nLöftet skrevs under i torsdags.\n12 mars 2021",
        f"{BODY}\nKontakt\nLokalpolisområdeschefen\nArvika 2021-03-12",
        f"{BODY}\n\n12 mars 2021\nArvika kommun",
        f"{BODY}\nNytt löfte undertecknat\n12 mars 2021\nPolisen och kommunen är överens.",
        f"{BODY}\nLöftet är underskrivet\n2021-03-12\nArvika kommun",
        "Löftet skrevs under i måndags, meddelar kommunen den 12 mars 2021.",
        f"{BODY}\nEva Ström, kommunikatör\nArvika 2021-03-12",
    ],
)
def test_a_page_is_dated_for_itself(text: str) -> None:
    assert signed(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "I dag, den 12 mars 2021, skrev polisen och kommunen under löftet.\nPublicerad: 2021-03-15",
        "12 mars 2021 skrev polisen och kommunen under löftet.",
        f"{BODY}\nUndertecknat\nArvika 2021-03-12",
        f"{BODY}\nUnderskrifter\n12 mars 2021",
        f"{BODY}\nParterna har undertecknat löftet i två exemplar.\n12 mars 2021\nKommunstyrelsens ordförande",
        f"{BODY}\nArvika den 12 mars 2021\nKommunstyrelsens ordförande\nLokalpolisområdeschefen",
    ],
)
def test_a_day_by_the_names_or_in_the_sentence_is_that_of_the_signing(text: str) -> None:
    assert signed(text) == date(2021, 3, 12)


def test_what_was_signed_on_the_day_of_the_page_is_asked_about_with_that_day() -> None:
    read = read_agreement_text(f"{TITLE}\n2021-03-12\nI dag skrev polisen och kommunen under löftet.")
    (question,) = (each for each in read.questions if each.about is Topic.SIGNED_ON)

    assert question.choices == ("12 mars 2021",)
    assert question.text == (
        "Texten säger att det skrevs under i dag, och sidan är daterad 12 mars 2021. Vilket datum var det?"
    )
