"""The ladder of a missing report: what each is asked in turn, and what the lead and the substitute may answer."""

from datetime import date

from sqlmodel import Session, select

from bot.sandbox.house import House
from storage.models import Absence, Person
from tests.factories import stockholm
from tests.ladder import MORNING_AFTER, TO_COORDINATOR, TO_SUBSTITUTE, audited, patrol, told, until
from tests.scenes import LEAD, SUBSTITUTE, scene
from tests.seen import heard, pressed, typed


def away(session: Session, key: str, substitute: str) -> None:
    ids = dict(session.exec(select(Person.user_id, Person.id)).all())
    absent, stands_in = (ids[f"U0{one.upper()}"] for one in (key, substitute))
    first, last = date(2026, 11, 20), date(2026, 11, 30)
    session.add(Absence(person_id=absent, starts_on=first, ends_on=last, substitute_id=stands_in))


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


async def test_who_stands_in_is_asked_and_may_answer(house: House) -> None:
    await house.bot.db.write(away, "anna", "bo")
    await patrol(house)
    await until(house, 24)
    assert told(house, "anna") == []
    first, buttons = MORNING_AFTER.splitlines()
    why = "<@U0ANNA> är borta 20–30 november och du är ersättare."
    assert told(house, "bo")[-1] == f"{first}\n{why}\n{buttons}"
    receipt = await pressed(house, "bo", "Jag var inte med")
    assert "Jag frågar <@U0HUGO>, som är ersättare." in receipt


async def test_a_lock_screen_tells_nothing_of_a_protected_one(house: House) -> None:
    cast = {"anna": LEAD, "hugo": SUBSTITUTE}
    await scene(house, "trafikkontroll", cast, stockholm(23, 18), stockholm(23, 20), place="E4 södra infarten")
    await until(house, 27)
    await pressed(house, "dina", "Fråga igen")
    await until(house, 2, month=12)
    texts = [one.text for key in ("anna", "hugo", "dina") for one in heard(house.person(key))]
    assert {*texts} == {"Du har en påminnelse"}
    assert len(texts) > 5


async def test_who_was_not_there_no_longer_has_it_among_what_lacks_a_report(house: House) -> None:
    await patrol(house)
    await until(house, 24)
    before = await typed(house, "anna", "/lofte")
    await pressed(house, "anna", "Jag var inte med", heard(house.person("anna"))[-1])
    after = await typed(house, "anna", "/lofte")
    assert ("Saknar rapport" in before, "Saknar rapport" in after) == (True, False)
