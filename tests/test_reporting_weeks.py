"""A line that says its week is about that week, and never about the one before."""

import pytest

from bot.domain.words import Form
from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned
from tests.seen import wrote


@pytest.fixture
async def weeks(house: House) -> House:
    """Anna's patrols of weeks 46 and 47 wait for their reports."""
    activity = await agreed(house, "fotpatrullering", {"anna": LEAD}, form=Form.WINDOW)
    await planned(house, activity, stockholm(9, 0), stockholm(16, 0))
    await planned(house, activity, stockholm(16, 0), stockholm(23, 0))
    return house


async def test_the_week_that_is_said_is_taken(weeks: House) -> None:
    assert (await wrote(weeks, "anna", "fotpatrull vecka 47 8 samtal")).startswith("*Sparat: fotpatrullering vecka 47")


async def test_a_week_that_has_its_report_is_not_put_on_the_week_before(weeks: House) -> None:
    await wrote(weeks, "anna", "fotpatrull vecka 47 8 samtal")
    said = await wrote(weeks, "anna", "fotpatrull vecka 47 9 samtal")
    assert said.startswith("*Vilken fotpatrullering menar du?*\nSamtal: 9 · Tid: 16–22 november\nInget är sparat än.")
