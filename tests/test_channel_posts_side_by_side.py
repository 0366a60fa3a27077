"""Somebody asks for posts in a channel at the same moment as others work in the municipality."""

import pytest
from sqlmodel import Session

from bot.domain.channel_posts import PostKind
from bot.services import publications
from storage import channel_posts
from storage.database import Database
from storage.models import ChannelPost
from tests.factories import NOW, TEAM
from tests.side_by_side import ANNA, CONTACT, HERE, dina, side_by_side

pytestmark = pytest.mark.postgres


def ask(session: Session) -> int:
    post = ChannelPost(
        team_id=TEAM, channel="C0LOFTE", municipality_id=HERE, what=PostKind.WEEK, asked_by_id=ANNA, asked_at=NOW
    )
    return channel_posts.ask(session, post)


async def test_two_who_ask_for_the_same_ask_for_one(postgres_db: Database) -> None:
    assert await side_by_side(postgres_db, ask, ask) == 1


async def test_who_writes_of_the_municipality_does_not_wait(postgres_db: Database) -> None:
    order: list[str] = []

    def write(session: Session) -> None:
        publications.save_contact(session, dina(session), HERE, CONTACT, NOW)
        order.append("written")

    await side_by_side(postgres_db, ask, write, then=lambda _: order.append("asked"))

    assert order == ["written", "asked"]
