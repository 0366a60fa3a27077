"""Somebody cannot be reached in Slack: the coordinators read so, once for each person and reason."""

from sqlmodel import Session

from bot.domain.words import Purpose
from bot.sandbox.house import House
from bot.sandbox.workspace import TEAM
from storage import outbox
from storage.people import by_slack_id
from tests.house import START

BO, DINA = "U0BO", "U0DINA"
TOLD = (
    "Jag når inte <@U0BO> i Slack: tar inte emot meddelanden från mig. "
    "Säg till på något annat sätt. Det som inte har kommit fram står på fliken Hem."
)


def put(session: Session, text: str) -> None:
    bo = by_slack_id(session, TEAM, BO)
    assert bo
    outbox.put(session, key=text, purpose=Purpose.NOTICE, due_at=START, person_id=bo.id, payload={"text": text})


async def say_to_bo(house: House, text: str) -> None:
    await house.bot.db.write(put, text)
    await house.settled()


def told(house: House) -> list[str]:
    return [message.text for message in house.person("dina").sees(DINA) if BO in message.text]


async def test_a_coordinator_is_told_once(house: House) -> None:
    house.sandbox.faults.refuse(BO, "messages_tab_disabled")
    for text in ("1", "2"):
        await say_to_bo(house, text)
    await house.settled()

    assert told(house) == [TOLD]


async def test_who_takes_over_is_asked_when_the_account_is_closed(house: House) -> None:
    house.sandbox.faults.refuse(BO, "account_inactive")
    await say_to_bo(house, "1")
    await house.settled()

    [said] = told(house)
    assert said.startswith("Kontot för <@U0BO> är stängt i Slack.")
