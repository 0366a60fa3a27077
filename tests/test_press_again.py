"""Pressing or sending the same thing again: each press counts, and nothing is done twice unasked."""

from datetime import timedelta

import pytest

from bot.domain.words import Form
from bot.sandbox.faults import Fault
from bot.sandbox.house import House
from bot.sandbox.workspace import Message
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned
from tests.seen import heard, pressed, shown, wrote

LINE = "trafikkontroll 45 fordon"
AGAIN = """\
*Samma rapport finns redan som TIM-2026-0001. Var det en till?*
Inget nytt är sparat än.
[Ja, spara en till] [Nej, spara inte]"""


async def test_a_button_works_again_after_its_report_was_undone(house: House) -> None:
    work = await agreed(house, "kampanj", {"bo": LEAD}, form=Form.DELIVERABLE)
    await planned(house, work, stockholm(20, 8), stockholm(25, 8))
    await house.wind("reminder")
    asked = heard(house.person("bo"))[-1]
    for number in ("0001", "0002"):
        await pressed(house, "bo", "Ja, klart", asked)
        assert f"TIM-2026-{number}" in shown(asked)
        await pressed(house, "bo", "Ångra", asked)
        await house.settled()
        asked = await house.person("bo").until(lambda: question(house))


def question(house: House) -> Message | None:
    """The newest that asks whether it is done."""
    return next((one for one in reversed(heard(house.person("bo"))) if "[Ja, klart]" in shown(one)), None)


async def test_a_second_undo_at_once_is_answered_in_a_sentence(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    await wrote(house, "anna", LINE)
    anna = house.person("anna")
    receipt = heard(anna)[-1]
    for _ in range(2):
        await anna.press(receipt, "outcome_undo")
    await house.settled()
    assert [shown(one).partition(",")[0] for one in heard(anna)[-2:]] == [
        "Ångrat: rapporten om trafikkontrollen i dag",
        "Rapporten är redan ångrad. Dina rapporter hittar du under Mina rapporter.",
    ]


async def twice(house: House, second: str = LINE, after: timedelta = timedelta(minutes=9)) -> str:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    await wrote(house, "anna", LINE)
    house.clock.wind(after)
    return await wrote(house, "anna", second)


async def test_the_same_line_again_is_asked_about(house: House) -> None:
    assert await twice(house) == AGAIN


async def test_the_same_line_again_after_a_planned_one_is_asked_about(house: House) -> None:
    check = await agreed(house, "trafikkontroll", {"anna": LEAD})
    await planned(house, check, stockholm(23, 7), stockholm(23, 8))
    await wrote(house, "anna", LINE)
    assert await wrote(house, "anna", LINE) == AGAIN


async def test_one_more_can_be_saved(house: House) -> None:
    await twice(house)
    assert "Rapport TIM-2026-0002" in await pressed(house, "anna", "Ja, spara en till")


async def test_or_left_at_one(house: House) -> None:
    await twice(house)
    assert (await pressed(house, "anna", "Nej, spara inte")).startswith("Inget är sparat.")


@pytest.mark.parametrize(
    ("second", "after"),
    [("trafikkontroll 46 fordon", timedelta(0)), (LINE, timedelta(minutes=10))],
)
async def test_other_figures_or_a_later_report_is_no_repetition(house: House, second: str, after: timedelta) -> None:
    assert "Rapport TIM-2026-0002" in await twice(house, second, after)


async def test_a_line_whose_receipt_was_lost_is_asked_about_when_it_is_sent_again(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    house.sandbox.faults.next("events_api", Fault.LOST_ACK)
    await wrote(house, "anna", LINE)
    assert await wrote(house, "anna", LINE) == AGAIN
