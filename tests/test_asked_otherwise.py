"""What a new person writes who does not know the bot's words yet."""

from datetime import date

import pytest

from bot.domain.asked_otherwise import AskedOtherwise, Wanted, asked
from bot.sandbox.house import House
from tests.seen import wrote

TODAY = date(2026, 11, 23)
NAMES = ("Hofors", "Ockelbo", "Timrå", "Åre", "Sala", "Lund", "Gästrikland")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Timrå", AskedOtherwise(Wanted.PROGRESS, "Timrå")),
        ("timra kommun?", AskedOtherwise(Wanted.PROGRESS, "timra kommun?")),
        ("Gästrikland", AskedOtherwise(Wanted.PROGRESS, "Gästrikland")),
        ("Hofors och Timrå", AskedOtherwise(Wanted.PROGRESS, "Hofors och Timrå")),
        ("visa diagram Timrå", AskedOtherwise(Wanted.CHART, "Timrå")),
        ("Diagram för Hofors tertial 2", AskedOtherwise(Wanted.CHART, "för Hofors tertial 2")),
        ("visa diagram trafikkontroller Timrå", AskedOtherwise(Wanted.CHART, "trafikkontroller Timrå")),
        ("fråga ansvarig", AskedOtherwise(Wanted.PROGRESS, "")),
        ("Fråga den ansvariga i Timrå", AskedOtherwise(Wanted.PROGRESS, "i Timrå")),
        ("årsrapport Timrå", AskedOtherwise(Wanted.FOLLOW_UP, "Timrå")),
        ("arsrapport", AskedOtherwise(Wanted.FOLLOW_UP, "")),
        ("följ upp Timrå 2026", AskedOtherwise(Wanted.FOLLOW_UP, "Timrå 2026")),
        (
            "vem ansvarar för trafikkontrollerna i Timrå?",
            AskedOtherwise(Wanted.RESPONSIBLE, "för trafikkontrollerna i Timrå"),
        ),
        ("Vem håller i vandringarna", AskedOtherwise(Wanted.RESPONSIBLE, "vandringarna")),
        ("vem ar ansvarig for huskurage?", AskedOtherwise(Wanted.RESPONSIBLE, "for huskurage")),
        ("vem är det som leder patrullerna", AskedOtherwise(Wanted.RESPONSIBLE, "patrullerna")),
        ("vem har hand om lägesbilden", AskedOtherwise(Wanted.RESPONSIBLE, "lägesbilden")),
        ("vem är ersättare för forumen?", AskedOtherwise(Wanted.RESPONSIBLE, "för forumen")),
        ("ansvarig för trafikkontrollerna?", AskedOtherwise(Wanted.RESPONSIBLE, "trafikkontrollerna")),
        ("vilka brister finns i Hofors?", AskedOtherwise(Wanted.DEFICIENCIES, "i Hofors")),
        ("vilka brister är inte klara", AskedOtherwise(Wanted.DEFICIENCIES, "")),
        ("öppna brister Hofors", AskedOtherwise(Wanted.DEFICIENCIES, "Hofors")),
        ("vem samordnar i Hofors", AskedOtherwise(Wanted.RESPONSIBLE, "i Hofors")),
    ],
)
def test_what_is_asked_for(text: str, found: AskedOtherwise) -> None:
    assert asked(text, NAMES, TODAY) == found


@pytest.mark.parametrize(
    "text",
    [
        "hej",
        "lugnt",
        "Timrå torg 12 samtal",
        "lugnt i Timrå",
        "följ upp bristerna i Hofors",
        "årsrapporten klar",
        "fråga ansvarig om nycklarna",
        "sal",
        "vem kommer i kväll",
        "vem var med",
        "i",
        "",
    ],
)
def test_other_lines_ask_for_nothing(text: str) -> None:
    assert asked(text, NAMES, TODAY) is None


LAGET, FOLLOW_UP = "*Timrå (exempel): läget måndag 23 november*", "*Uppföljning: Timrå 2026 (exempel)*"


async def test_a_place_opens_how_it_goes_there_and_a_years_report_the_follow_up(full_house: House) -> None:
    heads = {
        "Timrå kommun": LAGET,
        "Gästrikland": "*Läget måndag 23 november*",
        "fråga ansvarig Timrå": LAGET,
        "visa diagram Timrå": LAGET,
        "årsrapport Timrå": FOLLOW_UP,
        "följ upp Timrå": FOLLOW_UP,
        "vilka brister finns i Hofors?": "*Brister*",
        "är vi i fas i Timrå?": LAGET,
        "vad är nästa steg i Timrå?": LAGET,
        "vi ses i Timrå": "*Jag förstod inte ”vi ses i Timrå”, så inget är sparat.*",
    }

    assert {line: (await wrote(full_house, "cia", line)).partition("\n")[0] for line in heads} == heads
