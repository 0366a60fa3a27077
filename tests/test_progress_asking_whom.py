"""Who is asked: whoever leads it, else holds its function, else coordinates there; never the one who asks."""

import pytest
from sqlmodel import Session, col, select

from bot.domain.errors import FieldErrors, NotAllowed
from bot.domain.words import Part, Role
from bot.services import progress_asking
from bot.views.progress_asking import ChosenActivity
from bot.views.progress_found import Scope
from storage.models import Activity, ActivityPerson, Draft, FunctionHolder, Municipality, Person
from tests import progress_rows as rows
from tests.factories import acting, person
from tests.progress_rows import MONDAY


@pytest.fixture
def walks(session: Session, place: Municipality) -> Activity:
    made = rows.activity(session, rows.agreement(session, place), place, "trygghetsvandring", "Vandra", goal=4)
    made.function = "kommunpolis"
    session.flush()
    return made


def asked(session: Session, who: Person, walks: Activity) -> list[str]:
    chosen = ChosenActivity(walks.id, "")
    _, told = progress_asking.ask(session, acting(session, who, MONDAY), Scope(1), chosen, MONDAY)
    return [user for some in told for user in some.users]


def led(session: Session, walks: Activity, *leads: Person) -> None:
    session.add_all(ActivityPerson(activity_id=walks.id, person_id=one.id, part=Part.LEAD) for one in leads)
    session.flush()


def held(session: Session, place: Municipality, holder: Person) -> None:
    since = MONDAY.date().replace(month=1)
    session.add(FunctionHolder(function="kommunpolis", person_id=holder.id, municipality_id=place.id, valid_from=since))
    session.flush()


@pytest.fixture
def chief(session: Session, place: Municipality) -> Person:
    return person(session, "UCIA", Role.CHIEF, place=place)


def test_whoever_leads_it(session: Session, place: Municipality, walks: Activity, chief: Person) -> None:
    held(session, place, person(session, "UHUGO", Role.STAFF, place=place))
    led(session, walks, person(session, "UANNA", Role.STAFF, place=place))
    assert asked(session, chief, walks) == ["UANNA"]


def test_else_whoever_holds_its_function(
    session: Session, place: Municipality, walks: Activity, chief: Person
) -> None:  # fmt: skip
    person(session, "UDINA", Role.COORDINATOR, place=place)
    held(session, place, person(session, "UHUGO", Role.STAFF, place=place))
    assert asked(session, chief, walks) == ["UHUGO"]


def test_else_those_who_coordinate_there(
    session: Session, place: Municipality, walks: Activity, chief: Person
) -> None:  # fmt: skip
    person(session, "UDINA", Role.COORDINATOR, place=place)
    assert asked(session, chief, walks) == ["UDINA"]


def test_a_lead_who_has_left_is_not_asked(
    session: Session, place: Municipality, walks: Activity, chief: Person
) -> None:  # fmt: skip
    person(session, "UDINA", Role.COORDINATOR, place=place)
    gone = person(session, "UANNA", Role.STAFF, place=place)
    led(session, walks, gone)
    gone.active = False
    session.flush()
    assert asked(session, chief, walks) == ["UDINA"]


def test_nobody_asks_themselves(session: Session, walks: Activity, chief: Person) -> None:
    led(session, walks, chief)
    with pytest.raises(FieldErrors) as refused:
        asked(session, chief, walks)
    assert refused.value.fields == {"activity": "Du är själv ansvarig för det här. Välj något annat."}


def test_where_nobody_is_responsible_it_is_said(session: Session, walks: Activity, chief: Person) -> None:
    with pytest.raises(FieldErrors) as refused:
        asked(session, chief, walks)
    told = "Ingen är ansvarig för det här, och kommunen har ingen samordnare att fråga."
    assert refused.value.fields == {"activity": told}


def test_each_of_those_asked_may_answer(session: Session, place: Municipality, walks: Activity, chief: Person) -> None:
    anna, bo = (person(session, user, Role.STAFF, place=place) for user in ("UANNA", "UBO"))
    led(session, walks, anna, bo)
    assert asked(session, chief, walks) == ["UANNA", "UBO"]
    assert session.exec(select(Draft.person_id).order_by(col(Draft.id))).all() == [anna.id, bo.id]


def test_only_chiefs_and_coordinators_ask(session: Session, place: Municipality, walks: Activity) -> None:
    with pytest.raises(NotAllowed):
        asked(session, person(session, "UBO", Role.STAFF, place=place), walks)
