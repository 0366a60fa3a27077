"""A reminder that Slack did not take, or whose answer was lost, when something changes before the next try."""

from datetime import datetime, timedelta
from functools import partial

import pytest

from bot.sandbox.faults import Fault
from bot.sandbox.house import House
from bot.sandbox.personas import BO, DINA
from bot.services import handovers, people
from handlers.sending import real_time
from tests.factories import stockholm
from tests.scenes import LEAD, WITH, scene
from tests.seen import heard, shown, wrote

POST = "chat.postMessage"
TOMORROW = "*I morgon, tisdag 24 november kl. 18–20: trygghetsvandring, Timrå*"
HANDED_OVER = (
    "*Överlämnat: trygghetsvandring i morgon, tisdag 24 november kl. 18–20, Timrå*\n"
    "<@U0DINA> tar det i stället för dig."
)


@pytest.fixture
async def walk(house: House) -> int:
    """Bo leads and Anna is with him; they are reminded this evening."""
    house.sandbox.faults.retry_after = 60
    return await scene(house, "trygghetsvandring", {"bo": LEAD, "anna": WITH}, stockholm(24, 18), stockholm(24, 20))


async def reminded(house: House, fault: Fault) -> None:
    house.sandbox.faults.next(POST, fault, times=2)
    await house.wind("reminder")


async def handed_over(house: House, walk: int) -> None:
    """By Bo to Dina."""
    now = house.clock.now()
    bo = await house.bot.db.read(people.actor, BO.team_id, BO.user_id, now)
    dina = await house.bot.db.read(people.actor, DINA.team_id, DINA.user_id, now)
    question = await house.bot.db.write(handovers.ask, bo, walk, DINA.user_id, now)
    await house.bot.db.write(handovers.accept, dina, question.id, now)


def later(by: timedelta) -> datetime:
    return real_time() + by


async def tried_again(house: House) -> None:
    """Updates wait for what they update: they come at the second try."""
    for minutes in (2, 4):
        house.bot.sender.real_now = partial(later, timedelta(minutes=minutes))
        await house.settled()


def messages(house: House, key: str, beginning: str) -> list[str]:
    return [text for text in map(shown, heard(house.person(key))) if text.startswith(beginning)]


@pytest.mark.parametrize("fault", [Fault.RATE_LIMITED, Fault.SERVER_ERROR, Fault.ANSWER_LOST])
async def test_who_stays_is_reminded_once_though_a_colleague_handed_over(house: House, walk: int, fault: Fault) -> None:
    await reminded(house, fault)
    await handed_over(house, walk)
    await tried_again(house)
    [reminder] = messages(house, "anna", TOMORROW)
    assert reminder.splitlines()[1] == "Du är med, <@U0DINA> leder."


@pytest.mark.parametrize("fault", [Fault.RATE_LIMITED, Fault.SERVER_ERROR])
async def test_who_handed_over_is_not_reminded(house: House, walk: int, fault: Fault) -> None:
    await reminded(house, fault)
    await handed_over(house, walk)
    await tried_again(house)
    assert messages(house, "bo", TOMORROW) == []


async def test_a_reminder_that_did_arrive_says_that_it_was_handed_over(house: House, walk: int) -> None:
    await reminded(house, Fault.ANSWER_LOST)
    await handed_over(house, walk)
    await tried_again(house)
    assert shown(heard(house.person("bo"))[0]) == HANDED_OVER


@pytest.mark.usefixtures("walk")
async def test_a_question_that_did_arrive_becomes_the_receipt(house: House) -> None:
    house.clock.wind_to(stockholm(24, 19))
    await house.settled()
    house.sandbox.faults.next(POST, Fault.ANSWER_LOST)
    await house.wind("hour")
    question = heard(house.person("bo"))[-1]
    await wrote(house, "bo", "17 deltagare")
    before = shown(question).splitlines()[0]
    await tried_again(house)
    assert (before[:9], shown(question).splitlines()[1]) == ("*Hur gick", "Deltagare: 17")


@pytest.mark.usefixtures("walk")
async def test_a_question_that_never_arrived_does_not_come_after_the_report(house: House) -> None:
    house.clock.wind_to(stockholm(24, 19))
    await house.settled()
    house.sandbox.faults.next(POST, Fault.SERVER_ERROR)
    await house.wind("hour")
    await wrote(house, "bo", "17 deltagare")
    await tried_again(house)
    assert messages(house, "bo", "*Hur gick") == []


async def test_the_coordinator_sees_at_home_what_did_not_get_away(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(24, 18), stockholm(24, 20))
    house.sandbox.faults.refuse("U0BO", "user_not_found")
    await house.wind("reminder")
    await house.person("dina").open_home()
    await house.settled()
    said = "*Kom inte i väg: 1 påminnelse*\n<@U0BO>: kontot finns inte längre i Slack."
    assert said in shown(house.person("dina").home)
