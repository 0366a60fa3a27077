"""The sandbox's database as it is when the demo starts, and what tests look up in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache

import pytest
from sqlmodel import Session

from bot.domain.permissions import Actor
from bot.domain.words import Part
from bot.sandbox.demo import demo_start
from bot.sandbox.personas import Persona
from bot.sandbox.seed import seed
from bot.services import people
from storage import occurrences
from storage.occurrences import Listed
from tests.in_memory import engine_in_memory

START = demo_start(date(2026, 3, 1))


@contextmanager
def told(start: datetime = START) -> Iterator[Session]:
    """The story as far as `start`, in a database of its own: a copy of one in which it was told."""
    with _session(_story(start)) as session:
        yield session


@contextmanager
def told_anew(start: datetime = START) -> Iterator[Session]:
    with _session() as session:
        seed(session, start)
        session.commit()
        yield session


@pytest.fixture(scope="module")
def once() -> Iterator[Session]:
    with told() as session:
        yield session


@pytest.fixture
def seeded(once: Session) -> Iterator[Session]:
    """What a test changes is taken back."""
    yield once
    once.rollback()


@cache
def _story(start: datetime) -> sqlite3.Connection:
    kept = sqlite3.connect(":memory:", check_same_thread=False)
    with told_anew(start) as session:
        made = session.connection().connection.driver_connection
        assert isinstance(made, sqlite3.Connection)
        made.backup(kept)
    return kept


@contextmanager
def _session(copy_of: sqlite3.Connection | None = None) -> Iterator[Session]:
    engine = engine_in_memory(copy_of)
    with Session(engine, expire_on_commit=False) as session:
        yield session
    engine.dispose()


def actor(session: Session, persona: Persona, now: datetime = START) -> Actor:
    return people.actor(session, persona.team_id, persona.user_id, now)


def upcoming(session: Session, persona: Persona, kind: str) -> Listed:
    return next(
        one for one in occurrences.upcoming(session, actor(session, persona).person_id, START, 60) if one.kind == kind
    )


def named(session: Session, occurrence_id: int) -> list[tuple[str, Part]]:
    return [(one.user_id, one.part) for one in occurrences.named(session, occurrence_id)]


def utc(day: int, hour: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)
