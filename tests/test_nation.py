"""Who may see many municipalities gets one message about them all: from kept sums, the worst first by name."""

from datetime import date

import pytest
from sqlalchemy import create_engine
from sqlmodel import Session, select

from bot.domain.errors import UserError
from bot.domain.nation import Nation, Place, Totals
from bot.domain.periods import Period
from bot.domain.permissions import Actor
from bot.domain.words import OutcomeStatus, Role
from bot.sandbox.personas import CIA
from bot.services import nation as services
from bot.services import subscriptions
from bot.views import nation as views
from bot.views.digests import Digest, Own, digest
from storage.models import Activity, Person, RoleGrant
from tests.factories import acting, municipality, person, stockholm
from tests.house import OpenHouse, furnished
from tests.progress_rows import MONDAY, activity, agreement, ahead, cancelled, occasion, report, reported, timra
from tests.seen import pressed, wrote


@pytest.fixture
def chief(session: Session) -> Actor:
    """Of Timrå, which has a year like the example's, and of 24 others, three with something planned."""
    timra(session)
    boss, anna = person(session, "UCIA", Role.CHIEF), person(session, "UANNA2", Role.STAFF)
    for number in range(22):
        municipality(session, f"{number:03} kommun")
    hofors, ockelbo, are = (walks(session, name) for name in ("Hofors", "Ockelbo", "Åre"))
    reported(session, hofors, anna, 4)
    reported(session, hofors, anna, 6, OutcomeStatus.NOT_DONE)
    ahead(session, hofors, [stockholm(23, 8), stockholm(24, 18)])
    reported(session, ockelbo, anna, 3)
    ahead(session, ockelbo, [stockholm(20, 18), stockholm(22, 21)])
    cancelled(session, ockelbo, stockholm(21, 18))
    reported(session, are, anna, 2)
    report(session, occasion(session, are, stockholm(20, 8)), anna, OutcomeStatus.PARTLY)
    return acting(session, boss, MONDAY)


def walks(session: Session, name: str) -> Activity:
    place = municipality(session, name)
    return activity(session, agreement(session, place), place, "trygghetsvandring", "Trygghetsvandringar", goal=12)


def told(session: Session, actor: Actor, text: str) -> str:
    return str(views.answer(services.ask(session, actor, text, MONDAY), MONDAY)["text"])


@pytest.mark.parametrize("text", ["läget", "läget landet", "hur går det i landet?", "läget i hela landet i år"])
def test_many_municipalities_in_one_message(session: Session, chief: Actor, text: str) -> None:
    assert told(session, chief, text) == (
        "26 kommuner: läget måndag 23 november. "
        "3 ligger efter, 1 saknar rapporter och kan ligga efter, 22 har inget planerat.\n"
        "70 gjorda, 88 väntade till i dag, 99 planerade i år.\n"
        "1 delvis gjord, 14 blev inte av, 1 ställdes in, 3 saknar rapport.\n"
        "Hofors: 4 gjorda av 10 väntade.\n"
        "Åre: 2 gjorda av 3 väntade.\n"
        "Timrå: 61 gjorda av 70 väntade, 1 saknar rapport.\n"
        "Ockelbo: 3 gjorda av 5 väntade, 2 saknar rapport.\n"
        "Nyaste rapport: fredag 20 november.\n"
        "Räknat i tillfällen, av allt som är planerat i varje kommun. Väntade är de som skulle ha varit över före i "
        "dag. Skriv läget och kommunens namn, så ser du vad som var utlovat."
    )


def test_each_of_the_worst_has_a_button_of_its_own(session: Session, chief: Actor) -> None:
    message = views.answer(services.ask(session, chief, "läget", MONDAY), MONDAY)
    buttons = [block["accessory"] for block in message["blocks"] if "accessory" in block]

    assert [(one["action_id"], one["accessibility_label"]) for one in buttons] == [
        ("nation_show", f"Visa: {name}") for name in ("Hofors", "Åre", "Timrå", "Ockelbo")
    ]
    found = services.ask_one(session, chief, int(buttons[1]["value"]), MONDAY)
    assert str(views.answer(found, MONDAY)["text"]).startswith("Åre: 1 aktivitet ligger efter.")


def test_a_year_that_is_over_has_nothing_to_wait_for(session: Session, chief: Actor) -> None:
    assert told(session, chief, "läget landet 2025").splitlines()[:2] == [
        "26 kommuner: så gick det 2025. 26 har inget planerat.",
        "0 gjorda, 0 planerade 2025.",
    ]


def test_a_part_of_what_is_planned_is_answered_as_before(session: Session, chief: Actor) -> None:
    assert told(session, chief, "läget fotpatrullering").startswith("Timrå, fotpatrulleringar: ")


def test_two_times_of_all_of_them_are_not_compared(session: Session, chief: Actor) -> None:
    with pytest.raises(UserError, match="Jag jämför två tider för en kommun eller ett lokalpolisområde i taget"):
        told(session, chief, "läget i landet i år jämfört med förra året")
    assert "\nTertial 2 jämfört med tertial 1:\n" in told(session, chief, "läget Timrå tertial 2 jämfört med tertial 1")


def test_who_may_see_few_gets_them_one_by_one(session: Session) -> None:
    place = timra(session)
    cia = acting(session, person(session, "UCIA", Role.CHIEF, place=place), MONDAY)

    assert told(session, cia, "läget landet").startswith("Timrå: 1 aktivitet ligger efter, ")


def test_a_municipality_with_nothing_behind_is_not_named() -> None:
    totals = Totals(planned=4, expected=2, done=2)
    found = Nation(Period(date(2026, 1, 1), date(2026, 12, 31)), [Place(1, "Timrå", totals, totals.standing)])

    assert str(views.of_many(found, MONDAY)["text"]).splitlines()[:3] == [
        "1 kommun: läget måndag 23 november. 1 går enligt plan.",
        "2 gjorda, 2 väntade till i dag, 4 planerade i år.",
        "Ingen rapport har kommit in än.",
    ]


def all_over_the_country(url: str) -> None:
    """Cia is chief everywhere; in Bräcke one of three walks was not reported."""
    furnished(url)
    engine = create_engine(url)
    with Session(engine) as session:
        for number in range(20):
            municipality(session, f"{number:03} kommun")
        cia = session.exec(select(Person).where(Person.user_id == CIA.user_id)).one()
        bracke = walks(session, "Bräcke")
        reported(session, bracke, cia, 2)
        ahead(session, bracke, [stockholm(20, 18)])
        session.add(RoleGrant(person_id=cia.id, role=Role.CHIEF, valid_from=date(2026, 1, 1)))
        session.commit()
    engine.dispose()


async def test_a_chief_opens_one_of_them(open_at: OpenHouse) -> None:
    house = await open_at(all_over_the_country)

    assert "*Bräcke:* 2 gjorda av 3 väntade, 1 saknar rapport.\n[Visa]" in await wrote(house, "cia", "läget landet")
    assert (await pressed(house, "cia", "Visa")).startswith("*Bräcke: läget måndag 23 november*")


def test_the_list_of_the_week_tells_a_chief_of_many_what_is_summed(session: Session, chief: Actor) -> None:
    first_monday = date(2026, 12, 7)
    (told,) = subscriptions.due(session, chief, first_monday, MONDAY)
    assert isinstance(told, Nation)
    week = Digest(Period(first_monday, date(2026, 12, 13)), Own(chief.person_id, [], [], []), None, [told])
    assert digest(week, MONDAY) == views.of_many(told, MONDAY)
