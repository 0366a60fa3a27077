"""Lines that are not saved: what the person sees instead, and that nothing is left of what must not be kept."""

import pytest

from bot.sandbox.house import House
from tests.databases import on_one_database
from tests.factories import stockholm
from tests.saved import everything_saved
from tests.scenes import LEAD, agreed, planned, scene
from tests.seen import pressed, submitted, typed, wrote

HELD_BACK = "Texten ser ut att innehålla {what}. Jag har inte sparat något. Ta bort {it} och skicka igen."
NOT_UNDERSTOOD = """\
*Jag förstod inte ”hej på dig”, så inget är sparat.*
Det här kan du göra:
*Rapportera:* skriv en rad till mig, som du skulle säga den:
trafikkontroll 45 fordon 2 rattfylla
Överallt i Slack går det också med `/lofte rapport trafikkontroll 45 fordon` (utan prickar).
*Dina tillfällen och rapporter:* `/lofte` eller min startsida, och det som är äldre med `/lofte efterhand`
*Hur det går:* `/lofte läget`, som diagram med `/lofte diagram`, \
i din måndagslista med `/lofte läget varje måndag`, \
året månad för månad med `/lofte årshjul`, brister med `/lofte brister`, \
vem som ansvarar med `/lofte vem ansvarar`
*Punkten till rådets möte:* `/lofte rådet`
*När jag hör av mig, när du är borta, och din kalender:* `/lofte inställningar` och `/lofte kalender`
Skriv antal. Aldrig namn, personnummer, telefon eller registreringsnummer.
[Rapportera] [Mina tillfällen] [Läget]"""


async def check(house: House) -> None:
    await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(23, 7), stockholm(23, 8), place="E4 Sörberge")


@on_one_database
@pytest.mark.parametrize(
    ("private", "what", "it"),
    [
        ("19121212-1212", "ett personnummer", "numret"),
        ("070-174 06 05", "ett telefonnummer", "numret"),
        ("ingen@example.com", "en e-postadress", "adressen"),
        ("ABC 123", "ett registreringsnummer", "numret"),
        ("Storgatan 5", "en gatuadress", "adressen"),
    ],
)
async def test_a_line_about_a_private_person_is_held_back(house: House, private: str, what: str, it: str) -> None:
    await check(house)
    said = await wrote(house, "anna", f"hej, ring {private}")
    assert said == f"{HELD_BACK.format(what=what, it=it)} Ta också bort ditt eget meddelande."


async def test_a_note_that_is_too_long_is_not_cut_but_given_back(house: House) -> None:
    await check(house)
    line = f"trafikkontroll 45 fordon {'lugnt ' * 60}slut"
    said = await wrote(house, "anna", line)
    assert said == (
        "Anteckningen är 364 tecken, och högst 300 får plats. Korta den och skicka igen. Inget är sparat än.\n"
        f"Du skrev: ”{line}”"
    )


@pytest.mark.parametrize("how", ["/lofte rapport", "/trygg"])
async def test_a_command_about_a_private_person_is_held_back(house: House, how: str) -> None:
    await check(house)
    said = await typed(house, "anna", f"{how} hej 19121212-1212")
    assert said == HELD_BACK.format(what="ett personnummer", it="numret")


async def test_nothing_of_what_was_held_back_is_kept(house: House) -> None:
    await check(house)
    await wrote(house, "anna", "trafikkontroll 45 fordon, talade med 19121212-1212")
    await typed(house, "anna", "/lofte rapport trafikkontroll 46 fordon 19121212-1212")
    assert "1212-1212" not in await everything_saved(house)


async def test_a_question_which_does_not_keep_what_is_held_back(house: House) -> None:
    activity = await agreed(house, "trafikkontroll", {"anna": LEAD})
    await planned(house, activity, stockholm(22, 20), stockholm(22, 21))
    await planned(house, activity, stockholm(22, 22), stockholm(22, 23))
    await wrote(house, "anna", "trafikkontroll 45 fordon, 19121212-1212")
    assert "1212-1212" not in await everything_saved(house)


async def test_a_number_that_counts_nothing_is_asked_about(house: House) -> None:
    await check(house)
    assert (
        await wrote(house, "anna", "trafikkontroll 45 lugnt")
        == """\
Jag förstår inte ”45 lugnt”. Skriv vad du räknade, till exempel ”45 fordon”. Inget är sparat än.
Du skrev: ”trafikkontroll 45 lugnt”"""
    )


async def test_what_was_moved_ahead_is_not_reported_before_it_begins(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(23, 8), stockholm(23, 10))
    await typed(house, "bo", "/lofte")
    await pressed(house, "bo", "Flytta")
    await submitted(house, "bo", day="2026-11-24", starts="18:00", ends="20:00")
    await house.person("bo").close()
    assert (
        await pressed(house, "bo", "Rapportera")
        == "Trygghetsvandringen börjar i morgon, tisdag 24 november kl. 18, så den går inte att rapportera än. "
        "Rapportera när den har börjat."
    )


async def test_a_word_that_nobody_knows_gets_help(house: House) -> None:
    assert await typed(house, "anna", "/lofte hej på dig") == NOT_UNDERSTOOD


async def test_small_talk_in_a_direct_message_gets_help(house: House) -> None:
    assert await wrote(house, "anna", "hej på dig") == NOT_UNDERSTOOD


async def test_a_kind_that_is_in_no_agreement_is_told(house: House) -> None:
    assert (
        await wrote(house, "bo", "trygghetsvandring 17 deltagare")
        == """\
Jag hittar ingen trygghetsvandring som du är med på, så inget är sparat. Samordnaren kan lägga till dig.
Du skrev: ”trygghetsvandring 17 deltagare”"""
    )


async def test_signs_that_mean_something_to_slack_come_back_as_typed(house: House) -> None:
    await check(house)
    receipt = await wrote(house, "anna", "trafikkontroll 45 fordon snö & <is> ute")
    assert "Anteckning: ”snö &amp; &lt;is&gt; ute”" in receipt


async def test_a_line_is_saved_once_however_often_its_button_is_pressed(house: House) -> None:
    activity = await agreed(house, "trafikkontroll", {"anna": LEAD})
    await planned(house, activity, stockholm(22, 20), stockholm(22, 21))
    await planned(house, activity, stockholm(22, 22), stockholm(22, 23))
    await wrote(house, "anna", "trafikkontroll 45 fordon")
    anna = house.person("anna")
    question = anna.last()
    assert question
    for _ in range(2):
        await anna.press(question, "outcome_pick_unplanned")
    await house.settled()
    assert "Rapport TIM-2026-0001" in question.text
    assert (anna.last() or question).text.startswith("Frågan är redan besvarad eller för gammal.")
