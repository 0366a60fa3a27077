"""What people answer to reminders, and what the message becomes."""

from datetime import timedelta

import pytest

from bot.sandbox.house import House
from bot.sandbox.workspace import Message
from tests.factories import stockholm
from tests.scenes import LEAD, WITH, scene
from tests.seen import heard, pressed, shown, submitted, wrote

RECEIPT = """\
*Sparat: trygghetsvandring i kväll, måndag 23 november kl. 18–20, Timrå*
Deltagare: 17
1 vandring i år. Inget antal är bestämt.
Rapport TIM-2026-0001. Finns kvar under Mina rapporter.
[Ändra] [Ångra]"""
QUESTION = """\
*Hur gick trygghetsvandringen i kväll, måndag 23 november kl. 18–20, Timrå?*
Svara med en rad, till exempel: 2 timmar, 12 deltagare, lugnt
[Rapportera] [Blev inte av] [Fråga mig senare]"""
MISSING = """\
*Rapporten från trygghetsvandringen i går, måndag 23 november i Timrå saknas. Blev den av?*
[Rapportera] [Blev inte av] [Jag var inte med]"""
CHOICE = """\
*När ska jag fråga igen om trygghetsvandringen i kväll, måndag 23 november kl. 18–20, Timrå?*
[Om en timme] [I morgon bitti] [Välj tid] [Rapportera nu]"""
AGAIN = """\
*Jag frågar igen {when} om trygghetsvandringen i kväll, måndag 23 november kl. 18–20, Timrå.*
[Rapportera]"""


@pytest.fixture
async def asked(house: House) -> Message:
    """Bo's question about a walk that ended at 20; Anna was with him."""
    await scene(house, "trygghetsvandring", {"bo": LEAD, "anna": WITH}, stockholm(23, 18), stockholm(23, 20))
    house.clock.wind_to(stockholm(23, 20))
    await house.settled()
    return heard(house.person("bo"))[-1]


async def test_the_question_becomes_the_receipt(house: House, asked: Message) -> None:
    await pressed(house, "bo", "Rapportera", asked)
    await submitted(house, "bo", m_deltagare="17")
    assert shown(asked) == RECEIPT


async def test_a_line_answers_the_question_too(house: House, asked: Message) -> None:
    await wrote(house, "bo", "17 deltagare")
    assert shown(asked) == RECEIPT


async def test_it_becomes_the_receipt_also_when_a_colleague_reported(house: House, asked: Message) -> None:
    await wrote(house, "anna", "trygghetsvandring 17 deltagare")
    assert shown(asked) == RECEIPT.replace("Sparat:", "Rapporterat av <@U0ANNA>:").removesuffix("\n[Ändra] [Ångra]")


async def test_earlier_reminders_only_name_the_report(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(24, 18), stockholm(24, 20))
    await house.wind(timedelta(days=2))
    await wrote(house, "bo", "17 deltagare")
    told = [shown(message) for message in heard(house.person("bo"))]
    line = "Rapporterad: trygghetsvandring i går, tisdag 24 november. Rapport TIM-2026-0001."
    assert told[:3] == [line] * 3
    assert told[3].startswith("*Sparat: trygghetsvandring i går")


async def test_it_becomes_the_reason_why_not(house: House, asked: Message) -> None:
    await pressed(house, "bo", "Blev inte av", asked)
    await submitted(house, "bo", reason="weather")
    assert shown(asked).splitlines()[1:3] == [
        "Blev inte av · Orsak: väder",
        "0 vandringar i år. Inget antal är bestämt.",
    ]


async def test_the_receipt_can_be_taken_back_to_the_question(house: House, asked: Message) -> None:
    await wrote(house, "bo", "17 deltagare")
    await pressed(house, "bo", "Ångra", asked)
    assert shown(asked) == QUESTION


async def test_a_changed_report_changes_the_receipt(house: House, asked: Message) -> None:
    await wrote(house, "bo", "16 deltagare")
    await pressed(house, "bo", "Ändra", asked)
    await submitted(house, "bo", m_deltagare="17")
    assert shown(asked) == RECEIPT


async def test_what_is_answered_is_not_asked_about_next_morning(house: House, asked: Message) -> None:
    await wrote(house, "bo", "17 deltagare")
    await house.wind("day")
    assert [shown(message) for message in heard(house.person("bo"))].count(MISSING) == 0
    assert shown(asked).startswith("*Sparat: trygghetsvandring i kväll")


async def test_later_asks_when(house: House, asked: Message) -> None:
    await pressed(house, "bo", "Fråga mig senare", asked)
    assert shown(asked) == CHOICE


