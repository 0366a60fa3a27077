"""The house that the tests and the demo stand in: its clock, and when it is settled."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.domain.words import Purpose
from bot.sandbox.house import House
from storage import outbox
from tests.databases import on_both_databases
from tests.house import START
from tests.sandbox_bot import ANNA, BO


def put(session: Session, text: str, later: timedelta, to: str = BO) -> None:
    outbox.put(
        session,
        key=text,
        purpose=Purpose.NOTICE,
        due_at=START + later,
        channel=to,
        payload={"text": text, "blocks": []},
    )


@pytest.mark.parametrize(
    ("how", "seen"),
    [("hour", ["1"]), ("reminder", ["1"]), ("day", ["1", "2"]), (timedelta(minutes=59), [])],
)
async def test_winding_the_clock_brings_what_became_due(house: House, how: str | timedelta, seen: list[str]) -> None:
    for text, later in {"1": timedelta(hours=1), "2": timedelta(hours=24)}.items():
        await house.bot.db.write(put, text, later)
    await house.wind(how)

    assert [message.text for message in house.person("bo").sees(BO)] == seen


@on_both_databases
async def test_the_next_reminder_is_that_of_whoever_asks_for_it(house: House) -> None:
    await house.bot.db.write(put, "Till Bo", timedelta(hours=2))
    await house.bot.db.write(put, "Till Anna", timedelta(hours=1), ANNA)
    await house.wind("reminder", BO)

    assert house.clock.now() == START + timedelta(hours=2)


async def test_there_may_be_no_next_reminder(house: House) -> None:
    await house.wind("reminder")

    assert house.clock.now() == START


async def test_the_year_as_it_stands_when_the_demo_begins(full_house: House) -> None:
    await full_house.settled()

    assert [message.text for message in full_house.person("anna").sees("U0ANNA")] == [
        "Du har en påminnelse",
        "Rapporten från fotpatrullen torsdag 12 november i Timrå saknas. Blev den av?",
    ]
