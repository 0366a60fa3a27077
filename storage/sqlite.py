"""SQLite's connections, with transactions that begin and end where we say."""

import sqlite3
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from storage.prepared import Direct

PRAGMAS = (
    "PRAGMA busy_timeout = 1000",  # Slack waits 3 s: what is saved after that would be told as failed
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)

# Scattered rows of a large file are read in four fifths of the time. The price: where the disk fails, the process ends
# instead of raising an error. Whoever restarts it has lost nothing, but the writer does not map what it changes.
MAPPED = f"PRAGMA mmap_size = {1 << 30}"


def engine(url: str, *, begin: str | None, mapped: bool = False) -> Engine:
    """`begin` starts a transaction. The driver's own BEGIN is off: deferred, it fails when a read becomes a write.

    Without `begin` whoever uses the engine begins and commits by `run`. `mapped` is for reading alone.
    """
    # Parameters are what people wrote: they must not stand in an error that is logged.
    made = create_engine(url, connect_args={"check_same_thread": False}, hide_parameters=True)

    @event.listens_for(made, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (*PRAGMAS, MAPPED) if mapped else PRAGMAS:
            connection.execute(pragma)

    if begin:
        event.listen(made, "begin", lambda connection: run(Direct.of(connection), begin))
    return made


def run(direct: Direct, statement: str) -> None:
    """On the driver's own connection: SQLAlchemy's way around it takes five times as long."""
    try:
        direct.driver.execute(statement)
    except sqlite3.Error as error:
        raise DBAPIError.instance(statement, None, error, sqlite3.Error, dialect=direct.dialect) from error


class Kept:
    """A thread's session and connection, until something fails in them.

    Opening both for each unit of work costs as much as all that is read for a report.
    """

    def __init__(self, made: Engine) -> None:
        self._engine = made
        self._session: Session | None = None

    @property
    def is_open(self) -> bool:
        return self._session is not None

    def session(self) -> Session:
        return self._session or self._opened()

    def forget(self) -> None:
        """Takes back what is not committed."""
        if self._session is not None:
            self._session.close()
            self._session.info["connection"].close()
        self._session = None

    def _opened(self) -> Session:
        connection = self._engine.connect()
        connection.begin()  # for SQLAlchemy one transaction that never ends; the database's own begin and end by `run`
        info = {"connection": connection, "direct": Direct.of(connection)}
        self._session = Session(connection, expire_on_commit=False, info=info)
        return self._session
