"""The school holidays of a municipality, as its coordinator enters them."""

from sqlmodel import Session, col, select

from bot.sandbox.house import House
from storage.models import AuditEvent
from tests.databases import on_both_databases
from tests.seen import pressed, submitted, typed, wrote

LINES = "Jullov 21 december 2026–8 januari 2027\nSportlov vecka 9 2027"


async def opened(house: House) -> str:
    await typed(house, "dina", "/lofte skollov")
    return await pressed(house, "dina", "Lägg till skollov")


async def entered(house: House, **fields: object) -> str:
    await opened(house)
    return await submitted(house, "dina", town="Timrå", **fields)


async def test_lines_are_imported_and_listed_by_municipality(house: House) -> None:
    assert (
        await entered(house, lines=LINES)
        == """\
*Timrå*
Jullov 21 december 2026–8 januari 2027
[Ta bort]
Sportlov 1–7 mars 2027
[Ta bort]
När du planerar året undviker eller föredrar jag skolloven, beroende på vad som ska göras.
[Lägg till skollov]"""
    )


async def test_one_is_entered_by_name_and_days(house: House) -> None:
    listing = await entered(house, name="påsklov", first="2027-03-30", last="2027-04-02")
    assert "Påsklov 30 mars–2 april 2027" in listing


async def test_a_line_that_is_no_holiday_saves_nothing(house: House) -> None:
    form = await entered(house, lines=f"{LINES}\nLov någon gång")
    assert "← Rad 3: Jag hittar inget namn följt av en dag. Skriv så här: Höstlov 26–30 oktober 2026." in form
    assert "Inga skollov är inlagda." in await typed(house, "dina", "/lofte skollov")


async def test_a_name_alone_asks_for_its_days(house: House) -> None:
    form = await entered(house, name="Påsklov")
    assert "Sista dagen: ← Fyll i namn, första dag och sista dag." in form


async def test_more_are_added_in_the_same_window(house: House) -> None:
    await entered(house, lines=LINES)
    await pressed(house, "dina", "Lägg till skollov")
    listing = await submitted(house, "dina", town="Hofors", lines="Påsklov 6–9 april 2027")
    assert listing.startswith("*Hofors*\nPåsklov 6–9 april 2027\n[Ta bort]\n*Timrå*\nJullov")


async def test_the_same_holiday_again_gets_its_new_end(house: House) -> None:
    await entered(house, lines=LINES)
    listing = await entered(house, lines="Sportlov 1–5 mars 2027")
    assert (listing.count("Sportlov"), "Sportlov 1–5 mars 2027" in listing) == (1, True)


@on_both_databases
async def test_one_is_removed_and_it_is_audited(house: House) -> None:
    await entered(house, lines=LINES)
    listing = await pressed(house, "dina", "Ta bort")
    assert ("Jullov" in listing, "Sportlov" in listing) == (False, True)
    assert await house.bot.db.read(actions) == ["add_school_holidays", "remove_school_holiday"]


async def test_others_are_refused(house: House) -> None:
    assert "Bara samordnaren lägger in skollov, så inget är ändrat." in await typed(house, "anna", "/lofte skollov")


async def test_in_a_direct_message_there_is_a_button(house: House) -> None:
    assert (await wrote(house, "dina", "skollov")).endswith("[Öppna skolloven]")


def actions(session: Session) -> list[str]:
    found = select(AuditEvent.action).where(AuditEvent.subject == "municipality")
    return list(session.exec(found.order_by(col(AuditEvent.id))))