async def test_later_says_when_it_asks_again(house: House, asked: Message) -> None:
    await pressed(house, "bo", "Fråga mig senare", asked)
    await pressed(house, "bo", "Om en timme", asked)
    assert shown(asked) == AGAIN.format(when="i kväll, måndag 23 november kl. 21")


async def test_it_asks_again_in_an_hour(house: House, asked: Message) -> None:
    await pressed(house, "bo", "Fråga mig senare", asked)
    await pressed(house, "bo", "Om en timme", asked)
    await house.wind("hour")
    assert shown(heard(house.person("bo"))[-1]) == QUESTION


async def test_next_working_day_it_asks_once_not_twice(house: House, asked: Message) -> None:
    await pressed(house, "bo", "Fråga mig senare", asked)
    await pressed(house, "bo", "I morgon bitti", asked)
    before = len(heard(house.person("bo")))
    await house.wind("day")
    assert [shown(one) for one in heard(house.person("bo"))[before:]] == [MISSING]


async def test_on_a_friday_next_morning_is_named(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(27, 18), stockholm(27, 20))
    house.clock.wind_to(stockholm(27, 20))
    await house.settled()
    await pressed(house, "bo", "Fråga mig senare")
    assert "[Om en timme] [Måndag morgon] [Välj tid]" in shown(heard(house.person("bo"))[-1])


async def test_a_time_can_be_chosen(house: House, asked: Message) -> None:
    await pressed(house, "bo", "Fråga mig senare", asked)
    assert (
        await pressed(house, "bo", "Välj tid", asked)
        == """\
*Trygghetsvandringen i kväll, måndag 23 november kl. 18–20, Timrå*
Vilken dag: 2026-11-24
Vilken tid: 08:00"""
    )


async def test_it_asks_again_at_the_chosen_time_and_not_before(house: House, asked: Message) -> None:
    await pressed(house, "bo", "Fråga mig senare", asked)
    await pressed(house, "bo", "Välj tid", asked)
    receipt = await submitted(house, "bo", day="2026-11-24", clock="13:30")
    told = AGAIN.format(when="i morgon, tisdag 24 november kl. 13.30")
    assert receipt == told.removesuffix("\n[Rapportera]")
    assert shown(asked) == told
    before = len(heard(house.person("bo")))
    house.clock.wind_to(stockholm(24, 13))
    await house.settled()
    assert len(heard(house.person("bo"))) == before
    house.clock.wind_to(stockholm(24, 13, 30))
    await house.settled()
    assert shown(heard(house.person("bo"))[-1]) == MISSING


@pytest.mark.usefixtures("asked")
async def test_a_time_can_be_chosen_again(house: House) -> None:
    for minute in (10, 30):
        question = heard(house.person("bo"))[-1]
        await pressed(house, "bo", "Fråga mig senare", question)
        await pressed(house, "bo", "Välj tid", question)
        await submitted(house, "bo", day="2026-11-23", clock=f"21:{minute}")
        assert shown(question) == AGAIN.format(when=f"i kväll, måndag 23 november kl. 21.{minute}")
        house.clock.wind_to(stockholm(23, 21, minute))
        await house.settled()
        assert shown(heard(house.person("bo"))[-1]) == QUESTION


@pytest.mark.parametrize(
    ("day", "clock", "line"),
    [
        ("2026-11-23", "19:00", "Vilken tid: 19:00 ← Tiden har redan varit. Välj en senare tid."),
        ("2026-11-20", "13:00", "Vilken dag: 2026-11-20 ← Tiden har redan varit. Välj en senare tid."),
    ],
)
async def test_a_time_that_has_been_is_refused_at_its_field(
    house: House, asked: Message, day: str, clock: str, line: str
) -> None:
    await pressed(house, "bo", "Fråga mig senare", asked)
    await pressed(house, "bo", "Välj tid", asked)
    assert line in await submitted(house, "bo", day=day, clock=clock)


async def test_a_reminder_of_what_is_cancelled_says_so(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD, "anna": WITH}, stockholm(24, 18), stockholm(24, 20))
    await house.wind("reminder")
    await pressed(house, "bo", "Ställ in")
    await submitted(house, "bo", reason="weather")
    assert shown(heard(house.person("anna"))[0]) == (
        "*Inställt: trygghetsvandring i morgon, tisdag 24 november kl. 18–20, Timrå*\nDu behöver inte göra något."
    )


async def test_the_next_reminder_of_what_is_cancelled_never_comes(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(24, 18), stockholm(24, 20))
    await house.wind("reminder")
    await pressed(house, "bo", "Ställ in")
    await submitted(house, "bo", reason="weather")
    await house.wind(timedelta(days=3))
    assert len(heard(house.person("bo"))) == 1
