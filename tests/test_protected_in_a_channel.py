"""A protected kind that is reported in a channel: the answer comes where nobody else reads."""

import pytest

from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, scene
from tests.seen import CHANNEL, heard, pressed, shown, wrote

LINE = "trafikkontroll 45 fordon"
TOLD = "Jag har svarat dig i ett direktmeddelande."


@pytest.fixture
async def check(house: House) -> int:
    return await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(23, 7), stockholm(23, 8), place="E4 Sörberge")


async def in_channel(house: House, line: str) -> list[str]:
    """What Anna then sees from the bot in the channel."""
    anna = house.person("anna")
    await (anna.command if line.startswith("/") else anna.write)(CHANNEL, line)
    await house.settled()
    return [shown(message) for message in anna.sees(CHANNEL) if message.user != anna.user.id]


@pytest.mark.usefixtures("check")
@pytest.mark.parametrize("line", [f"/lofte rapport {LINE}", f"/lofte {LINE}", f"<@U0LOFTE> {LINE}"])
async def test_the_channel_hears_only_that_there_is_an_answer(house: House, line: str) -> None:
    assert await in_channel(house, line) == [TOLD]
    assert "E4 Sörberge" in shown(heard(house.person("anna"))[-1])


@pytest.mark.usefixtures("check")
async def test_nobody_else_in_the_channel_hears_of_it(house: House) -> None:
    await in_channel(house, f"/lofte {LINE}")
    assert house.person("hugo").sees(CHANNEL) == []


@pytest.mark.usefixtures("check")
async def test_the_receipt_can_be_undone_there(house: House) -> None:
    await in_channel(house, f"/lofte {LINE}")
    receipt = heard(house.person("anna"))[-1]
    assert "Ångrat: rapporten om trafikkontrollen" in await pressed(house, "anna", "Ångra", receipt)


async def test_what_is_not_protected_is_answered_at_once(house: House) -> None:
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(23, 6), stockholm(23, 8))
    assert "Sparat: fotpatrullering" in (await in_channel(house, "/lofte ute 2 timmar"))[0]


@pytest.mark.usefixtures("check")
async def test_in_a_direct_message_there_is_nothing_to_point_at(house: House) -> None:
    assert (await wrote(house, "anna", LINE)).startswith("*Sparat: trafikkontroll")
