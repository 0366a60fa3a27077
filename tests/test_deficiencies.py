"""What a safety walk notes: in its form and receipt, before the next walk, and settled by the coordinator."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from bot.sandbox.house import House
from bot.sandbox.personas import DINA
from bot.services import outcomes, people
from storage.models import Deficiency, Outcome
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned
from tests.seen import heard, pressed, shown, submitted, typed, wrote

FORM = """\
*Trygghetsvandring i dag, måndag 23 november kl. 6–8, Hofors centrum, Timrå*
Hur gick det: Genomförd
Deltagare:
Timmar:
Brister:
Orsak:
Anteckning:
[Lägg till en brist]"""
ROW = """\
Brist 1: vad:
Brist 1: var:
"""
LISTED = """\
*Trygga kvällar*
*Belysning: gångtunneln vid Storgatan 5*
Noterad · från 23 november"""


@pytest.fixture
async def walk(house: House) -> int:
    """One this morning; the next is tomorrow evening. Gives the activity."""
    activity = await agreed(house, "trygghetsvandring", {"bo": LEAD}, place="Hofors centrum")
    await planned(house, activity, stockholm(23, 6), stockholm(23, 8))
    await planned(house, activity, stockholm(25, 18), stockholm(25, 20))
    return activity


async def opened(house: House) -> str:
    await typed(house, "bo", "/lofte rapport")
    return await pressed(house, "bo", "Rapportera")


async def reported(house: House) -> str:
    await opened(house)
    await pressed(house, "bo", "Lägg till en brist")
    return await submitted(
        house, "bo", m_deltagare="17", **{"brist_vad:1": "belysning", "brist_var:1": "gångtunneln vid Storgatan 5"}
    )


async def kept(house: House) -> list[tuple[str, str]]:
    def all_of_them(session: Session) -> list[tuple[str, str]]:
        return [(one.category, one.spot) for one in session.exec(select(Deficiency).order_by(col(Deficiency.id)))]

    return await house.bot.db.read(all_of_them)


@pytest.mark.usefixtures("walk")
async def test_the_form_of_a_walk_offers_rows_for_deficiencies(house: House) -> None:
    assert await opened(house) == FORM


@pytest.mark.usefixtures("walk")
async def test_a_row_more_keeps_what_was_typed(house: House) -> None:
    await opened(house)
    bo = house.person("bo")
    await bo.fill("Anteckning", "kallt")
    expected = FORM.replace("Anteckning:", "Anteckning: kallt").replace("[Lägg", f"{ROW}[Lägg")
    assert await pressed(house, "bo", "Lägg till en brist") == expected


@pytest.mark.usefixtures("walk")
async def test_there_is_room_for_five(house: House) -> None:
    await opened(house)
    for _ in range(5):
        form = await pressed(house, "bo", "Lägg till en brist")
    assert "Brist 5: var:" in form
    assert "[Lägg till en brist]" not in form


@pytest.mark.usefixtures("walk")
async def test_the_receipt_lists_them_and_counts_them(house: House) -> None:
    receipt = await reported(house)
    assert receipt.splitlines()[1:3] == [
        "Deltagare: 17 · Brister: 1",
        "Noterat: belysning: gångtunneln vid Storgatan 5",
    ]
    assert await kept(house) == [("belysning", "gångtunneln vid Storgatan 5")]


@pytest.mark.usefixtures("walk")
async def test_half_a_row_is_marked(house: House) -> None:
    await opened(house)
    await pressed(house, "bo", "Lägg till en brist")
    form = await submitted(house, "bo", **{"brist_var:1": "gångtunneln"})
    assert "Brist 1: vad: ← Välj vad det gäller." in form
    assert await kept(house) == []


@pytest.mark.usefixtures("walk")
async def test_a_place_that_tells_of_somebody_is_marked(house: House) -> None:
    await opened(house)
    await pressed(house, "bo", "Lägg till en brist")
    form = await submitted(house, "bo", **{"brist_vad:1": "annat", "brist_var:1": "ring 070-174 06 05"})
    assert "ring 070-174 06 05 ← Texten ser ut att innehålla ett telefonnummer." in form


@pytest.mark.usefixtures("walk")
async def test_a_note_that_is_held_back_leaves_the_rows_as_they_were(house: House) -> None:
    await opened(house)
    await pressed(house, "bo", "Lägg till en brist")
    row = {"brist_vad:1": "belysning", "brist_var:1": "gångtunneln"}
    form = await submitted(house, "bo", note="mejla ingen@example.com", **row)
    assert "Anteckning: mejla …\nBrist 1: vad: Belysning\nBrist 1: var: gångtunneln" in form
    assert "Noterat: belysning: gångtunneln" in await submitted(house, "bo")


@pytest.mark.usefixtures("walk")
async def test_a_change_begins_with_what_was_noted(house: House) -> None:
    await reported(house)
    await house.person("bo").close()
    await typed(house, "bo", "/lofte mina rapporter")
    form = await pressed(house, "bo", "Ändra")
    assert "Brist 1: vad: Belysning\nBrist 1: var: gångtunneln vid Storgatan 5" in form
    await submitted(house, "bo", **{"brist_var:1": "skolan"})
    assert await kept(house) == [("belysning", "skolan")]


@pytest.mark.usefixtures("walk")
async def test_the_next_walk_is_reminded_of_what_is_left(house: House) -> None:
    await reported(house)
    await house.wind(timedelta(hours=34))
    reminder = shown(heard(house.person("bo"))[-1])
    assert reminder.startswith("*I morgon, onsdag 25 november kl. 18–20: trygghetsvandring")
    assert "Från tidigare vandringar är 1 brist inte klar. Ta med listan och en ficklampa." in reminder
    assert reminder.endswith("[Visa bristerna] [Flytta] [Kan inte – lämna över] [Ställ in]")
    await house.person("bo").close()
    assert await pressed(house, "bo", "Visa bristerna") == LISTED


@pytest.mark.usefixtures("walk")
async def test_who_follows_the_work_asks_what_is_left(house: House) -> None:
    await reported(house)
    left = "*Brister*\nTrygga kvällar, Timrå: 1 brist inte klar\n[Visa bristerna]"
    assert await typed(house, "cia", "/lofte brister") == left
    assert await pressed(house, "cia", "Visa bristerna") == LISTED


@pytest.mark.usefixtures("walk")
async def test_what_is_left_in_one_municipality_is_asked_for_by_its_name(house: House) -> None:
    await reported(house)
    heads = {
        "brister i Timrå": "*Brister*",
        "brister Hofors": "Inga brister väntar på att bli klara.",
        "brister Sundsvall": (
            "Jag hittar ingen sådan kommun. Skriv brister till mig, så visar jag alla som du kan se."
        ),
    }
    assert {line: (await wrote(house, "cia", line)).splitlines()[0] for line in heads} == heads
    assert (await wrote(house, "eva", "brister Hofors")).startswith("Du kan inte se bristerna där.")


@pytest.mark.usefixtures("walk")
async def test_the_coordinator_settles_it(house: House) -> None:
    await reported(house)
    await typed(house, "dina", "/lofte brister")
    await pressed(house, "dina", "Visa bristerna")
    await pressed(house, "dina", "Ändra")
    settled = {"state": "accepted", "owner": "gatuenheten", "due_on": "2026-12-01"}
    assert (
        await submitted(house, "dina", **settled)
        == """\
