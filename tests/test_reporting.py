"""A report in one line: what is typed, and what the person then sees."""

import pytest

from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned, scene
from tests.seen import heard, pressed, typed, wrote

CHECK = "trafikkontroll 45 fordon 2 rattfylla lugnt"
RECEIPT = """\
*Sparat: trafikkontroll i dag, måndag 23 november kl. 7–8, E4 Sörberge, Timrå*
Fordon: 45 · Misstänkt rattfylleri: 2 · Anteckning: ”lugnt”
1 kontroll i år. Inget antal är bestämt.
Rapport TIM-2026-0001. Finns kvar under Mina rapporter.
[Ändra] [Ångra]"""
WHICH = """\
*Vilken trafikkontroll menar du?*
Fordon: 45 · Misstänkt rattfylleri: 2 · Anteckning: ”lugnt”
Inget är sparat än. Välj, så sparar jag det du skrev.
[Mån 23 nov, E4 Sörberge, Timrå] [Sön 22 nov, E4 Sörberge, Timrå] [En som inte var planerad] [Spara inte]"""


async def check_this_morning(house: House) -> int:
    """Over an hour ago; gives the activity."""
    check = await agreed(house, "trafikkontroll", {"anna": LEAD}, place="E4 Sörberge")
    await planned(house, check, stockholm(23, 7), stockholm(23, 8))
    return check


async def two_checks(house: House) -> None:
    check = await check_this_morning(house)
    await planned(house, check, stockholm(22, 22), stockholm(22, 23))


@pytest.mark.parametrize("command", ["/lofte rapport", "/lofte", "/trygg"])
async def test_a_command_with_a_line_is_saved(house: House, command: str) -> None:
    await check_this_morning(house)
    assert await typed(house, "anna", f"{command} {CHECK}") == RECEIPT


@pytest.mark.parametrize("line", [CHECK, f"Rapport {CHECK}"])
async def test_the_same_line_works_in_a_direct_message(house: House, line: str) -> None:
    await check_this_morning(house)
    assert await wrote(house, "anna", line) == RECEIPT


async def test_the_receipt_of_a_command_is_for_the_one_who_typed(house: House) -> None:
    await check_this_morning(house)
    await typed(house, "anna", f"/lofte {CHECK}", "trygghet-hofors")
    assert house.person("hugo").sees("trygghet-hofors") == []


async def test_the_notification_says_what_the_receipt_says_but_not_where_a_check_was(house: House) -> None:
    await check_this_morning(house)
    await wrote(house, "anna", CHECK)
    text, _, _ = RECEIPT.replace("*", "").replace(" kl. 7–8, E4 Sörberge, Timrå", "").rpartition("\n")
    assert [message.text for message in heard(house.person("anna"))] == [text]


async def test_of_two_candidates_it_asks_which(house: House) -> None:
    await two_checks(house)
    assert await wrote(house, "anna", CHECK) == WHICH


async def test_one_tap_on_a_candidate_saves_the_line(house: House) -> None:
    await two_checks(house)
    await typed(house, "anna", f"/lofte {CHECK}")
    assert await pressed(house, "anna", "Mån 23 nov, E4 Sörberge, Timrå") == RECEIPT


async def test_the_answer_may_be_that_it_was_not_planned(house: House) -> None:
    await two_checks(house)
    await wrote(house, "anna", CHECK)
    assert await pressed(house, "anna", "En som inte var planerad") == RECEIPT.replace(
        " kl. 7–8, E4 Sörberge", ", inte planerad"
    )


async def test_nothing_is_saved_for_who_chooses_not_to(house: House) -> None:
    await two_checks(house)
    await wrote(house, "anna", CHECK)
    said = f"Inget är sparat. Du skrev: ”{CHECK}”. Kopiera raden om du vill ha den kvar."
    assert await pressed(house, "anna", "Spara inte") == said


async def test_what_is_just_over_is_meant_rather_than_last_weeks(house: House) -> None:
    check = await check_this_morning(house)
    await planned(house, check, stockholm(16, 22), stockholm(16, 23))
    assert await wrote(house, "anna", CHECK) == RECEIPT


