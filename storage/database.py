"""One way to the database: `await db.read(fn, …)` and `await db.write(fn, …)`, each one transaction, committed here.

`fn` is an ordinary function whose first argument is an open session. It may be run a second time (after a deadlock, or
when another unit of the same batch failed), so it must do nothing but read and write rows.
"""

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from bot.domain.errors import Unavailable
from storage import sqlite, sqlite_threads

P = ParamSpec("P")
T = TypeVar("T")
Unit = Callable[[Session], Any]

RETRIED = {"40001", "40P01"}  # PostgreSQL: serialization failure, deadlock
READERS, WRITERS = 6, 4
NO_ANSWER = (OperationalError, InterfaceError, NoConnection)
"""Of a database that is not there, does not answer in time, or is busy."""

ANSWER_WITHIN = 2.5  # seconds: Slack waits 3 for a receipt
TIMEOUTS = {
    "connect_timeout": 2,
    # Whoever stops in the middle, frozen or cut off, must not keep from the others what it holds.
    "options": "-c statement_timeout=1500 -c idle_in_transaction_session_timeout=5000",
    "tcp_user_timeout": 2000,
}


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
            self._readers = sqlite_threads.Readers(sqlite.engine(self.url, begin=None), READERS)
            self._writer = sqlite_threads.Writer(sqlite.engine(self.url, begin=None), self._committed)
        else:
            engine = create_engine(
                self.url, connect_args=TIMEOUTS, pool_size=READERS + WRITERS, max_overflow=0, pool_timeout=1,
                pool_pre_ping=True, hide_parameters=True,
            )  # fmt: skip
            self._readers = PooledReaders(engine)
            self._writer = PooledWriter(engine, self._committed)

    @property
    def is_sqlite(self) -> bool:
        return self.url.startswith("sqlite")

    async def read(self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Raises Unavailable when the database does not answer."""
        result: T = await _in_time(self._readers.submit(_unit(fn, *args, **kwargs)))
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
        run = partial(self._in_bulk, _unit(fn, *args, **kwargs))
        return await asyncio.get_running_loop().run_in_executor(None, run)

    def on_outbox(self, wake: Callable[[], None]) -> None:
        """`wake` is called, from any thread, after each commit that put something in the outbox."""
        self._listeners.append(wake)

    def close(self) -> None:
        self._writer.close()
        self._readers.close()

    def _in_bulk(self, unit: Callable[[Session], T]) -> T:
        limits = {"connect_timeout": TIMEOUTS["connect_timeout"]}
        engine = create_engine(self.url, connect_args=limits, poolclass=NullPool, hide_parameters=True)
        try:
            return _transact(engine, unit, self._committed, threading.Event())
        finally:
            engine.dispose()

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


class PooledReaders:
    """PostgreSQL: side by side."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(READERS, thread_name_prefix="db-read")

    def submit(self, unit: Unit) -> "asyncio.Future[Any]":
        return asyncio.get_running_loop().run_in_executor(self._threads, self._run, unit)

    def close(self) -> None:
        self._threads.shutdown()
        self._engine.dispose()

    def _run(self, unit: Unit) -> Any:
        try:
            with Session(self._engine, expire_on_commit=False) as session:
                session.info["connection"] = session.connection(execution_options={"postgresql_readonly": True})
                result = unit(session)
                session.commit()  # at a rollback psycopg forgets what it has prepared
                return result
        except NO_ANSWER as error:
            raise Unavailable from error


class PooledWriter:
    """PostgreSQL: each unit in its own transaction, side by side; one retry after a deadlock."""

    def __init__(self, engine: Engine, committed: Callable[[Session], None]) -> None:
        self._engine = engine
        self._committed = committed
        self._threads = ThreadPoolExecutor(WRITERS, thread_name_prefix="db-write")

    def submit(self, unit: Unit) -> "asyncio.Future[Any]":
        given_up = threading.Event()
        running = asyncio.get_running_loop().run_in_executor(self._threads, self._run, unit, given_up)
        return asyncio.ensure_future(_in_time(running, given_up))

    def close(self) -> None:
        self._threads.shutdown()

    def _run(self, unit: Unit, given_up: threading.Event) -> Any:
        return _transact(self._engine, unit, self._committed, given_up)


def _transact(
    engine: Engine, unit: Callable[[Session], T], committed: Callable[[Session], None], given_up: threading.Event
) -> T:
    """With one retry after a deadlock. Raises Unavailable."""
    try:
        try:
            return _once(engine, unit, committed, given_up)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in RETRIED:
                raise
        return _once(engine, unit, committed, given_up)
    except NO_ANSWER as error:
        raise Unavailable from error


def _once(
    engine: Engine, unit: Callable[[Session], T], committed: Callable[[Session], None], given_up: threading.Event
) -> T:
    with Session(engine, expire_on_commit=False) as session:
        session.info["connection"] = session.connection()
        result = unit(session)
        session.flush()
        if given_up.is_set():
            raise Unavailable  # and so they were told: it must not be saved now
        session.commit()
        committed(session)
        return result


async def _in_time(answer: "asyncio.Future[T]", given_up: threading.Event | None = None) -> T:
    """Also when the connection just hangs: then its thread is told so, and left to end when it may."""
    try:
        async with asyncio.timeout(ANSWER_WITHIN):
            return await answer
    except TimeoutError as error:
        if given_up:
            given_up.set()
        raise Unavailable from error


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
        return sqlite.engine(url, begin="BEGIN")
    limits = {"connect_timeout": TIMEOUTS["connect_timeout"]}
    return create_engine(
        url, connect_args=limits, poolclass=NullPool, hide_parameters=True, isolation_level="REPEATABLE READ"
    )


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
