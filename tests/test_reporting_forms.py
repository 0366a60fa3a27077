"""The form of a report: what it asks, what it refuses, and what it becomes."""

import pytest
from sqlmodel import Session, col, select

from bot.sandbox.house import House
from storage.models import Outcome
from tests.factories import stockholm
from tests.scenes import LEAD, WITH, scene
from tests.seen import pressed, submitted, typed, wrote

FORM = """\
*Fotpatrullering i dag, måndag 23 november kl. 6–8, Timrå centrum*
Hur gick det: Genomförd
Timmar:
Samtal:
Platser:
Orsak:
Anteckning:"""
SAVED = """\
*Fotpatrullering i dag, måndag 23 november kl. 6–8, Timrå centrum*
Timmar: 2 · Samtal: 14
1 pass i år. Inget antal är bestämt.
Rapport TIM-2026-0001. Finns kvar under Mina rapporter."""
REASON = """\
*Fotpatrullering i dag, måndag 23 november kl. 6–8, Timrå centrum*
Blev inte av. Varför?
Orsak:
Anteckning:"""


@pytest.fixture
async def patrol(house: House) -> int:
    cast = {"anna": LEAD, "bo": WITH}
    return await scene(house, "fotpatrullering", cast, stockholm(23, 6), stockholm(23, 8), place="Timrå centrum")


async def opened(house: House, key: str = "anna") -> str:
    await typed(house, key, "/lofte rapport")
    return await pressed(house, key, "Rapportera")


async def versions(house: House) -> list[tuple[int, bool, bool]]:
    """Each version of the report: its number, whether it counts, whether it was taken back."""

    def all_of_them(session: Session) -> list[tuple[int, bool, bool]]:
        rows = session.exec(select(Outcome).order_by(col(Outcome.id)))
        return [(row.version, row.current, row.withdrawn_at is not None) for row in rows]

    return await house.bot.db.read(all_of_them)


@pytest.mark.usefixtures("patrol")
async def test_the_form_asks_what_its_kind_counts(house: House) -> None:
    assert await opened(house) == FORM


@pytest.mark.usefixtures("patrol")
async def test_the_form_becomes_a_receipt(house: House) -> None:
    await opened(house)
    assert await submitted(house, "anna", m_timmar="2", m_samtal="14") == SAVED


@pytest.mark.usefixtures("patrol")
async def test_a_number_with_letters_is_marked_and_the_rest_is_kept(house: House) -> None:
    await opened(house)
    form = await submitted(house, "anna", m_timmar="två", note="vid skolan")
    assert form == FORM.replace("Timmar:", "Timmar: två ← Ange ett tal.").replace(
        "Anteckning:", "Anteckning: vid skolan"
    )


@pytest.mark.usefixtures("patrol")
async def test_what_was_marked_can_be_mended_and_saved(house: House) -> None:
    await opened(house)
    await submitted(house, "anna", m_timmar="två", m_samtal="14")
    assert await submitted(house, "anna", m_timmar="2") == SAVED


@pytest.mark.usefixtures("patrol")
async def test_an_impossible_number_is_marked(house: House) -> None:
    await opened(house)
    form = await submitted(house, "anna", m_samtal="2000000")
    assert "Samtal: 2000000 ← Skriv ett antal mellan 0 och 1 000 000, bara siffror." in form


@pytest.mark.usefixtures("patrol")
async def test_what_was_not_done_needs_a_reason(house: House) -> None:
    await opened(house)
    form = await submitted(house, "anna", status="not_done")
    assert "Orsak: ← Välj en orsak till att det inte blev av." in form


@pytest.mark.usefixtures("patrol")
async def test_a_note_about_a_private_person_is_offered_without_it(house: House) -> None:
    await opened(house)
    form = await submitted(house, "anna", m_timmar="2", note="talade med 19121212-1212")
    assert form == FORM.replace("Timmar:", "Timmar: 2").replace(
        "Anteckning:",
        "Texten ser ut att innehålla ett personnummer. Jag har inte sparat något. "
        "I anteckningen här under är det borttaget: spara så, eller ändra.\nAnteckning: talade med …",
    )


@pytest.mark.usefixtures("patrol")
async def test_the_note_that_was_offered_is_saved_with_the_numbers(house: House) -> None:
    await opened(house)
    await submitted(house, "anna", m_timmar="2", note="talade med 19121212-1212")
    assert "Timmar: 2 · Anteckning: ”talade med …”" in await submitted(house, "anna")


@pytest.mark.usefixtures("patrol")
async def test_a_note_that_is_held_back_again_is_offered_again(house: House) -> None:
    await opened(house)
    await submitted(house, "anna", note="talade med 19121212-1212")
    form = await submitted(house, "anna", Anteckning="ring 070-174 06 05")
    assert form.endswith("Anteckning: ring …")


