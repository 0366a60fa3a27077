"""What is entered when it is over is asked about from the first rung: its lead first, at the next good time."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from bot.domain import reminder_ladder
from bot.domain.kinds import kind
from bot.domain.manners import Manners
from bot.domain.reminder_ladder import Coordinator
from bot.domain.reminder_policy import Facts
from bot.domain.words import Form, Part, Step
from bot.sandbox.house import House
from bot.sandbox.personas import DINA as DINA_HERSELF
from bot.services import occurrences, people
from tests.factories import stockholm
from tests.scenes import LEAD, SUBSTITUTE, agreed, planned, scene
from tests.seen import heard, pressed, shown

BO, HUGO, DINA = 1, 2, 3
A_WEEK_AGO = (stockholm(16, 18), stockholm(16, 20))


def asked(entered: datetime | None, form: Form = Form.DATED) -> dict[Step, datetime]:
    starts, ends = A_WEEK_AGO if form is Form.DATED else (stockholm(9, 0), stockholm(16, 0))
    facts = Facts(form, kind("fotpatrullering"), starts, ends, frequent=True, entered_late_at=entered)
    named, manners = [(BO, Part.LEAD), (HUGO, Part.SUBSTITUTE)], {one: Manners() for one in (BO, HUGO, DINA)}
    coordinator = Coordinator(DINA, Manners(), stockholm(1, 0, month=1).date())
    return {one.step: one.due_at for one in reminder_ladder.all_of(facts, named, [coordinator], manners)}


@pytest.mark.parametrize("form", [Form.DATED, Form.WINDOW])
def test_each_rung_comes_after_it_was_entered(form: Form) -> None:
    assert asked(stockholm(23, 10), form) == {
        Step.AFTER: stockholm(23, 11),
        Step.NEXT_MORNING: stockholm(24, 8),
        Step.SUBSTITUTE: stockholm(25, 8),
        Step.COORDINATOR: stockholm(27, 8),
    }


def test_in_the_evening_it_waits_for_the_morning() -> None:
    assert asked(stockholm(23, 21))[Step.AFTER] == stockholm(24, 8)


def test_what_was_entered_in_time_is_asked_about_as_ever() -> None:
    assert asked(None)[Step.AFTER] == A_WEEK_AGO[1]


async def test_its_lead_is_asked(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, *A_WEEK_AGO, place="Timrå centrum")
    house.clock.wind_to(stockholm(23, 11))
    await house.settled()
    assert [shown(one).splitlines()[0] for one in heard(house.person("bo"))] == [
        "*Hur gick trygghetsvandringen måndag 16 november kl. 18–20, Timrå centrum?*"
    ]


async def test_a_whole_series_is_asked_about_in_one_message(house: House) -> None:
    walks = await agreed(house, "trygghetsvandring", {"bo": LEAD, "hugo": SUBSTITUTE}, place="Timrå centrum")
    for day in (16, 17):
        await planned(house, walks, stockholm(day, 18), stockholm(day, 20))
    await house.wind(timedelta(hours=1))
    answers = (
        "Svara med en rad, till exempel: 2 timmar, 12 deltagare, lugnt\n[Rapportera] [Blev inte av] [Fråga mig senare]"
    )
    assert [shown(one) for one in heard(house.person("bo"))] == [
        "*2 frågor om det som har varit*\n"
        f"*Hur gick trygghetsvandringen måndag 16 november kl. 18–20, Timrå centrum?*\n{answers}\n"
        f"*Hur gick trygghetsvandringen tisdag 17 november kl. 18–20, Timrå centrum?*\n{answers}"
    ]
    await house.wind(stockholm(25, 8) - house.clock.now())
    assert (await pressed(house, "hugo", "Vet inte")).splitlines()[:5] == [
        "*1 fråga om det som har varit*",
        "*Du svarade: Vet inte*",
        "Trygghetsvandring måndag 16 november kl. 18–20, Timrå centrum",
        "Jag frågar <@U0DINA>, som samordnar. Du behöver inte göra mer.",
        "*Vet du hur trygghetsvandringen gick tisdag 17 november kl. 18–20, Timrå centrum?*",
    ]


async def test_so_is_the_lead_of_what_is_moved_there(house: House) -> None:
    walk = await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(26, 18), stockholm(26, 20))
    await house.bot.db.write(moved, walk, house.clock.now())
    house.clock.wind_to(stockholm(23, 11))
    await house.settled()
    assert shown(heard(house.person("bo"))[-1]).startswith("*Hur gick trygghetsvandringen måndag 16 november")


def moved(session: Session, occurrence_id: int, now: datetime) -> None:
    dina = people.actor(session, DINA_HERSELF.team_id, DINA_HERSELF.user_id, now)
    occurrences.move(session, dina, occurrence_id, *A_WEEK_AGO, now)
