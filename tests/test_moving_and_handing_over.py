"""Moving, cancelling and handing over, as each of those concerned sees it."""

import pytest

from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import reminded_of_a_walk
from tests.seen import heard, pressed, shown, submitted, wrote

WALK = "trygghetsvandring i morgon, tisdag 24 november kl. 18–20, Timrå centrum"
FACT = "I morgon, tisdag 24 november kl. 18–20: trygghetsvandring, Timrå centrum"
LATER = "trygghetsvandring onsdag 25 november kl. 18–20, Timrå centrum"


@pytest.fixture
async def reminded(house: House) -> House:
    return await reminded_of_a_walk(house)


async def moved(house: House) -> str:
    await pressed(house, "bo", "Flytta")
    return await submitted(house, "bo", day="2026-11-25")


async def asked(house: House, colleague: str) -> str:
    await pressed(house, "bo", "Kan inte – lämna över")
    form = await submitted(house, "bo", colleague=colleague)
    if not house.person("bo").modal_errors:
        await house.person("bo").close()
    return form


async def test_the_form_shows_when_and_where_it_is_now(reminded: House) -> None:
    assert (
        await pressed(reminded, "bo", "Flytta")
        == f"""\
*{FACT}*
<@U0ANNA> och <@U0HUGO> får veta det.
Dag: 2026-11-24
Börjar: 18:00
Slutar: 20:00
Plats: Timrå centrum"""
    )


async def test_who_moved_it_gets_a_receipt(reminded: House) -> None:
    assert await moved(reminded) == f"*Flyttat: {LATER}*\n<@U0ANNA> och <@U0HUGO> får veta det."


async def test_the_others_are_told_of_the_move(reminded: House) -> None:
    await moved(reminded)
    assert (
        shown(heard(reminded.person("anna"))[-1])
        == f"""\
*Flyttat: {LATER}*
Förut: i kväll, måndag 23 november. <@U0BO> flyttade trygghetsvandringen.
[Kan inte – lämna över] [Flytta] [Kalenderfil]""".replace(
            "i kväll, måndag 23 november", WALK.removeprefix("trygghetsvandring ")
        )
    )


async def test_the_reminder_of_what_was_moved_says_so(reminded: House) -> None:
    await moved(reminded)
    assert shown(heard(reminded.person("bo"))[0]) == f"*Flyttat: {LATER}*\nSå gäller det nu."


async def test_what_was_moved_is_reminded_of_anew(reminded: House) -> None:
    await moved(reminded)
    await reminded.wind("day")
    assert shown(heard(reminded.person("bo"))[-1]).startswith(f"*{FACT.replace('tisdag 24', 'onsdag 25')}*")


async def test_a_time_that_has_been_is_marked(reminded: House) -> None:
    await pressed(reminded, "bo", "Flytta")
    form = await submitted(reminded, "bo", day="2026-11-20")
    assert "Dag: 2026-11-20 ← Tiden har redan varit. Välj en senare tid." in form


async def test_who_cancelled_it_gets_a_receipt(reminded: House) -> None:
    await pressed(reminded, "bo", "Ställ in")
    assert (
        await submitted(reminded, "bo", reason="weather")
        == f"""\
*Inställt: {WALK}*
Anledning: väder. Inga fler påminnelser kommer.
<@U0ANNA> och <@U0HUGO> får veta det."""
    )


async def test_the_others_are_told_that_it_is_cancelled(reminded: House) -> None:
    await pressed(reminded, "bo", "Ställ in")
    await submitted(reminded, "bo", reason="staff", detail="två är sjuka")
    assert (
        shown(heard(reminded.person("anna"))[-1])
        == f"""\
*Inställt: {WALK}*
Anledning: personal: två är sjuka. <@U0BO> ställde in trygghetsvandringen. Inga fler påminnelser kommer.
[Kalenderfil]"""
    )


async def test_a_reminder_from_before_it_was_cancelled_is_refused(reminded: House) -> None:
    old = heard(reminded.person("anna"))[-1]
    await pressed(reminded, "anna", "Flytta", old)
    await pressed(reminded, "bo", "Ställ in")
    await submitted(reminded, "bo", reason="weather")
    form = await submitted(reminded, "anna", day="2026-11-25")
    assert "Dag: 2026-11-25 ← Tillfället är redan inställt, så inget är ändrat." in form


async def test_who_hands_over_sees_that_the_question_is_asked(reminded: House) -> None:
    assert (
        await asked(reminded, "U0DINA")
        == f"""\
*<@U0DINA> har fått frågan.*
{FACT}
Du är med tills kollegan har sagt ja. Du får veta vad svaret blev.
[Ta tillbaka frågan]"""
    )


async def test_the_colleague_is_asked(reminded: House) -> None:
    await asked(reminded, "U0DINA")
    assert (
        shown(heard(reminded.person("dina"))[-1])
        == f"""\
*Kan du ta över? {FACT}*
<@U0BO> kan inte, och är med tills du har sagt ja.
[Ja, jag tar den] [Nej, jag kan inte]"""
    )


