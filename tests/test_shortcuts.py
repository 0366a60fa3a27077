"""Shortcuts: a report begun from any message or from anywhere, and an activity made of a message."""

import json
from pathlib import Path

import pytest

from bot.sandbox.house import House
from bot.sandbox.page_frame import GLOBAL_SHORTCUTS, MESSAGE_SHORTCUTS
from bot.sandbox.workspace import Message
from handlers import SHORTCUTS
from tests.factories import stockholm
from tests.saved import everything_saved
from tests.scenes import LEAD, agreed, planned, scene
from tests.seen import CHANNEL, pressed, seen, submitted

FORM = """\
*Fotpatrullering i dag, måndag 23 november kl. 6–8, Timrå centrum*
Det här läste jag i texten. Inget är sparat än.
Hur gick det: Genomförd
Timmar: 2
Samtal: 14
Platser:
Orsak:
Anteckning: lugnt"""


@pytest.fixture
async def patrol(house: House) -> int:
    return await scene(
        house, "fotpatrullering", {"anna": LEAD}, stockholm(23, 6), stockholm(23, 8), place="Timrå centrum"
    )


async def said(house: House, text: str) -> Message:
    """By Hugo, in the channel."""
    return await house.person("hugo").write(CHANNEL, text)


async def taken(house: House, key: str, text: str, callback: str = "report_message") -> str:
    await house.person(key).message_shortcut(await said(house, text), callback)
    return await seen(house, key)


def test_the_app_offers_what_is_handled() -> None:
    manifest = json.loads((Path(__file__).parent.parent / "manifest.json").read_text("utf-8"))
    offered = manifest["features"]["shortcuts"]
    assert {one["callback_id"]: one["name"] for one in offered} == GLOBAL_SHORTCUTS | MESSAGE_SHORTCUTS
    assert {one["callback_id"] for one in offered} == {*SHORTCUTS}
    assert all(len(one["name"]) <= 24 and len(one["description"]) <= 150 for one in offered)


@pytest.mark.usefixtures("patrol")
async def test_a_message_fills_in_the_form_of_what_it_is_about(house: House) -> None:
    assert await taken(house, "anna", "ute 2 timmar 14 samtal *lugnt*") == FORM


@pytest.mark.usefixtures("patrol")
async def test_what_was_filled_in_is_saved_as_any_report(house: House) -> None:
    await taken(house, "anna", "ute 2 timmar 14 samtal")
    assert "Timmar: 3 · Samtal: 14" in await submitted(house, "anna", m_timmar="3")


async def test_of_several_it_asks_which(house: House) -> None:
    work = await agreed(house, "fotpatrullering", {"anna": LEAD}, place="Timrå centrum")
    await planned(house, work, stockholm(22, 20), stockholm(22, 21))
    await planned(house, work, stockholm(22, 22), stockholm(22, 23))
    asked = await taken(house, "anna", "ute 2 timmar 14 samtal")
    assert asked.startswith("*Vad gäller rapporten?*")
    form = await pressed(house, "anna", "Välj")
    assert "kl. 22–23" in form
    assert "Timmar: 2" in form
    assert "Rapport TIM-2026-0001" in await submitted(house, "anna")


async def test_what_nobody_planned_is_reported_on_the_day_that_the_text_says(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD})
    assert "inte planerad" in await taken(house, "anna", "fotpatrull i går 2 timmar")
    receipt = await submitted(house, "anna")
    assert receipt.startswith("*Fotpatrullering i går, söndag 22 november, inte planerad, Timrå*")


async def test_an_old_message_means_the_day_before_it_was_written(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD})
    message = await said(house, "fotpatrull i går 2 timmar")
    house.clock.wind_to(stockholm(26, 9))
    await house.person("anna").message_shortcut(message, "report_message")
    await house.settled()
    receipt = await submitted(house, "anna")
    assert receipt.startswith("*Fotpatrullering söndag 22 november, inte planerad, Timrå*")


@pytest.mark.usefixtures("patrol")
async def test_what_the_message_says_about_somebody_is_left_out(house: House) -> None:
    form = await taken(house, "anna", "ute 2 timmar talade med 19121212-1212")
    assert "Jag har tagit bort det som kan peka ut någon." in form
    await submitted(house, "anna")
    assert "1212-1212" not in await everything_saved(house)


async def test_a_message_about_nothing_of_ones_own_is_refused(house: House) -> None:
    assert (await taken(house, "anna", "god morgon")).startswith("Jag ser inte vilken aktivitet texten handlar om")


async def test_who_is_unknown_is_told_so(house: House) -> None:
    assert "Jag känner inte igen dig än" in await taken(house, "greta", "ute 2 timmar")


@pytest.mark.usefixtures("patrol")
async def test_from_anywhere_a_line_can_be_typed(house: House) -> None:
    await house.person("anna").global_shortcut("report")
    opened = await seen(house, "anna")
    assert "*Väntar på din rapport*\nFotpatrullering i dag" in opened
    field = house.person("anna")
    await field.fill("Vad har du gjort?", "ute 2 timmar 14 samtal lugnt")
    await field.submit()
    assert await seen(house, "anna") == FORM


@pytest.mark.usefixtures("patrol")
async def test_a_typed_line_about_somebody_is_offered_without_it(house: House) -> None:
    anna = house.person("anna")
    await anna.global_shortcut("report")
    await anna.fill("Vad har du gjort?", "ute 2 timmar 19121212-1212")
    await anna.submit()
    offered = await seen(house, "anna")
    assert "Vad har du gjort: ute 2 timmar …" in offered
    await anna.submit()
    assert "Timmar: 2" in await seen(house, "anna")


async def test_a_coordinator_makes_an_activity_of_a_message(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD})
    form = await taken(house, "dina", "nattvandring vid Bergeforsen före lov", "activity_from_message")
    assert "Vad ska göras: nattvandring vid Bergeforsen före lov" in form
    assert "Typ av aktivitet: Nattvandring" in form
    made = await submitted(house, "dina", count="4")
    assert made == (
        "*nattvandring vid Bergeforsen före lov, Timrå*\n"
        "Ingen är ansvarig än, och inget är planerat. "
        "Välj vad du vill göra nu, eller gör det senare under Planera.\n"
        "[Ändra ansvariga] [Planera]"
    )
    assert "nattvandring vid Bergeforsen före lov" in await pressed(house, "dina", "Ändra ansvariga")


async def test_a_title_that_names_somebody_is_cleaned(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD})
    form = await taken(house, "dina", "prata med 070-174 06 05", "activity_from_message")
    assert "Vad ska göras: prata med …" in form


async def test_others_are_told_who_adds_activities(house: House) -> None:
    refused = await taken(house, "anna", "vi borde nattvandra", "activity_from_message")
    assert refused == (
        "Bara samordnaren lägger till aktiviteter, så inget är ändrat. "
        "Säg gärna till samordnaren om du har ett förslag."
    )
