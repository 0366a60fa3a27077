"""A question about a line that a button turned into a receipt follows its report like any other receipt."""

from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from bot.domain.permissions import Actor
from bot.sandbox.house import House
from bot.sandbox.personas import ANNA
from bot.services import outcomes, people
from storage.models import Outcome
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned
from tests.seen import heard, pressed, shown, wrote

LINE = "trafikkontroll 45 fordon"


@pytest.fixture
async def two_checks(house: House) -> House:
    check = await agreed(house, "trafikkontroll", {"anna": LEAD})
    await planned(house, check, stockholm(23, 7), stockholm(23, 8))
    await planned(house, check, stockholm(22, 22), stockholm(22, 23))
    return house


async def by_dina(house: House, does: Callable[[Session, Actor, int], object]) -> None:
    """Somewhere else."""

    def done(session: Session) -> None:
        dina = people.actor(session, ANNA.team_id, "U0DINA", house.clock.now())
        does(session, dina, session.exec(select(Outcome.id)).one())

    await house.bot.db.write(done)
    await house.settled()


async def taken_back(house: House) -> None:
    await by_dina(house, lambda session, dina, id_: outcomes.undo(session, dina, id_, house.clock.now()))


async def changed(house: House) -> None:
    def change(session: Session, dina: Actor, id_: int) -> None:
        opened = outcomes.opened_report(session, dina, id_, house.clock.now())
        outcomes.change(session, dina, id_, opened.report, house.clock.now())

    await by_dina(house, change)


async def test_what_was_picked_says_that_it_was_taken_back(two_checks: House) -> None:
    await wrote(two_checks, "anna", LINE)
    await pressed(two_checks, "anna", "Mån 23 nov, Timrå")
    await taken_back(two_checks)
    assert [shown(one).split(":")[0] for one in heard(two_checks.person("anna"))] == ["Ångrat"]


async def test_what_was_not_planned_says_who_changed_it(two_checks: House) -> None:
    await wrote(two_checks, "anna", LINE)
    await pressed(two_checks, "anna", "En som inte var planerad")
    await changed(two_checks)
    assert "Ändrat av <@U0DINA> 23 november kl. 9." in shown(heard(two_checks.person("anna"))[-1])


async def test_a_question_that_led_to_another_follows_too(two_checks: House) -> None:
    assert "Är det här en rapport?" in await wrote(two_checks, "anna", "trafikkontroll med många bilister som klagade")
    await pressed(two_checks, "anna", "Ja, spara den")
    await pressed(two_checks, "anna", "Mån 23 nov, Timrå")
    await taken_back(two_checks)
    assert shown(heard(two_checks.person("anna"))[-1]).startswith("Ångrat")
