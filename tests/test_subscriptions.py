"""Being told regularly how it is going: asked for, found in Monday's list, and ended. Eva is a chief, Bo is not."""

from datetime import date

from sqlalchemy import select, update
from sqlmodel import Session, col

from bot.sandbox.house import House
from storage.models import Person, RoleGrant
from tests.mondays import on_monday, told
from tests.seen import pressed, submitted, typed, wrote

TIMRA = """\
*Läget måndag 30 november*
*Timrå (exempel):* 1 ligger efter, 3 går enligt plan, 1 går inte att bedöma, 2 är klara
[Visa]
Nyaste rapport: fredag 20 november. Saknar rapport: 3, den äldsta från torsdag 12 november."""
SETTINGS = "/lofte inställningar"


async def silent(house: House) -> None:
    """Eva is not told of everything each month, as chiefs are who have chosen nothing."""
    await wrote(house, "eva", "sluta läget")


async def test_a_line_is_enough(full_house: House) -> None:
    assert (
        await wrote(full_house, "bo", "läget Timrå varje måndag")
        == """\
*Du får läget för Timrå varje måndag.*
Det står i din måndagslista, nästa gång måndag 30 november.
[Sluta prenumerera]"""
    )
    await on_monday(full_house)
    assert [one[-len(TIMRA) :] for one in told(full_house, "bo")] == [TIMRA]


async def test_what_is_not_due_is_not_told(full_house: House) -> None:
    await silent(full_house)
    receipt = await typed(full_house, "eva", "/lofte läget Timrå varje tertial")
    assert "Det står i din måndagslista, nästa gång måndag 4 januari 2027." in receipt
    await on_monday(full_house)
    assert told(full_house, "eva") == []


async def test_from_the_answer_it_is_about_what_was_asked(full_house: House) -> None:
    await silent(full_house)
    await wrote(full_house, "eva", "läget Timrå fotpatrulleringar")
    assert await pressed(full_house, "eva", "Prenumerera") == "*Timrå fotpatrulleringar*\nHur ofta vill du få läget:"
    assert (
        await submitted(full_house, "eva", cadence="Varje måndag")
        == """\
*Du får läget för Timrå fotpatrulleringar varje måndag.*
Det står i din måndagslista, nästa gång måndag 30 november."""
    )
    await full_house.person("eva").close()
    await on_monday(full_house)
    assert told(full_house, "eva") == [
        """\
*Läget måndag 30 november*
*Timrå, fotpatrulleringar (exempel):* 1 ligger efter
[Visa]
Nyaste rapport: fredag 20 november. Saknar rapport: 2, den äldsta från torsdag 12 november."""
    ]


async def test_what_a_chief_hears_anyway_is_not_told_twice(full_house: House) -> None:
    await wrote(full_house, "eva", "läget varje måndag")
    await wrote(full_house, "eva", "läget Timrå varje måndag")
    await wrote(full_house, "eva", "läget Timrå fotpatrulleringar varje måndag")
    await on_monday(full_house)
    assert told(full_house, "eva") == [
        """\
*Läget måndag 30 november*
*Timrå (exempel):* 1 ligger efter, 1 är inte påbörjad, 4 går enligt plan, 3 går inte att bedöma, 2 är klara
[Visa]
*Timrå, fotpatrulleringar (exempel):* 1 ligger efter
[Visa]
Nyaste rapport: fredag 20 november. Saknar rapport: 3, den äldsta från torsdag 12 november."""
    ]


async def test_the_newer_cadence_counts(full_house: House) -> None:
    await wrote(full_house, "bo", "läget Timrå varje måndag")
    await wrote(full_house, "bo", "läget timra varje år")
    assert "*Timrå*, varje år\n[Sluta prenumerera]\n" in await typed(full_house, "bo", SETTINGS)


async def test_it_is_ended_by_a_line_a_button_or_among_the_settings(full_house: House) -> None:
    receipt = await wrote(full_house, "bo", "läget Timrå varje måndag")
    ended = "*Läget för Timrå står inte längre i din måndagslista.*"
    assert receipt.endswith("[Sluta prenumerera]")
    assert await pressed(full_house, "bo", "Sluta prenumerera") == ended
    await wrote(full_house, "bo", "läget Timrå varje måndag")
    assert await wrote(full_house, "bo", "sluta läget timrå") == ended
    await wrote(full_house, "bo", "läget Timrå varje måndag")
    await typed(full_house, "bo", SETTINGS)
    assert "prenumerera" not in await pressed(full_house, "bo", "Sluta prenumerera")


async def test_a_chief_who_wants_no_more_is_told_never(full_house: House) -> None:
    assert await wrote(full_house, "eva", "sluta läget") == (
        "*Läget för alla dina kommuner står inte längre i din måndagslista.*"
    )
    assert "Hur ofta vill du få läget: Aldrig" in await typed(full_house, "eva", SETTINGS)


async def test_who_ends_what_there_is_not_sees_what_there_is(full_house: House) -> None:
    await wrote(full_house, "bo", "läget Timrå varje måndag")
    assert (
        await wrote(full_house, "bo", "sluta läget Hofors")
        == """\
Läget för Hofors står inte i din måndagslista.
Det här står där:
*Timrå*, varje måndag
[Sluta prenumerera]"""
    )


async def test_without_how_often_nothing_is_saved(full_house: House) -> None:
    assert (await wrote(full_house, "eva", "prenumerera på Timrå")).startswith(
        "Hur ofta? Skriv till exempel: läget Timrå varje måndag."
    )


async def test_of_what_is_not_theirs_to_see_nothing_is_saved(full_house: House) -> None:
    assert (await wrote(full_house, "eva", "läget Hofors varje måndag")).startswith("Du kan inte se läget i Hofors.")


async def test_after_rights_have_ended_nothing_is_said(full_house: House) -> None:
    await wrote(full_house, "eva", "läget Timrå varje måndag")
    await full_house.bot.db.write(retire, "U0EVA")
    await on_monday(full_house)
    assert told(full_house, "eva") == []


def retire(session: Session, user_id: str) -> None:
    theirs = select(col(Person.id)).where(col(Person.user_id) == user_id).scalar_subquery()
    ended = update(RoleGrant).where(col(RoleGrant.person_id) == theirs).values(valid_to=date(2026, 11, 25))
    session.connection().execute(ended)
