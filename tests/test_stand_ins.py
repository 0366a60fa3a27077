"""Who stands in for somebody who is away has it in their own lists, and reads for whom."""

from datetime import date

import pytest
from sqlmodel import Session, select

from bot.sandbox.house import House
from storage.models import Absence, Person
from tests.factories import stockholm
from tests.mondays import on_monday, told
from tests.scenes import LEAD, SUBSTITUTE, WITH, scene
from tests.seen import heard, pressed, shown, submitted, typed

TUESDAY = (stockholm(1, 18, month=12), stockholm(1, 20, month=12))
WHY = "Du leder i stället för <@U0BO>, som är borta 30 november–4 december."


def away(session: Session, substitute: str | None) -> None:
    """Bo, the week after this."""
    ids = dict(session.exec(select(Person.user_id, Person.id)).all())
    first, last = date(2026, 11, 30), date(2026, 12, 4)
    instead = ids[substitute] if substitute else None
    session.add(Absence(person_id=ids["U0BO"], starts_on=first, ends_on=last, substitute_id=instead))


@pytest.fixture
async def bo_is_away(house: House) -> House:
    """Hugo stands in for him, and Anna is with."""
    await house.bot.db.write(away, "U0HUGO")
    await scene(house, "trygghetsvandring", {"bo": LEAD, "anna": WITH}, *TUESDAY, place="Timrå centrum")
    return house


async def test_it_is_among_what_is_mine(bo_is_away: House) -> None:
    assert (await typed(bo_is_away, "hugo", "/lofte")).startswith(
        f"*Tisdag 1 december kl. 18–20: trygghetsvandring, Timrå centrum*\n{WHY} <@U0ANNA> är med.\n[Flytta] [Ställ in]"
    )


async def test_it_is_in_the_list_of_the_week(bo_is_away: House) -> None:
    await on_monday(bo_is_away)
    assert f"{WHY} <@U0ANNA> är med." in told(bo_is_away, "hugo")[0]


async def test_who_is_away_sees_who_is_there_instead(bo_is_away: House) -> None:
    assert (await typed(bo_is_away, "bo", "/lofte")).startswith(
        "*Tisdag 1 december kl. 18–20: trygghetsvandring, Timrå centrum*\n"
        "Du är borta 30 november–4 december. <@U0HUGO> leder i stället för dig.\n[Flytta]"
    )


async def test_who_is_away_without_a_substitute_sees_that_nobody_is_there(house: House) -> None:
    await house.bot.db.write(away, None)
    await scene(house, "trygghetsvandring", {"bo": WITH, "anna": LEAD}, *TUESDAY, place="Timrå centrum")
    assert "Du är borta 30 november–4 december, och ingen är ersättare.\n" in await typed(house, "bo", "/lofte")


async def test_the_reminder_says_it_once(bo_is_away: House) -> None:
    await bo_is_away.wind(stockholm(30, 18, 30) - bo_is_away.clock.now())
    reminder = shown(heard(bo_is_away.person("hugo"))[-1])
    assert reminder.startswith(
        "*I morgon, tisdag 1 december kl. 18–20: trygghetsvandring, Timrå centrum*\n"
        f"{WHY} <@U0ANNA> är med.\n[Flytta] [Ställ in]"
    )


async def test_a_button_of_it_works(bo_is_away: House) -> None:
    await typed(bo_is_away, "hugo", "/lofte")
    await pressed(bo_is_away, "hugo", "Ställ in")
    await submitted(bo_is_away, "hugo", reason="weather")
    assert bo_is_away.person("hugo").modal_errors == {}


async def test_what_lacks_its_report_is_theirs_too(bo_is_away: House) -> None:
    bo_is_away.clock.wind_to(stockholm(2, 12, month=12))
    await bo_is_away.settled()
    assert "*Saknar rapport: 1*" in await typed(bo_is_away, "hugo", "/lofte")


async def test_a_named_substitute_reads_it_when_nobody_was_chosen(house: House) -> None:
    await house.bot.db.write(away, None)
    cast = {"bo": LEAD, "hugo": SUBSTITUTE}
    await scene(house, "trygghetsvandring", cast, *TUESDAY, place="Timrå centrum")
    assert WHY in await typed(house, "hugo", "/lofte")


async def test_a_protected_one_stays_with_those_named(house: House) -> None:
    await house.bot.db.write(away, "U0HUGO")
    await scene(house, "trafikkontroll", {"bo": LEAD}, *TUESDAY, place="E4 Sörberge")
    assert "Inget är planerat för dig" in await typed(house, "hugo", "/lofte")


async def test_when_nobody_is_away_a_substitute_has_nothing(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD, "hugo": SUBSTITUTE}, *TUESDAY)
    assert "Inget är planerat för dig" in await typed(house, "hugo", "/lofte")
