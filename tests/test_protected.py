"""Protected activities: time and place only to those who are named, and nothing on a lock screen."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.sandbox.house import House
from storage import occurrences
from storage.models import Municipality
from storage.occurrences import Listed
from tests.factories import stockholm
from tests.scenes import LEAD, WITH, scene
from tests.seen import heard, pressed, shown, submitted, typed

DISCREET = "Du har en påminnelse"
PLACE = "E4 södra infarten"
HIDDEN = "Skyddad: tid och plats visas bara för dem som ska vara med."


@pytest.fixture
async def check(house: House) -> int:
    """Tomorrow night: Anna leads, Hugo is with her."""
    cast = {"anna": LEAD, "hugo": WITH}
    return await scene(house, "trafikkontroll", cast, stockholm(24, 22), stockholm(25, 1), place=PLACE)


@pytest.mark.usefixtures("check")
async def test_those_who_are_named_see_time_and_place(house: House) -> None:
    await house.wind("reminder")
    assert (
        shown(heard(house.person("anna"))[-1])
        == f"""\
*I morgon, tisdag 24 november kl. 22–01: trafikkontroll, {PLACE}, Timrå*
Du leder, <@U0HUGO> är med.
Skyddad: tid och plats visas bara för dig och <@U0HUGO>.
Skriv dem inte i någon kanal. När trafikkontrollen är över får fler se datum och antal.
[Flytta] [Kan inte – lämna över] [Ställ in]"""
    )


@pytest.mark.usefixtures("check")
async def test_a_lock_screen_shows_nothing_from_the_week_before_to_the_receipt(house: House) -> None:
    await house.wind("reminder")
    house.clock.wind_to(stockholm(25, 8))
    await house.settled()
    await pressed(house, "anna", "Rapportera")
    await submitted(house, "anna", m_fordon="45")
    assert {message.text for message in heard(house.person("anna"))} == {DISCREET}


@pytest.mark.usefixtures("check")
async def test_moving_and_cancelling_say_nothing_on_a_lock_screen(house: House) -> None:
    await house.wind("reminder")
    await pressed(house, "anna", "Flytta")
    await submitted(house, "anna", day="2026-11-26")
    await house.person("anna").close()
    await house.wind(timedelta(days=2))
    await pressed(house, "anna", "Ställ in")
    await submitted(house, "anna", reason="staff")
    assert {message.text for message in heard(house.person("hugo"))} == {DISCREET}


@pytest.mark.usefixtures("check")
async def test_who_is_asked_to_take_over_sees_time_and_place_only_after_yes(house: House) -> None:
    await house.wind("reminder")
    await pressed(house, "anna", "Kan inte – lämna över")
    await submitted(house, "anna", colleague="U0DINA")
    question = heard(house.person("dina"))[-1]
    assert (question.text, shown(question)) == (
        DISCREET,
        f"""\
*Kan du ta över: trafikkontroll?*
<@U0ANNA> kan inte, och är med tills du har sagt ja.
{HIDDEN} Du ser dem när du har sagt ja.
[Ja, jag tar den] [Nej, jag kan inte]""",
    )


@pytest.mark.usefixtures("check")
async def test_who_took_over_sees_time_and_place(house: House) -> None:
    await house.wind("reminder")
    await pressed(house, "anna", "Kan inte – lämna över")
    await submitted(house, "anna", colleague="U0DINA")
    assert (
        await pressed(house, "dina", "Ja, jag tar den")
        == f"""\
*Du tar över. I morgon, tisdag 24 november kl. 22–01: trafikkontroll, {PLACE}, Timrå*
Leder: <@U0DINA> · Medverkande: <@U0HUGO>
{HIDDEN} Skriv dem inte i någon kanal."""
    )


@pytest.mark.usefixtures("check")
async def test_who_handed_over_no_longer_sees_time_and_place(house: House) -> None:
    await house.wind("reminder")
    await pressed(house, "anna", "Kan inte – lämna över")
    await submitted(house, "anna", colleague="U0DINA")
    await house.person("anna").close()
    await pressed(house, "dina", "Ja, jag tar den")
    said = "\n".join(shown(message) for message in heard(house.person("anna")))
    assert PLACE not in said
    assert "22–01" not in said


@pytest.mark.usefixtures("check")
@pytest.mark.parametrize("colleague", ["U0BO", "U0EVA"])
async def test_who_does_not_answer_for_it_cannot_take_over(house: House, colleague: str) -> None:
    await house.wind("reminder")
    await pressed(house, "anna", "Kan inte – lämna över")
    form = await submitted(house, "anna", colleague=colleague)
    assert (
        f"{colleague} ← Den personen kan inte ta över här: tillfället är skyddat. "
        "Välj någon som är ansvarig eller ersättare för aktiviteten, eller samordnaren."
    ) in form


@pytest.mark.usefixtures("check")
async def test_the_coordinator_is_told_who_took_over(house: House) -> None:
    await house.wind("reminder")
    await pressed(house, "anna", "Kan inte – lämna över")
    await submitted(house, "anna", colleague="U0HUGO")
    await pressed(house, "hugo", "Ja, jag tar den")
    told = heard(house.person("dina"))[-1]
    assert (told.text, shown(told)) == (
        DISCREET,
        "*<@U0HUGO> tar över efter <@U0ANNA>. "
        f"I morgon, tisdag 24 november kl. 22–01: trafikkontroll, {PLACE}, Timrå*\n"
        f"{HIDDEN} Skriv dem inte i någon kanal.",
    )


@pytest.mark.usefixtures("check")
async def test_others_see_nothing_of_it_anywhere(house: House) -> None:
    await house.wind("reminder")
    for key in ("bo", "eva"):
        for line in ("/lofte", "/lofte rapport"):
            seen = await typed(house, key, line)
            assert PLACE not in seen
            assert "24 november" not in seen


@pytest.mark.usefixtures("check")
async def test_nothing_of_it_is_said_in_a_channel(house: House) -> None:
    await house.wind("reminder")
    await house.wind(timedelta(days=2))
    workspace = house.sandbox.workspace
    channels = [channel.id for channel in workspace.channels.values() if not channel.is_im]
    assert [message for channel in channels for message in workspace.messages.get(channel, [])] == []


@pytest.mark.usefixtures("check")
async def test_what_is_mine_is_shown_to_me_alone(house: House) -> None:
    await typed(house, "anna", "/lofte")
    assert house.person("bo").sees("trygghet-timra") == []
    assert PLACE not in (house.person("anna").sees("trygghet-timra")[-1]).text


async def test_progress_tells_nobody_when_and_where_the_next_one_is(full_house: House) -> None:
    ahead = await full_house.bot.db.read(protected_ahead, full_house.clock.now())
    assert ahead
    for key, line in (("eva", "/lofte läget"), ("cia", "/lofte läget Timrå"), ("bo", "/lofte läget trafikkontroll")):
        seen = await typed(full_house, key, line)
        assert [one.place for one in ahead if one.place and one.place in seen] == []


def protected_ahead(session: Session, now: datetime) -> list[Listed]:
    places = session.exec(select(Municipality.id)).all()
    return [one for one in occurrences.planned_in(session, places, now, 200) if one.protected]
