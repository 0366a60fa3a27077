"""What may point at a private person is not kept and not repeated, whatever it was that the person asked for."""

import pytest

from bot.sandbox.house import House
from tests.databases import on_one_database
from tests.saved import everything_saved
from tests.seen import heard, typed, wrote

EMAIL = "kalle.svensson@example.com"
LINES = (
    f"{EMAIL} ringde om trafikkontrollen",
    f"hur går det med Kalle Karlsson {EMAIL}?",
    f"läget {EMAIL}",
    f"mina {EMAIL}",
    f"hjälp {EMAIL}",
    f"hej {EMAIL}",
)


@on_one_database
@pytest.mark.parametrize("line", LINES)
async def test_a_line_is_held_back_before_anything_reads_it(house: House, line: str) -> None:
    said = await wrote(house, "anna", line)
    assert said.startswith("Texten ser ut att innehålla en e-postadress. Jag har inte sparat något.")
    assert EMAIL not in await everything_saved(house) + said


@on_one_database
@pytest.mark.parametrize("line", LINES)
async def test_a_command_is_held_back_too(house: House, line: str) -> None:
    said = await typed(house, "anna", f"/lofte {line}")
    assert said.startswith("Texten ser ut att innehålla en e-postadress. Jag har inte sparat något.")
    assert EMAIL not in await everything_saved(house) + said


async def test_every_kind_that_was_found_is_named(house: House) -> None:
    said = await wrote(house, "anna", f"trafik 3 böter skriv till {EMAIL} 070-174 06 05")
    assert said.startswith(
        "Texten ser ut att innehålla en e-postadress och ett telefonnummer. Jag har inte sparat något."
    )


async def test_what_somebody_unknown_wrote_is_not_repeated(house: House) -> None:
    assert EMAIL not in await wrote(house, "greta", f"hej {EMAIL}")


async def test_an_answer_that_quotes_is_not_kept_once_it_was_sent(house: House) -> None:
    await wrote(house, "anna", "hej Kalle Karlsson")
    assert "Kalle Karlsson" in heard(house.person("anna"))[-1].text
    assert "Kalle Karlsson" not in await everything_saved(house)
