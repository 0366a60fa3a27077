"""A question about taking over ends when somebody else decides who is on the occurrence."""

import pytest
from sqlmodel import Session, col, select

from bot.domain.permissions import Actor
from bot.domain.series import SeriesScope
from bot.domain.words import HandoverState, Part, Purpose, Role
from bot.services import activities, handovers, occurrences, series
from bot.services.open_occurrences import staffed
from bot.views.activities import ChosenPeople
from storage.models import Handover, OutboxMessage, Person
from tests.factories import NOW, acting, activity, municipality, person, stockholm

OUTDATED = "Det har ändrats vilka som ska vara med."


@pytest.fixture
def asked(session: Session) -> int:
    """Anna, who leads on Tuesday, has asked Bo; Dina coordinates, and Eva is there too."""
    place = municipality(session)
    anna = person(session, "UANNA", Role.STAFF, place=place)
    for user in ("UBO", "UEVA"):
        person(session, user, Role.STAFF, place=place)
    dina = person(session, "UDINA", Role.COORDINATOR, place=place)
    walks = activity(session, place, (anna, Part.LEAD))
    made = occurrences.plan(session, acting(session, dina), walks.id, stockholm(24, 18), stockholm(24, 20), NOW)
    handovers.ask(session, acting(session, anna), made.id, "UBO", NOW)
    return made.id


def change(session: Session, occurrence_id: int, lead: str, *others: str) -> HandoverState:
    """What becomes of the question."""
    chosen = ChosenPeople(lead, others, ())
    series.change_people(session, dina(session), occurrence_id, chosen, SeriesScope.ONE, NOW)
    return question(session).state


def dina(session: Session) -> Actor:
    return acting(session, session.exec(select(Person).where(Person.user_id == "UDINA")).one())


def question(session: Session) -> Handover:
    session.expire_all()
    return session.exec(select(Handover)).one()


def told(session: Session, user: str) -> str:
    """The newest notice."""
    statement = select(OutboxMessage).join(Person).where(
        Person.user_id == user, OutboxMessage.purpose == Purpose.NOTICE, col(OutboxMessage.key).startswith("handover")
    )  # fmt: skip
    return str([row.payload for row in session.exec(statement.order_by(col(OutboxMessage.id)))][-1])


def test_of_who_is_no_longer_on_it(session: Session, asked: int) -> None:
    assert change(session, asked, "UEVA") is HandoverState.WITHDRAWN
    assert OUTDATED in told(session, "UANNA")


def test_to_who_is_on_it_already(session: Session, asked: int) -> None:
    assert change(session, asked, "UANNA", "UBO") is HandoverState.WITHDRAWN


def test_it_stays_where_neither_changes(session: Session, asked: int) -> None:
    assert change(session, asked, "UANNA", "UEVA") is HandoverState.ASKED


def test_also_when_the_activity_gets_other_people(session: Session, asked: int) -> None:
    walks = staffed(session, asked).occurrence.activity_id
    activities.change_people(session, dina(session), walks, ChosenPeople("UEVA", (), ()), NOW)

    assert question(session).state is HandoverState.WITHDRAWN
