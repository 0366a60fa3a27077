"""Which occurrence a typed line is taken for, and when the bot asks first."""

import pytest

from bot.sandbox.house import House
from tests.databases import on_one_database
from tests.factories import stockholm
from tests.scenes import LEAD, SUBSTITUTE, WITH, agreed, planned, scene
from tests.seen import pressed, typed, wrote

LINE = "trafikkontroll 45 fordon"
ASKS = "*Vilken trafikkontroll menar du?*"


def first(said: str) -> str:
    return said.splitlines()[0]


async def test_who_takes_part_may_report_at_once(house: House) -> None:
    await scene(house, "trafikkontroll", {"anna": LEAD, "hugo": WITH}, stockholm(23, 7), stockholm(23, 8))
    assert first(await wrote(house, "hugo", LINE)).startswith("*Sparat: trafikkontroll i dag")


async def test_a_substitute_is_asked_whether_the_leads_is_meant(house: House) -> None:
    await scene(house, "trafikkontroll", {"anna": LEAD, "hugo": SUBSTITUTE}, stockholm(23, 7), stockholm(23, 8))
    said = await wrote(house, "hugo", LINE)
    assert first(said) == ASKS
    assert said.splitlines()[-1].endswith("[En som inte var planerad] [Spara inte]")


async def test_ones_own_is_taken_before_one_that_one_stands_in_for(house: House) -> None:
    await scene(house, "trafikkontroll", {"anna": LEAD, "hugo": SUBSTITUTE}, stockholm(23, 7), stockholm(23, 8))
    await scene(house, "trafikkontroll", {"hugo": LEAD}, stockholm(22, 7), stockholm(22, 8))
    assert "söndag 22 november" in first(await wrote(house, "hugo", LINE))


async def old(house: House) -> None:
    await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(7, 20), stockholm(7, 21))


async def test_what_is_older_than_a_fortnight_is_asked_about(house: House) -> None:
    await old(house)
    said = await wrote(house, "anna", LINE)
    assert first(said) == ASKS
    assert "[Lör 7 nov" in said


async def test_what_is_older_than_a_fortnight_can_be_chosen(house: House) -> None:
    await old(house)
    await wrote(house, "anna", LINE)
    await pressed(house, "anna", (await label(house, "Lör 7 nov")))
    assert "Saknar rapport" not in await typed(house, "anna", "/lofte")


async def label(house: House, begins: str) -> str:
    """The button of the newest message that begins so."""
    message = house.person("anna").last()
    assert message
    texts: list[str] = [
        one["text"]["text"] for block in message.blocks for one in block.get("elements", ()) if "value" in one
    ]
    return next(text for text in texts if text.startswith(begins))


async def test_report_alone_shows_what_is_older_than_a_fortnight(house: House) -> None:
    await old(house)
    assert first(await typed(house, "anna", "/lofte rapport")) == "*Vad vill du rapportera?*"


async def test_what_is_fresh_is_taken_before_what_is_old(house: House) -> None:
    await old(house)
    await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(20, 20), stockholm(20, 21))
    assert "fredag 20 november" in first(await wrote(house, "anna", LINE))


@pytest.mark.parametrize("line", ["igår 45 fordon", "45 fordon i söndags", "45 fordon 22/11", "45 fordon 22 november"])
async def test_a_day_chooses_what_was_on_that_day(house: House, line: str) -> None:
    check = await agreed(house, "trafikkontroll", {"anna": LEAD})
    await planned(house, check, stockholm(23, 7), stockholm(23, 8))
    await planned(house, check, stockholm(22, 7), stockholm(22, 8))
    assert "söndag 22 november" in first(await wrote(house, "anna", f"trafikkontroll {line}"))


@pytest.mark.parametrize(
    ("day", "date"), [("igår", "i går, söndag 22"), ("i fredags", "fredag 20"), ("20/11", "fredag 20")]
)
async def test_what_was_not_planned_gets_the_day_that_is_said(house: House, day: str, date: str) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    said = (await wrote(house, "anna", f"trafikkontroll {day} 45 fordon")).splitlines()
    assert said[:2] == [
        f"*Sparat: trafikkontroll {date} november, inte planerad, Timrå*",
        f"Fordon: 45 · Tid: {date.split()[-1]} november",
    ]


async def test_what_was_not_planned_gets_the_place_that_is_said(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    said = (await wrote(house, "anna", "trafikkontroll vid E4 Sörberge 45 fordon med tullen")).splitlines()
    assert said[:2] == [
        "*Sparat: trafikkontroll i dag, måndag 23 november, inte planerad, E4 Sörberge, Timrå*",
        "Fordon: 45 · Plats: E4 Sörberge · Med: tullen",
    ]


async def test_the_hours_choose_between_two_of_a_day(house: House) -> None:
    check = await agreed(house, "trafikkontroll", {"anna": LEAD})
    await planned(house, check, stockholm(22, 7), stockholm(22, 8))
    await planned(house, check, stockholm(22, 18), stockholm(22, 20))
    assert "kl. 18–20" in first(await wrote(house, "anna", "trafikkontroll igår 18-20 45 fordon"))


async def test_the_municipality_chooses_between_two(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    await agreed(house, "trafikkontroll", {"anna": LEAD}, town="Hofors")
    assert "Hofors" in first(await wrote(house, "anna", "trafikkontroll hofors 45 fordon"))


async def test_another_day_is_never_dated_today_unasked(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    assert (
        await wrote(house, "anna", "trafikkontroll häromdagen 45 fordon")
        == """\
*Ingen trafikkontroll från den dagen väntar på din rapport.*
Fordon: 45 · Anteckning: ”häromdagen”
Inget är sparat än. Välj, så sparar jag det du skrev.
En ny rapport får dagens datum.
[Ny, med dagens datum] [Spara inte]"""
    )


async def test_several_days_are_shown_before_they_are_taken(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    assert (
        await wrote(house, "anna", "trafikkontroll i helgen 45 fordon")
        == """\
*Ingen trafikkontroll från de dagarna väntar på din rapport.*
Fordon: 45 · Tid: 21–22 november
Inget är sparat än. Välj, så sparar jag det du skrev.
[Ny, 21–22 november] [Spara inte]"""
    )


async def test_another_day_than_that_of_what_waits_is_asked_about(house: House) -> None:
    await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(23, 7), stockholm(23, 8))
    said = await wrote(house, "anna", "trafikkontroll igår 45 fordon")
    assert first(said) == ASKS
    assert "[Ny, sön 22 nov]" in said


async def test_today_is_no_other_day(house: House) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    assert first(await wrote(house, "anna", "trafikkontroll i dag 45 fordon")).startswith("*Sparat:")


@on_one_database
@pytest.mark.parametrize("sign", ["-", "–", "−", "+"])
async def test_a_number_with_a_sign_is_asked_about(house: House, sign: str) -> None:
    await agreed(house, "trafikkontroll", {"anna": LEAD})
    said = await wrote(house, "anna", f"trafikkontroll {sign}5 fordon")
    assert first(said).startswith(f"Jag förstår inte ”{sign}5 fordon”. Skriv vad du räknade")
