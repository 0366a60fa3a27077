"""What somebody writes to the bot that may be a report, and may be talk: talk is not saved."""

import pytest
from sqlmodel import Session, func, select

from bot.sandbox.house import House
from storage.models import Outcome
from tests.databases import on_one_database
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned, scene
from tests.seen import pressed, typed, wrote

PERHAPS = """\
*Är det här en rapport? Inget är sparat än.*
Du skrev: ”trafikkontroll vid E4”
[Ja, spara den] [Nej, spara inte]"""


@pytest.fixture
async def check(house: House) -> int:
    return await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(23, 7), stockholm(23, 8))


async def reports(house: House) -> int:
    def count(session: Session) -> int:
        return session.exec(select(func.count()).select_from(Outcome)).one()

    return await house.bot.db.read(count)


@on_one_database
@pytest.mark.usefixtures("check")
@pytest.mark.parametrize(
    "line",
    [
        "jag kan inte på trafikkontrollen imorgon",
        "kan du flytta trafikkontrollen till fredag?",
        "vem ska med på trafikkontrollen",
        "ställ in trafikkontrollen",
    ],
)
async def test_plans_are_no_report(house: House, line: str) -> None:
    said = (await wrote(house, "anna", line)).splitlines()
    assert said[:2] == [
        f"*Jag förstod inte ”{line}”, så inget är sparat.*",
        "Flytta, lämna över och ställa in gör du med knapparna under Mina tillfällen.",
    ]
    assert said[-1] == "[Rapportera] [Mina tillfällen] [Läget]"
    assert await reports(house) == 0


async def test_an_everyday_word_of_a_title_is_no_report(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD}, title="Trygga kvällar")
    said = await wrote(house, "anna", "hej, är det någon som vet vad vi gör med kvällar")
    assert said.startswith("*Jag förstod inte ”hej, är det någon som vet")
    assert await reports(house) == 0


@on_one_database
@pytest.mark.parametrize("line", ["kvällar 2 timmar", "mandelmassa gick bra", "sprida mandelmassa i dag"])
async def test_one_word_chooses_an_activity_only_with_a_figure(house: House, line: str) -> None:
    await agreed(house, "kampanj", {"anna": LEAD}, title="Sprida mandelmassa kvällar")
    await wrote(house, "anna", line)
    assert await reports(house) == 0


@pytest.mark.parametrize("line", ["mandelmassa 2 timmar", "Sprida mandelmassa"])
async def test_a_word_of_one_title_with_a_figure_or_the_whole_title_chooses_it(house: House, line: str) -> None:
    await agreed(house, "kampanj", {"anna": LEAD}, title="Sprida mandelmassa")
    assert (await wrote(house, "anna", line)).startswith("*Sparat: kampanj")


@on_one_database
@pytest.mark.usefixtures("check")
@pytest.mark.parametrize(
    "line",
    [
        "trafikkontroll",
        "trafikkontrollen klar",
        "trafikkontroll lugnt",
        "Trafikkontroll, inga anmärkningar!",
        "trafikkontroll ok",
        "trafikkontroll 45 fordon vid E4",
        "trafikkontroll blev inte av, mycket snö",
    ],
)
async def test_a_figure_a_status_or_nothing_to_tell_is_saved_at_once(house: House, line: str) -> None:
    assert (await wrote(house, "anna", line)).startswith("*Sparat: trafikkontroll")


@pytest.mark.usefixtures("check")
async def test_what_may_be_a_report_is_asked_about(house: House) -> None:
    assert await wrote(house, "anna", "trafikkontroll vid E4") == PERHAPS
    assert await reports(house) == 0


@pytest.mark.usefixtures("check")
async def test_one_tap_makes_it_a_report(house: House) -> None:
    await typed(house, "anna", "/lofte trafikkontroll vid E4")
    receipt = await pressed(house, "anna", "Ja, spara den")
    assert receipt.startswith("*Sparat: trafikkontroll i dag, måndag 23 november kl. 7–8")
    assert "Plats: E4" in receipt


@pytest.mark.usefixtures("check")
async def test_one_tap_leaves_it_unsaved(house: House) -> None:
    await wrote(house, "anna", "trafikkontroll vid E4")
    said = await pressed(house, "anna", "Nej, spara inte")
    assert said == "Inget är sparat. Du skrev: ”trafikkontroll vid E4”. Kopiera raden om du vill ha den kvar."
    assert await reports(house) == 0


@pytest.mark.usefixtures("check")
async def test_plans_with_a_figure_are_asked_about(house: House) -> None:
    said = await wrote(house, "anna", "kan vi ha 2 timmar trafikkontroll på fredag")
    assert said.startswith("*Är det här en rapport?")


@pytest.mark.usefixtures("check")
async def test_who_says_that_it_is_a_report_is_believed(house: House) -> None:
    assert (await typed(house, "anna", "/lofte rapport trafikkontroll vid E4")).startswith("*Sparat: trafikkontroll")


async def test_talk_with_a_figure_is_not_the_answer_to_what_waits(house: House) -> None:
    patrol = await agreed(house, "fotpatrullering", {"anna": LEAD})
    await planned(house, patrol, stockholm(23, 6), stockholm(23, 8))
    said = await wrote(house, "anna", "jag kommer 2 timmar senare till stationen")
    assert said.startswith("*Är det här en rapport?")
