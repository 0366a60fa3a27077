"""The ladder of a missing report: what each is asked, what they may answer, and how it ends."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.domain.errors import NotAllowed
from bot.domain.words import Role
from bot.sandbox.house import House
from bot.sandbox.personas import ANNA
from bot.services import people, unanswered
from storage.models import AuditEvent, Municipality, Outcome, Person, RoleGrant
from tests.factories import stockholm
from tests.scenes import LEAD, SUBSTITUTE, Cast, scene
from tests.seen import heard, pressed, shown, submitted, wrote

MORNING_AFTER = """\
*Rapporten från fotpatrullen i går, måndag 23 november i Timrå saknas. Blev den av?*
[Rapportera] [Blev inte av] [Jag var inte med]"""
TO_SUBSTITUTE = """\
*Vet du hur fotpatrullen gick i går, måndag 23 november kl. 18–20, Timrå centrum?*
Rapporten saknas och du är ersättare. Vet du inte är det också ett svar.
[Rapportera] [Blev inte av] [Vet inte]"""
TO_COORDINATOR = """\
*Rapport saknas: fotpatrullering, Timrå centrum, måndag 23 november*
Ansvarig och ersättare är tillfrågade. Den räknas inte som gjord. Jag frågar inte fler.
[Rapportera] [Fråga igen] [Stäng: uppgift saknas]"""
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


async def patrol(house: House, cast: Cast | None = None) -> int:
    """Monday 18–20."""
    named = cast or {"anna": LEAD, "hugo": SUBSTITUTE}
    return await scene(house, "fotpatrullering", named, stockholm(23, 18), stockholm(23, 20), place="Timrå centrum")


async def until(house: House, day: int, hour: int = 8, month: int = 11) -> None:
    """Each at its own time; a message that was missed meanwhile would be one too few."""
    while house.clock.now() < stockholm(day, hour, month=month):
        house.clock.wind(min(timedelta(hours=1), stockholm(day, hour, month=month) - house.clock.now()))
        await house.settled()


def told(house: House, key: str) -> list[str]:
    return [shown(one) for one in heard(house.person(key))]


def also_coordinates(session: Session, key: str) -> None:
    person_id = session.exec(select(Person.id).where(Person.user_id == f"U0{key.upper()}")).one()
    place = session.exec(select(Municipality.id).where(Municipality.name == "Timrå")).one()
    since = stockholm(1, 0).date()
    session.add(RoleGrant(person_id=person_id, role=Role.COORDINATOR, municipality_id=place, valid_from=since))


def audited(session: Session) -> list[str]:
    return list(session.exec(select(AuditEvent.action).where(AuditEvent.subject == "occurrence")))


@pytest.fixture
async def at_coordinator(house: House) -> House:
    """Friday morning: nobody has answered. Dina and Bo coordinate, Anna led, Hugo is her substitute."""
    await house.bot.db.write(also_coordinates, "bo")
    await patrol(house)
    await until(house, 27)
    return house


async def test_each_is_asked_in_turn(house: House) -> None:
    await patrol(house)
    await until(house, 24)
    assert told(house, "anna")[-1] == MORNING_AFTER
    assert told(house, "hugo") == []
    await until(house, 25)
    assert told(house, "hugo") == [TO_SUBSTITUTE.replace("i går, ", "")]
    assert told(house, "dina") == []
    await until(house, 27)
    assert told(house, "dina") == [TO_COORDINATOR]
    before = [told(house, key) for key in ("anna", "hugo", "dina")]
    await until(house, 4, month=12)
    assert [told(house, key) for key in ("anna", "hugo", "dina")] == before


async def test_who_was_not_there_hears_who_is_asked_instead(house: House) -> None:
    await patrol(house)
    await until(house, 24)
    assert (
        await pressed(house, "anna", "Jag var inte med")
        == """\
*Du svarade: Jag var inte med*
Fotpatrullering i går, måndag 23 november kl. 18–20, Timrå centrum
Jag frågar <@U0HUGO>, som är ersättare. Du behöver inte göra mer.
[Rapportera]"""
    )


async def test_the_substitute_is_then_asked_at_once_and_once(house: House) -> None:
    await patrol(house)
    await until(house, 24)
    question = heard(house.person("anna"))[-1]
    for _ in range(2):
        await house.person("anna").press(question, "reminder_not_there")
    await house.settled()
    await until(house, 26)
    assert told(house, "hugo") == [TO_SUBSTITUTE]


async def test_at_night_the_substitute_is_left_alone_until_morning(house: House) -> None:
    await patrol(house)
    await until(house, 24, 22)
    await pressed(house, "anna", "Jag var inte med")
    assert told(house, "hugo") == []
    await until(house, 25)
    assert told(house, "hugo") == [TO_SUBSTITUTE.replace("i går, ", "")]


async def test_without_a_substitute_the_coordinator_is_asked_at_once(house: House) -> None:
    await patrol(house, {"anna": LEAD})
    await until(house, 24)
    receipt = await pressed(house, "anna", "Jag var inte med")
    assert "Jag frågar <@U0DINA>, som samordnar. Du behöver inte göra mer." in receipt
    assert told(house, "dina") == [
        TO_COORDINATOR.replace("Ansvarig och ersättare är tillfrågade.", "Ansvarig är tillfrågad.").replace(
            "måndag 23", "i går, måndag 23"
        )
    ]


async def test_a_substitute_who_does_not_know_has_answered(house: House) -> None:
    await patrol(house)
    await until(house, 25)
    assert (
        await pressed(house, "hugo", "Vet inte")
        == """\
*Du svarade: Vet inte*
Fotpatrullering måndag 23 november kl. 18–20, Timrå centrum
Jag frågar <@U0DINA>, som samordnar. Du behöver inte göra mer.
[Rapportera]"""
    )


async def test_the_coordinator_is_then_asked_at_once_and_once(house: House) -> None:
    await patrol(house)
    await until(house, 25)
    await pressed(house, "hugo", "Vet inte")
    assert told(house, "dina") == [TO_COORDINATOR]
    await until(house, 28)
    assert told(house, "dina") == [TO_COORDINATOR]
    assert await house.bot.db.read(audited) == ["plan", "does_not_know"]


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


async def test_a_lock_screen_tells_nothing_of_a_protected_one(house: House) -> None:
    cast = {"anna": LEAD, "hugo": SUBSTITUTE}
    await scene(house, "trafikkontroll", cast, stockholm(23, 18), stockholm(23, 20), place="E4 södra infarten")
    await until(house, 27)
    await pressed(house, "dina", "Fråga igen")
    await until(house, 2, month=12)
    texts = [one.text for key in ("anna", "hugo", "dina") for one in heard(house.person(key))]
    assert {*texts} == {"Du har en påminnelse"}
    assert len(texts) > 5
