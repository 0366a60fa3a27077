"""A colleague is asked to take over and says nothing: when it begins the question ends, and the giver is told."""

from datetime import datetime

import pytest

from bot.domain.words import Form
from bot.sandbox.house import House
from bot.services import handovers
from tests.factories import stockholm
from tests.scenes import LEAD, SUBSTITUTE, agreed, planned, scene
from tests.seen import heard, pressed, shown, submitted


async def tick(house: House, at: datetime) -> None:
    """What the scheduler does each minute, and once more."""
    house.clock.wind_to(at)
    await house.settled()
    for _ in range(2):
        await house.bot.db.write(handovers.end_unanswered, at)
    await house.settled()


@pytest.fixture
async def asked(house: House) -> House:
    """Bo has asked Hugo to take a walk tomorrow."""
    await scene(house, "trygghetsvandring", {"bo": LEAD, "hugo": SUBSTITUTE}, stockholm(24, 18), stockholm(24, 20))
    await ask(house)
    return house


async def ask(house: House) -> None:
    await house.wind("reminder")
    await pressed(house, "bo", "Kan inte – lämna över")
    await submitted(house, "bo", colleague="U0HUGO")


def told(house: House, key: str) -> list[str]:
    return [shown(one) for one in heard(house.person(key))]


async def test_the_giver_is_told_once_that_it_is_still_theirs(asked: House) -> None:
    await tick(asked, stockholm(24, 18))
    assert told(asked, "bo")[-1] == (
        "*Ingen har tagit över. I kväll, tisdag 24 november kl. 18–20: trygghetsvandring, Timrå*\n"
        "Frågan till <@U0HUGO> gäller inte längre. Du är fortfarande med."
    )
    assert len([text for text in told(asked, "bo") if text.startswith("*Ingen har tagit över")]) == 1


async def test_the_colleague_need_not_answer(asked: House) -> None:
    await tick(asked, stockholm(24, 18))
    assert told(asked, "hugo") == [
        "*Frågan om att ta över gäller inte längre: trygghetsvandring*\nTillfället har börjat. Du behöver inte svara."
    ]


async def test_before_it_begins_the_question_stays(asked: House) -> None:
    await tick(asked, stockholm(24, 17, 59))
    assert "[Ja, jag tar den]" in told(asked, "hugo")[0]


async def test_what_was_asked_while_it_goes_on_may_be_answered_as_long_as_it_does(house: House) -> None:
    patrols = await agreed(house, "fotpatrullering", {"bo": LEAD, "hugo": SUBSTITUTE}, form=Form.WINDOW)
    await planned(house, patrols, stockholm(1, 0, month=12), stockholm(1, 0, month=1, year=2027))
    await ask(house)
    await tick(house, stockholm(15, 12, month=12))
    assert "[Ja, jag tar den]" in told(house, "hugo")[0]


async def test_a_protected_one_is_ended_in_discreet_words(house: House) -> None:
    cast = {"anna": LEAD, "hugo": SUBSTITUTE}
    await scene(house, "trafikkontroll", cast, stockholm(24, 18), stockholm(24, 20), place="E4 södra infarten")
    await house.wind("reminder")
    await pressed(house, "anna", "Kan inte – lämna över")
    await submitted(house, "anna", colleague="U0HUGO")
    await tick(house, stockholm(24, 18))
    assert heard(house.person("anna"))[-1].text == "Du har en påminnelse"
    assert told(house, "hugo") == [
        "*Frågan om att ta över gäller inte längre: trafikkontroll*\nTillfället har börjat. Du behöver inte svara."
    ]
