import pytest
from playwright.async_api import expect

from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LINE = "trafikkontroll 45 fordon 2 rattfylla lugnt"


async def test_anna_logs_a_check_by_a_line_and_undoes_it(visit: Visit) -> None:
    await visit.be("anna")
    await visit.write(LINE)
    await visit.reads("Sparat: trafikkontroll fredag 20 november", "Fordon: 45", "Misstänkt rattfylleri: 2", "21 av 24")
    await visit.look("receipt")
    await visit.audit()
    await visit.press("Ångra")
    await visit.reads("Ångrat: rapporten om trafikkontrollen fredag 20 november", "räknas inte längre")


async def test_anna_changes_a_number(visit: Visit) -> None:
    await visit.be("anna")
    await visit.write(LINE)
    await visit.press("Ändra")
    await visit.fill("Fordon", "46")
    await visit.look("change")
    await visit.press("Spara")
    await expect(visit.dialog).to_contain_text("Fordon: 46")
    await visit.press("Stäng")
    await expect(visit.dialog).to_have_count(0)


async def test_annas_home_shows_what_is_hers(visit: Visit) -> None:
    await visit.be("anna")
    await visit.press("Hem")
    await expect(visit.page.get_by_role("heading", name="Mina tillfällen")).to_be_visible()
    await expect(visit.page.locator("#hem")).to_contain_text("I morgon, tisdag 24 november kl. 18–20")
    await visit.look("home")
    await visit.audit()
