"""Somebody asks how it went beside another stretch of time, or another municipality."""

from datetime import date

import pytest

from bot.domain.periods import Period, period_of
from bot.domain.progress_compared import ComparedTimes, current_like, find, side_by_side
from bot.domain.words import Per
from bot.sandbox.house import House
from tests.seen import wrote

TODAY = date(2026, 11, 23)


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


THIS_YEAR, LAST_YEAR = period("2026-01-01", "2026-12-31"), period("2025-01-01", "2025-12-31")
TERTIAL_1, TERTIAL_2 = period("2026-01-01", "2026-04-30"), period("2026-05-01", "2026-08-31")


@pytest.mark.parametrize(
    ("text", "asked", "other", "rest"),
    [
        ("läget Timrå i år jämfört med förra året", THIS_YEAR, LAST_YEAR, "läget Timrå"),
        ("läget Timrå tertial 1 jämfört med tertial 2", TERTIAL_1, TERTIAL_2, "läget Timrå"),
        ("läget Timrå mot förra året", None, LAST_YEAR, "läget Timrå"),
        ("läget tertial 1 mot samma tid i fjol i Timrå", TERTIAL_1, LAST_YEAR, "läget i Timrå"),
        ("läget Timrå i år jämfört med året innan", THIS_YEAR, LAST_YEAR, "läget Timrå"),
        ("läget tertial 2 jämfört med perioden före", TERTIAL_2, TERTIAL_1, "läget"),
        ("jämför tertial 1 och tertial 2 i Timrå", TERTIAL_1, TERTIAL_2, "jämför i Timrå"),
        ("jämför Timrå i år med förra året", THIS_YEAR, LAST_YEAR, "jämför Timrå"),
        ("läget 2026-T1 jämfört med 2026-T2", TERTIAL_1, TERTIAL_2, "läget"),
        ("läget Timrå mot samma kvartal i fjol", period("2026-10-01", "2026-12-31"), LAST_YEAR, "läget Timrå"),
        ("läget riktade insatser mot droger i år", THIS_YEAR, None, "läget riktade insatser mot droger"),
        ("har vi gjort fler kontroller än förra året?", None, LAST_YEAR, "har vi gjort fler kontroller ?"),
        ("hur går det mot 2026", THIS_YEAR, None, "hur går det"),
        ("läget Timrå mot i år", THIS_YEAR, None, "läget Timrå"),
        ("läget Timrå förra året mot 2026", LAST_YEAR, THIS_YEAR, "läget Timrå"),
        ("läget Timrå jämfört med 2026", None, THIS_YEAR, "läget Timrå"),
        ("vad är inte gjort än i år?", THIS_YEAR, None, "vad är inte gjort än?"),
        ("läget Timrå jämfört med Hofors tertial 1", TERTIAL_1, None, "läget Timrå jämfört med Hofors"),
    ],
)
def test_two_times_are_told_from_one(text: str, asked: Period | None, other: Period | None, rest: str) -> None:
    found = find(text, TODAY)

    assert (found.period, found.other, found.rest) == (asked, other, rest)


def test_what_is_set_beside_a_month_is_this_month() -> None:
    assert current_like(period("2026-10-01", "2026-10-31"), TODAY, 1) == period("2026-11-01", "2026-11-30")
    assert current_like(LAST_YEAR, TODAY, 1) == THIS_YEAR


def test_of_a_year_that_is_not_over_as_much_of_both_is_compared() -> None:
    so_far, then = period("2026-01-01", "2026-11-23"), period("2025-01-01", "2025-11-23")

    assert side_by_side(THIS_YEAR, LAST_YEAR, TODAY) == ComparedTimes(so_far, then, cut_from=(THIS_YEAR, LAST_YEAR))
    assert side_by_side(LAST_YEAR, THIS_YEAR, TODAY) == ComparedTimes(then, so_far, cut_from=(LAST_YEAR, THIS_YEAR))


def test_a_part_of_a_year_is_set_beside_the_same_part() -> None:
    same = period("2025-01-01", "2025-04-30")
    april = period_of(TODAY, Per.YEAR, 4)
    leap = period("2024-02-01", "2024-02-29")

    assert side_by_side(TERTIAL_1, LAST_YEAR, TODAY) == ComparedTimes(TERTIAL_1, same)
    assert side_by_side(period("2026-04-01", "2026-06-30"), april, TODAY) is None
    assert side_by_side(leap, LAST_YEAR, TODAY) == ComparedTimes(leap, period("2025-02-01", "2025-02-28"))