async def test_what_nobody_planned_is_saved_under_its_activity(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD})
    assert (
        await wrote(house, "anna", "ute resecentrum 2 timmar 14 samtal")
        == """\
*Sparat: fotpatrullering i dag, måndag 23 november, inte planerad, resecentrum, Timrå*
Timmar: 2 · Samtal: 14 · Plats: resecentrum
1 pass i år. Inget antal är bestämt.
Rapport TIM-2026-0001. Finns kvar under Mina rapporter.
[Ändra] [Ångra]"""
    )


async def test_of_two_activities_that_fit_it_asks_which(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD}, title="Vid skolorna")
    await agreed(house, "trafikkontroll", {"anna": LEAD}, title="Längs E4", town="Hofors")
    assert (
        await wrote(house, "anna", "trafikkontroll 45 fordon")
        == """\
*Vad gällde trafikkontrollen?*
Fordon: 45
Inget är sparat än. Välj, så sparar jag det du skrev.
[Hofors: Längs E4] [Timrå: Vid skolorna] [Spara inte]"""
    )


async def test_one_tap_on_an_activity_saves_the_line(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD}, title="Vid skolorna")
    await agreed(house, "trafikkontroll", {"anna": LEAD}, title="Längs E4", town="Hofors")
    await wrote(house, "anna", "trafikkontroll 45 fordon")
    receipt = await pressed(house, "anna", "Hofors: Längs E4")
    assert "Rapport HOF-2026-0001. Finns kvar under Mina rapporter." in receipt


async def test_the_title_of_an_activity_is_as_good_as_its_kind(house: House) -> None:
    await agreed(house, "informationsinsats", {"finn": LEAD}, title="Sprida Huskurage")
    assert (
        await wrote(house, "finn", "huskurage 3 föreningar")
        == """\
*Sparat: informationsinsats i dag, måndag 23 november, inte planerad, Timrå*
Föreningar: 3
1 träff i år. Inget antal är bestämt.
Rapport TIM-2026-0001. Finns kvar under Mina rapporter.
[Ändra] [Ångra]"""
    )


async def test_three_checks_in_a_line_count_three(house: House) -> None:
    await check_this_morning(house)
    receipt = await wrote(house, "anna", "3 kontroller 90 fordon")
    assert receipt.splitlines()[1:3] == ["Kontroller: 3 · Fordon: 90", "3 kontroller i år. Inget antal är bestämt."]


async def test_a_line_can_say_that_it_was_not_done(house: House) -> None:
    await check_this_morning(house)
    receipt = await wrote(house, "anna", "trafikkontroll blev inte av, väder")
    assert receipt.splitlines()[1:3] == ["Blev inte av · Orsak: väder", "0 kontroller i år. Inget antal är bestämt."]


async def test_a_bare_answer_is_about_what_was_asked(house: House) -> None:
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(23, 6), stockholm(23, 8))
    receipt = await wrote(house, "anna", "2 timmar, 12 samtal, lugnt")
    assert receipt.splitlines()[1] == "Timmar: 2 · Samtal: 12 · Anteckning: ”lugnt”"


async def test_report_alone_shows_what_waits(house: House) -> None:
    await check_this_morning(house)
    assert (
        await typed(house, "anna", "/lofte rapport")
        == """\
*Vad vill du rapportera?*
Trafikkontroll i dag, måndag 23 november kl. 7–8, E4 Sörberge, Timrå
[Rapportera]
Något annat? Skriv en rad, till exempel: trafikkontroll 45 fordon 2 rattfylla"""
    )


async def test_report_alone_says_that_nothing_waits(house: House) -> None:
    """With a line that this person can send as it stands."""
    await agreed(house, "dialog", {"bo": LEAD})
    line = "dialog 2 timmar, 12 deltagare"
    nothing = "Du har inget som väntar på rapport. Skriv en rad om något som inte var planerat"
    assert await typed(house, "bo", "/lofte rapport") == f"{nothing}: {line}"
    assert (await wrote(house, "bo", line)).startswith("*Sparat: dialog")


async def test_who_can_report_nothing_is_told_who_can_change_it(house: House) -> None:
    nothing = "Du är inte med på något som rapporteras just nu. Samordnaren kan lägga till dig."
    assert await typed(house, "cia", "/lofte rapport") == nothing


async def test_the_message_in_a_channel_is_answered_directly(house: House) -> None:
    await check_this_morning(house)
    await house.person("anna").write("trygghet-timra", f"<@U0LOFTE> {CHECK}")
    await house.settled()
    assert [message.channel for message in heard(house.person("anna"))] == [house.person("anna").dm.id]
