"""A week as the people of a municipality meet it: who is told what, and when, by the clock of the workspace."""

from datetime import UTC, datetime

import pytest

from bot.domain.calendar import local
from bot.sandbox.house import House
from bot.sandbox.workspace import Message
from tests.factories import stockholm
from tests.house import OpenHouse, furnished
from tests.scenes import LEAD, SUBSTITUTE, WITH, agreed, planned
from tests.seen import heard, pressed, submitted

PEOPLE = ("anna", "bo", "dina", "hugo")


@pytest.fixture
async def week(open_at: OpenHouse) -> House:
    """Monday 23 November, 9.00. A walk on Wednesday, a check on Thursday night, a patrol on Friday."""
    house = await open_at(furnished, upkeep=True)
    await house.settled()
    walks = await agreed(house, "trygghetsvandring", {"bo": LEAD, "anna": WITH}, title="Vandringar")
    checks = await agreed(house, "trafikkontroll", {"anna": LEAD, "hugo": WITH}, title="Kontroller", place="E4")
    patrols = await agreed(house, "fotpatrullering", {"anna": LEAD, "bo": SUBSTITUTE}, title="Patruller")
    await planned(house, walks, stockholm(25, 18), stockholm(25, 20))
    await planned(house, checks, stockholm(26, 22), stockholm(27, 1))
    await planned(house, patrols, stockholm(27, 14), stockholm(27, 16))
    return house


class Diary:
    """What each person's phone shows, in order of time."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.read = dict.fromkeys(PEOPLE, 0)

    async def until(self, day: int, hour: int, month: int = 11) -> list[str]:
        """The first line of every new message until then: "25/11 16.00 bo: I kväll, …"."""
        await self.house.wind(stockholm(day, hour, month=month) - self.house.clock.now())
        new = [(message, key) for key in PEOPLE for message in self._new(key)]
        return [_line(message, key) for message, key in sorted(new, key=lambda one: (float(one[0].ts) // 60, one[1]))]

    def _new(self, key: str) -> list[Message]:
        messages = heard(self.house.person(key))
        found, self.read[key] = messages[self.read[key] :], len(messages)
        return found


def _line(message: Message, key: str) -> str:
    at = local(datetime.fromtimestamp(float(message.ts), UTC))
    return f"{at:%d/%m %H.%M} {key}: {message.text.splitlines()[0]}"


async def test_a_week_tells_each_person_what_they_need_and_no_more(week: House) -> None:
    diary = Diary(week)
    assert await diary.until(25, 20) == [
        "24/11 17.00 anna: I morgon, onsdag 25 november kl. 18–20: trygghetsvandring, Timrå",
        "24/11 17.00 bo: I morgon, onsdag 25 november kl. 18–20: trygghetsvandring, Timrå",
        "25/11 16.00 anna: I kväll, onsdag 25 november kl. 18–20: trygghetsvandring, Timrå",
        "25/11 16.00 bo: I kväll, onsdag 25 november kl. 18–20: trygghetsvandring, Timrå",
        "25/11 20.00 bo: Hur gick trygghetsvandringen i kväll, onsdag 25 november kl. 18–20, Timrå?",
    ]
    await pressed(week, "bo", "Rapportera")
    await submitted(week, "bo", m_deltagare="17")
    assert await diary.until(29, 20) == [
        # The check on Thursday night is protected: a lock screen says no more.
        "25/11 22.00 anna: Du har en påminnelse",
        "25/11 22.00 hugo: Du har en påminnelse",
        "26/11 14.00 anna: I morgon, fredag 27 november kl. 14–16: fotpatrullering, Timrå",
        "26/11 20.00 anna: Du har en påminnelse",
        "26/11 20.00 hugo: Du har en påminnelse",
        "27/11 08.00 anna: Du har en påminnelse",
        "27/11 12.00 anna: I dag, fredag 27 november kl. 14–16: fotpatrullering, Timrå",
        "27/11 16.00 anna: Hur gick fotpatrullen i dag, fredag 27 november kl. 14–16, Timrå?",
    ]


async def test_what_nobody_reports_is_asked_about_until_the_coordinator_ends_it(week: House) -> None:
    diary = Diary(week)
    await diary.until(29, 20)
    assert await diary.until(4, 9, month=12) == [
        "30/11 08.00 anna: Din vecka 49: 2 rapporter saknas, 1 fråga till dig",
        "30/11 08.00 bo: Din vecka 49: 1 rapport saknas",
        "30/11 08.00 dina: Vecka 49 i dina kommuner: inget planerat",
        "30/11 08.00 hugo: Din vecka 49: 1 rapport saknas",
        "01/12 08.00 bo: Vet du hur fotpatrullen gick fredag 27 november kl. 14–16, Timrå?",
        "01/12 08.00 dina: Rapport saknas: trygghetsvandring, Timrå, onsdag 25 november",
        "02/12 08.00 dina: Du har en påminnelse",
        "03/12 08.00 dina: Rapport saknas: fotpatrullering, Timrå, fredag 27 november",
    ]
