"""What citizens read: on any screen, on paper, without script, and by the rules of the web."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import Browser, Page, ViewportSize, expect

from bot.sandbox.clock import Clock
from bot.sandbox.house import House, open_house
from tests.browser.conftest import PATIENCE
from tests.browser.visit import SHOTS, TOO_WIDE
from tests.databases import Sqlite
from tests.house import START, lived_in

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NARROW, PHONE, DESK = 320, 390, 1200  # pixels
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """Axe runs in a world of its own: it needs no script of the page."""
    context = await browser.new_context(locale="sv-SE", viewport=_size(DESK))
    context.set_default_timeout(PATIENCE)
    yield await context.new_page()
    await context.close()


def _size(width: int) -> ViewportSize:
    return {"width": width, "height": 900}


async def accessible(page: Page) -> None:
    found = await Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [NARROW, PHONE, DESK])
async def test_it_fits_any_screen_and_everybody_can_use_it(page: Page, file: Path, width: int) -> None:
    await page.set_viewport_size(_size(width))
    await page.goto(file.as_uri())

    await page.screenshot(path=SHOTS / f"{file.stem}-{width}.png", full_page=True)
    assert not await page.evaluate(SIDEWAYS)
    assert await page.evaluate(TOO_WIDE) == []
    await accessible(page)


@pytest.mark.parametrize("scheme", ["dark", "print"])
async def test_it_can_be_read_in_the_dark_and_on_paper(page: Page, file: Path, scheme: str) -> None:
    if scheme == "dark":
        await page.emulate_media(color_scheme="dark")
    else:
        await page.emulate_media(media="print")
    await page.goto(file.as_uri())

    await page.screenshot(path=SHOTS / f"{file.stem}-{scheme}.png", full_page=True)
    await accessible(page)


async def test_the_first_key_leads_past_what_is_the_same_on_each_page(page: Page, file: Path) -> None:
    await page.goto(file.as_uri())
    await page.keyboard.press("Tab")

    skip = page.locator(".skip")
    await expect(skip).to_be_focused()
    await expect(skip).to_be_in_viewport()
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile("#innehall$"))


@pytest_asyncio.fixture(loop_scope="session")
async def served(sqlite: Sqlite) -> AsyncIterator[House]:
    url = sqlite.made_by(lived_in)
    async with open_house(url, Clock(START, running=False), public_pages=True) as house:
        await house.settled()
        yield house
    sqlite.drop(url)


async def test_dina_publishes_and_anybody_reads_it_without_script(browser: Browser, served: House) -> None:
    dina = served.person("dina")
    await dina.command("trygghet-timra", "/lofte återkoppling Timrå")
    await dina.press_label("Kontakt och tillgänglighet")
    await served.settled()
    await dina.fill("function", "trygghetssamordnaren")
    await dina.fill("reach", "kommunens växel")
    await dina.fill("conformity", "full")
    await dina.submit()
    await dina.close()
    await dina.press_label("Publicera")
    await served.settled()

    context = await browser.new_context(java_script_enabled=False, viewport=_size(PHONE))
    page = await context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    await page.goto(f"{served.url}/lofte/timra")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Det här har vi lovat och gjort i Timrå, 2026")
    await page.get_by_role("link", name="Om siffrorna").click()
    await expect(page.get_by_role("heading", name="Om siffrorna")).to_be_in_viewport()
    assert problems == []
    await context.close()
