"""PostgreSQL's threads: units of work side by side, each in a transaction of its own."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from bot.domain.errors import Unavailable
from storage.prepared import Direct

T = TypeVar("T")

RETRIED = {"40001", "40P01"}  # serialization failure, deadlock
NO_ANSWER = (OperationalError, InterfaceError, NoConnection)
"""Of a database that is not there, does not answer in time, or is busy."""

ANSWER_WITHIN = 2.5  # seconds: Slack waits 3 for a receipt
CONNECT_WITHIN = 2  # seconds
TIMEOUTS = {
    "connect_timeout": CONNECT_WITHIN,
    # Whoever stops in the middle, frozen or cut off, must not keep from the others what it holds.
    "options": "-c statement_timeout=1500 -c idle_in_transaction_session_timeout=5000",
    "tcp_user_timeout": 2000,
}


def engine(url: str, connections: int) -> Engine:
    return create_engine(
        url, connect_args=TIMEOUTS, pool_size=connections, max_overflow=0, pool_timeout=1, pool_pre_ping=True,
        hide_parameters=True,
    )  # fmt: skip


def patient_engine(url: str, **options: Any) -> Engine:
    """Beside the pool and without its limits, for what nobody waits for with three seconds at hand."""
    connect = {"connect_timeout": CONNECT_WITHIN}
    return create_engine(url, connect_args=connect, poolclass=NullPool, hide_parameters=True, **options)


class Readers:
    def __init__(self, made: Engine, threads: int) -> None:
        self._engine = made
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="db-read")

    def submit(self, unit: Callable[[Session], Any]) -> "asyncio.Future[Any]":
        return asyncio.get_running_loop().run_in_executor(self._threads, self._run, unit)

    def close(self) -> None:
        self._threads.shutdown()
        self._engine.dispose()

    def _run(self, unit: Callable[[Session], Any]) -> Any:
        try:
            with Session(self._engine, expire_on_commit=False) as session:
                connection = session.connection(execution_options={"postgresql_readonly": True})
                session.info["direct"] = Direct.of(connection)
                result = unit(session)
                session.commit()  # at a rollback psycopg forgets what it has prepared
                return result
        except NO_ANSWER as error:
            raise Unavailable from error


class Writers:
    def __init__(self, made: Engine, threads: int, committed: Callable[[Session], None]) -> None:
        self._engine = made
        self._committed = committed
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="db-write")

    def submit(self, unit: Callable[[Session], Any]) -> "asyncio.Future[Any]":
        given_up = threading.Event()
        running = asyncio.get_running_loop().run_in_executor(self._threads, self._run, unit, given_up)
        return asyncio.ensure_future(in_time(running, given_up))

    def close(self) -> None:
        self._threads.shutdown()

    def _run(self, unit: Callable[[Session], Any], given_up: threading.Event) -> Any:
        return _transact(self._engine, unit, self._committed, given_up)


def in_bulk(url: str, unit: Callable[[Session], T], committed: Callable[[Session], None]) -> T:
    """On a connection of its own. Raises Unavailable."""
    made = patient_engine(url)
    try:
        return _transact(made, unit, committed, threading.Event())
    finally:
        made.dispose()


async def in_time(answer: "asyncio.Future[T]", given_up: threading.Event | None = None) -> T:
    """Also when the connection just hangs: then its thread is told so, and left to end when it may."""
    try:
        async with asyncio.timeout(ANSWER_WITHIN):
            return await answer
    except TimeoutError as error:
        if given_up:
            given_up.set()
        raise Unavailable from error


def _transact(
    made: Engine, unit: Callable[[Session], T], committed: Callable[[Session], None], given_up: threading.Event
) -> T:
    """With one retry after a deadlock. Raises Unavailable."""
    try:
        try:
            return _once(made, unit, committed, given_up)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in RETRIED:
                raise
        return _once(made, unit, committed, given_up)
    except NO_ANSWER as error:
        raise Unavailable from error


def _once(
    made: Engine, unit: Callable[[Session], T], committed: Callable[[Session], None], given_up: threading.Event
) -> T:
    with Session(made, expire_on_commit=False) as session:
        session.info["direct"] = Direct.of(session.connection())
        result = unit(session)
        session.flush()
        if given_up.is_set():
            raise Unavailable  # and so they were told: it must not be saved now
        session.commit()
        committed(session)
        return result
