"""Slack, the line or the database fails: what people see, and that nothing is lost or done twice."""

import re
from datetime import timedelta

import pytest

from bot.sandbox.faults import Fault
from bot.sandbox.house import House
from bot.sandbox.interactions import SandboxPerson
from bot.sandbox.workspace import Message
from handlers.sending import real_time
from tests.databases import on_both_databases
from tests.factories import stockholm
from tests.outage import outage
from tests.scenes import LEAD, WITH, scene
from tests.seen import heard, pressed, shown, submitted, typed, wrote

pytestmark = on_both_databases
LINE = "trafikkontroll 45 fordon"
NOT_SAVED = "Jag kunde inte spara just nu, så inget är ändrat. "
COPY = f"Du skrev: ”{LINE}”. Kopiera raden och skicka den igen om en minut. (kod …)"
AGAIN = "Försök igen om en minut. (kod …)"


@pytest.fixture
async def check(house: House) -> int:
    return await scene(house, "trafikkontroll", {"anna": LEAD, "hugo": WITH}, stockholm(23, 7), stockholm(23, 8))


def without_code(said: str) -> str:
    return re.sub(r"\(kod [0-9A-F]{4}\)", "(kod …)", said)


def receipts(person: SandboxPerson) -> list[str]:
    """The numbers of the reports that the person has been told of."""
    place = [*person.sees(person.user.id), *person.sees("trygghet-timra")]
    return [number for message in place for number in re.findall(r"[A-Z]{3}-2026-\d{4}", shown(message))]


@pytest.mark.usefixtures("check")
async def test_a_command_without_a_database_gives_the_line_back(house: House) -> None:
    with outage(house.bot.db.url):
        await house.person("anna").command("trygghet-timra", f"/lofte {LINE}")
    assert without_code(shown(house.person("anna").last())) == NOT_SAVED + COPY


@pytest.mark.usefixtures("check")
async def test_a_line_without_a_database_is_given_back(house: House) -> None:
    anna = house.person("anna")
    with outage(house.bot.db.url):
        await anna.write("U0ANNA", LINE)
        await anna.until(lambda: heard(anna))
    assert without_code(shown(anna.last())) == NOT_SAVED + COPY


@pytest.mark.usefixtures("check")
async def test_the_line_can_be_sent_again_when_the_database_is_back(house: House) -> None:
    with outage(house.bot.db.url):
        await house.person("anna").command("trygghet-timra", f"/lofte {LINE}")
    await typed(house, "anna", f"/lofte {LINE}")
    assert receipts(house.person("anna")) == ["TIM-2026-0001"]


@pytest.mark.usefixtures("check")
async def test_a_form_without_a_database_keeps_what_was_typed(house: House) -> None:
    await typed(house, "anna", "/lofte rapport")
    await pressed(house, "anna", "Rapportera")
    anna = house.person("anna")
    await anna.fill("m_fordon", "45")
    with outage(house.bot.db.url):
        await anna.submit()
    lines = without_code(shown(anna.modal)).splitlines()
    assert lines[1:3] == [f"Hur gick det: Genomförd ← {NOT_SAVED}{AGAIN}", "Fordon: 45"]


@pytest.mark.usefixtures("check")
async def test_the_same_form_is_saved_once_the_database_is_back(house: House) -> None:
    await typed(house, "anna", "/lofte rapport")
    await pressed(house, "anna", "Rapportera")
    await house.person("anna").fill("m_fordon", "45")
    with outage(house.bot.db.url):
        await house.person("anna").submit()
    assert (await submitted(house, "anna")).splitlines()[1] == "Fordon: 45"


@pytest.mark.usefixtures("check")
async def test_a_button_without_a_database_says_that_nothing_changed(house: House) -> None:
    await wrote(house, "anna", LINE)
    anna = house.person("anna")
    before = len(anna.sees("U0ANNA"))
    with outage(house.bot.db.url):
        await anna.press_label("Ångra")
        await anna.until(lambda: len(anna.sees("U0ANNA")) > before)
    assert without_code(shown(anna.last())) == NOT_SAVED + AGAIN


