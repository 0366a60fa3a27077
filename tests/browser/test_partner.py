import pytest

from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_finn_reports_by_a_line_in_the_direct_message(visit: Visit) -> None:
    await visit.be("finn")
    await visit.write("huskurage 3 föreningar")
    await visit.reads("Sparat", "Föreningar: 3")
    await visit.look("partner")
