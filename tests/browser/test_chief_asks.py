import pytest

from bot.sandbox.house import House
from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def chart(visit: Visit) -> None:
    await visit.be("eva")
    await visit.write("läget Timrå")
    await visit.reads("Timrå (exempel): läget måndag 23 november")
    await visit.page.locator(".overflow summary:visible").last.click()
    await visit.press("Visa diagram")
    await visit.reads("Timrå (exempel): gjort, väntat och planerat", "Fotpatrulleringar: 31 av 44 planerade")


async def test_eva_sees_a_chart_as_the_table_of_its_numbers(visit: Visit) -> None:
    await chart(visit)
    await visit.look("chart")
    await visit.audit()


async def test_eva_sees_a_chart_as_a_picture_with_its_text(visit: Visit, house: House) -> None:
    house.sandbox.faults.unknown_blocks.add("data_visualization")
    await chart(visit)
    await visit.page.get_by_alt_text("Stapeldiagram: Timrå").wait_for()
    await visit.look("picture")
    await visit.audit()


async def test_eva_asks_whoever_is_responsible(visit: Visit) -> None:
    await visit.be("eva")
    await visit.write("läget Timrå")
    await visit.press("Fråga ansvarig")
    await visit.fill("En mening till den ansvariga", "Hinner ni ikapp före jul?")
    await visit.look("asking")
    await visit.audit()
    await visit.press("Fråga")
    await visit.page.get_by_text("Frågan är ställd: Timrå, fotpatrulleringar").wait_for()
    await visit.press("Stäng")
    await visit.be("anna")
    await visit.reads("frågar hur det går: Timrå, fotpatrulleringar", "Hinner ni ikapp före jul?")
    await visit.look("asked")
