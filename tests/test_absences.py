"""Being away: what the form takes, and what the substitute is told."""

import pytest
from sqlmodel import Session, select

from bot.sandbox.house import House
from storage.models import Absence
from tests.databases import on_one_database
from tests.factories import stockholm
from tests.scenes import LEAD, SUBSTITUTE, WITH, scene
from tests.seen import heard, pressed, shown, submitted, typed

COMMAND = "/lofte inställningar"
AWAY = {"away_first": "2026-12-03", "away_last": "2026-12-10", "substitute": "U0HUGO"}
SAVED = """\
*Dina inställningar är sparade.*
Tyst: kl. 20–7.30
Arbetstid: måndag–fredag kl. 8–17
Påminnelser: en påminnelse i taget
Borta: 3–10 december. Ersättare: <@U0HUGO>"""


async def away(house: House, key: str = "bo", **fields: str) -> str:
    await typed(house, key, COMMAND)
    return await submitted(house, key, **(AWAY | fields))


def told(house: House, key: str = "hugo") -> list[str]:
    return [shown(message) for message in heard(house.person(key))]


async def test_being_away_is_saved(house: House) -> None:
    assert await away(house) == SAVED


async def test_the_substitute_is_told_what_is_planned(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(4, 18, month=12), stockholm(4, 20, month=12))
    await scene(house, "trafikkontroll", {"bo": LEAD}, stockholm(5, 22, month=12), stockholm(6, 1, month=12))
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(11, 18, month=12), stockholm(11, 20, month=12))
    await away(house)

    assert (
        told(house)[-1]
        == """\
*<@U0BO> är borta 3–10 december och har valt dig som ersättare.*
Då får du påminnelserna i stället. Planerat de dagarna:
• Fredag 4 december kl. 18–20: trygghetsvandring, Timrå
Skyddade tillfällen: 1. De påminnelserna får bara de som ska vara med."""
    )


async def test_the_substitute_is_told_that_nothing_is_planned(house: House) -> None:
    await away(house)

    assert told(house) == [
        """\
*<@U0BO> är borta 3–10 december och har valt dig som ersättare.*
Då får du påminnelserna i stället. Inget är planerat de dagarna än."""
    ]


async def test_who_is_named_reads_of_the_protected_one_but_not_on_the_lock_screen(house: House) -> None:
    cast = {"bo": LEAD, "hugo": WITH}
    await scene(house, "trafikkontroll", cast, stockholm(5, 22, month=12), stockholm(6, 1, month=12))
    await away(house)

    message = heard(house.person("hugo"))[-1]
    assert "• Lördag 5 december kl. 22–01: trafikkontroll, Timrå" in shown(message)
    assert message.text.splitlines()[1:] == [
        "Då får du påminnelserna i stället. Planerat de dagarna:",
        "Skyddade tillfällen: 1. De påminnelserna får bara de som ska vara med.",
    ]


async def test_the_substitute_is_reminded_and_reads_why(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(8, 18, month=12), stockholm(8, 20, month=12))
    await away(house)
    house.clock.wind_to(stockholm(7, 9, month=12))
    await house.wind("reminder")

    assert shown(heard(house.person("hugo"))[-1]).startswith("""\
*I morgon, tisdag 8 december kl. 18–20: trygghetsvandring, Timrå*
Du leder i stället för <@U0BO>, som är borta 3–10 december.
[Flytta] [Ställ in]""")
    assert [one for one in heard(house.person("bo")) if "8 december" in one.text] == []


async def test_a_named_substitute_reads_it_too(house: House) -> None:
    cast = {"bo": LEAD, "hugo": SUBSTITUTE}
    await scene(house, "trygghetsvandring", cast, stockholm(8, 18, month=12), stockholm(8, 20, month=12))
    await away(house)
    house.clock.wind_to(stockholm(7, 9, month=12))
    await house.wind("reminder")

    assert "Du leder i stället för <@U0BO>, som är borta 3–10 december." in shown(heard(house.person("hugo"))[-1])


async def test_the_form_lists_it_and_takes_it_back(house: House) -> None:
    await away(house)
    await house.person("bo").close()

    assert "*3–10 december*. Ersättare: <@U0HUGO>.\n[Ta bort]" in await typed(house, "bo", COMMAND)
    assert "3–10 december" not in await pressed(house, "bo", "Ta bort")
    assert told(house)[-1] == (
        "*<@U0BO> är inte borta 3–10 december längre.*\nDu behöver inte vara ersättare och får inte de påminnelserna."
    )
    assert await house.bot.db.read(absences) == []


async def test_what_was_filled_in_stays_when_one_is_taken_back(house: House) -> None:
    await away(house)
    await house.person("bo").close()
    await typed(house, "bo", COMMAND)
    await house.person("bo").fill("quiet_to", "06:00")

    assert "Tyst till: 06:00" in await pressed(house, "bo", "Ta bort")


async def test_somebody_elses_absence_is_left_alone(house: House) -> None:
    await away(house)
    await house.person("bo").close()
    await typed(house, "bo", COMMAND)
    bo, hugo = house.person("bo"), house.person("hugo")
    assert bo.modal
    await hugo.press(bo.modal, "absence_remove")
    await house.settled()

    assert len(await house.bot.db.read(absences)) == 1


@on_one_database
@pytest.mark.parametrize(
    ("filled", "field"),
    [
        (
            {"away_last": "2026-12-02"},
            "Sista dagen borta: 2026-12-02 ← Sista dagen kan inte komma före den första. Välj en senare dag.",
        ),
        (
            {"away_first": "2026-11-02", "away_last": "2026-11-22"},
            "Sista dagen borta: 2026-11-22 ← De dagarna har redan varit. Välj senare dagar.",
        ),
        ({"away_first": ""}, "Första dagen borta: ← Välj också den första dagen du är borta."),
        ({"away_last": ""}, "Sista dagen borta: ← Välj också den sista dagen du är borta."),
        (
            {"substitute": "U0BO"},
            "Ersättare: U0BO ← Du kan inte vara din egen ersättare. Välj en kollega.",
        ),
        (
            {"substitute": "U0GRETA"},
            "Ersättare: U0GRETA ← Jag känner inte den personen. Välj någon som samordnaren har lagt till.",
        ),
        (
            {"substitute": "U0CIA"},
            "Ersättare: U0CIA ← Den personen rapporterar inte i någon av dina kommuner. Välj någon annan.",
        ),
    ],
)
async def test_what_cannot_be_is_refused_at_its_field(house: House, filled: dict[str, str], field: str) -> None:
    assert field in (await away(house, **filled)).splitlines()
    assert await house.bot.db.read(absences) == []


async def test_the_substitute_must_not_be_away_too(house: House) -> None:
    await away(house, "hugo", substitute="U0ANNA")

    assert "Ersättare: U0HUGO ← Den personen är också borta då. Välj någon annan." in (await away(house)).splitlines()


async def test_one_is_not_away_twice_at_once(house: House) -> None:
    await away(house)
    await house.person("bo").close()

    again = await away(house, away_first="2026-12-10", away_last="2026-12-11")
    assert (
        "Första dagen borta: 2026-12-10 ← Du är redan borta då. "
        "Välj andra dagar, eller ta bort den frånvaron först." in again.splitlines()
    )


async def test_being_away_needs_no_substitute(house: House) -> None:
    assert (await away(house, substitute="")).splitlines()[-1] == "Borta: 3–10 december. Ingen ersättare"


def absences(session: Session) -> list[Absence]:
    return list(session.exec(select(Absence)))
