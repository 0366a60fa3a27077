import pytest
from playwright.async_api import expect

from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_bo_winds_the_clock_to_his_reminder_and_moves_the_walk(visit: Visit) -> None:
    await remind(visit)
    await visit.look("reminder")
    await visit.press("Flytta")
    await visit.fill("Dag", "2026-11-25")
    await visit.look("move")
    await visit.dialog.get_by_role("button", name="Flytta").click()
    await expect(visit.dialog).to_contain_text("Flyttat: trygghetsvandring onsdag 25 november kl. 18–20")
    await visit.press("Stäng")
    await visit.reads("Flyttat: trygghetsvandring onsdag 25 november kl. 18–20")


async def test_bo_reports_a_walk_after_a_wrong_number_was_marked_on_its_field(visit: Visit) -> None:
    await ask_about_the_walk(visit)
    await visit.press("Rapportera")
    await visit.fill("Deltagare", "många")
    await visit.press("Spara")
    field = visit.dialog.get_by_label("Deltagare")
    await expect(field).to_have_accessible_description("Ange ett tal.")
    await expect(field).to_have_value("många")
    await visit.look("wrong-number")
    await visit.audit()
    await field.fill("17")
    await visit.press("Spara")
    await expect(visit.dialog).to_contain_text("Deltagare: 17")
    await visit.press("Stäng")
    await visit.reads("Sparat: trygghetsvandring i går, tisdag 24 november", "Deltagare: 17")


async def test_bo_hands_a_walk_over_to_hugo(visit: Visit) -> None:
    await remind(visit)
    await visit.press("Kan inte – lämna över")
    await visit.dialog.get_by_label("Vem frågar du?").select_option("Hugo Ståhl")
    await visit.look("hand-over")
    await visit.press("Fråga")
    await visit.press("Stäng")
    await visit.be("hugo")
    await visit.reads("Kan du ta över? I morgon, tisdag 24 november kl. 18–20: trygghetsvandring")
    await visit.look("question")
    await visit.press("Ja, jag tar den")
    await visit.reads("Du tar över.")


async def remind(visit: Visit) -> None:
    await visit.be("bo")
    await visit.press("Till nästa påminnelse")
    await visit.reads("I morgon, tisdag 24 november kl. 18–20: trygghetsvandring, Hofors centrum")


async def ask_about_the_walk(visit: Visit) -> None:
    await visit.be("bo")
    await visit.press("+1 dag")
    await visit.press("+1 dag")
    await visit.reads("trygghetsvandring", "Rapportera")
