"""The page's menus of shortcuts, by ordinary form posts."""

import aiohttp

from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, scene
from tests.seen import seen


async def post(house: House, **form: str) -> str:
    """What Anna then sees."""
    anna = house.person("anna")
    back = f"/som/{anna.user.id}/kanal/{anna.dm.id}"
    async with (
        aiohttp.ClientSession(house.url) as browser,
        browser.post(f"/som/{anna.user.id}/genvag", data={"tillbaka": back, **form}) as page,
    ):
        assert page.status == 200
    return await seen(house, "anna")


async def test_a_messages_menu_begins_a_report(house: House) -> None:
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(23, 6), stockholm(23, 8))
    message = await house.person("hugo").write("trygghet-timra", "ute 2 timmar")
    form = await post(house, genvag="report_message", kanal=message.channel, ts=message.ts)
    assert "Timmar: 2" in form


async def test_the_menu_below_begins_one_from_anywhere(house: House) -> None:
    assert "Vad har du gjort" in await post(house, genvag="report")
