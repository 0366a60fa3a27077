"""A chief chooses how often they are told how it is going."""

import pytest

from bot.sandbox.house import House
from tests.mondays import on_monday, told
from tests.seen import submitted, typed

COMMAND = "/lofte inställningar"
LABEL = "Hur ofta vill du få läget:"


async def test_a_chief_hears_each_month_who_has_chosen_nothing(house: House) -> None:
    assert f"{LABEL} Varje månad" in await typed(house, "cia", COMMAND)


async def test_who_is_no_chief_is_not_asked(house: House) -> None:
    assert LABEL not in await typed(house, "bo", COMMAND)


@pytest.mark.parametrize("chosen", ["Varje måndag", "Varje tertial", "Aldrig"])
async def test_what_is_chosen_is_told_and_shown_the_next_time(house: House, chosen: str) -> None:
    await typed(house, "cia", COMMAND)
    assert f"Läget: {chosen.lower()}" in await submitted(house, "cia", hears=chosen)
    await house.person("cia").close()
    assert f"{LABEL} {chosen}" in await typed(house, "cia", COMMAND)


async def test_every_monday_is_the_next_one_too(full_house: House) -> None:
    await typed(full_house, "cia", COMMAND)
    await submitted(full_house, "cia", hears="Varje måndag")
    await full_house.person("cia").close()
    await on_monday(full_house)
    assert any(
        "*Läget måndag 30 november*" in one or one.startswith("*Timrå: läget") for one in told(full_house, "cia")
    )
