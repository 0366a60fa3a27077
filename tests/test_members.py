"""What people may do and are responsible as: given and ended by the coordinator, from day to day."""

from datetime import datetime

from sqlmodel import Session, select

from bot.domain.words import Role
from bot.sandbox.house import House
from bot.services import members, people
from storage.models import Person
from tests.seen import pressed, seen, shown, submitted, typed


async def opened(house: House, key: str) -> str:
    """The form for that person, at Dina's."""
    await typed(house, "dina", "/lofte personer")
    dina = house.person("dina")
    assert dina.modal
    who = next(n for n, one in enumerate(dina.modal.blocks) if f"<@U0{key.upper()}>" in str(one))
    await dina.press(dina.modal, "members_form", dina.modal.blocks[who + 1]["block_id"])
    return await seen(house, "dina")


async def given(house: House, key: str, **fields: str) -> str:
    await opened(house, key)
    return await submitted(house, "dina", **fields)


async def coordinates(house: House, user: str) -> bool:
    now = house.clock.now()

    def read(session: Session) -> bool:
        person = session.exec(select(Person).where(Person.user_id == user)).one()
        roles = people.actor(session, person.team_id, user, now).roles.values()
        return any(Role.COORDINATOR in some for some in roles)

    return await house.bot.db.read(read)


async def test_the_form_shows_what_the_person_has(house: House) -> None:
    assert (
        await opened(house, "eva")
        == """\
*<@U0EVA>*
Chef i Timrå
[Avsluta]
Kommunstyrelsens ordförande i Timrå
[Avsluta]
Ny behörighet:
Ny funktion:
Var:
Från och med: 2026-11-23
Till och med:"""
    )


async def test_a_role_holds_from_day_to_day(house: House) -> None:
    receipt = await given(house, "eva", role="coordinator", places="Timrå", first="2026-11-24", last="2026-11-30")
    assert (
        receipt
        == """\
*<@U0EVA>*
Chef i Timrå · samordnare i Timrå (från och med i morgon, tisdag 24 november till och med måndag 30 november) · \
kommunstyrelsens ordförande i Timrå"""
    )
    assert not await coordinates(house, "U0EVA")
    await house.wind("day")
    assert await coordinates(house, "U0EVA")


async def test_a_role_that_is_given_again_only_changes_its_last_day(house: House) -> None:
    await given(house, "eva", role="chief", places="Timrå", last="2026-12-01")
    assert shown(house.person("dina").modal).splitlines()[1].startswith("Chef i Timrå (till och med tisdag 1 december)")


async def test_a_second_holder_of_a_function_is_a_substitute(house: House) -> None:
    receipt = await given(house, "eva", function="kommunpolis", places="Timrå")
    assert "Chef, kommunpolis (ersättare) och kommunstyrelsens ordförande i Timrå" in receipt


async def test_something_must_be_given(house: House) -> None:
    form = await given(house, "eva", places="Timrå")
    assert "Ny behörighet: ← Välj behörighet, funktion eller båda." in form


async def test_the_last_day_is_not_before_the_first(house: House) -> None:
    form = await given(house, "eva", role="staff", places="Timrå", first="2026-11-25", last="2026-11-24")
    assert "Till och med: 2026-11-24 ← Sista dagen kan inte vara före den första." in form


async def test_what_is_ended_is_gone_at_once(house: House) -> None:
    await opened(house, "eva")
    assert "Chef i Timrå" not in await pressed(house, "dina", "Avsluta")


async def test_what_holds_in_a_whole_police_area_takes_the_right_to_all_of_it(house: House) -> None:
    await house.bot.db.write(_not_in_hofors, house.clock.now())
    form = await opened(house, "cia")
    assert "Chef i Gästrikland\nChef i Kommunen i exemplet\n[Avsluta]\nChef i Medelpad\n[Avsluta]" in form


def _not_in_hofors(session: Session, now: datetime) -> None:
    dina = session.exec(select(Person).where(Person.user_id == "U0DINA")).one()
    actor = people.actor(session, dina.team_id, dina.user_id, now)
    found = members.changeable(session, actor, dina.id, now).member.given
    members.end(session, actor, next(one.key for one in found if one.place == "Hofors"), now)


async def test_others_are_refused(house: House) -> None:
    assert (await typed(house, "bo", "/lofte personer")).startswith("Bara samordnaren ser och ändrar")
