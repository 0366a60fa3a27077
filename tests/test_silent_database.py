"""PostgreSQL does not answer: people are told so before Slack gives up, and what they were told is true."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
from sqlalchemy import text
from sqlmodel import Session, col, func, select

from bot.domain.errors import Unavailable
from bot.domain.words import Purpose
from storage import migrate, outbox
from storage.database import Database
from storage.models import OutboxMessage
from storage.postgres_threads import ANSWER_WITHIN
from tests.databases import Postgres
from tests.sandbox_bot import START
from tests.silent import Line, line

pytestmark = pytest.mark.postgres
SLACK_WAITS = 3  # seconds
PATIENCE = 8  # seconds; less than what never ends, more than a busy machine is late


@pytest.fixture
def url(postgres: Postgres) -> Iterator[str]:
    url = postgres.made_by(migrate.upgrade)
    yield url
    postgres.drop(url)


@pytest.fixture
async def to(url: str) -> AsyncIterator[Line]:
    async with line(url) as to:
        yield to


@pytest.fixture
async def db(to: Line) -> AsyncIterator[Database]:
    db = Database(to.url)
    yield db
    to.speak()
    await asyncio.to_thread(db.close)


def put(session: Session, key: str = "hej") -> None:
    outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=START, channel="U0ANNA", payload={"text": "Hej"})


def count(session: Session) -> int:
    return session.exec(select(func.count(col(OutboxMessage.id)))).one()


def slow(session: Session) -> None:
    session.connection().execute(text("SELECT pg_sleep(9)"))


def deadlocked(session: Session) -> None:
    session.connection().execute(text("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40P01'; END $$"))


def test_people_are_answered_before_slack_gives_up() -> None:
    assert ANSWER_WITHIN < SLACK_WAITS


async def test_a_server_that_never_answers_is_unavailable_in_time(to: Line, db: Database) -> None:
    to.silence()
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(Unavailable):
            await db.read(count)


async def test_a_connection_that_went_silent_is_unavailable_in_time(to: Line, db: Database) -> None:
    await db.read(count)
    to.silence()
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(Unavailable):
            await db.read(count)


async def test_what_was_told_as_not_saved_is_not_saved_later(to: Line, db: Database, url: str) -> None:
    await db.write(put, "first")
    to.silence()
    with pytest.raises(Unavailable):
        await db.write(put, "second")
    to.speak()
    await asyncio.to_thread(db.close)
    after = Database(url)
    assert await after.read(count) == 1
    after.close()


async def test_a_slow_statement_is_ended_by_the_server(db: Database) -> None:
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(Unavailable):
            await db.write(slow)
    assert await db.read(count) == 0


async def test_a_second_deadlock_in_a_row_is_unavailable(db: Database) -> None:
    with pytest.raises(Unavailable):
        await db.write(deadlocked)
