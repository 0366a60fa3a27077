"""What is taken back and asked for anew is a new thing: nothing of the old one speaks for it."""

from datetime import timedelta

import pytest

from bot.sandbox.house import House
from bot.sandbox.workspace import BOT
from tests.factories import stockholm
from tests.scenes import LEAD, scene
from tests.seen import CHANNEL, heard, pressed, shown, submitted, typed

AWAY = {"away_first": "2026-12-03", "away_last": "2026-12-10", "substitute": "U0HUGO"}
OTHER = "annan-kanal"
A_SECOND, A_WEEK = timedelta(seconds=1), timedelta(days=7)


@pytest.fixture
async def walk(house: House) -> House:
    """On Tuesday next week."""
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(1, 18, month=12), stockholm(1, 20, month=12))
    house.sandbox.workspace.add_channel(OTHER, ["U0DINA"])
    return house


async def asked(house: House, channel: str) -> None:
    await typed(house, "dina", "/lofte kanal", channel)
    await submitted(house, "dina", about="Timrå, allt", what=["week"])
    await house.person("dina").close()
    await house.wind(A_SECOND)


def posted(house: House, channel: str) -> list[str]:
    return [one.text for one in house.person("dina").sees(channel) if one.text.startswith("Veckans")]


async def test_who_is_chosen_again_is_told_again(house: House) -> None:
    for _ in range(2):
        await house.wind(A_SECOND)
        await typed(house, "bo", "/lofte inställningar")
        assert (await submitted(house, "bo", **AWAY)).startswith("*Dina inställningar är sparade.*")
        await house.person("bo").close()
        await typed(house, "bo", "/lofte inställningar")
        await pressed(house, "bo", "Ta bort")
        await house.person("bo").close()

    first_lines = [shown(one).splitlines()[0] for one in heard(house.person("hugo"))]
    assert (
        first_lines
        == [
            "*<@U0BO> är borta 3–10 december och har valt dig som ersättare.*",
            "*<@U0BO> är inte borta 3–10 december längre.*",
        ]
        * 2
    )


async def test_a_channel_that_was_stopped_gets_nothing_when_another_is_asked_for(walk: House) -> None:
    await asked(walk, CHANNEL)
    await typed(walk, "dina", "/lofte kanal", CHANNEL)
    await pressed(walk, "dina", "Sluta posta här")
    await walk.person("dina").close()
    channel = walk.sandbox.workspace.find_channel(OTHER)
    assert channel
    channel.members.append(BOT)
    await asked(walk, OTHER)
    await walk.wind(A_WEEK)

    assert (len(posted(walk, CHANNEL)), len(posted(walk, OTHER))) == (0, 1)


async def test_who_asks_twice_where_the_bot_is_not_in_is_told_twice(walk: House) -> None:
    for _ in range(2):
        await asked(walk, OTHER)

    assert len([one for one in heard(walk.person("dina")) if "inte med i kanalen" in one.text]) == 2
