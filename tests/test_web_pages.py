"""The bot's own web server shows pages for citizens only where a setting says so."""

import aiohttp
import pytest

from tests.house import OpenHouse, furnished


@pytest.mark.parametrize(("public_pages", "said"), [(True, "<h1>Sidan finns inte</h1>"), (False, "404: Not Found")])
async def test_pages_are_served_where_a_setting_says_so(open_at: OpenHouse, public_pages: bool, said: str) -> None:
    house = await open_at(furnished, http=True, public_pages=public_pages)

    async with aiohttp.ClientSession() as session, session.get(f"{house.bot.url}/lofte/timra") as answer:
        assert answer.status == 404
        assert said in await answer.text()
