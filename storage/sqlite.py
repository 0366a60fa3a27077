"""SQLite has exactly one writer: a thread that commits together what waits together."""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlmodel import Session

from bot.domain.errors import Unavailable

Unit = Callable[[Session], Any]
Job = tuple[Unit, "asyncio.Future[Any]"]
Answer = tuple["asyncio.Future[Any]", Any, BaseException | None]

BATCH = 64
PRAGMAS = (
    "PRAGMA busy_timeout = 1000",  # Slack waits 3 s: what is saved after that would be told as failed
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)


def engine(url: str, *, begin: str | None) -> Engine:
    """`begin` starts a transaction. The driver's own BEGIN is off: deferred, it fails when a read becomes a write.

    Without `begin` whoever uses the engine begins and commits by `run`.
    """
    # Parameters are what people wrote: they must not stand in an error that is logged.
    made = create_engine(url, connect_args={"check_same_thread": False}, hide_parameters=True)

    @event.listens_for(made, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(pragma)

    if begin:
        event.listen(made, "begin", lambda connection: run(connection, begin))
    return made


def run(connection: Connection, statement: str) -> None:
    """On the driver's own connection: SQLAlchemy's way around it takes five times as long."""
    driver: Any = connection.connection.dbapi_connection
    try:
        driver.execute(statement)
    except sqlite3.Error as error:
        raise DBAPIError.instance(statement, None, error, sqlite3.Error, dialect=connection.dialect) from error


class Writer:
    def __init__(self, made: Engine, committed: Callable[[Session], None]) -> None:
        self._engine = made
        self._committed = committed
        self._session: Session | None = None
        self._waiting: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="db-write", daemon=True)
        self._thread.start()

    def submit(self, unit: Unit) -> "asyncio.Future[Any]":
        done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.put((unit, done))
        return done

    def close(self) -> None:
        self._waiting.put(None)
        self._thread.join()
        self._engine.dispose()

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None:
            jobs = [one for one in (job, *self._also_waiting()) if not one[1].cancelled()]
            if len(jobs) == 1 or not self._together(jobs):
                for one in jobs:
                    self._alone(*one)
        self._forget_session()
        with self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA optimize")

    def _also_waiting(self) -> list[Job]:
        jobs: list[Job] = []
        while len(jobs) < BATCH and not self._waiting.empty():
            job = self._waiting.get()
            if job is None:
                self._waiting.put(None)
                break
            jobs.append(job)
        return jobs

    def _together(self, jobs: list[Job]) -> bool:
        """False, with nothing saved, if any of them failed: then each gets its own transaction."""
        try:
            results = self._commit([unit for unit, _ in jobs])
        except Exception as error:  # any unit's, of any kind: who of them it was shows when each runs alone
            if not _is_busy(error):
                return False
            # Another process writes: whoever tried again alone would make the next one wait as long.
            _tell([(done, None, _unavailable(error)) for _, done in jobs])
            return True
        _tell([(done, result, None) for (_, done), result in zip(jobs, results, strict=True)])
        return True

    def _alone(self, unit: Unit, done: "asyncio.Future[Any]") -> None:
        try:
            _tell([(done, self._commit([unit])[0], None)])
        except (OperationalError, InterfaceError) as error:
            _tell([(done, None, _unavailable(error))])
        except BaseException as error:  # raised where it is awaited; here it would end the only writer
            _tell([(done, None, error)])

    def _commit(self, units: list[Unit]) -> list[Any]:
        """None of the units sees another's objects, which may be stale by then."""
        session = self._session or self._new_session()
        connection: Connection = session.info["connection"]
        results = []
        try:
            run(connection, "BEGIN IMMEDIATE")
            for unit in units:
                results.append(unit(session))
                if session.in_transaction():  # it made objects; most units on a report's path do not
                    session.flush()
                    session.close()
            run(connection, "COMMIT")
        except BaseException:  # passed on: only the session, which may hold half of it, is not used again
            self._forget_session()
            raise
        self._committed(session)
        return results

    def _new_session(self) -> Session:
        """Kept, with its connection, until something fails: making both costs as much as a report's whole reading."""
        connection = self._engine.connect()
        connection.begin()  # for SQLAlchemy one transaction that never ends; the database's own are those of `_commit`
        self._session = Session(connection, expire_on_commit=False, info={"connection": connection})
        return self._session

    def _forget_session(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session.info["connection"].close()
        self._session = None


def _tell(answers: list[Answer]) -> None:
    """To each loop in one call: waking it costs more than telling it ten things."""
    by_loop: dict[asyncio.AbstractEventLoop, list[Answer]] = {}
    for answer in answers:
        by_loop.setdefault(answer[0].get_loop(), []).append(answer)
    for loop, some in by_loop.items():
        if not loop.is_closed():
            loop.call_soon_threadsafe(_set, some)


def _set(answers: list[Answer]) -> None:
    for done, result, error in answers:
        if done.done():  # who asked has stopped waiting
            continue
        if error is None:
            done.set_result(result)
        else:
            done.set_exception(error)


def _is_busy(error: Exception) -> bool:
    cause = error.orig if isinstance(error, OperationalError) else None
    return getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY


def _unavailable(error: Exception) -> Unavailable:
    unavailable = Unavailable()
    unavailable.__cause__ = error
    return unavailable
