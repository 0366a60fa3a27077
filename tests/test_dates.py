"""Dates that must not be forgotten: coordinators are told, once, on a working morning."""

from datetime import date, datetime

from sqlmodel import Session, select

from bot.domain.words import Role
from bot.sandbox.house import House
from bot.sandbox.personas import BO
from bot.services import dates, occurrences, people
from storage.models import Person, RoleGrant
from tests.dates_told import in_force, told
from tests.factories import stockholm
from tests.scenes import LEAD, scene


async def test_an_agreement_that_ends_is_told_of_two_months_before(house: House) -> None:
    await in_force(house, date(2026, 1, 1), date(2027, 2, 2))
    assert await told(house, stockholm(2, 9, month=12)) == [
        "*Dags för slutrapport och förnyelse: medborgarlöftet i Timrå*\n"
        "Gäller till tisdag 2 februari 2027.\n"
        "Så står det nu: 1 aktivitet går inte att bedöma.\n"
        "Kvar att få på plats: fotpatrulleringar.\n"
        "Ingen rapport har kommit in än, och ingen saknas.\n"
        "[Visa läget]"
    ]


async def test_a_council_is_told_of_two_weeks_and_three_days_before(house: House) -> None:
    await scene(house, "radsmote", {"hugo": LEAD}, stockholm(17, 13, month=12), stockholm(17, 15, month=12))
    fact = "rådsmöte, Timrå. Förbered den stående punkten*\nInget medborgarlöfte gäller där just nu."
    assert await told(house, stockholm(3, 9, month=12)) == [f"*Torsdag 17 december kl. 13–15: {fact}"]
    assert await told(house, stockholm(14, 13, month=12)) == [f"*Torsdag 17 december kl. 13–15: {fact}"]


async def test_a_council_that_is_called_off_is_not_told_of(house: House) -> None:
    meeting = await scene(house, "radsmote", {"hugo": LEAD}, stockholm(17, 13, month=12), stockholm(17, 15, month=12))
    await house.wind(stockholm(2, 9, month=12) - house.clock.now())
    await house.bot.db.write(dates.plan, house.clock.now())
    await house.bot.db.write(call_off, meeting, house.clock.now())
    assert [one for one in await told(house, stockholm(3, 9, month=12)) if "stående punkten" in one] == []


async def test_those_who_do_not_coordinate_are_not_told(house: House) -> None:
    await in_force(house, date(2025, 2, 1), date(2027, 2, 2))
    assert await told(house, stockholm(2, 9, month=12), "cia") == []


async def test_who_does_not_coordinate_any_more_is_not_told(house: House) -> None:
    await in_force(house, date(2025, 2, 1), date(2027, 2, 2))
    await house.wind(stockholm(30, 9) - house.clock.now())
    await house.bot.db.write(dates.plan, house.clock.now())
    await house.bot.db.write(only_reports)
    assert await told(house, stockholm(2, 9, month=12)) == []


def only_reports(session: Session) -> None:
    """Dina, from today."""
    dina = session.exec(select(Person.id).where(Person.user_id == "U0DINA")).one()
    for grant in session.exec(select(RoleGrant).where(RoleGrant.person_id == dina)):
        grant.role = Role.STAFF


def call_off(session: Session, occurrence_id: int, now: datetime) -> None:
    dina = people.actor(session, BO.team_id, "U0DINA", now)
    occurrences.cancel(session, dina, occurrence_id, "personal", now)
