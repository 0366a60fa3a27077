"""What is told in full of the few activities that a chief asks for by name."""

from sqlmodel import Session, select

from bot.domain.deficiencies import Noted
from bot.domain.words import Form, Per, Role
from bot.services import progress_overview
from bot.views import progress as views
from storage import deficiencies
from storage.models import Goal
from tests import progress_rows as rows
from tests.factories import acting, municipality, person, stockholm
from tests.progress_rows import MONDAY


def told(session: Session, text: str) -> list[str]:
    """To a chief with rights everywhere; without the headline."""
    cia = acting(session, person(session, "UCIA", Role.CHIEF), MONDAY)
    return str(views.answer(progress_overview.ask(session, cia, text, MONDAY), MONDAY)["text"]).splitlines()[1:]


def test_of_walks_what_they_noted_and_is_not_done(session: Session) -> None:
    place = municipality(session)
    promise = rows.agreement(session, place)
    rows.activity(session, promise, place, "lagesbild", "Lägesbild", form=Form.CONTINUOUS)
    walks = rows.activity(session, promise, place, "trygghetsvandring", "Vandra", goal=2)
    walk = rows.occasion(session, walks, stockholm(14, 18, month=5))
    rows.report(session, walk, person(session, "UANNA"))
    deficiencies.note(session, walk.id, [Noted("belysning", "gångtunneln"), Noted("klotter", "torget")])
    rows.ahead(session, walks, [stockholm(24, 18)])

    assert told(session, "har vi gjort vandringarna i Hofors?")[:2] == [
        "Enligt plan: 1 gjord, 1 väntad till i dag, 2 planerade i år. Nästa: i morgon, tisdag 24 november.",
        "2 brister är inte klara, den äldsta från torsdag 14 maj.",
    ]


def test_of_what_goes_on_how_old_it_is(session: Session) -> None:
    rows.timra(session)

    assert told(session, "läget huskurage")[0] == (
        "Går inte att bedöma: Föreningar: 11 i år, senast onsdag 30 september (för 1 månad sedan). "
        "Inget antal är bestämt."
    )


def test_of_a_risk_how_far_the_plan_reaches(session: Session) -> None:
    """Four planned, one called off, and nothing in its place."""
    place = municipality(session)
    walks = rows.activity(session, rows.agreement(session, place), place, "trygghetsvandring", "Vandra", goal=4)
    rows.reported(session, walks, person(session, "UANNA"), 2)
    rows.cancelled(session, walks, stockholm(3, 18))
    rows.ahead(session, walks, [stockholm(9, 18, month=12)])

    assert told(session, "läget Hofors")[0] == (
        "Risk: trygghetsvandringar. 2 gjorda, 2 väntade till i dag, 4 planerade i år. "
        "1 ställdes in. Med det som är inplanerat blir det 3. Nästa: onsdag 9 december."
    )


def test_of_a_goal_for_the_whole_period_that_it_cannot_be_compared_with_a_part(session: Session) -> None:
    place = municipality(session)
    walks = rows.activity(session, rows.agreement(session, place), place, "trygghetsvandring", "Vandra", goal=4)
    session.exec(select(Goal)).one().per = Per.PERIOD
    rows.reported(session, walks, person(session, "UANNA"), 2)

    assert told(session, "läget Hofors tertial 1")[0] == (
        "Går inte att bedöma: trygghetsvandringar (2 gjorda). Antalet gäller hela perioden."
    )


def test_what_was_to_be_delivered_later_was_not_due_then(session: Session) -> None:
    place = municipality(session)
    promise = rows.agreement(session, place)
    lamps = rows.activity(session, promise, place, "ovrigt", "Belysning", form=Form.DELIVERABLE)
    rows.activity(session, promise, place, "lagesbild", "Lägesbild", form=Form.CONTINUOUS)
    due = rows.occasion(session, lamps, stockholm(15, 0, month=1))
    due.ends_at = stockholm(31, 0, month=12)
    session.flush()
    cia = acting(session, person(session, "UCIA", Role.CHIEF), MONDAY)

    def heads(text: str) -> list[str]:
        answer = views.answer(progress_overview.ask(session, cia, text, MONDAY), MONDAY)
        return str(answer["text"]).splitlines()[:2]

    assert heads("hur gick det i Hofors i mars?")[0] == (
        "Hofors: 1 aktivitet skulle inte vara klar då, 1 går inte att bedöma."
    )
    assert heads("hur gick det med belysning i Hofors i mars?") == [
        "Hofors, Belysning: skulle inte vara klart då.",
        "Skulle inte vara klart då: Ingen rapport hade kommit.",
    ]


def test_a_part_of_what_lies_in_two_years_has_its_year(session: Session) -> None:
    place = municipality(session)
    rows.activity(session, rows.agreement(session, place), place, "trygghetsvandring", "Vandra", goal=40)

    assert (
        "väntade kvartal 1 2026 (40 planerade per år)" in told(session, "läget Hofors vandra april 2025–mars 2026")[0]
    )
