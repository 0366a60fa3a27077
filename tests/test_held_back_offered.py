"""A report that names somebody: what is left of it is offered, and the rest is nowhere."""

import logging

import pytest

from bot.sandbox.house import House
from tests.factories import stockholm
from tests.saved import everything_saved
from tests.scenes import LEAD, scene
from tests.seen import heard, pressed, typed, wrote

NUMBER = "19121212-1212"
LINE = f"trafikkontroll 45 fordon talade med {NUMBER}"
OFFERED = """\
Texten ser ut att innehålla ett personnummer. Jag har inte sparat något.
Då står det kvar: ”trafikkontroll 45 fordon talade med …”
Ta också bort ditt eget meddelande.
[Spara så här] [Spara inte]"""


@pytest.fixture
async def check(house: House) -> int:
    return await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(23, 7), stockholm(23, 8), place="E4 Sörberge")


@pytest.mark.usefixtures("check")
async def test_a_line_is_offered_without_what_it_says_about_somebody(house: House) -> None:
    assert await wrote(house, "anna", LINE) == OFFERED


@pytest.mark.usefixtures("check")
async def test_a_command_too_which_nobody_else_sees(house: House) -> None:
    offered = OFFERED.replace("Ta också bort ditt eget meddelande.\n", "")
    assert await typed(house, "anna", f"/lofte rapport {LINE}") == offered


@pytest.mark.usefixtures("check")
async def test_one_tap_saves_what_is_left(house: House) -> None:
    await wrote(house, "anna", LINE)
    receipt = await pressed(house, "anna", "Spara så här")
    assert receipt.splitlines()[1] == "Fordon: 45 · Anteckning: ”talade med”"


@pytest.mark.usefixtures("check")
async def test_or_nothing(house: House) -> None:
    await wrote(house, "anna", LINE)
    assert (await pressed(house, "anna", "Spara inte")).startswith("Inget är sparat. Du skrev: ”trafikkontroll 45")


@pytest.mark.usefixtures("check")
async def test_what_was_held_back_is_in_no_table_message_or_log(house: House, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        await wrote(house, "anna", LINE)
        await pressed(house, "anna", "Spara så här")
    said = str([message.blocks for message in heard(house.person("anna"))])
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("bot", "handlers", "storage"))]
    assert NUMBER not in await everything_saved(house) + said + "".join(ours)


async def test_small_talk_is_not_offered_to_be_saved(house: House) -> None:
    said = await wrote(house, "anna", f"hej {NUMBER}")
    assert said.endswith("Ta bort numret och skicka igen. Ta också bort ditt eget meddelande.")


async def test_who_is_unknown_is_told_no_more(house: House) -> None:
    assert NUMBER not in await wrote(house, "greta", LINE)
