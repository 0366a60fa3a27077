"""SQLite databases in memory with every table and no row: copies of one that is made once."""

import sqlite3
from functools import cache

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool

from storage.models import Row


def engine_in_memory(made: sqlite3.Connection | None = None) -> Engine:
    """Of one connection, for any thread; the database is gone with it. `made`: what it is a copy of, if not empty."""
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    (made or _empty()).backup(copy)
    return _engine(copy)


@cache
def _empty() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", check_same_thread=False)
    Row.metadata.create_all(_engine(made))
    return made


def _engine(connection: sqlite3.Connection) -> Engine:
    return create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