*Belysning: gångtunneln vid Storgatan 5*
Ska åtgärdas · från 23 november · gatuenheten · ska vara klar 1 december"""
    )


@pytest.mark.usefixtures("walk")
async def test_a_refusal_says_why(house: House) -> None:
    await reported(house)
    await typed(house, "dina", "/lofte brister")
    await pressed(house, "dina", "Visa bristerna")
    await pressed(house, "dina", "Ändra")
    assert "Beslut: ← Skriv varför den inte åtgärdas." in await submitted(house, "dina", state="refused")


@pytest.mark.usefixtures("walk")
async def test_what_is_done_is_not_left(house: House) -> None:
    await reported(house)
    await typed(house, "dina", "/lofte brister")
    await pressed(house, "dina", "Visa bristerna")
    await pressed(house, "dina", "Ändra")
    said = await submitted(house, "dina", state="done", due_on="2026-12-01", done_on="2026-11-23")
    assert said.splitlines()[1] == "Åtgärdad · från 23 november · blev klar 23 november"
    await house.person("dina").close(all_views=True)
    assert await typed(house, "dina", "/lofte brister") == "Inga brister väntar på att bli klara."


@pytest.mark.usefixtures("walk")
async def test_what_the_coordinator_has_settled_stays_when_the_report_is_changed(house: House) -> None:
    await reported(house)
    await house.person("bo").close()
    await typed(house, "dina", "/lofte brister")
    await pressed(house, "dina", "Visa bristerna")
    await pressed(house, "dina", "Ändra")
    await submitted(house, "dina", state="accepted")
    await typed(house, "bo", "/lofte mina rapporter")
    await pressed(house, "bo", "Ändra")
    await submitted(house, "bo", m_deltagare="18")
    assert await kept(house) == [("belysning", "gångtunneln vid Storgatan 5")]


@pytest.mark.usefixtures("walk")
async def test_a_report_that_was_taken_back_leaves_nothing(house: House) -> None:
    await reported(house)
    await house.person("bo").close()

    def taken_back(session: Session) -> None:
        dina = people.actor(session, DINA.team_id, DINA.user_id, house.clock.now())
        outcomes.undo(session, dina, session.exec(select(Outcome.id)).one(), house.clock.now())

    await house.bot.db.write(taken_back)
    assert await typed(house, "dina", "/lofte brister") == "Inga brister väntar på att bli klara."
