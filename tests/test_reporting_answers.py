"""A line that does not say what it is about answers what was asked, or is about the only thing that can be meant."""

from datetime import timedelta

import pytest

from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, WITH, agreed, planned, scene
from tests.seen import pressed, wrote

BOTH = {"anna": LEAD, "bo": WITH}


@pytest.fixture
async def patrol(house: House) -> House:
    """This morning, and a traffic check that also waits."""
    await scene(house, "fotpatrullering", BOTH, stockholm(23, 6), stockholm(23, 8))
    await scene(house, "trafikkontroll", BOTH, stockholm(22, 18), stockholm(22, 20))
    return house


async def test_what_is_counted_tells_what_is_meant(patrol: House) -> None:
    assert (await wrote(patrol, "anna", "12 samtal")).startswith("*Sparat: fotpatrullering i dag")


async def test_that_it_was_not_done_is_a_report(house: House) -> None:
    await scene(house, "fotpatrullering", BOTH, stockholm(23, 6), stockholm(23, 8))
    assert (await wrote(house, "anna", "blev inte av pga väder")).splitlines()[:2] == [
        "*Sparat: fotpatrullering i dag, måndag 23 november kl. 6–8, Timrå*",
        "Blev inte av · Orsak: väder",
    ]


async def test_of_several_it_asks_which_was_not_done(patrol: House) -> None:
    asked = await wrote(patrol, "anna", "blev inte av pga väder")
    assert asked.splitlines()[:2] == ["*Vilket tillfälle menar du?*", "Blev inte av · Orsak: väder"]


async def test_done_alone_may_be_about_anything(patrol: House) -> None:
    assert (await wrote(patrol, "anna", "klart")).startswith("*Är det här en rapport? Inget är sparat än.*")


async def test_right_after_a_question_a_line_is_its_answer(house: House) -> None:
    await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(20, 18), stockholm(20, 20))
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(23, 9), stockholm(23, 11))
    await house.wind(timedelta(hours=2))
    assert (await wrote(house, "anna", "klart")).startswith("*Sparat: fotpatrullering i dag")


@pytest.mark.parametrize("when", ["igår", "igår 18-20", "22/11"])
async def test_what_a_colleague_has_reported_is_not_counted_twice(house: House, when: str) -> None:
    walk = await agreed(house, "trygghetsvandring", BOTH)
    await planned(house, walk, stockholm(22, 18), stockholm(22, 20))
    await wrote(house, "anna", "trygghetsvandring igår 14 deltagare")
    asked = await wrote(house, "bo", f"trygghetsvandring {when} 12 deltagare")
    assert asked.startswith("*<@U0ANNA> har redan rapporterat trygghetsvandringen i går")


async def test_another_line_about_ones_own_check_is_asked_about(house: House) -> None:
    await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(23, 6), stockholm(23, 8))
    await wrote(house, "anna", "trafikkontroll 45 fordon")
    asked = await wrote(house, "anna", "trafikkontroll 46 fordon 2 böter")
    assert asked.splitlines()[1:] == [
        "Fordon: 45",
        "Gäller din rad samma tillfälle? Inget av den är sparat än.",
        "[Ändra rapporten] [En till] [Spara inte]",
    ]
    assert (await pressed(house, "anna", "En till")).startswith("*Sparat: trafikkontroll i dag")


async def test_what_is_moved_is_not_reported(house: House) -> None:
    await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(23, 6), stockholm(23, 8))
    told = "Raden säger att tillfället är flyttat, så inget är sparat. Flytta det gör du med knappen Flytta under Mina "
    assert (await wrote(house, "anna", "kontrollen flyttad till nästa vecka")).startswith(
        f"{told}tillfällen: skriv mina."
    )


async def test_at_another_hour_it_is_another(house: House) -> None:
    walk = await agreed(house, "trygghetsvandring", BOTH)
    await planned(house, walk, stockholm(22, 18), stockholm(22, 20))
    await wrote(house, "anna", "trygghetsvandring igår 14 deltagare")
    assert (await wrote(house, "bo", "trygghetsvandring igår 9-10 12 deltagare")).startswith("*Sparat:")
    await pressed(house, "bo", "Ångra")
