"""*Rapportera i efterhand*: everything that lacks a report, a page at a time, one tap to each form."""

from datetime import timedelta

import pytest

from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, SUBSTITUTE, agreed, planned
from tests.seen import pressed, seen, submitted, typed, wrote


async def unreported(house: House, count: int) -> None:
    """One an hour, back from this morning."""
    work = await agreed(house, "fotpatrullering", {"anna": LEAD, "bo": SUBSTITUTE}, place="Timrå centrum")
    for hours in range(count):
        ends = stockholm(23, 8) - timedelta(hours=hours)
        await planned(house, work, ends - timedelta(hours=1), ends)


async def test_what_lacks_a_report_is_listed_with_the_latest_first(house: House) -> None:
    await unreported(house, 2)
    assert (
        await typed(house, "anna", "/lofte efterhand")
        == """\
*Rapportera i efterhand*
Saknar rapport: 2
Fotpatrullering i dag, måndag 23 november kl. 7–8, Timrå centrum
[Rapportera]
Fotpatrullering i dag, måndag 23 november kl. 6–7, Timrå centrum
[Rapportera]"""
    )


async def test_the_same_word_works_in_a_direct_message(house: House) -> None:
    await unreported(house, 1)
    assert (await wrote(house, "anna", "efterhand")).startswith("*Rapportera i efterhand*\nSaknar rapport: 1")


async def test_the_older_ones_stand_on_the_next_page(house: House) -> None:
    await unreported(house, 12)
    first = await typed(house, "anna", "/lofte efterhand")
    assert first.endswith("1–10 av 12\n[Visa äldre]")
    second = await pressed(house, "anna", "Visa äldre")
    assert second.endswith("11–12 av 12\n[Visa nyare]")
    assert (await pressed(house, "anna", "Visa nyare")) == first


async def test_one_tap_leads_to_the_form(house: House) -> None:
    await unreported(house, 1)
    await typed(house, "anna", "/lofte efterhand")
    await pressed(house, "anna", "Rapportera")
    assert "Timmar: 2" in await submitted(house, "anna", m_timmar="2")
    await house.person("anna").close()
    assert await typed(house, "anna", "/lofte efterhand") == "Ingen rapport saknas från dig."


@pytest.mark.parametrize("key", ["bo", "cia"])
async def test_it_is_ones_own_alone(house: House, key: str) -> None:
    await unreported(house, 1)
    assert await typed(house, key, "/lofte efterhand") == "Ingen rapport saknas från dig."


async def test_home_leads_to_the_rest(house: House) -> None:
    await unreported(house, 25)
    anna = house.person("anna")
    await anna.open_home()
    await house.settled()
    await pressed(house, "anna", "Rapportera i efterhand", "home")
    assert (await seen(house, "anna")).endswith("1–10 av 25\n[Visa äldre]")
    assert (await pressed(house, "anna", "Visa äldre")).endswith("11–20 av 25\n[Visa nyare] [Visa äldre]")