async def test_what_the_giver_writes_is_shown_as_it_was_written(reminded: House) -> None:
    await pressed(reminded, "bo", "Kan inte – lämna över")
    await submitted(reminded, "bo", colleague="U0DINA", note="*snälla* _du_")
    block = heard(reminded.person("dina"))[-1].blocks[2]
    assert block["text"] == {"type": "plain_text", "text": "”*snälla* _du_”", "emoji": False}


async def test_a_colleague_who_accepts_sees_who_is_in_it(reminded: House) -> None:
    await asked(reminded, "U0DINA")
    assert (
        await pressed(reminded, "dina", "Ja, jag tar den")
        == f"""\
*Du tar över. {FACT}*
Leder: <@U0DINA> · Medverkande: <@U0ANNA> · Ersättare: <@U0HUGO>"""
    )


async def test_who_handed_over_is_told_that_it_was_accepted(reminded: House) -> None:
    await asked(reminded, "U0DINA")
    await pressed(reminded, "dina", "Ja, jag tar den")
    assert [shown(message) for message in heard(reminded.person("bo"))] == [
        f"*Överlämnat: {WALK}*\n<@U0DINA> tar det i stället för dig.",
        f"*<@U0DINA> tar över: {WALK}*\nDu är inte längre med.",
    ]


async def test_reminders_go_to_who_took_over(reminded: House) -> None:
    await asked(reminded, "U0DINA")
    await pressed(reminded, "dina", "Ja, jag tar den")
    before = len(heard(reminded.person("bo")))
    reminded.clock.wind_to(stockholm(24, 20))
    await reminded.settled()
    assert shown(heard(reminded.person("dina"))[-1]).startswith("*Hur gick trygghetsvandringen")
    assert len(heard(reminded.person("bo"))) == before


async def test_the_substitute_can_take_over(reminded: House) -> None:
    await asked(reminded, "U0HUGO")
    assert (
        await pressed(reminded, "hugo", "Ja, jag tar den")
        == f"*Du tar över. {FACT}*\nLeder: <@U0HUGO> · Medverkande: <@U0ANNA>"
    )


async def test_a_colleague_who_is_with_already_leads_after_yes(reminded: House) -> None:
    await asked(reminded, "U0ANNA")
    assert (
        await pressed(reminded, "anna", "Ja, jag tar den")
        == f"*Du tar över. {FACT}*\nLeder: <@U0ANNA> · Ersättare: <@U0HUGO>"
    )
    reminded.clock.wind_to(stockholm(24, 20))
    await reminded.settled()
    assert shown(heard(reminded.person("anna"))[-1]).startswith("*Hur gick trygghetsvandringen")


async def test_a_colleague_who_declines_sees_that_nothing_changed(reminded: House) -> None:
    await asked(reminded, "U0DINA")
    assert (
        await pressed(reminded, "dina", "Nej, jag kan inte")
        == f"*Du har sagt nej: {WALK}*\n<@U0BO> är fortfarande med och får veta det."
    )


async def test_who_asked_is_told_that_it_was_declined(reminded: House) -> None:
    await asked(reminded, "U0DINA")
    await pressed(reminded, "dina", "Nej, jag kan inte")
    assert (
        shown(heard(reminded.person("bo"))[-1])
        == f"*<@U0DINA> kan inte ta över. {FACT}*\nDu är fortfarande med.\n[Fråga någon annan]"
    )


async def test_a_question_that_was_taken_back_says_so(reminded: House) -> None:
    await pressed(reminded, "bo", "Kan inte – lämna över")
    await submitted(reminded, "bo", colleague="U0DINA")
    await pressed(reminded, "bo", "Ta tillbaka frågan", reminded.person("bo").modal)
    assert (
        shown(heard(reminded.person("dina"))[-1])
        == f"*Frågan gäller inte längre: {WALK}*\n<@U0BO> har tagit tillbaka den. Du behöver inte svara."
    )


async def test_a_question_about_what_was_reported_says_so(reminded: House) -> None:
    await asked(reminded, "U0DINA")
    reminded.clock.wind_to(stockholm(24, 19))
    await wrote(reminded, "bo", "trygghetsvandring 17 deltagare")
    assert [shown(message) for message in heard(reminded.person("dina"))] == [
        "*Frågan om att ta över gäller inte längre: trygghetsvandring*\n"
        "Tillfället är rapporterat. Du behöver inte svara."
    ]


@pytest.mark.parametrize(
    ("colleague", "problem"),
    [
        ("U0BO", "Välj någon annan än dig själv."),
        (
            "U0EVA",
            "Den personen kan inte ta över här: det kan bara de som ansvarar för aktiviteten eller rapporterar i "
            "kommunen. Välj någon annan.",
        ),
        ("U0FINN", "Den personen hör till en annan organisation och kan inte ta över här."),
        ("U0GRETA", "Jag känner inte den personen än. Välj någon annan, eller be samordnaren lägga till personen."),
    ],
)
async def test_a_colleague_who_cannot_be_asked_is_marked(reminded: House, colleague: str, problem: str) -> None:
    assert f"Vem frågar du: {colleague} ← {problem}" in await asked(reminded, colleague)