@pytest.mark.usefixtures("patrol")
async def test_why_it_was_not_done_names_nobody(house: House) -> None:
    await typed(house, "anna", "/lofte")
    await pressed(house, "anna", "Blev inte av")
    assert (await submitted(house, "anna", reason="other", note="mejla ingen@example.com")).endswith("mejla …")
    assert "Anteckning: ”mejla …”" in await submitted(house, "anna")


@pytest.mark.usefixtures("patrol")
async def test_nothing_of_a_note_that_was_held_back_is_saved(house: House) -> None:
    await opened(house)
    await submitted(house, "anna", note="talade med 19121212-1212")
    assert await versions(house) == []


@pytest.mark.usefixtures("patrol")
async def test_not_done_asks_only_why(house: House) -> None:
    await typed(house, "anna", "/lofte")
    assert await pressed(house, "anna", "Blev inte av") == REASON


@pytest.mark.usefixtures("patrol")
async def test_not_done_is_saved_with_its_reason(house: House) -> None:
    await typed(house, "anna", "/lofte")
    await pressed(house, "anna", "Blev inte av")
    receipt = await submitted(house, "anna", reason="staff")
    assert receipt == SAVED.replace("Timmar: 2 · Samtal: 14\n1", "Blev inte av · Orsak: personal\n0")


@pytest.mark.usefixtures("patrol")
async def test_a_changed_report_keeps_its_number(house: House) -> None:
    await wrote(house, "anna", "ute 1 timme 14 samtal")
    await pressed(house, "anna", "Ändra")
    assert await submitted(house, "anna", m_timmar="2") == SAVED


@pytest.mark.usefixtures("patrol")
async def test_the_form_of_a_change_shows_what_was_saved(house: House) -> None:
    await wrote(house, "anna", "ute 2 timmar 14 samtal lugnt")
    form = FORM.replace("Timmar:", "Timmar: 2").replace("Samtal:", "Samtal: 14")
    assert await pressed(house, "anna", "Ändra") == form.replace("Anteckning:", "Anteckning: lugnt")


@pytest.mark.usefixtures("patrol")
async def test_the_old_version_is_kept(house: House) -> None:
    await wrote(house, "anna", "ute 1 timme 14 samtal")
    await pressed(house, "anna", "Ändra")
    await submitted(house, "anna", m_timmar="2")
    assert await versions(house) == [(1, False, False), (2, True, False)]


@pytest.mark.usefixtures("patrol")
async def test_a_report_is_taken_back(house: House) -> None:
    await wrote(house, "anna", "ute 2 timmar")
    assert (
        await pressed(house, "anna", "Ångra")
        == """\
Ångrat: rapporten om fotpatrullen i dag, måndag 23 november kl. 6–8, Timrå centrum räknas inte längre. \
Den finns kvar i historiken.
[Rapportera]"""
    )


@pytest.mark.usefixtures("patrol")
async def test_a_report_that_was_taken_back_is_kept(house: House) -> None:
    await wrote(house, "anna", "ute 2 timmar")
    await pressed(house, "anna", "Ångra")
    assert await versions(house) == [(1, False, True)]


@pytest.mark.usefixtures("patrol")
async def test_a_changed_report_is_taken_back_from_its_first_receipt(house: House) -> None:
    await wrote(house, "anna", "ute 1 timme")
    await pressed(house, "anna", "Ändra")
    await submitted(house, "anna", m_timmar="2")
    await house.person("anna").close()
    assert (await pressed(house, "anna", "Ångra")).startswith("Ångrat: rapporten om fotpatrullen")


@pytest.mark.usefixtures("patrol")
async def test_whoever_is_second_sees_what_the_first_reported(house: House) -> None:
    await typed(house, "bo", "/lofte rapport")
    await wrote(house, "anna", "ute 2 timmar")
    assert (
        await pressed(house, "bo", "Rapportera")
        == """\
*Fotpatrullering i dag, måndag 23 november kl. 6–8, Timrå centrum*
<@U0ANNA> har redan rapporterat: Timmar: 2
Rapport TIM-2026-0001. Inget räknas två gånger.
[Lägg till mitt]"""
    )


@pytest.mark.usefixtures("patrol")
async def test_a_form_that_was_open_when_a_colleague_reported_is_refused(house: House) -> None:
    await opened(house, "bo")
    await wrote(house, "anna", "ute 2 timmar")
    form = await submitted(house, "bo", m_timmar="3")
    assert "← En kollega har redan rapporterat det här som TIM-2026-0001. Inget räknas två gånger." in form
