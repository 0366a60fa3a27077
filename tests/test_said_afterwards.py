"""What people write when it is reported already: that it was wrong, or that nothing came of it."""

import pytest

from bot.domain.report_intent import is_correction
from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, scene
from tests.seen import wrote


@pytest.mark.parametrize(
    ("line", "corrects"),
    [
        ("ångra", True),
        ("Ändra till 46 fordon", True),
        ("fel, det var 46 fordon", True),
        ("Fel antal", True),
        ("andra kontrollen 12 fordon", False),
        ("felparkerade 12 bilar", False),
        ("fel på belysningen vid tunneln", False),
    ],
)
def test_a_correction_is_no_report(line: str, corrects: bool) -> None:
    assert is_correction(line) is corrects


@pytest.fixture
async def reported(house: House) -> House:
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(23, 6), stockholm(23, 8))
    await wrote(house, "anna", "fotpatrull 2 timmar")
    return house


@pytest.mark.parametrize("line", ["ångra", "ändra fotpatrullen till 3 timmar"])
async def test_a_correction_is_told_where_it_is_made(reported: House, line: str) -> None:
    assert (await wrote(reported, "anna", line)).splitlines()[:2] == [
        f"*Jag förstod inte ”{line}”, så inget är sparat.*",
        "Ändra och Ångra gör du med knapparna i kvittot, eller under Mina rapporter på min startsida.",
    ]


async def test_what_nobody_planned_cannot_have_failed_to_come_off(reported: House) -> None:
    assert await wrote(reported, "anna", "fotpatrull blev inte av") == (
        "Jag hittar inget planerat tillfälle som saknar din rapport, så inget är sparat. "
        "Gäller det ett som redan är rapporterat? Tryck på Ändra under Mina rapporter.\n"
        "Du skrev: ”fotpatrull blev inte av”"
    )
