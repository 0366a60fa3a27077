"""A page is published at the same moment as something on it is protected, or told by a neighbour."""

import pytest
from sqlmodel import Session

from bot.domain.periods import period_of
from bot.domain.report import Report
from bot.domain.words import Per, Role
from bot.services import activities, outcomes, people, publications, publications_offered
from bot.services.publications_offered import Publishing
from bot.views.publications import Offer, Ref
from storage import publications as stored
from storage.database import Database
from storage.models import AgreementMunicipality
from storage.occurrences import find
from tests.factories import NOW, TEAM, municipality, person
from tests.side_by_side import CONTACT, HERE, OTHER_WALK, WALKS, anna, dina, side_by_side

pytestmark = pytest.mark.postgres
NEIGHBOUR = 2
YEAR = period_of(NOW.date(), Per.YEAR)
REF = Ref(HERE, YEAR)


def offered(session: Session) -> Offer:
    publications.save_contact(session, dina(session), HERE, CONTACT, NOW)
    return publications_offered.offer(session, dina(session), REF, Publishing(), NOW)


def publish(session: Session, seen: Ref) -> bool:
    return publications.publish(session, dina(session), seen, Publishing(), NOW)[1]


def protect(session: Session) -> None:
    activities.set_protected(session, dina(session), WALKS, True, NOW)


def shown(session: Session) -> bool:
    page = stored.newest_page(session, HERE)
    return page is not None and page.stands


async def test_what_was_published_just_before_is_not_shown(postgres_db: Database) -> None:
    seen = (await postgres_db.write(offered)).ref

    await side_by_side(postgres_db, lambda session: publish(session, seen), protect)

    assert not await postgres_db.read(shown)


async def test_what_is_published_just_after_has_been_looked_at_again(postgres_db: Database) -> None:
    """It is not what was seen: the place is not on it any more."""
    seen = (await postgres_db.write(offered)).ref

    assert not await side_by_side(postgres_db, protect, lambda session: publish(session, seen))
    assert not await postgres_db.read(shown)


def sharing(session: Session) -> None:
    """Another municipality in the same agreement, with a coordinator of its own."""
    place = municipality(session, "Timrå")
    cia = person(session, "UCIA", Role.COORDINATOR, place=place)
    session.add(AgreementMunicipality(agreement_id=1, municipality_id=place.id))
    stored.save_contact(session, place.id, CONTACT, cia.id, NOW)


def publish_more(session: Session) -> tuple[Offer, bool]:
    """One more has been reported, and the neighbour publishes what she sees."""
    walk, cia = find(session, OTHER_WALK), people.actor(session, TEAM, "UCIA", NOW)
    assert walk
    outcomes.save(session, anna(session), walk, Report(measures={"deltagare": 1}), NOW)
    seen = publications_offered.offer(session, cia, Ref(NEIGHBOUR, YEAR), Publishing(), NOW)
    return publications.publish(session, cia, seen.ref, Publishing(), NOW)


async def test_of_two_who_share_an_agreement_the_second_goes_by_what_the_first_told(postgres_db: Database) -> None:
    """12 on the one page and 13 on the other would be one person."""
    await postgres_db.write(sharing)
    seen = (await postgres_db.write(offered)).ref

    found, done = await side_by_side(postgres_db, lambda session: publish(session, seen), publish_more)

    assert (found.found.people, done) == ({"1:deltagare": 12.0}, False)
