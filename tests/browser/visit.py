"""What a person does on the sandbox's page, and what is looked at there."""

from pathlib import Path

from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import Locator, Page, expect

from bot.sandbox.personas import PERSONAS

SHOTS = Path(__file__).parents[2] / "build" / "screenshots"
TAP = 44  # pixels that a finger needs

TOO_WIDE = """[...document.querySelectorAll("html, main, .log, .home, dialog, .inside, .accessory")]
    .filter((one) => one.scrollWidth > one.clientWidth || one.scrollWidth > innerWidth).map((one) => one.outerHTML)"""
TOO_LOW = f"""[...document.querySelectorAll("button, select, summary, input, textarea")]
    .filter((one) => !one.closest(".unseen, .box") && one.checkVisibility())
    .filter((one) => one.getBoundingClientRect().height < {TAP}).map((one) => one.outerHTML)"""


class Visit:
    """One browser tab of the given screen, used by one person after the other."""

    def __init__(self, page: Page, screen: str) -> None:
        self.page = page
        self.screen = screen

    @property
    def newest(self) -> Locator:
        return self.page.locator("#lista > .message").last

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    async def be(self, key: str) -> None:
        """By the menu of people, as somebody who tries the demo would."""
        name = next(persona.name for persona in PERSONAS if persona.key == key)
        if self.page.url == "about:blank":
            await self.page.goto("/")
        else:
            await self.page.locator(".people summary").click()
        await self.page.get_by_role("link", name=name).click()
        await expect(self.page.get_by_text(f"Du är {name}")).to_be_visible()

    async def write(self, line: str) -> None:
        await self.page.get_by_label("Skriv till").fill(line)
        await self.press("Skicka")

    async def press(self, label: str) -> None:
        """The newest button that reads so."""
        await self.page.locator(f'button:text-is("{label}"):visible').last.click()

    async def fill(self, label: str, value: str) -> None:
        await self.dialog.get_by_label(label).fill(value)

    async def reads(self, *texts: str) -> None:
        """The newest message holds them."""
        for text in texts:
            await expect(self.newest).to_contain_text(text)

    async def look(self, name: str) -> None:
        """Keeps a picture; what is on the screen fits it and can be hit with a finger."""
        await self.page.screenshot(path=SHOTS / f"{self.screen}-{name}.png")
        assert await self.page.evaluate(TOO_WIDE) == []
        assert await self.page.evaluate(TOO_LOW) == []

    async def audit(self) -> None:
        """What is on the screen is accessible. Slow: once for each kind of page."""
        found = await Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()
