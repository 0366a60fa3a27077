"""Who follows more municipalities than a menu in Slack has room for types a name, or is told what to write instead."""

from datetime import date

import pytest
from sqlmodel import Session, select

from bot.domain.periods import Period
from bot.domain.permissions import Action, Actor
from bot.domain.words import Role
from bot.sandbox.house import House
from bot.sandbox.personas import DINA
from bot.services import agreement_drafts, towns
from bot.views import follow_up, publications
from storage.models import Municipality, Person, RoleGrant
from tests import factories
from tests.seen import pressed, seen, submitted, typed

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
ALL = [(number, f"Kommun {number}") for number in range(1, 291)]


@pytest.fixture
async def everywhere(house: House) -> House:
    """Dina coordinates in all of them, and those of the sandbox."""
    await house.bot.db.write(_all, house.clock.now().date())
    return house


def _all(session: Session, today: date) -> None:
    session.add_all(Municipality(key=f"k{number}", name=name, prefix=f"K{number}") for number, name in ALL)
    dina = session.exec(select(Person).where(Person.user_id == DINA.user_id)).one()
    session.add(RoleGrant(person_id=dina.id, role=Role.COORDINATOR, valid_from=today))


async def test_a_form_offers_those_that_are_called_so(everywhere: House) -> None:
    dina = everywhere.person("dina")
    await typed(everywhere, "dina", "/lofte skollov")
    await pressed(everywhere, "dina", "Lägg till skollov")
    form = await dina.until(lambda: dina.modal)
    offered = await dina.suggest(form, "value", "hof")

    assert [one["text"]["text"] for one in offered] == ["Hofors"]
    await dina.fill("town", "Hofors")
    listing = await submitted(everywhere, "dina", lines="Påsklov 6–9 april 2027")
    assert listing.startswith("*Hofors*\nPåsklov 6–9 april 2027\n")


async def test_a_menu_in_a_message_offers_them_with_what_it_is_about(everywhere: House) -> None:
    dina = everywhere.person("dina")
    for command, question, answer in (
        ("årshjul 2027", "Vilken kommuns årshjul", "Årshjul 2027, Timrå"),
        ("uppföljning 2025", "Vilken kommuns uppföljning", "gällde i Timrå 2025"),
    ):
        assert (await typed(everywhere, "dina", f"/lofte {command}")).startswith(f"*{question}")
        asked = dina.last()
        assert asked
        (menu,) = asked.blocks[-1]["elements"]
        assert [one["text"]["text"] for one in await dina.suggest(asked, menu["action_id"], "timr")] == ["Timrå"]
        await dina.press(asked, menu["action_id"], value="Timrå")
        assert answer in await seen(everywhere, "dina")


def test_those_that_begin_as_is_typed_come_first(session: Session) -> None:
    places = [factories.municipality(session, name) for name in ("Malung-Sälen", "Sala", "Lund", "Upplands-Väsby")]
    dina = Actor(1, "T", "U", external=False, roles={one.id: {Role.COORDINATOR} for one in places})

    named = [name for _, name in towns.named_like(session, dina, Action.PLAN, " SÄL")]
    assert (named, [name for _, name in towns.named_like(session, dina, Action.PLAN, "l")][:1]) == (
        ["Sala", "Malung-Sälen"], ["Lund"],
    )  # fmt: skip
    elsewhere = Actor(2, "T", "V", external=False, roles={places[0].id: {Role.STAFF}})
    assert towns.named_like(session, elsewhere, Action.PLAN, "sala") == []


def test_of_pages_for_citizens() -> None:
    told = publications.which(publications.WhichPage(ALL, YEAR))

    assert len(told["blocks"][1]["elements"]) == 20
    assert told["text"].endswith("\n270 till visas inte här. Skriv återkoppling och kommunens namn till mig.")


def test_where_there_is_room_there_is_a_menu() -> None:
    menu = follow_up.which(follow_up.WhichFollowUp(ALL[:100], YEAR))["blocks"][1]["elements"][0]

    assert (menu["type"], len(menu["options"])) == ("static_select", 100)


def test_of_an_agreements_municipality_which_is_written_instead(session: Session) -> None:
    places = [Municipality(key=f"k{number}", name=name, prefix=f"K{number}") for number, name in ALL[:101]]
    session.add_all(places)
    session.flush()
    few, many = ({one.id: {Role.COORDINATOR} for one in places[:count]} for count in (100, 101))

    assert len(agreement_drafts.towns(session, Actor(1, "T", "U", external=False, roles=few)) or ()) == 100
    assert agreement_drafts.towns(session, Actor(1, "T", "U", external=False, roles=many)) is None
