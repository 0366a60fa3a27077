"""Planning, as the coordinator and those named see it."""

import pytest

from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned, reminded_of_a_walk
from tests.seen import pressed, submitted, typed


@pytest.fixture
async def reminded(house: House) -> House:
    return await reminded_of_a_walk(house)


async def test_the_plan_is_read_ten_at_a_time(house: House) -> None:
    walks = await agreed(house, "trygghetsvandring", {"bo": LEAD})
    for day in range(1, 13):
        await planned(house, walks, stockholm(day, 18, month=12), stockholm(day, 20, month=12))
    plan = await typed(house, "dina", "/lofte plan")
    assert (plan.count("trygghetsvandring, Timrå*"), plan.splitlines()[-1]) == (10, "[Visa fler]")
    rest = await pressed(house, "dina", "Visa fler")
    assert (rest.count("trygghetsvandring, Timrå*"), "Visa fler" in rest) == (2, False)


async def test_the_coordinator_plans_and_everyone_named_is_reminded(reminded: House) -> None:
    await typed(reminded, "dina", "/lofte plan")
    dina = reminded.person("dina")
    modal = dina.modal
    assert modal
    await dina.press(modal, "occurrence_plan", value="Trygga kvällar")
    await reminded.settled()
    receipt = await submitted(reminded, "dina", day="2026-12-15", starts="18:00", ends="20:00")
    assert (
        receipt
        == """\
*Planerat. Tisdag 15 december kl. 18–20: trygghetsvandring, Timrå centrum*
Leder: <@U0BO> · Medverkande: <@U0ANNA> · Ersättare: <@U0HUGO>
De påminns före tillfället, och den som leder får frågan hur det gick."""
    )
