import pytest
from playwright.async_api import expect

from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_the_first_page_asks_who_one_wants_to_be(visit: Visit) -> None:
    await visit.page.goto("/")
    await expect(visit.page.get_by_role("heading", name="Vem vill du vara?")).to_be_visible()
    await visit.look("start")
    await visit.audit()


async def test_the_menu_of_people_can_be_read(visit: Visit) -> None:
    await visit.be("anna")
    await visit.page.locator(".people summary").click()
    await expect(visit.page.get_by_role("link", name="Greta Falk")).to_be_visible()
    await visit.look("people")
    await visit.audit()


async def test_a_channel_can_be_read(visit: Visit) -> None:
    await visit.be("anna")
    await visit.page.get_by_role("link", name="#trygghet-hofors").click()
    await visit.write("Trygghetsvandringen är på tisdag.")
    await visit.reads("Trygghetsvandringen är på tisdag.")
    await visit.look("channel")
    await visit.audit()


async def test_enter_sends_and_what_is_pasted_keeps_its_lines(visit: Visit) -> None:
    await visit.be("dina")
    field = visit.page.get_by_label("Skriv till")
    await field.fill("Medborgarlöfte för Grums 2027\nPolisen och kommunen lovar att:\n- vandra tre gånger per år")
    await visit.look("pasted")
    await field.press("Enter")
    await visit.reads("Är det här ett medborgarlöfte som du vill lägga in?")
    await expect(field).to_have_value("")
