"""A page is published at the same moment as something on it is protected, or told by a neighbour."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlmodel import Session

from bot.domain.periods import period_of
from bot.domain.permissions import Actor
from bot.domain.report import Report
from bot.domain.words import Conformity, Per, Role
from bot.services import activities, outcomes, people, publications, publications_offered
from bot.services.publications import UNFILLED
from bot.services.publications_offered import Publishing
from bot.views.publications import Offer, Ref
from storage import publications as stored
from storage.database import Database
from storage.models import AgreementMunicipality
from storage.occurrences import find
from tests.databases import Postgres
from tests.factories import NOW, TEAM, municipality, person
from tests.side_by_side import side_by_side
from tests.test_side_by_side import OTHER_WALK, acting, reported

pytestmark = pytest.mark.postgres
HERE, NEIGHBOUR, WALKS = 1, 2, 1
YEAR = period_of(NOW.date(), Per.YEAR)
REF = Ref(HERE, YEAR)
CONTACT = replace(UNFILLED, conformity=Conformity.FULL)


@pytest.fixture
def db(postgres: Postgres) -> Iterator[Database]:
    url = postgres.made_by(reported)
    db = Database(url)
    yield db
    db.close()
    postgres.drop(url)


def dina(session: Session) -> Actor:
    return people.actor(session, TEAM, "UDINA", NOW)


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


async def test_what_was_published_just_before_is_not_shown(db: Database) -> None:
    seen = (await db.write(offered)).ref

    await side_by_side(db, lambda session: publish(session, seen), protect)

    assert not await db.read(shown)


async def test_what_is_published_just_after_has_been_looked_at_again(db: Database) -> None:
    """It is not what was seen: the place is not on it any more."""
    seen = (await db.write(offered)).ref

    assert not await side_by_side(db, protect, lambda session: publish(session, seen))
    assert not await db.read(shown)


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
    outcomes.save(session, acting(session), walk, Report(measures={"deltagare": 1}), NOW)
    seen = publications_offered.offer(session, cia, Ref(NEIGHBOUR, YEAR), Publishing(), NOW)
    return publications.publish(session, cia, seen.ref, Publishing(), NOW)


async def test_of_two_who_share_an_agreement_the_second_goes_by_what_the_first_told(db: Database) -> None:
    """12 on the one page and 13 on the other would be one person."""
    await db.write(sharing)
    seen = (await db.write(offered)).ref

    found, done = await side_by_side(db, lambda session: publish(session, seen), publish_more)

    assert (found.found.people, done) == ({"1:deltagare": 12.0}, False)
