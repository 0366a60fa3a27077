import pytest
from playwright.async_api import expect

from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_dina_plans_a_walk(visit: Visit) -> None:
    await visit.be("dina")
    await visit.write("/lofte plan")
    await visit.dialog.get_by_label("Välj aktivitet").select_option("Trygghetsvandringar")
    await visit.look("plan")
    await visit.audit()
    await visit.press("Välj")
    for label, value in {"Dag": "2026-12-09", "Börjar": "17:00", "Slutar": "19:00"}.items():
        await visit.fill(label, value)
    await visit.look("plan-walk")
    await visit.press("Spara")
    await expect(visit.dialog).to_contain_text("Planerat. Onsdag 9 december kl. 17–19: trygghetsvandring")


async def test_greta_asks_to_be_added(visit: Visit) -> None:
    await visit.be("greta")
    await visit.write("trafikkontroll 45 fordon")
    await visit.reads("Jag känner inte igen dig än", "Du skrev: ”trafikkontroll 45 fordon”")
    await visit.look("unknown")
    await visit.press("Lägg till mig")
    await visit.reads("Jag har frågat samordnaren")


async def test_dina_adds_greta(visit: Visit) -> None:
    await visit.be("greta")
    await visit.write("hjälp")
    await visit.press("Lägg till mig")
    await visit.be("dina")
    await visit.reads("@Greta Falk vill bli tillagd.")
    await visit.press("Lägg till")
    await visit.dialog.get_by_label("Timrå", exact=True).check()
    await visit.look("add")
    await visit.press("Bjud in")
    await visit.press("Stäng")
    await visit.be("greta")
    await visit.reads("@Dina Berg har lagt till dig")
