"""A line that says another place than the one occurrence that it may be about."""

import pytest

from bot.domain.reading import read_report
from bot.domain.reading.occasion import is_elsewhere
from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned, scene
from tests.seen import pressed, wrote

NOW = stockholm(23, 9)


def elsewhere(line: str, place: str | None, title: str = "Fler ute") -> bool:
    return is_elsewhere(read_report(line, now=NOW).around, place, "Timrå", title)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("trafik skolvägen 30 fordon 9 för fort", "E4 Sörberge"),
        ("fotpatrull vivsta 1,5 timme 8 samtal", "Timrå centrum"),
        ("fotpatrull centrum 8 samtal", "Vivsta"),
        ("fotpatrull i Sundsvall 8 samtal", "Timrå centrum"),
        ("fotpatrull i Sundsvall 8 samtal", None),
        ("fotpatrull vid torget 8 samtal", "stationen"),
        ("trafik väg 83 30 fordon", "Väg 84"),
        ("trafik vid E14 30 fordon", "E4"),
        ("fotpatrull norra Vivsta 8 samtal", "Norra Sörberge"),
    ],
)
def test_another_name_is_another_place(line: str, place: str | None) -> None:
    assert elsewhere(line, place)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("trafik E4 norra infarten 30 fordon", "E4 Sörberge"),
        ("trafik e4an 30 fordon", "E4 Sörberge"),
        ("trafik vid Sörbergeskolan 30 fordon", "E4 Sörberge"),
        ("trafik rv83 30 fordon", "Väg 83"),
        ("fotpatrull vid resecentrum 8 samtal", "Timrå centrum"),
        ("fotpatrull vid torget 8 samtal", "Timrå centrum"),
        ("fotpatrull vid biblioteket 8 samtal", "Vivsta"),
        ("fotpatrull i Timrå 8 samtal", "Vivsta"),
        ("fotpatrull i Vivsta 8 samtal", "biblioteket"),
        ("fotpatrull i Vivsta 8 samtal", "Timrå"),
        ("fotpatrull centrum och vivsta 8 samtal", "Timrå centrum"),
        ("fotpatrull i Vivsta 8 samtal", None),
        ("fotpatrull 8 samtal", "Vivsta"),
    ],
)
def test_a_detail_is_the_same_place(line: str, place: str | None) -> None:
    assert not elsewhere(line, place)


def test_the_place_may_stand_in_the_title() -> None:
    assert not elsewhere("trafik skolvägen 30 fordon", "E4 Sörberge", "Fart på Skolvägen")


async def check_by_the_road(house: House) -> None:
    check = await agreed(house, "trafikkontroll", {"anna": LEAD}, place="E4 Sörberge")
    await planned(house, check, stockholm(20, 20), stockholm(20, 21))


async def test_another_place_than_the_planned_is_asked_about(house: House) -> None:
    await check_by_the_road(house)
    assert (
        await wrote(house, "anna", "trafik skolvägen 30 fordon 9 för fort")
        == """\
*Vilken trafikkontroll menar du?*
Fordon: 30 · Misstänkt fortkörning: 9 · Plats: skolvägen
Inget är sparat än. Välj, så sparar jag det du skrev.
[Fre 20 nov, E4 Sörberge, Timrå] [En som inte var planerad] [Spara inte]"""
    )


async def test_what_was_not_planned_is_saved_at_the_place_that_was_said(house: House) -> None:
    await check_by_the_road(house)
    await wrote(house, "anna", "trafik skolvägen 30 fordon")
    saved = await pressed(house, "anna", "En som inte var planerad")
    assert "inte planerad, skolvägen, Timrå*" in saved.splitlines()[0]


async def test_another_place_is_asked_about_also_long_after(house: House) -> None:
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(12, 19), stockholm(12, 21), place="Timrå centrum")
    said = await wrote(house, "anna", "fotpatrull vivsta 1,5 timme 8 samtal")
    assert said.splitlines()[-1].startswith("[Tor 12 nov, Timrå centrum]")


async def test_the_place_of_another_that_waits_is_asked_about(house: House) -> None:
    """The one at the travel centre is going on; what is older is at the place that is said."""
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(12, 19), stockholm(12, 21), place="Timrå centrum")
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(23, 7), stockholm(23, 8), place="Resecentrum")
    said = await wrote(house, "anna", "fotpatrull i centrum 2 timmar")
    assert said.splitlines()[0] == "*Vilken fotpatrullering menar du?*"


async def test_a_new_one_in_another_municipality_is_called_by_that(house: House) -> None:
    await check_by_the_road(house)
    await agreed(house, "trafikkontroll", {"anna": LEAD}, town="Hofors", title="Vid skolorna")
    said = await wrote(house, "anna", "trafik hofors 30 fordon")
    assert said.splitlines()[-1] == "[Fre 20 nov, E4 Sörberge, Timrå] [Hofors: Vid skolorna] [Spara inte]"


async def test_a_place_within_the_planned_one_is_taken(house: House) -> None:
    await check_by_the_road(house)
    said = await wrote(house, "anna", "trafik E4 norra infarten 30 fordon")
    assert said.startswith("*Sparat: trafikkontroll fredag 20 november")
