"""Changing who is responsible for an activity: what is planned follows, and what was handed over stays handed over."""

import pytest
from sqlmodel import Session, select

from bot.domain.responsible import adjusted
from bot.domain.words import Part
from bot.sandbox.house import House
from storage.models import OccurrencePerson, Person, RoleGrant
from tests.factories import stockholm
from tests.scenes import LEAD, SUBSTITUTE, WITH, scene
from tests.seen import heard, pressed, shown, submitted, typed

BO, ANNA, HUGO, EVA = 1, 2, 3, 4


@pytest.mark.parametrize(
    ("named", "before", "wanted", "after"),
    [
        ({BO: LEAD}, {BO: LEAD}, {ANNA: LEAD}, {ANNA: LEAD}),
        ({BO: LEAD, ANNA: WITH}, {BO: LEAD, ANNA: WITH}, {ANNA: LEAD, BO: WITH}, {ANNA: LEAD, BO: WITH}),
        ({HUGO: LEAD}, {BO: LEAD}, {BO: LEAD, ANNA: WITH}, {HUGO: LEAD, ANNA: WITH}),
        ({HUGO: LEAD}, {BO: LEAD}, {ANNA: LEAD}, {HUGO: LEAD, ANNA: WITH}),
        ({BO: LEAD, HUGO: SUBSTITUTE}, {BO: LEAD, HUGO: SUBSTITUTE}, {BO: LEAD}, {BO: LEAD}),
        ({BO: LEAD, EVA: WITH}, {BO: LEAD}, {BO: LEAD, HUGO: SUBSTITUTE}, {BO: LEAD, EVA: WITH, HUGO: SUBSTITUTE}),
    ],
    ids=["another leads", "change places", "handed over", "handed over, another leads", "no substitute", "one more"],
)  # fmt: skip
def test_only_what_changed_changes(
    named: dict[int, Part], before: dict[int, Part], wanted: dict[int, Part], after: dict[int, Part]
) -> None:
    assert adjusted(named, before, wanted) == after


@pytest.fixture
async def planned(house: House) -> House:
    """Bo leads Thursday's walk, Anna is with him."""
    cast = {"bo": LEAD, "anna": WITH}
    await scene(house, "trygghetsvandring", cast, stockholm(26, 18), stockholm(26, 20), place="Timrå centrum")
    return house


async def opened(house: House) -> str:
    await typed(house, "dina", "/lofte plan")
    dina = house.person("dina")
    assert dina.modal
    await dina.press(dina.modal, "occurrence_plan", value="Trygga kvällar")
    await house.settled()
    return await pressed(house, "dina", "Ändra ansvariga")


async def changed(house: House, **fields: object) -> str:
    await opened(house)
    return await submitted(house, "dina", **fields)


async def named(house: House) -> dict[str, str]:
    def read(session: Session) -> dict[str, str]:
        found = select(Person.user_id, OccurrencePerson.part).where(OccurrencePerson.person_id == Person.id)
        return {user: Part(part).value for user, part in session.exec(found)}

    return await house.bot.db.read(read)


async def test_the_form_shows_who_is_responsible_now(planned: House) -> None:
    assert (
        await opened(planned)
        == """\
*Trygga kvällar*
Ändringen gäller också det som redan är planerat.
Leder: U0BO
Medverkar: U0ANNA
Ersättare:"""
    )


async def test_what_is_planned_follows(planned: House) -> None:
    receipt = await changed(planned, lead="U0HUGO", others=["U0ANNA"], substitutes=["U0BO"])
    assert (
        receipt
        == """\
*Trygga kvällar*
Leder: <@U0HUGO> · Medverkande: <@U0ANNA> · Ersättare: <@U0BO>
De som är nya eller inte längre är med får veta det."""
    )
    assert await named(planned) == {"U0HUGO": "lead", "U0ANNA": "participant", "U0BO": "substitute"}


async def test_who_is_new_and_who_no_longer_is_are_told(planned: House) -> None:
    await changed(planned, lead="U0HUGO")
    assert shown(heard(planned.person("hugo"))[-1]).startswith(
        "*Du är med och ansvarar för: Trygga kvällar, Timrå*\n<@U0DINA> har valt dig."
    )
    assert shown(heard(planned.person("bo"))[-1]).startswith("*Du ansvarar inte längre för: Trygga kvällar, Timrå*")
    assert heard(planned.person("anna")) == []


async def test_reminders_follow(planned: House) -> None:
    await changed(planned, lead="U0HUGO")
    await planned.wind("day")
    await planned.wind("day")
    await planned.wind("day")
    assert "trygghetsvandring" in heard(planned.person("hugo"))[-1].text
    assert len(heard(planned.person("bo"))) == 1


async def test_each_person_is_chosen_once(planned: House) -> None:
    form = await changed(planned, lead="U0BO", others=["U0BO"])
    assert "Medverkar: U0BO ← Välj varje person bara en gång." in form


async def test_somebody_unknown_is_not_responsible(planned: House) -> None:
    form = await changed(planned, lead="U0GRETA")
    assert "Leder: U0GRETA ← Jag känner inte den personen än. Välj någon annan." in form
    assert await named(planned) == {"U0BO": "lead", "U0ANNA": "participant"}


async def test_others_are_refused(planned: House) -> None:
    await opened(planned)
    await planned.bot.db.write(_without_roles)
    assert "Bara samordnaren planerar tillfällen." in await submitted(planned, "dina", lead="U0HUGO")
    assert await named(planned) == {"U0BO": "lead", "U0ANNA": "participant"}


def _without_roles(session: Session) -> None:
    for one in session.exec(select(RoleGrant)).all():
        session.delete(one)
