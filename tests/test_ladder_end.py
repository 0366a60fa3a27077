"""The end of the ladder: the coordinators have those who were there asked again, report it, or close it."""

from datetime import date

import pytest
from sqlmodel import Session, select

from bot.domain.errors import NotAllowed
from bot.domain.words import Role
from bot.sandbox.house import House
from bot.sandbox.personas import ANNA
from bot.services import people, unanswered
from storage.models import Municipality, Outcome, Person, RoleGrant
from tests.ladder import MORNING_AFTER, TO_COORDINATOR, TO_SUBSTITUTE, audited, patrol, told, until
from tests.seen import heard, pressed, shown, submitted, wrote

AGAIN = """\
*Frågas igen: fotpatrullering, Timrå centrum, måndag 23 november*
Jag frågar ansvarig och ersättare en gång till.
Saknas rapporten ändå frågar jag dig igen onsdag 2 december kl. 8.
[Rapportera] [Stäng: uppgift saknas]"""
CLOSED = """\
: fotpatrullering måndag 23 november kl. 18–20, Timrå centrum*
Uppgift saknas
0 pass i år. Inget antal är bestämt.
Rapport TIM-2026-0001. Finns kvar under Mina rapporter."""


def also_coordinates(session: Session, key: str) -> None:
    person_id = session.exec(select(Person.id).where(Person.user_id == f"U0{key.upper()}")).one()
    place = session.exec(select(Municipality.id).where(Municipality.name == "Timrå")).one()
    since = date(2026, 1, 1)
    session.add(RoleGrant(person_id=person_id, role=Role.COORDINATOR, municipality_id=place, valid_from=since))


@pytest.fixture
async def at_coordinator(house: House) -> House:
    """Friday morning: nobody has answered. Dina and Bo coordinate, Anna led, Hugo is her substitute."""
    await house.bot.db.write(also_coordinates, "bo")
    await patrol(house)
    await until(house, 27)
    return house


async def test_the_coordinator_has_them_asked_again(at_coordinator: House) -> None:
    assert await pressed(at_coordinator, "dina", "Fråga igen") == AGAIN
    await until(at_coordinator, 30)
    assert told(at_coordinator, "anna")[-1] == MORNING_AFTER.replace("i går, ", "")
    assert told(at_coordinator, "hugo")[-1] == TO_SUBSTITUTE.replace("i går, ", "")
    assert told(at_coordinator, "dina") == [AGAIN]


async def test_and_is_asked_again_two_working_days_later(at_coordinator: House) -> None:
    await pressed(at_coordinator, "dina", "Fråga igen")
    await until(at_coordinator, 2, month=12)
    assert told(at_coordinator, "dina")[-1] == TO_COORDINATOR
    await pressed(at_coordinator, "dina", "Fråga igen")
    assert "fredag" not in told(at_coordinator, "dina")[-1]
    assert "måndag 7 december kl. 8" in told(at_coordinator, "dina")[-1]


async def test_of_two_coordinators_one_asks_for_both(at_coordinator: House) -> None:
    questions = {key: heard(at_coordinator.person(key))[-1] for key in ("dina", "bo")}
    for key, question in questions.items():
        await at_coordinator.person(key).press(question, "reminder_ask_again")
    await at_coordinator.settled()
    assert [shown(question) for question in questions.values()] == [AGAIN, AGAIN]
    assert (await at_coordinator.bot.db.read(audited)).count("ask_again") == 1


async def test_the_other_coordinator_sees_that_it_is_asked_again(at_coordinator: House) -> None:
    await pressed(at_coordinator, "dina", "Fråga igen")
    assert told(at_coordinator, "bo") == [AGAIN]


async def test_the_coordinator_closes_it(at_coordinator: House) -> None:
    assert await pressed(at_coordinator, "dina", "Stäng: uppgift saknas") == f"*Stängt{CLOSED}\n[Ändra] [Ångra]"
    assert told(at_coordinator, "bo") == [f"*Stängt av <@U0DINA>{CLOSED}"]
    assert told(at_coordinator, "anna")[-1] == f"*Stängt av <@U0DINA>{CLOSED}"
    assert told(at_coordinator, "hugo")[-1] == f"*Stängt av <@U0DINA>{CLOSED}"


async def test_of_two_who_close_it_the_second_hears_that_it_is_done(at_coordinator: House) -> None:
    questions = {key: heard(at_coordinator.person(key))[-1] for key in ("dina", "bo")}
    for key, question in questions.items():
        await at_coordinator.person(key).press(question, "reminder_close")
    await at_coordinator.settled()
    assert (
        told(at_coordinator, "bo")[-1] == "<@U0DINA> har redan stängt det här som TIM-2026-0001. Jag frågar inte mer."
    )
    assert len(await at_coordinator.bot.db.read(lambda session: session.exec(select(Outcome)).all())) == 1


async def test_what_was_closed_can_be_opened_again(at_coordinator: House) -> None:
    await pressed(at_coordinator, "dina", "Stäng: uppgift saknas")
    await pressed(at_coordinator, "dina", "Ångra")
    assert told(at_coordinator, "bo") == [TO_COORDINATOR]


async def test_the_coordinator_may_report_it_too(at_coordinator: House) -> None:
    await pressed(at_coordinator, "dina", "Rapportera")
    await submitted(at_coordinator, "dina", m_timmar="2")
    assert told(at_coordinator, "bo")[-1].startswith("*Rapporterat av <@U0DINA>: fotpatrullering måndag 23 november")


async def test_a_late_report_by_the_lead_settles_it_for_all(at_coordinator: House) -> None:
    await pressed(at_coordinator, "dina", "Fråga igen")
    await wrote(at_coordinator, "anna", "fotpatrull 2 timmar 12 samtal")
    for key in ("hugo", "dina", "bo"):
        assert told(at_coordinator, key)[-1].startswith("*Rapporterat av <@U0ANNA>: fotpatrullering måndag 23 november")
    before = [told(at_coordinator, key) for key in ("hugo", "dina", "bo")]
    await until(at_coordinator, 4, month=12)
    assert [told(at_coordinator, key) for key in ("hugo", "dina", "bo")] == before


async def test_only_a_coordinator_closes_it(house: House) -> None:
    occurrence_id = await patrol(house)
    await until(house, 27)

    def close_as_anna(session: Session) -> None:
        now = house.clock.now()
        unanswered.close(session, people.actor(session, ANNA.team_id, ANNA.user_id, now), occurrence_id, now)

    with pytest.raises(NotAllowed, match="Bara samordnaren"):
        await house.bot.db.write(close_as_anna)
