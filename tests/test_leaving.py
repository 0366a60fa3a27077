"""Somebody leaves: what the coordinator does, what the one who takes over is told, and what nobody else notices."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session, col, delete, select

from bot.sandbox.faults import Fault
from bot.sandbox.house import House
from bot.services import leaving
from storage.models import Absence, FunctionHolder, Handover, Person, RoleGrant
from tests.factories import stockholm
from tests.leavers import leaving_form, left, named
from tests.scenes import LEAD, SUBSTITUTE, WITH, scene
from tests.seen import heard, pressed, seen, shown, submitted, typed

WALK = (stockholm(26, 18), stockholm(26, 20))
FACT = "Torsdag 26 november kl. 18–20: trygghetsvandring, Timrå centrum"


@pytest.fixture
async def planned(house: House) -> House:
    """Bo leads Thursday's walk, Anna is with him, Hugo is his substitute."""
    cast = {"bo": LEAD, "anna": WITH, "hugo": SUBSTITUTE}
    await scene(house, "trygghetsvandring", cast, *WALK, place="Timrå centrum")
    return house


async def test_the_coordinator_sees_who_is_with_and_what_they_may(planned: House) -> None:
    listing = await typed(planned, "dina", "/lofte personer")
    assert listing.startswith("""\
[Bjud in någon]
*<@U0ANNA>*
Handläggare och områdespolis i Hofors, Kommunen i exemplet, Ockelbo och Timrå
[Ändra] [Lämnar]""")


async def test_the_form_counts_what_there_is(planned: House) -> None:
    assert (
        await leaving_form(planned, "bo")
        == """\
*<@U0BO> lämnar*
Tillfällen: 1 · Aktiviteter: 1 · Funktioner: 4 · Frågor om att ta över: 0
Allt lämnas över i ett steg, och behörigheterna upphör. Bara den som tar över får ett meddelande.
Vem tar över:
Från och med: 2026-11-23"""
    )


async def test_the_coordinator_gets_a_receipt(planned: House) -> None:
    assert (
        await left(planned)
        == """\
*<@U0HUGO> tar över efter <@U0BO> från och med i dag, måndag 23 november.*
Tillfällen: 1 · Aktiviteter: 1 · Funktioner: 4
<@U0HUGO> får veta det. Öppna frågor om att ta över gäller inte längre."""
    )


async def test_who_takes_over_is_told_everything_at_once(planned: House) -> None:
    await left(planned)
    assert [shown(message) for message in heard(planned.person("hugo"))] == [
        f"""\
*Du tar över efter <@U0BO> från och med i dag, måndag 23 november.*
<@U0DINA> har valt dig.
Tillfällen:
• {FACT}
Aktiviteter:
• Trygga kvällar
Funktioner:
• Fältsekreterare i Hofors, Kommunen i exemplet, Ockelbo och Timrå
[Mina tillfällen]"""
    ]


async def test_the_others_notice_nothing(planned: House) -> None:
    await left(planned)
    assert heard(planned.person("anna")) == []


async def test_a_substitute_who_takes_over_leads(planned: House) -> None:
    await left(planned)
    assert await named(planned) == {"U0HUGO": "lead", "U0ANNA": "participant"}


async def test_reminders_go_to_who_took_over_and_not_to_who_left(planned: House) -> None:
    await left(planned)
    await planned.wind(timedelta(days=2, hours=12))
    assert any("trygghetsvandring" in message.text for message in heard(planned.person("hugo"))[1:])
    assert heard(planned.person("bo")) == []


async def test_who_left_reads_so_and_whom_to_ask(planned: House) -> None:
    await left(planned)
    assert await typed(planned, "bo", "/lofte rapport vandring 17 deltagare") == (
        "*Du är inte med här längre, så jag har inte sparat något.*\n"
        "Du skrev: ”rapport vandring 17 deltagare”. Kopiera raden om du vill ha den kvar.\n"
        "Blev det fel? Prata med <@U0DINA>.\n"
        "[Lägg till mig]"
    )


async def test_roles_and_functions_end_the_day_before(planned: House) -> None:
    await left(planned)

    def read(session: Session) -> set[str]:
        bo = session.exec(select(Person).where(Person.user_id == "U0BO")).one()
        grants = session.exec(select(RoleGrant).where(RoleGrant.person_id == bo.id))
        functions = session.exec(select(FunctionHolder).where(FunctionHolder.person_id == bo.id))
        return {*(str(one.valid_to) for one in grants), *(str(one.valid_to) for one in functions)}

    assert await planned.bot.db.read(read) == {"2026-11-22"}


async def test_from_a_later_day_what_comes_before_stays(planned: House) -> None:
    await left(planned, day="2026-11-27")
    assert (await named(planned))["U0BO"] == "lead"
    assert "Inget är planerat" not in await typed(planned, "bo", "/lofte")


async def test_sent_twice_it_is_done_once(planned: House) -> None:
    await leaving_form(planned, "bo")
    planned.sandbox.faults.next("interactive", Fault.LOST_ACK)
    await submitted(planned, "dina", colleague="U0HUGO")
    await planned.person("dina").submit()
    await planned.settled()
    assert len(heard(planned.person("hugo"))) == 1
    assert await named(planned) == {"U0HUGO": "lead", "U0ANNA": "participant"}


