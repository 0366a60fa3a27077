"""A line that says its week is about that week, and never about the one before."""

import pytest

from bot.domain.words import Form
from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned
from tests.seen import pressed, wrote


@pytest.fixture
async def weeks(house: House) -> House:
    """Anna's patrols of weeks 46 and 47 wait for their reports."""
    activity = await agreed(house, "fotpatrullering", {"anna": LEAD}, form=Form.WINDOW)
    await planned(house, activity, stockholm(9, 0), stockholm(16, 0))
    await planned(house, activity, stockholm(16, 0), stockholm(23, 0))
    return house


async def test_the_week_that_is_said_is_taken(weeks: House) -> None:
    assert (await wrote(weeks, "anna", "fotpatrull vecka 47 8 samtal")).startswith("*Sparat: fotpatrullering vecka 47")


async def test_a_week_that_has_its_report_is_offered_for_change(weeks: House) -> None:
    await wrote(weeks, "anna", "fotpatrull vecka 47 8 samtal")
    assert await wrote(weeks, "anna", "fotpatrull vecka 47 9 samtal") == (
        "*Du har redan rapporterat fotpatrullen vecka 47, Timrå*\n"
        "Samtal: 8 · Tid: 16–22 november\n"
        "Gäller din rad samma tillfälle? Inget av den är sparat än.\n"
        "[Ändra rapporten] [En till] [Spara inte]"
    )
    assert "Samtal: 8" in await pressed(weeks, "anna", "Ändra rapporten")


async def test_the_week_that_goes_on_is_offered_too(house: House) -> None:
    activity = await agreed(house, "fotpatrullering", {"anna": LEAD}, form=Form.WINDOW)
    await planned(house, activity, stockholm(23, 0), stockholm(30, 0))
    await wrote(house, "anna", "fotpatrull 8 samtal")
    said = await wrote(house, "anna", "fotpatrull 9 samtal")
    assert said.startswith("*Du har redan rapporterat fotpatrullen vecka 48, Timrå*\nSamtal: 8\n")


async def test_work_of_a_whole_quarter_is_reported_more_than_once(house: House) -> None:
    """Each line of it counts."""
    activity = await agreed(house, "kampanj", {"anna": LEAD}, form=Form.CONTINUOUS)
    await planned(house, activity, stockholm(1, 0, month=10), stockholm(1, 0, month=1, year=2027))
    await wrote(house, "anna", "kampanj 8 utskick")
    assert (await wrote(house, "anna", "kampanj 9 utskick")).startswith("*Sparat: ")


async def test_one_that_nobody_had_planned_keeps_the_week_that_is_said(weeks: House) -> None:
    await wrote(weeks, "anna", "fotpatrull vecka 47 8 samtal")
    await wrote(weeks, "anna", "fotpatrull vecka 47 9 samtal")
    assert (await pressed(weeks, "anna", "En till")).startswith(
        "*Sparat: fotpatrullering 16–22 november, inte planerad, Timrå*\nSamtal: 9"
    )


async def test_a_week_that_nothing_was_planned_in_is_said_on_the_button(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD}, form=Form.WINDOW)
    assert "[Ny, 9–15 november] [Spara inte]" in await wrote(house, "anna", "fotpatrull vecka 46 8 samtal")
    assert (await pressed(house, "anna", "Ny, 9–15 november")).startswith(
        "*Sparat: fotpatrullering 9–15 november, inte planerad, Timrå*"
    )
