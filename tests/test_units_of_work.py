"""Whoever waits for the database is answered, whatever becomes of those who wait beside them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress

import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, func, select

from bot.domain.words import Purpose
from storage import migrate, outbox
from storage.database import Database
from storage.models import OutboxMessage
from tests.sandbox_bot import START

PATIENCE = 60  # seconds; a busy machine needs some


@pytest.fixture
async def db(database_from: Callable[[Callable[[str], None]], str]) -> AsyncIterator[Database]:
    db = Database(database_from(migrate.upgrade))
    yield db
    db.close()


def put(session: Session, key: str) -> str:
    outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=START, channel="U0ANNA", payload={"text": "Hej"})
    return key


def put_and_stop(session: Session) -> str:
    put(session, "halvt")
    return next(iter(()))


def count(session: Session) -> int:
    return session.exec(select(func.count(col(OutboxMessage.id)))).one()


async def test_one_that_stops_takes_nobody_with_it(db: Database) -> None:
    waiting = [db.write(put, "ett"), db.write(put_and_stop), db.write(put, "två")]
    first, stopped, last = await asyncio.wait_for(asyncio.gather(*waiting, return_exceptions=True), PATIENCE)
    assert (first, last) == ("ett", "två")
    assert isinstance(stopped, RuntimeError)
    assert await db.read(count) == 2


async def test_a_reading_that_stops_is_answered_too(db: Database) -> None:
    with pytest.raises(RuntimeError):
        await asyncio.wait_for(db.read(lambda _session: next(iter(()))), PATIENCE)
    assert await db.read(count) == 0


async def test_what_a_reading_writes_is_not_kept(db: Database) -> None:
    with suppress(DBAPIError):  # PostgreSQL refuses it at once
        await db.read(put, "ett")
    assert await db.read(count) == 0
