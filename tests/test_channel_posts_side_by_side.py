"""Somebody asks for posts in a channel at the same moment as others work in the municipality."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from bot.domain.channel_posts import PostKind
from bot.services import publications
from storage import channel_posts
from storage.database import Database
from storage.models import ChannelPost
from tests.databases import Postgres
from tests.factories import NOW, TEAM
from tests.side_by_side import side_by_side
from tests.test_publishing_side_by_side import CONTACT, dina
from tests.test_side_by_side import ANNA, reported

pytestmark = pytest.mark.postgres
HERE = 1


@pytest.fixture
def db(postgres: Postgres) -> Iterator[Database]:
    url = postgres.made_by(reported)
    db = Database(url)
    yield db
    db.close()
    postgres.drop(url)


def ask(session: Session) -> int:
    post = ChannelPost(
        team_id=TEAM, channel="C0LOFTE", municipality_id=HERE, what=PostKind.WEEK, asked_by_id=ANNA, asked_at=NOW
    )
    return channel_posts.ask(session, post)


async def test_two_who_ask_for_the_same_ask_for_one(db: Database) -> None:
    assert await side_by_side(db, ask, ask) == 1


async def test_who_writes_of_the_municipality_does_not_wait(db: Database) -> None:
    order: list[str] = []

    def write(session: Session) -> None:
        publications.save_contact(session, dina(session), HERE, CONTACT, NOW)
        order.append("written")

    await side_by_side(db, ask, write, then=lambda _: order.append("asked"))

    assert order == ["written", "asked"]
