import pytest

from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_cia_asks_how_it_is_going_and_drills_down(visit: Visit) -> None:
    await visit.be("cia")
    await visit.write("hur går det med Timrå?")
    await visit.reads("Timrå (exempel): läget måndag 23 november", "31 gjorda, 40 väntade till i dag")
    await visit.look("answer")
    await visit.press("Visa detaljer")
    await visit.reads("Synlig polis till fots: ligger efter.")
    await visit.look("details")
    await visit.audit()


async def test_cia_sees_her_municipalities_with_the_worst_first(visit: Visit) -> None:
    await visit.be("cia")
    await visit.write("/lofte läget")
    await visit.reads("Läget måndag 23 november", "Hofors (exempel)", "Ockelbo (exempel)")
    await visit.look("overview")
