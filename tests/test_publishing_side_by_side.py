"""A page is published at the same moment as something on it is protected."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlmodel import Session

from bot.domain.periods import period_of
from bot.domain.permissions import Actor
from bot.domain.words import Conformity, Per
from bot.services import activities, people, publications
from bot.services.publications import UNFILLED, Publishing
from bot.views.publications import Offer, Ref
from storage import publications as stored
from storage.database import Database
from tests.databases import Postgres
from tests.factories import NOW, TEAM
from tests.side_by_side import side_by_side
from tests.test_side_by_side import reported

pytestmark = pytest.mark.postgres
HERE, WALKS = 1, 1
REF = Ref(HERE, period_of(NOW.date(), Per.YEAR))


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
    publications.save_contact(session, dina(session), HERE, replace(UNFILLED, conformity=Conformity.FULL), NOW)
    return publications.offer(session, dina(session), REF, Publishing(), NOW)


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
