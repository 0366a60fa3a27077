"""Who leads protected work: the same to whoever asks "vem ansvarar" and to whoever presses *Fråga ansvarig*."""

import pytest
from sqlmodel import Session, select

from bot.domain.errors import FieldErrors, NotAllowed
from bot.domain.words import Part, Role
from bot.services import progress_asking, who_leads
from bot.views.progress_asking import ChosenActivity
from bot.views.progress_found import Scope
from storage.models import Activity, ActivityPerson, AgreementMunicipality, Municipality, Person
from tests import progress_rows as rows
from tests.factories import acting, municipality, person
from tests.progress_rows import MONDAY

ELSEWHERE = "Det är skyddat, och vem som leder det visas bara för dem som följer upp i Hofors. Välj något annat."


@pytest.fixture
def hofors(session: Session) -> Municipality:
    return municipality(session, "Hofors")


@pytest.fixture
def ockelbo(session: Session) -> Municipality:
    return municipality(session, "Ockelbo")


@pytest.fixture
def checks(session: Session, hofors: Municipality, ockelbo: Municipality) -> Activity:
    """Of an agreement that both municipalities made: Anna leads them in Hofors, and Hugo stands in."""
    both = rows.agreement(session, hofors)
    session.add(AgreementMunicipality(agreement_id=both.id, municipality_id=ockelbo.id))
    made = rows.activity(session, both, hofors, "trafikkontroll", "Kontroller", goal=4, protected=True)
    anna, hugo = (person(session, user, Role.STAFF, place=hofors) for user in ("UANNA", "UHUGO"))
    parts = ((anna, Part.LEAD), (hugo, Part.SUBSTITUTE))
    session.add_all(ActivityPerson(activity_id=made.id, person_id=who.id, part=part) for who, part in parts)
    session.flush()
    return made


def told(session: Session, who: Person) -> list[str] | None:
    (led,) = who_leads.ask(session, acting(session, who, MONDAY), "kontrollerna", MONDAY).led
    return None if led.named is None else [one.user_id for one in led.named]


def asked(session: Session, who: Person, checks: Activity) -> list[str]:
    chosen = ChosenActivity(checks.id, "")
    _, people = progress_asking.ask(session, acting(session, who, MONDAY), Scope(1), chosen, MONDAY)
    return [user for some in people for user in some.users]


def test_a_chief_there_is_told_the_lead_both_ways(session: Session, hofors: Municipality, checks: Activity) -> None:
    cia = person(session, "UCIA", Role.CHIEF, place=hofors)

    assert told(session, cia) == asked(session, cia, checks) == ["UANNA"]


def test_a_coordinator_there_is_told_of_everyone(session: Session, hofors: Municipality, checks: Activity) -> None:
    dina = person(session, "UDINA", Role.COORDINATOR, place=hofors)

    assert told(session, dina) == ["UANNA", "UHUGO"]
    assert asked(session, dina, checks) == ["UANNA"]


def test_staff_who_are_not_on_it_are_told_nothing(session: Session, hofors: Municipality, checks: Activity) -> None:
    bo = person(session, "UBO", Role.STAFF, place=hofors)

    assert told(session, bo) is None
    with pytest.raises(NotAllowed):
        asked(session, bo, checks)


def test_a_chief_of_another_municipality_of_the_agreement_is_told_nothing(
    session: Session, ockelbo: Municipality, checks: Activity
) -> None:
    eva = person(session, "UEVA", Role.CHIEF, place=ockelbo)

    assert who_leads.ask(session, acting(session, eva, MONDAY), "kontrollerna", MONDAY).led == []
    with pytest.raises(FieldErrors) as refused:
        asked(session, eva, checks)
    assert refused.value.fields == {"activity": ELSEWHERE}


def test_a_chief_who_is_named_on_it_is_told_of_everyone(
    session: Session, hofors: Municipality, ockelbo: Municipality, checks: Activity
) -> None:
    eva = person(session, "UEVA", Role.CHIEF, place=ockelbo)
    rows.grant(session, eva, Role.STAFF, hofors)
    session.add(ActivityPerson(activity_id=checks.id, person_id=eva.id, part=Part.PARTICIPANT))
    session.flush()

    assert told(session, eva) == ["UANNA", "UEVA", "UHUGO"]
    assert asked(session, eva, checks) == ["UANNA"]


@pytest.mark.usefixtures("checks")
def test_staff_who_are_on_it_are_told_of_everyone(session: Session) -> None:
    hugo = session.exec(select(Person).where(Person.user_id == "UHUGO")).one()

    assert told(session, hugo) == ["UANNA", "UHUGO"]
