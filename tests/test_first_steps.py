"""The first administrator, led through an empty installation on Home."""

import pytest
from sqlmodel import Session, select

from bot.domain.first_steps import FirstStep, FirstSteps, Setup, Stands
from bot.domain.words import Form
from bot.sandbox.house import House
from bot.services import installation
from storage import first_steps, migrate
from storage.models import Municipality, PoliceArea
from tests.factories import activity, municipality, occurrence
from tests.house import OpenHouse
from tests.seen import heard, pressed, shown, submitted, typed

OPEN = """\
Kom igång
*1. Kommun och överenskommelse*
Klistra in det undertecknade, skicka det hit som fil eller börja tomt med bara kommunen.
[Klistra in texten] [Lägg till kommun] [Hoppa över]
*2. Personer*
Personer bjuds in till en kommun, så gör steg 1 först.
[Hoppa över]
*3. Årets plan*
Planen byggs av överenskommelsens aktiviteter, så gör steg 1 först.
[Hoppa över]
Stegen försvinner från startsidan när de är klara. Skriv kom igång till mig så ser du dem igen."""


def empty(url: str) -> None:
    migrate.upgrade(url)


@pytest.fixture
async def new(open_at: OpenHouse) -> House:
    """Dina is the administrator of an installation in which there is nothing."""
    house = await open_at(empty)
    await house.bot.db.write(installation.ensure_administrator, "T0SANDBOX", "U0DINA", house.clock.now())
    await house.settled()
    return house


async def at_home(house: House, key: str = "dina") -> str:
    person = house.person(key)
    await person.open_home()
    await house.settled()
    return shown(person.home)


async def with_timra(house: House) -> House:
    await at_home(house)
    await pressed(house, "dina", "Lägg till kommun", house.person("dina").home)
    await submitted(house, "dina", name="Timrå", police_area="Medelpad")
    await house.person("dina").close()
    return house


async def test_home_begins_with_the_three_steps(new: House) -> None:
    assert (await at_home(new)).startswith(OPEN)


async def test_the_first_message_leads_to_them_too(new: House) -> None:
    assert [shown(message) for message in heard(new.person("dina"))] == [OPEN]


async def test_one_may_begin_with_only_the_municipality(new: House) -> None:
    home = await at_home(await with_timra(new))

    assert "Kommun: Timrå. Överenskommelsen är inte inlagd än.\n" in home
    assert "Bjud in samordnare, handläggare och chefer. De får veta det av mig.\n[Bjud in någon] [Hoppa över]" in home
    assert await new.bot.db.read(lambda session: session.exec(select(PoliceArea.name)).all()) == ["Medelpad"]


async def test_a_municipality_that_is_there_is_not_added_twice(new: House) -> None:
    await with_timra(await with_timra(new))

    assert await new.bot.db.read(lambda session: session.exec(select(Municipality.name)).all()) == ["Timrå"]


async def test_who_is_brought_in_ends_the_second_step(new: House) -> None:
    await with_timra(new)
    await pressed(new, "dina", "Bjud in någon", new.person("dina").home)
    await submitted(new, "dina", colleague="U0GRETA")
    await submitted(new, "dina", role="coordinator")

    assert "*2. Personer*\nKlart: 1 person är med utom du.\n*3." in await at_home(new)


async def test_a_step_is_left_and_taken_up_again(new: House) -> None:
    await at_home(new)
    await pressed(new, "dina", "Hoppa över", new.person("dina").home)
    left = await at_home(new)
    await pressed(new, "dina", "Ta upp igen", new.person("dina").home)

    assert "*1. Kommun och överenskommelse*\nÖverhoppat.\n[Ta upp igen]" in left
    assert (await at_home(new)).startswith(OPEN)


async def test_when_all_are_left_they_are_gone_from_home_and_found_by_a_line(new: House) -> None:
    for _ in FirstStep:
        await pressed(new, "dina", "Hoppa över", heard(new.person("dina"))[0])
    home = await at_home(new)

    assert "Kom igång" not in home
    assert (await typed(new, "dina", "/lofte kom igång")).count("Överhoppat.") == 3


async def test_the_text_is_pasted_from_there(new: House) -> None:
    await pressed(new, "dina", "Klistra in texten", heard(new.person("dina"))[0])

    assert new.person("dina").modal


async def test_others_do_not_see_the_steps(new: House) -> None:
    await with_timra(new)
    await pressed(new, "dina", "Bjud in någon", new.person("dina").home)
    await submitted(new, "dina", colleague="U0GRETA")
    await submitted(new, "dina", role="coordinator")

    assert "Kom igång" not in await at_home(new, "greta")
    assert (await typed(new, "greta", "/lofte kom igång")).startswith("De första stegen är till för administratören.")


async def test_somebody_who_is_administrator_already_is_told_nothing_more(new: House) -> None:
    await new.bot.db.write(installation.ensure_administrator, "T0SANDBOX", "U0DINA", new.clock.now())
    await new.settled()

    assert len(heard(new.person("dina"))) == 1


@pytest.mark.parametrize(
    ("setup", "stand"),
    [
        (Setup(), [Stands.OPEN, Stands.LEFT, Stands.OPEN]),
        (Setup(["Timrå"], agreements=1), [Stands.DONE, Stands.LEFT, Stands.OPEN]),
        (Setup(["Timrå"], agreements=1, others=2, planned=1), [Stands.DONE, Stands.DONE, Stands.DONE]),
    ],
)
def test_what_is_there_decides_and_not_who_did_it(setup: Setup, stand: list[Stands]) -> None:
    steps = FirstSteps(setup, [FirstStep.PEOPLE])

    assert [steps.stands(step) for step in FirstStep] == stand
    assert steps.are_over is (stand[2] is Stands.DONE)


@pytest.mark.parametrize(("form", "planned"), [(Form.DELIVERABLE, 0), (Form.CONTINUOUS, 0), (Form.DATED, 1)])
def test_a_year_is_not_planned_by_what_gets_its_day_by_itself(session: Session, form: Form, planned: int) -> None:
    occurrence(session, activity(session, municipality(session, "Timrå"), form=form))
    assert first_steps.setup(session, 1).planned == planned