async def test_who_left_cannot_leave_again(planned: House) -> None:
    await leaving_form(planned, "bo")
    form = planned.person("dina").modal
    assert form
    await planned.bot.db.write(_leave_by_hand)
    assert await submitted(planned, "dina", colleague="U0HUGO") == shown(form)
    assert planned.person("dina").modal_errors == {"colleague": "Personen har redan lämnat, så inget är ändrat."}


def _leave_by_hand(session: Session) -> None:
    bo = session.exec(select(Person).where(Person.user_id == "U0BO")).one()
    bo.active = False
    session.add(bo)


async def test_nobody_takes_over_after_themselves(planned: House) -> None:
    form = await left(planned, colleague="bo")
    assert "Vem tar över: U0BO ← Välj någon annan än den som lämnar." in form


async def test_somebody_must_take_over_what_there_is(planned: House) -> None:
    await leaving_form(planned, "bo")
    await planned.person("dina").submit()
    assert "colleague" in planned.person("dina").modal_errors


async def test_somebody_unknown_cannot_take_over(planned: House) -> None:
    form = await left(planned, colleague="greta")
    assert "Vem tar över: U0GRETA ← Jag känner inte den personen än. Välj någon annan" in form


async def test_a_protected_one_goes_only_to_who_may_know_of_it(house: House) -> None:
    await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(26, 22), stockholm(26, 23), place="E4 Sörberge")
    form = await left(house, "anna", "bo")
    assert "← Den personen kan inte ta över här: tillfället är skyddat." in form


async def test_a_protected_one_says_nothing_on_a_lock_screen(house: House) -> None:
    cast = {"anna": LEAD, "hugo": SUBSTITUTE}
    await scene(house, "trafikkontroll", cast, stockholm(26, 22), stockholm(26, 23), place="E4 Sörberge")
    await left(house, "anna", "hugo")
    message = heard(house.person("hugo"))[-1]
    assert message.text == "Du har en påminnelse"
    assert "• Torsdag 26 november kl. 22–23: trafikkontroll, E4 Sörberge, Timrå" in shown(message)


async def test_an_open_question_ends_and_the_asker_knows(planned: House) -> None:
    await planned.wind(timedelta(days=2, hours=12))
    await pressed(planned, "anna", "Kan inte – lämna över")
    await submitted(planned, "anna", colleague="U0BO")
    await planned.person("anna").close()
    await left(planned)
    assert shown(heard(planned.person("anna"))[-1]).startswith("*<@U0BO> kan inte ta över. ")
    states = await planned.bot.db.read(lambda session: [one.state for one in session.exec(select(Handover))])
    assert [state.value for state in states] == ["withdrawn"]


async def test_only_coordinators_see_the_people(planned: House) -> None:
    said = await typed(planned, "anna", "/lofte personer")
    assert said.startswith("Bara samordnaren ser och ändrar vilka som är med.")


async def test_a_coordinator_of_one_place_does_not_hand_over_elsewhere(planned: House) -> None:
    await planned.bot.db.write(_only_in_timra)
    await leaving_form(planned, "bo")
    assert "Personen är också med i Hofors, Kommunen i exemplet och Ockelbo" in await seen(planned, "dina")


def _only_in_timra(session: Session) -> None:
    dina = session.exec(select(Person).where(Person.user_id == "U0DINA")).one()
    grants = session.exec(select(RoleGrant).where(RoleGrant.person_id == dina.id).order_by(col(RoleGrant.id))).all()
    for one in grants[:-1]:
        session.delete(one)


async def test_the_coordinator_is_asked_once_when_an_account_is_closed(planned: House) -> None:
    for _ in range(2):
        await planned.bot.db.write(_bos_account_is_gone, planned.clock.now())
    await planned.settled()
    assert [shown(message) for message in heard(planned.person("dina"))] == [
        """\
*Kontot för <@U0BO> är stängt i Slack.*
Det personen ansvarar för ligger kvar, och påminnelserna kommer inte fram.
[Välj vem som tar över]"""
    ]
    assert (await pressed(planned, "dina", "Välj vem som tar över")).startswith("*<@U0BO> lämnar*")


def _bos_account_is_gone(session: Session, now: datetime) -> None:
    bo = session.exec(select(Person).where(Person.user_id == "U0BO")).one()
    leaving.account_gone(session, bo.id, now)


def stands_in(session: Session) -> None:
    """Hugo, who answers for nothing of his own, for Bo while he is away."""
    ids = dict(session.exec(select(Person.user_id, Person.id)).all())
    session.execute(delete(FunctionHolder).where(col(FunctionHolder.person_id) == ids["U0HUGO"]))
    first, last = date(2026, 11, 25), date(2026, 11, 27)
    session.add(Absence(person_id=ids["U0BO"], starts_on=first, ends_on=last, substitute_id=ids["U0HUGO"]))


async def test_who_only_stood_in_for_somebody_is_not_reminded_after_leaving(house: House) -> None:
    await house.bot.db.write(stands_in)
    await scene(house, "trygghetsvandring", {"bo": LEAD}, *WALK)
    await leaving_form(house, "hugo")
    assert (await submitted(house, "dina")).startswith("*<@U0HUGO> är inte med längre från och med i dag")
    await house.wind(timedelta(days=3))
    assert [shown(one) for one in heard(house.person("hugo"))] == []
