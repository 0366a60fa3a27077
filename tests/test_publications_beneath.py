"""The message about the page for citizens tells what came of its forms, and offers what can be done now."""

import pytest

from bot.sandbox.house import House
from bot.sandbox.workspace import Message
from tests.house import OpenHouse, lived_in
from tests.seen import heard, pressed, shown, submitted, typed, wrote

CONTACT = {"function": "trygghetssamordnaren", "reach": "kommunens växel", "conformity": "full"}
HEAD = """\
*Återkoppling till medborgarna i Timrå, 2026*
Sidan visar 11 aktiviteter. Med ett utlovat antal: 0. Planerade antal visas inte.
Skyddade tillfällen som inte är över är inte med.
Nyaste rapport: fredag 20 november. Saknar rapport: 2.
Uttalar sig: kommunikatör, enligt det som skrevs under.
"""
FILLED_IN = (
    HEAD
    + """\
Kontakt: trygghetssamordnaren hos Timrå kommun.
Ingen sida är publicerad än.
[Förhandsgranska] [Publicera] [Texter] [Kontakt och tillgänglighet]"""
)
WITHDRAWN = (
    HEAD
    + """\
Kontakt: trygghetssamordnaren hos Timrå kommun.
Ingen sida visas. Den för 2026 avpublicerades i dag, måndag 23 november.
[Förhandsgranska] [Publicera] [Texter] [Kontakt och tillgänglighet]"""
)


@pytest.fixture
async def public(open_at: OpenHouse) -> House:
    house = await open_at(lived_in, public_pages=True)
    await house.settled()
    return house


def newest(house: House) -> Message | None:
    return house.person("dina").last()


async def filled_in(house: House) -> None:
    await pressed(house, "dina", "Kontakt och tillgänglighet")
    await submitted(house, "dina", **CONTACT)
    await house.person("dina").close()


async def test_the_contact_that_was_filled_in_stands_in_the_message(public: House) -> None:
    await typed(public, "dina", "/lofte återkoppling Timrå")
    await filled_in(public)

    assert shown(newest(public)) == FILLED_IN


async def test_what_is_withdrawn_can_be_published_anew_from_the_same_message(public: House) -> None:
    await wrote(public, "dina", "återkoppling Timrå")
    await filled_in(public)
    await pressed(public, "dina", "Publicera")
    await pressed(public, "dina", "Avpublicera")
    said = await submitted(public, "dina")
    await public.person("dina").close()

    assert said == "Avpublicerad. Ingen sida visas nu.\nSkriv återkoppling till mig när du vill publicera en ny."
    assert shown(newest(public)) == WITHDRAWN
    assert (await pressed(public, "dina", "Publicera")).startswith("*Publicerat: återkoppling i Timrå, 2026*")


async def test_the_question_which_municipality_becomes_the_page_of_the_one_that_was_chosen(public: House) -> None:
    asked = await wrote(public, "dina", "återkoppling")
    said = len(heard(public.person("dina")))
    chosen = await pressed(public, "dina", "Timrå")

    assert asked.startswith("*Vilken kommun gäller återkopplingen för 2026?*")
    assert chosen.startswith(HEAD)
    assert len(heard(public.person("dina"))) == said
