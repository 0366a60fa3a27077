"""People the bot does not know, people of other organisations, and what a role does not cover."""

import pytest

from bot.sandbox.house import House
from tests.databases import on_one_database
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, scene
from tests.seen import heard, pressed, shown, submitted, typed, wrote

UNKNOWN = """\
*Jag känner inte igen dig än, så jag har inte sparat något.*
{wrote}Samordnaren lägger till dem som ska vara med. Vill du att jag frågar?
Samordnaren ser då ditt namn i Slack, men inte det du skrev.
[Lägg till mig] [Vad är det här?]"""
ABOUT = """\
Jag håller reda på medborgarlöften: vad polisen, kommunen och andra har lovat invånarna att göra.
Jag påminner dem som ska vara med och tar emot korta rapporter om vad som blev gjort.
Jag sparar antal, aldrig uppgifter om privatpersoner.
[Lägg till mig]"""
WITH_LINE = UNKNOWN.format(wrote="Du skrev: ”trafikkontroll 45 fordon”. Kopiera raden om du vill ha den kvar.\n")


@pytest.mark.parametrize("command", ["/lofte", "/trygg"])
async def test_somebody_unknown_gets_the_typed_line_back(house: House, command: str) -> None:
    assert await typed(house, "greta", f"{command} trafikkontroll 45 fordon") == WITH_LINE


async def test_somebody_unknown_gets_a_written_line_back(house: House) -> None:
    assert await wrote(house, "greta", "trafikkontroll 45 fordon") == WITH_LINE


@on_one_database
@pytest.mark.parametrize("line", ["/lofte", "/lofte läget", "/lofte plan"])
async def test_nothing_is_given_away_to_somebody_unknown(house: House, line: str) -> None:
    assert await typed(house, "greta", line) == UNKNOWN.format(wrote="")


async def test_somebody_unknown_can_ask_what_this_is(house: House) -> None:
    await wrote(house, "greta", "hej")
    assert await pressed(house, "greta", "Vad är det här?") == ABOUT


async def test_help_tells_somebody_unknown_what_this_is(house: House) -> None:
    assert await wrote(house, "greta", "hjälp") == ABOUT


async def test_the_coordinator_gets_the_request(house: House) -> None:
    await wrote(house, "greta", "hej")
    answer = await pressed(house, "greta", "Lägg till mig")
    assert answer == "Jag har frågat samordnaren om du kan bli tillagd. Du får svaret här av mig."
    assert (
        shown(heard(house.person("dina"))[-1])
        == """\
*<@U0GRETA> vill bli tillagd.*
Personen kan sedan få påminnelser och rapportera. Inget visas innan du lägger till.
[Lägg till] [Avslå]"""
    )


async def test_whoever_asks_again_is_told_to_wait(house: House) -> None:
    await wrote(house, "greta", "hej")
    await pressed(house, "greta", "Lägg till mig")
    await house.wind("day")
    await wrote(house, "greta", "hej")
    assert await pressed(house, "greta", "Lägg till mig") == (
        "Du bad om att bli tillagd i går, måndag 23 november. Samordnaren har inte svarat än. Du får svaret här av mig."
    )


async def added(house: House) -> str:
    await wrote(house, "greta", "hej")
    await pressed(house, "greta", "Lägg till mig")
    await pressed(house, "dina", "Lägg till")
    return await submitted(house, "dina", places="Timrå")


async def test_who_adds_somebody_gets_a_receipt(house: House) -> None:
    assert await added(house) == "*<@U0GRETA>*\nHandläggare i Timrå"


async def test_who_was_added_is_told_and_can_report(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    await added(house)
    assert (
        shown(heard(house.person("greta"))[-1])
        == """\
*<@U0DINA> har lagt till dig: handläggare i Timrå.*
Du bad om det i dag, måndag 23 november.
Du får påminnelser om de tillfällen som du ska vara med på, och rapporterar med en rad till mig här.
[Vad kan jag göra?] [Mina tillfällen] [Mina inställningar]"""
    )
    assert (await wrote(house, "greta", "trafikkontroll 45 fordon")).startswith("*Sparat: trafikkontroll")


async def test_slack_refuses_commands_of_another_organisation(house: House) -> None:
    assert await typed(house, "finn", "/lofte") == "`/lofte` is not a valid command"


async def test_somebody_of_another_organisation_reports_with_a_line(house: House) -> None:
    await agreed(house, "informationsinsats", {"finn": LEAD}, title="Sprida Huskurage")
    assert (await wrote(house, "finn", "huskurage 3 föreningar")).splitlines()[1] == "Föreningar: 3"


async def test_somebody_of_another_organisation_reports_with_buttons(house: House) -> None:
    await scene(house, "informationsinsats", {"finn": LEAD}, stockholm(23, 8), stockholm(23, 10))
    await house.wind("hour")
    await pressed(house, "finn", "Rapportera")
    receipt = await submitted(house, "finn", m_foreningar="3")
    assert receipt.splitlines()[1] == "Föreningar: 3"


@on_one_database
@pytest.mark.parametrize("line", ["vad kan du", "mina", "rapport"])
async def test_no_command_is_named_to_who_cannot_run_it(house: House, line: str) -> None:
    seen = await wrote(house, "finn", line)
    assert "/lofte" not in seen
    assert "/lofte" not in heard(house.person("finn"))[-1].text


async def test_help_for_somebody_of_another_organisation(house: House) -> None:
    assert (
        await wrote(house, "finn", "hjälp")
        == """\
*Rapportera:* tryck på knappen i påminnelsen, eller skriv en rad till mig här:
huskurage 3 föreningar
*När jag hör av mig, när du är borta, och din kalender:* skriv inställningar eller kalender till mig här
Skriv antal. Aldrig namn, personnummer eller adresser till privatpersoner.
[Rapportera] [Mina tillfällen]"""
    )


async def test_only_coordinators_plan(house: House) -> None:
    assert (
        await typed(house, "anna", "/lofte plan")
        == """\
Bara samordnaren planerar tillfällen, så inget är ändrat.
Fråga <@U0DINA>.
Dina egna tillfällen flyttar du och ställer in från påminnelsen."""
    )


async def test_chiefs_do_not_report(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    assert await wrote(house, "eva", "trafikkontroll 45 fordon") == (
        "Jag hittar ingen trafikkontroll som du är med på, så inget är sparat. Samordnaren kan lägga till dig.\n"
        "Du skrev: ”trafikkontroll 45 fordon”"
    )


async def test_whoever_was_handed_over_from_can_no_longer_move_it(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(24, 18), stockholm(24, 20))
    await typed(house, "bo", "/lofte")
    await pressed(house, "bo", "Kan inte – lämna över")
    await submitted(house, "bo", colleague="U0ANNA")
    await house.person("bo").close()
    await pressed(house, "anna", "Ja, jag tar den")
    refusal = "Bara de som ska vara med och samordnaren kan ändra tillfället. Inget är ändrat."
    assert await pressed(house, "bo", "Flytta") == refusal