@pytest.fixture
async def walk(house: House) -> House:
    """Bo will be reminded of it this evening."""
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(24, 18), stockholm(24, 20))
    house.sandbox.faults.retry_after = 0
    return house


def bos(house: House) -> list[str]:
    return [message.text for message in heard(house.person("bo"))]


REMINDER = ["I morgon, tisdag 24 november kl. 18–20: trygghetsvandring, Timrå\nDu leder."]


@pytest.mark.parametrize("fault", [Fault.RATE_LIMITED, Fault.SERVER_ERROR, Fault.ANSWER_LOST])
async def test_a_reminder_arrives_once_whatever_slack_answers(walk: House, fault: Fault) -> None:
    walk.sandbox.faults.next("chat.postMessage", fault)
    await walk.wind("reminder")
    walk.bot.sender.real_now = lambda: real_time() + timedelta(minutes=1)
    await walk.settled()
    assert bos(walk) == REMINDER


async def test_a_reminder_waits_for_the_database(walk: House) -> None:
    with outage(walk.bot.db.url):
        walk.clock.wind(timedelta(hours=9))
    await walk.settled()
    assert bos(walk) == REMINDER


async def test_a_button_whose_answer_was_lost_can_be_pressed_again(walk: House) -> None:
    walk.clock.wind_to(stockholm(24, 20))
    await walk.settled()
    question = heard(walk.person("bo"))[-1]
    walk.sandbox.faults.next("interactive", Fault.LOST_ACK)
    for _ in range(2):
        await walk.person("bo").press(question, "reminder_later")
    await walk.settled()
    assert shown(question).startswith("*När ska jag fråga igen om trygghetsvandringen i kväll")


@pytest.mark.usefixtures("check")
@pytest.mark.parametrize("fault", [Fault.LOST_ACK, Fault.DROPPED_SOCKET])
async def test_a_line_that_slack_sends_again_is_saved_once(house: House, fault: Fault) -> None:
    house.sandbox.faults.next("events_api", fault)
    await wrote(house, "anna", LINE)
    assert receipts(house.person("anna")) == ["TIM-2026-0001"]


@pytest.mark.usefixtures("check")
async def test_a_form_that_is_sent_again_is_saved_once(house: House) -> None:
    await typed(house, "anna", "/lofte rapport")
    await pressed(house, "anna", "Rapportera")
    house.sandbox.faults.next("interactive", Fault.LOST_ACK)
    await submitted(house, "anna", m_fordon="45")
    await submitted(house, "anna")
    assert "TIM-2026-0001" in await typed(house, "anna", "/lofte mina rapporter")
    assert receipts(house.person("anna")) == ["TIM-2026-0001"]


@pytest.mark.usefixtures("check")
async def test_a_command_over_a_broken_line_works_when_it_is_typed_again(house: House) -> None:
    house.sandbox.faults.next("slash_commands", Fault.DROPPED_SOCKET)
    assert await typed(house, "anna", f"/lofte {LINE}") == '/lofte failed with the error "operation_timeout"'
    await typed(house, "anna", f"/lofte {LINE}")
    assert receipts(house.person("anna")) == ["TIM-2026-0001"]


@pytest.mark.usefixtures("check")
async def test_a_tap_that_comes_twice_at_once_is_done_once(house: House) -> None:
    await wrote(house, "anna", LINE)
    receipt: Message = heard(house.person("anna"))[-1]
    for _ in range(2):
        await house.person("anna").press(receipt, "outcome_undo")
    await house.settled()
    assert shown(receipt).startswith("Ångrat: rapporten om trafikkontrollen")
    assert heard(house.person("anna"))[-1].text.startswith("Rapporten är redan ångrad.")
