"""A line that something was not done, or partly, and does not say why: one tap on its receipt does."""

from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, scene
from tests.seen import pressed, wrote

ASKED = """\
*Sparat: fotpatrullering i dag, måndag 23 november kl. 6–8, Timrå*
Blev inte av
0 pass i år. Inget antal är bestämt.
Rapport TIM-2026-0001. Finns kvar under Mina rapporter.
Varför? Ett tryck räcker.
[Väder] [Personal] [Annat gick före] [Annat] [Ändra] [Ångra]"""


async def test_the_reason_is_asked_for_in_one_tap(house: House) -> None:
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(23, 6), stockholm(23, 8))
    assert await wrote(house, "anna", "fotpatrull blev inte av") == ASKED
    assert (
        await pressed(house, "anna", "Väder")
        == """\
*Ändrat: fotpatrullering i dag, måndag 23 november kl. 6–8, Timrå*
Blev inte av · Orsak: väder
0 pass i år. Inget antal är bestämt.
Rapport TIM-2026-0001. Finns kvar under Mina rapporter.
[Ändra] [Ångra]"""
    )


async def test_a_reason_that_is_said_is_not_asked_for(house: House) -> None:
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(23, 6), stockholm(23, 8))
    receipt = await wrote(house, "anna", "fotpatrull delvis pga larm 4 samtal")
    assert receipt.splitlines()[1] == "Delvis · Orsak: annat gick före · Samtal: 4 · Anteckning: ”pga larm”"
    assert receipt.splitlines()[-1] == "[Ändra] [Ångra]"
