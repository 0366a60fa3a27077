"""Bringing somebody in: by mention, from a list or by e-mail, with roles in several places, from day to day."""

from sqlmodel import Session, select

from bot.domain.words import PartyKind, Role
from bot.sandbox.faults import Fault
from bot.sandbox.house import House
from bot.services import people
from storage.models import Municipality, Party, Person
from tests.databases import on_both_databases
from tests.seen import heard, pressed, seen, shown, submitted, typed, wrote

FORM = """\
*<@U0GRETA>*
Är inte med än.
Ny behörighet: Handläggare
Ny funktion:
Var:
Från och med: 2026-11-23
Till och med:
Personen får veta det av mig."""


async def found(house: House, **wanted: str) -> str:
    """Dina's form for whom she picks (`colleague`) or writes (`email`)."""
    await typed(house, "dina", "/lofte bjud in")
    return await submitted(house, "dina", **wanted)


async def roles_of(house: House, user: str) -> dict[str, set[Role]]:
    """By municipality, today."""
    now = house.clock.now()

    def read(session: Session) -> dict[str, set[Role]]:
        person = session.exec(select(Person).where(Person.user_id == user)).one()
        names = dict(session.exec(select(Municipality.id, Municipality.name)).all())
        roles = people.actor(session, person.team_id, user, now).roles
        return {names[place]: set(some) for place, some in roles.items()}

    return await house.bot.db.read(read)


async def test_somebody_mentioned_is_chosen_already(house: House) -> None:
    form = await typed(house, "dina", "/lofte bjud in <@U0GRETA|greta>")

    assert "Kollega i Slack: U0GRETA" in form
    assert await submitted(house, "dina") == FORM


async def test_somebody_mentioned_in_a_chat_is_chosen_behind_the_button(house: House) -> None:
    await wrote(house, "dina", "bjud in <@U0GRETA>")

    assert "Kollega i Slack: U0GRETA" in await pressed(house, "dina", "Bjud in någon")


async def test_an_address_after_the_command_is_in_the_form(house: House) -> None:
    form = await typed(house, "dina", "/lofte bjud in <mailto:greta@example.com|greta@example.com>")

    assert form.endswith("Eller e-postadress: greta@example.com")
    assert await submitted(house, "dina") == FORM


async def test_an_e_mail_address_finds_them_too(house: House) -> None:
    assert await found(house, email="greta@example.com") == FORM


async def test_an_address_that_nobody_has_is_said(house: House) -> None:
    assert (await found(house, email="ingen@example.com")).startswith(
        "*Ingen i Slack har den adressen, eller så är kontot stängt. Kontrollera stavningen eller välj i listan.*"
    )


async def test_without_the_right_to_look_the_list_is_left(house: House) -> None:
    house.sandbox.faults.next("users.lookupByEmail", Fault.MISSING_SCOPE)
    said = await found(house, email="greta@example.com")

    assert said.startswith("*Jag får inte leta efter e-postadresser här. Den som driver boten kan ge mig rätten")
    assert await submitted(house, "dina", email="", colleague="U0GRETA") == FORM


async def test_one_of_the_two_is_to_be_filled_in(house: House) -> None:
    assert "← Välj personen i listan eller skriv en e-postadress" in await found(house)


async def test_an_app_is_not_brought_in(house: House) -> None:
    assert "app eller ett stängt konto" in await found(house, colleague="U0LOFTE")


async def test_roles_hold_in_several_municipalities(house: House) -> None:
    await found(house, colleague="U0GRETA")
    dina = house.person("dina")
    await dina.fill("role", ["staff", "chief"])
    await dina.fill("places", ["Hofors", "Timrå"])
    receipt = await submitted(house, "dina", function="kommunikator")

    both = {Role.STAFF, Role.CHIEF}
    assert await roles_of(house, "U0GRETA") == {"Hofors": both, "Timrå": both}
    assert receipt == ("*<@U0GRETA>*\nChef, handläggare och kommunikatör i Hofors och Timrå")


