"""Where nobody coordinates, whoever asks is told so, and who can appoint somebody."""

import pytest
from sqlmodel import Session

from bot.domain.words import Role
from bot.services import who_leads
from bot.views.who_leads import answer
from storage.models import Municipality
from tests import progress_rows as rows
from tests.factories import acting, municipality, person
from tests.progress_rows import MONDAY

NOBODY_TO_THE_CHIEF = """\
Jag hittar ingen aktivitet som heter ”cykelkampanjen” i Hofors.
Skriv vem ansvarar i Hofors till mig, så visar jag allt som gäller där.
Ingen samordnare är inlagd där. En administratör kan utse någon."""
NOBODY_TO_THE_ADMINISTRATOR = """\
Jag hittar ingen aktivitet som heter ”cykelkampanjen” i Hofors.
Skriv vem ansvarar i Hofors till mig, så visar jag allt som gäller där.
Ingen samordnare är inlagd där. Som administratör kan du utse någon: skriv personer till mig."""
SOMEBODY = """\
Jag hittar ingen aktivitet som heter ”cykelkampanjen” i Hofors.
Skriv vem ansvarar i Hofors till mig, så visar jag allt som gäller där.
Fråga <@UDINA>, som samordnar där."""
YOURSELF = """\
Jag hittar ingen aktivitet som heter ”cykelkampanjen” i Hofors.
Skriv vem ansvarar i Hofors till mig, så visar jag allt som gäller där.
Du är själv samordnare där."""


@pytest.fixture
def hofors(session: Session) -> Municipality:
    place = municipality(session, "Hofors")
    rows.activity(session, rows.agreement(session, place), place, "trygghetsvandring", "Vandringar", goal=2)
    return place


def told(session: Session, user: str, *roles: Role) -> str:
    who = acting(session, person(session, user, *roles), MONDAY)
    said: str = answer(who_leads.ask(session, who, "cykelkampanjen i Hofors", MONDAY))["text"]
    return said


@pytest.mark.usefixtures("hofors")
def test_a_chief_is_told_who_can_appoint_somebody(session: Session) -> None:
    assert told(session, "UCIA", Role.CHIEF) == NOBODY_TO_THE_CHIEF


@pytest.mark.usefixtures("hofors")
def test_an_administrator_is_told_how_to_appoint_somebody(session: Session) -> None:
    assert told(session, "UADMIN", Role.ADMINISTRATOR) == NOBODY_TO_THE_ADMINISTRATOR


def test_an_administrator_is_told_who_coordinates(session: Session, hofors: Municipality) -> None:
    person(session, "UDINA", Role.COORDINATOR, place=hofors)

    assert told(session, "UADMIN", Role.ADMINISTRATOR) == SOMEBODY


@pytest.mark.usefixtures("hofors")
def test_an_administrator_who_coordinates_too_is_told_so(session: Session) -> None:
    assert told(session, "UDINA", Role.ADMINISTRATOR, Role.COORDINATOR) == YOURSELF
