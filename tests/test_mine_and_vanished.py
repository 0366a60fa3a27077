"""What is mine, by command and on Home; and buttons of what is no longer there."""

import pytest
from sqlalchemy import delete
from sqlmodel import Session, col

from bot.domain.words import Form
from bot.sandbox.house import House
from storage.models import Occurrence, OccurrencePerson, Reminder
from tests.factories import stockholm
from tests.scenes import LEAD, WITH, agreed, planned, scene
from tests.seen import heard, pressed, shown, submitted, typed, wrote

GONE = "Det tillfället finns inte längre, så inget är ändrat."
NOTHING_TO_REPORT = "Det tillfället finns inte längre. Skriv en rad till mig om vad du gjorde, så hittar vi rätt."


def forget(session: Session, occurrence_id: int) -> None:
    session.execute(delete(Reminder).where(col(Reminder.occurrence_id) == occurrence_id))
    session.execute(delete(OccurrencePerson).where(col(OccurrencePerson.occurrence_id) == occurrence_id))
    session.execute(delete(Occurrence).where(col(Occurrence.id) == occurrence_id))


async def test_alone_it_shows_what_is_next_and_what_to_report(house: House) -> None:
    patrols = await agreed(house, "fotpatrullering", {"anna": LEAD, "bo": WITH}, place="Timrå centrum")
    await planned(house, patrols, stockholm(20, 19), stockholm(20, 21))
    await planned(house, patrols, stockholm(24, 19), stockholm(24, 21))
    assert (
        await typed(house, "anna", "/lofte")
        == """\
*I morgon, tisdag 24 november kl. 19–21: fotpatrullering, Timrå centrum*
Du leder, <@U0BO> är med.
[Flytta] [Kan inte – lämna över] [Ställ in] [Kalenderfil]
*Saknar rapport: 1*
Fotpatrullering fredag 20 november kl. 19–21, Timrå centrum
[Rapportera] [Blev inte av]
[Mina rapporter]"""
    )


async def test_alone_it_says_that_nothing_is_planned(house: House) -> None:
    assert (
        await typed(house, "anna", "/lofte")
        == "Inget är planerat för dig just nu, och inga rapporter saknas.\n[Mina rapporter]"
    )


@pytest.mark.parametrize("line", ["/lofte mina rapporter", "/lofte Mina Rapporter"])
async def test_my_reports_are_found_again(house: House, line: str) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD})
    await wrote(house, "anna", "ute 2 timmar 14 samtal")
    assert (
        await typed(house, "anna", line)
        == """\
*Mina rapporter, den senaste först*
*TIM-2026-0001* · fotpatrullering i dag, måndag 23 november, inte planerad, Timrå
Timmar: 2 · Samtal: 14
[Ändra]
På min startsida kan du söka efter aktivitet och månad."""
    )


async def test_home_changes_when_a_report_is_given_on_it(house: House) -> None:
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(23, 6), stockholm(23, 8))
    anna = house.person("anna")
    await anna.open_home()
    await pressed(house, "anna", "Rapportera", "home")
    await submitted(house, "anna", m_timmar="2")
    assert "TIM-2026-0001" in shown(anna.home)


@pytest.mark.parametrize("button", ["Flytta", "Kan inte – lämna över", "Ställ in"])
async def test_before_it_what_is_gone_is_told(house: House, button: str) -> None:
    walk = await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(24, 18), stockholm(24, 20))
    await house.wind("reminder")
    await house.bot.db.write(forget, walk)
    assert await pressed(house, "bo", button) == GONE


@pytest.mark.parametrize(
    ("button", "said"),
    [
        ("Rapportera", NOTHING_TO_REPORT),
        ("Blev inte av", NOTHING_TO_REPORT),
        ("Fråga mig senare", GONE),
    ],
)
async def test_after_it_what_is_gone_is_told(house: House, button: str, said: str) -> None:
    walk = await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(23, 10), stockholm(23, 12))
    house.clock.wind_to(stockholm(23, 12))
    await house.settled()
    await house.bot.db.write(forget, walk)
    assert await pressed(house, "bo", button) == said


async def test_a_form_of_what_is_gone_keeps_what_was_typed(house: House) -> None:
    walk = await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(23, 6), stockholm(23, 8))
    await typed(house, "bo", "/lofte rapport")
    await pressed(house, "bo", "Rapportera")
    await house.bot.db.write(forget, walk)
    lines = (await submitted(house, "bo", m_deltagare="17")).splitlines()
    assert lines[1:3] == [f"Hur gick det: Genomförd ← {NOTHING_TO_REPORT}", "Deltagare: 17"]


async def test_a_report_that_was_taken_back_cannot_be_taken_back_again(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD})
    await typed(house, "anna", "/lofte ute 2 timmar")
    await typed(house, "anna", "/lofte mina rapporter")
    await pressed(house, "anna", "Ångra")
    said = "Rapporten är redan ångrad. Dina rapporter hittar du under Mina rapporter."
    assert await pressed(house, "anna", "Ändra") == said


async def test_work_that_goes_on_is_reported_from_what_is_mine(house: House) -> None:
    work = await agreed(house, "kampanj", {"finn": LEAD}, form=Form.CONTINUOUS, title="Sprida Huskurage")
    await planned(house, work, stockholm(1, 0), stockholm(1, 0, month=12))
    await wrote(house, "finn", "mina")
    await pressed(house, "finn", "Rapportera")
    receipt = await submitted(house, "finn", m_timmar="2")
    assert receipt.splitlines()[0] == "*Sprida Huskurage, november, Timrå*"
    assert heard(house.person("finn"))