async def test_they_are_told_by_whom_and_as_what(house: House) -> None:
    await found(house, colleague="U0GRETA")
    await submitted(house, "dina", places="Timrå", function="kommunikator")

    assert (
        shown(heard(house.person("greta"))[-1])
        == """\
*<@U0DINA> har lagt till dig: handläggare och kommunikatör i Timrå.*
Du får påminnelser om de tillfällen som du ska vara med på, och rapporterar med en rad till mig här.
[Vad kan jag göra?] [Mina tillfällen] [Mina inställningar]"""
    )


@on_both_databases
async def test_a_chief_of_a_police_area_sees_all_of_it(house: House) -> None:
    await found(house, colleague="U0GRETA")
    await submitted(house, "dina", role="chief", places="Alla kommuner i Gästrikland", function="lokalpolisomradeschef")

    assert await roles_of(house, "U0GRETA") == {"Hofors": {Role.CHIEF}, "Ockelbo": {Role.CHIEF}}


async def test_an_acting_chief_is_one_from_day_to_day(house: House) -> None:
    await found(house, colleague="U0BO")
    await submitted(house, "dina", role="chief", places="Timrå", first="2026-11-24", last="2026-11-24")
    before = await roles_of(house, "U0BO")
    await house.wind("day")
    acting = await roles_of(house, "U0BO")
    await house.wind("day")

    chiefs = [Role.CHIEF in roles["Timrå"] for roles in (before, acting, await roles_of(house, "U0BO"))]
    assert chiefs == [False, True, False]


async def test_whom_they_are_there_for_is_kept(house: House) -> None:
    await house.bot.db.write(housing_company)
    await found(house, colleague="U0GRETA")
    receipt = await submitted(house, "dina", places="Timrå", party="Timrå bostäder")

    assert receipt == "*<@U0GRETA>*\nTimrå bostäder\nHandläggare i Timrå"


def housing_company(session: Session) -> None:
    town = session.exec(select(Municipality.id).where(Municipality.name == "Timrå")).one()
    session.add(Party(name="Timrå bostäder", kind=PartyKind.HOUSING_COMPANY, municipality_id=town))


async def test_somebody_of_the_other_organisation_is_known_by_it(house: House) -> None:
    await house.bot.db.write(forget, "U0FINN")
    await found(house, colleague="U0FINN")
    await submitted(house, "dina", places="Timrå")

    assert "Inget är planerat för dig just nu" in await wrote(house, "finn", "mina")


def forget(session: Session, user: str) -> None:
    session.exec(select(Person).where(Person.user_id == user)).one().active = False


async def test_who_had_asked_to_be_added_has_the_answer_in_it(house: House) -> None:
    await wrote(house, "greta", "trafikkontroll 45 fordon")
    await pressed(house, "greta", "Lägg till mig")
    await found(house, colleague="U0GRETA")
    await submitted(house, "dina", places="Timrå")
    await house.person("dina").close()

    assert await seen(house, "dina") == "<@U0GRETA> har lagts till av <@U0DINA>: handläggare i Timrå."


async def test_in_a_chat_there_is_a_button(house: House) -> None:
    assert await wrote(house, "dina", "bjud in") == (
        "Här bjuder du in någon och väljer vad personen får göra och var.\n[Bjud in någon]"
    )


async def test_others_are_refused(house: House) -> None:
    assert (await typed(house, "bo", "/lofte bjud in")).startswith("Bara samordnaren ser och ändrar")


async def test_the_address_is_kept_nowhere(house: House) -> None:
    await found(house, email="greta@example.com")
    await submitted(house, "dina", places="Timrå")

    def kept(session: Session) -> bool:
        tables = Person.metadata.sorted_tables
        return any("@example" in str(session.connection().execute(table.select()).all()) for table in tables)

    assert not await house.bot.db.read(kept)
