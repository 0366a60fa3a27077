"""What a line says of when, against the clock: just now, on the way, and not yet."""

import pytest

from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned
from tests.seen import typed, wrote


async def test_what_has_just_ended_took_as_long_as_such_things_do(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD})
    receipt = await wrote(house, "anna", "fotpatrull nyss 14 samtal")
    assert receipt.splitlines()[:2] == [
        "*Sparat: fotpatrullering i dag, måndag 23 november, inte planerad, Timrå*",
        "Samtal: 14 · Tid: 23 november kl. 9",
    ]


@pytest.mark.parametrize("when", ["imorgon", "24/11 2026", "i morgon kl 10-12"])
async def test_what_has_not_been_is_not_reported(house: House, when: str) -> None:
    patrol = await agreed(house, "fotpatrullering", {"anna": LEAD})
    await planned(house, patrol, stockholm(23, 7), stockholm(23, 8))
    refused = await typed(house, "anna", f"/lofte rapport fotpatrull {when} 14 samtal")
    assert refused.splitlines()[0] == (
        "Raden säger i morgon, tisdag 24 november, och det har inte varit än. "
        "Rapportera när det är gjort. Inget är sparat än."
    )


async def test_what_goes_on_may_be_reported_as_ending_later(house: House) -> None:
    patrol = await agreed(house, "fotpatrullering", {"anna": LEAD})
    await planned(house, patrol, stockholm(23, 8), stockholm(23, 11))
    assert (await wrote(house, "anna", "fotpatrull idag 14 samtal")).startswith("*Sparat: fotpatrullering i dag")


async def test_the_example_of_what_to_write_holds_the_figure(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    asked = await wrote(house, "anna", "trafikkontroll ca 40")
    assert asked.splitlines()[0] == (
        "Jag förstår inte ”ca 40”. Skriv vad du räknade, till exempel ”40 fordon”. Inget är sparat än."
    )
