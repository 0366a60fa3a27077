import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ViewportSize, async_playwright, expect

from bot.sandbox.clock import Clock
from bot.sandbox.house import House, open_house
from tests.browser.pages import PAGES
from tests.browser.visit import Visit
from tests.databases import Sqlite
from tests.house import START, lived_in

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

PATIENCE = 60_000  # milliseconds; a busy machine needs some


@dataclass(frozen=True)
class Screen:
    name: str
    size: ViewportSize
    touch: bool


PHONE = Screen("phone", {"width": 390, "height": 844}, touch=True)
DESK = Screen("desk", {"width": 1280, "height": 900}, touch=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is missing")
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def house(sqlite: Sqlite) -> AsyncIterator[House]:
    """The demo on its first morning, with its clock standing still."""
    url = sqlite.made_by(lived_in)
    async with open_house(url, Clock(START, running=False)) as house:
        await house.settled()
        yield house
    sqlite.drop(url)


@pytest_asyncio.fixture(loop_scope="session", params=[PHONE, DESK], ids=lambda screen: screen.name)
async def visit(browser: Browser, house: House, request: pytest.FixtureRequest) -> AsyncIterator[Visit]:
    screen: Screen = request.param
    context = await browser.new_context(
        base_url=house.url,
        locale="sv-SE",
        viewport=screen.size,
        is_mobile=screen.touch,
        has_touch=screen.touch,
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    yield Visit(await context.new_page(), screen.name)
    await context.close()


@pytest.fixture(params=PAGES)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A page that stands alone."""
    made = tmp_path / f"{request.param}.html"
    made.write_text(PAGES[request.param](), "utf-8")
    return made
