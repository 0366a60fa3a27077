"""What is published was found out before anybody had to wait to write; what changes meanwhile is found out again."""

from dataclasses import replace

import pytest
from sqlmodel import Session

from bot.domain.periods import period_of
from bot.domain.permissions import Actor
from bot.domain.public_numbers import ToldNumbers
from bot.domain.report import Report
from bot.domain.words import Conformity, Part, Per, PublicationForm, Role
from bot.services import activities, follow_up_versions, outcomes, publications, publications_offered
from bot.services.publications import UNFILLED
from bot.services.publications_offered import Publishing, Ready
from bot.views.publications import Ref
from storage import publications as stored
from storage.models import AgreementMunicipality, Municipality
from storage.occurrences import find
from tests import factories
from tests.factories import NOW, stockholm

YEAR = period_of(NOW.date(), Per.YEAR)
PUBLISHING = Publishing()


@pytest.fixture
def dina(session: Session) -> Actor:
    """In Hofors, where one of two walks is reported."""
    place = factories.municipality(session)
    dina, anna = (factories.person(session, name, Role.COORDINATOR, place=place) for name in ("dina", "anna"))
    walks = factories.activity(session, place, (anna, Part.LEAD))
    session.add(AgreementMunicipality(agreement_id=1, municipality_id=place.id))
    for day in (18, 19):
        factories.occurrence(session, walks, (anna, Part.LEAD), starts=stockholm(day, 18))
    actor = factories.acting(session, dina)
    publications.save_contact(session, actor, place.id, replace(UNFILLED, conformity=Conformity.FULL), NOW)
    report(session, actor, 1)
    return actor


def report(session: Session, actor: Actor, occurrence_id: int) -> None:
    walk = find(session, occurrence_id)
    assert walk
    outcomes.save(session, actor, walk, Report(measures={"deltagare": 12}), NOW)


def ready(session: Session, dina: Actor) -> tuple[Ref, Ready]:
    """What she was shown, and what was found out when she pressed."""
    seen = publications_offered.offer(session, dina, Ref(1, YEAR), PUBLISHING, NOW).ref
    return seen, publications_offered.ready(session, dina, seen, PUBLISHING, NOW)


def publish(session: Session, dina: Actor, seen: Ref, before: Ready) -> tuple[int, bool]:
    """How many walks the page says were held."""
    found, done = publications.publish(session, dina, seen, PUBLISHING, NOW, before)
    [walks] = [one for agreement in found.found.current for area in agreement.areas for one in area.activities]
    return len(walks.held), done


def test_what_was_shown_is_published_though_a_report_came_meanwhile(session: Session, dina: Actor) -> None:
    """Nobody gathers again while others wait to write: it is as if the report had come just after."""
    seen, before = ready(session, dina)
    report(session, dina, 2)

    assert publish(session, dina, seen, before) == (1, True)


def test_what_is_protected_meanwhile_is_not_published(session: Session, dina: Actor) -> None:
    seen, before = ready(session, dina)
    activities.set_protected(session, dina, 1, True, NOW)

    assert publish(session, dina, seen, before)[1] is False
    assert stored.newest_page(session, 1) is None


def test_what_a_neighbour_tells_meanwhile_is_gone_by(session: Session, dina: Actor) -> None:
    seen, before = ready(session, dina)
    timra: Municipality = factories.municipality(session, "Timrå")
    session.add(AgreementMunicipality(agreement_id=1, municipality_id=timra.id))
    session.flush()
    stored.add(session, timra.id, YEAR, PublicationForm.PAGE, "", [ToldNumbers(YEAR, {"1:deltagare": 13.0})], 1, NOW)

    found, done = publications.publish(session, dina, seen, PUBLISHING, NOW, before)

    assert (found.found.people, done) == ({"1:deltagare": 13.0}, False)


def test_what_is_settled_meanwhile_is_what_is_told(session: Session, dina: Actor) -> None:
    draft = follow_up_versions.show(session, dina, 1, YEAR, NOW).version
    report(session, dina, 2)
    seen, before = ready(session, dina)
    follow_up_versions.settle(session, dina, draft.id, NOW)

    assert publish(session, dina, seen, before) == (1, False)


def test_a_text_goes_by_the_same(session: Session, dina: Actor) -> None:
    seen, before = ready(session, dina)
    report(session, dina, 2)

    form = PublicationForm.POST
    assert publications.told(session, dina, seen, form, PUBLISHING, NOW, before)[1]
    assert publications.told(session, dina, seen, form, PUBLISHING, NOW)[1] is False
