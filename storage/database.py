"""One way to the database: `await db.read(fn, …)` and `await db.write(fn, …)`, each one transaction, committed here.

`fn` is an ordinary function whose first argument is an open session. It may be run a second time (after a deadlock, or
when another unit of the same batch failed), so it must do nothing but read and write rows.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlmodel import Session

from bot.domain.errors import Unavailable
from storage import postgres_threads, sqlite, sqlite_threads
from storage.postgres_threads import NO_ANSWER, in_time

P = ParamSpec("P")
T = TypeVar("T")
Unit = Callable[[Session], Any]

READERS, WRITERS = 6, 4


class Threads(Protocol):
    """Run a unit of work in a transaction of its own; a writer may share one among those who wait."""

    def submit(self, unit: Unit) -> "asyncio.Future[Any]": ...

    def close(self) -> None: ...


class Database:
    def __init__(self, url: str) -> None:
        self.url = normal_url(url)
        self._listeners: list[Callable[[], None]] = []
        self._readers: Threads
        self._writer: Threads
        if self.is_sqlite:
            self._readers = sqlite_threads.Readers(sqlite.engine(self.url, begin=None, mapped=True), READERS)
            self._writer = sqlite_threads.Writer(sqlite.engine(self.url, begin=None), self._committed)
        else:
            engine = postgres_threads.engine(self.url, READERS + WRITERS)
            self._readers = postgres_threads.Readers(engine, READERS)
            self._writer = postgres_threads.Writers(engine, WRITERS, self._committed)

    @property
    def is_sqlite(self) -> bool:
        return self.url.startswith("sqlite")

    async def read(self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Raises Unavailable when the database does not answer."""
        result: T = await in_time(self._readers.submit(_unit(fn, *args, **kwargs)))
        return result

    async def write(self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Returns after the commit. Raises Unavailable when nothing could be saved."""
        result: T = await self._writer.submit(_unit(fn, *args, **kwargs))
        return result

    async def bulk(self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `write`, for thousands of rows, that nobody waits for with three seconds at hand.

        On PostgreSQL beside the pool and without its limits, so that others are answered meanwhile. SQLite has one
        writer: what is to be worked out is worked out before, and what is left takes less than a second.
        """
        if self.is_sqlite:
            return await self.write(fn, *args, **kwargs)
        run = partial(postgres_threads.in_bulk, self.url, _unit(fn, *args, **kwargs), self._committed)
        return await asyncio.get_running_loop().run_in_executor(None, run)

    def on_outbox(self, wake: Callable[[], None]) -> None:
        """`wake` is called, from any thread, after each commit that put something in the outbox."""
        self._listeners.append(wake)

    def close(self) -> None:
        self._writer.close()
        self._readers.close()

    def _committed(self, session: Session) -> None:
        if session.info.pop("outbox", False):
            for wake in self._listeners:
                wake()


def _unit(fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> Callable[[Session], T]:
    def unit(session: Session) -> T:
        try:
            return fn(session, *args, **kwargs)
        except StopIteration as error:  # the only one that a future does not take: nobody would be answered
            raise RuntimeError("a unit of work asked for a next one where there is none") from error

    return unit


@contextmanager
def snapshot(url: str) -> Iterator[Session]:
    """Everything as it is at one moment, for as long as reading takes, on a connection of its own. Raises Unavailable.

    For a process beside the bot, which neither writes nor is waited for.
    """
    engine = _of_one_moment(normal_url(url))
    try:
        with Session(engine) as session:
            yield session
    except NO_ANSWER as error:
        raise Unavailable from error
    finally:
        engine.dispose()


def address(session: Session) -> str:
    """Where another process finds the same database; holds its password."""
    return session.connection().engine.url.render_as_string(hide_password=False)


def _of_one_moment(url: str) -> Engine:
    if url.startswith("sqlite"):
        return sqlite.engine(url, begin="BEGIN", mapped=True)
    return postgres_threads.patient_engine(url, isolation_level="REPEATABLE READ")


def normal_url(url: str) -> str:
    """The same database through the drivers we ship; raises ValueError for any other database."""
    parsed = make_url(url)
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        if parsed.database in (None, "", ":memory:"):
            raise ValueError("SQLite behöver en fil, till exempel sqlite:///lofte.db")
        return parsed.set(drivername="sqlite").render_as_string(hide_password=False)
    if backend in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    raise ValueError(f"databasen {backend} stöds inte, använd sqlite eller postgresql")
