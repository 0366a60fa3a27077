"""Somebody leaves on a later day: what happens when it comes, without anybody doing anything."""

from datetime import date, datetime

import pytest
from sqlmodel import Session, select

from bot.domain.words import Role
from bot.sandbox.house import House
from bot.services import leaving
from storage.models import Person, RoleGrant
from tests.factories import stockholm
from tests.house import OpenHouse, furnished
from tests.leavers import left, named
from tests.scenes import LEAD, scene
from tests.seen import heard, pressed, shown

LAST_DAY = "2026-11-27"
FRIDAY = stockholm(27, 0, 1)
BEFORE = (stockholm(26, 18), stockholm(26, 20))


@pytest.fixture
async def leaves_friday(open_at: OpenHouse) -> House:
    """Bo leads Thursday's walk, and Hugo takes over on Friday."""
    house = await open_at(furnished)
    await scene(house, "trygghetsvandring", {"bo": LEAD}, *BEFORE, place="Timrå centrum")
    await left(house, day=LAST_DAY)
    return house


async def day_comes(house: House, at: datetime = FRIDAY) -> None:
    """Two replicas notice it, one after the other."""
    house.clock.wind_to(at)
    for _ in range(2):
        await house.bot.db.write(leaving.day_has_come, at)
    await house.settled()


async def test_the_day_before_they_are_still_with_us(leaves_friday: House) -> None:
    await day_comes(leaves_friday, stockholm(26, 23))
    assert (await bo(leaves_friday)).active


async def test_from_that_day_they_are_not(leaves_friday: House) -> None:
    await day_comes(leaves_friday)
    gone = await bo(leaves_friday)
    assert (gone.active, gone.leaves_on, gone.successor_id) == (False, None, None)


async def test_what_was_left_goes_to_who_takes_over(leaves_friday: House) -> None:
    await day_comes(leaves_friday)
    assert await named(leaves_friday) == {"U0HUGO": "lead"}


async def test_who_takes_over_is_told_once_and_not_at_night(leaves_friday: House) -> None:
    await day_comes(leaves_friday)
    assert len(heard(leaves_friday.person("hugo"))) == 1
    leaves_friday.clock.wind_to(stockholm(27, 8))
    await leaves_friday.settled()
    told = [shown(one) for one in heard(leaves_friday.person("hugo"))]
    assert [one for one in told if "Det var kvar" in one] == [
        """\
*Du tar över efter <@U0BO> från och med i dag, fredag 27 november.*
Det var kvar när dagen kom.
Saknar rapport: 1. Vet du inte hur det gick är det också ett svar.
[Mina tillfällen]"""
    ]


async def test_who_has_been_given_a_role_again_stays(leaves_friday: House) -> None:
    await leaves_friday.bot.db.write(given_again)
    await day_comes(leaves_friday)
    assert (await bo(leaves_friday)).active


async def test_the_coordinator_chooses_again_when_nobody_can_take_over(leaves_friday: House) -> None:
    await leaves_friday.bot.db.write(hugo_has_left)
    await day_comes(leaves_friday)
    asked = [shown(one) for one in heard(leaves_friday.person("dina"))]
    assert [one for one in asked if "lämnat" in one] == [
        """\
*<@U0BO> skulle ha lämnat nu.*
Något som personen ansvarar för är kvar, och ingen tar över det än.
[Välj vem som tar över]"""
    ]
    assert (await pressed(leaves_friday, "dina", "Välj vem som tar över")).startswith("*<@U0BO> lämnar*")


async def bo(house: House) -> Person:
    return await house.bot.db.read(lambda session: session.exec(select(Person).where(Person.user_id == "U0BO")).one())


def given_again(session: Session) -> None:
    who = session.exec(select(Person.id).where(Person.user_id == "U0BO")).one()
    session.add(RoleGrant(person_id=who, role=Role.STAFF, valid_from=date(2026, 11, 23)))


def hugo_has_left(session: Session) -> None:
    session.exec(select(Person).where(Person.user_id == "U0HUGO")).one().active = False