@pytest.mark.parametrize(
    ("one", "other"),
    [(THIS_YEAR, THIS_YEAR), (THIS_YEAR, period("2027-01-01", "2027-12-31")), (LAST_YEAR, TERTIAL_1)],
    ids=["the same", "not begun", "not as long"],
)
def test_what_cannot_be_compared_is_not(one: Period, other: Period) -> None:
    assert side_by_side(one, other, TODAY) is None


WALKS = """\
*Timrå, fotpatrulleringar (exempel): så gick det tertial 1*
*Blev inte klart:* 11 gjorda, 14 väntade tertial 1 (44 planerade per år). 3 blev inte av (personal 2, väder 1).
*Tertial 1 jämfört med tertial 2:*
• fotpatrulleringar: 11 gjorda av 14 väntade – mot 11 gjorda av 14 väntade
Antalen planerades av rådet 14 januari. Medborgarlöftet anger inga antal.
"""
MEETINGS = """\
*1 april–23 november 2026 jämfört med 1 april–23 november 2025:* Tiden är inte slut än, så båda räknas \
lika långt, utan det som pågår.
• rådsmöten: 3 gjorda av 3 väntade – mot 0 gjorda av 2 väntade
"""
NOT_HELD = """\
*1 januari–23 november 2026 jämfört med 1 januari–23 november 2025:* Löftet gällde inte hela den andra tiden, så det \
finns inget att jämföra med.
"""
AREA = """\
*Så gick det tertial 1*
*Hofors (exempel):* 1 följde planen, 1 går inte att bedöma, 4 blev klara. Tertial 2: 1 blev inte klar, 1 följde \
planen, 1 går inte att bedöma, 3 blev klara
[Visa]
*Ockelbo (exempel):* 2 blev klara. Tertial 2: 2 blev klara
[Visa]
"""
NOT_ALIKE = (
    "Tertial 1 2026 och oktober 2026 kan jag inte jämföra: tiderna ska ha börjat, vara olika och vara lika långa. "
    "Skriv till exempel: läget tertial 2 jämfört med tertial 1, eller: läget i år jämfört med förra året\n"
)


async def test_two_times_stand_side_by_side_in_the_answer(full_house: House) -> None:
    walks = await wrote(full_house, "cia", "läget fotpatrullering Timrå tertial 1 jämfört med tertial 2")
    meetings = await wrote(full_house, "cia", "läget samverkan rådsmöten Timrå i år jämfört med förra året")
    area = await wrote(full_house, "cia", "läget Gästrikland tertial 1 jämfört med tertial 2")
    of_numbers = await wrote(full_house, "cia", "hur många fordon i Hofors tertial 1 jämfört med tertial 2?")

    assert walks.startswith(WALKS)
    assert MEETINGS in meetings
    assert area.startswith(AREA)
    assert " – mot Fordon: " in of_numbers


async def test_what_cannot_be_compared_is_said(full_house: House) -> None:
    assert NOT_HELD in await wrote(full_house, "cia", "läget Timrå i år jämfört med förra året")
    assert (await wrote(full_house, "cia", "läget Timrå tertial 1 jämfört med oktober")).startswith(NOT_ALIKE)
    assert (await wrote(full_house, "cia", "läget Timrå oktober mot september varje måndag")).startswith(
        "En jämförelse mellan två tider står inte i måndagslistan, så inget är sparat."
    )


async def test_a_municipality_that_is_not_yours_is_said(full_house: House) -> None:
    asked = await wrote(full_house, "eva", "jämför Timrå och Hofors")

    assert asked.startswith("*Timrå (exempel): läget måndag 23 november*")
    assert "\nDu kan inte se läget i Hofors. <@U0DINA> kan hjälpa dig.\n" in asked


async def test_why_something_is_behind_is_answered_where_one_is(full_house: House) -> None:
    why = await wrote(full_house, "cia", "varför ligger fotpatrulleringen efter?")

    assert why.startswith("*Timrå, fotpatrulleringar (exempel): läget måndag 23 november*\n*Ligger efter:* 31 gjorda")
    assert "8 blev inte av (personal 6, väder 2)" in why
