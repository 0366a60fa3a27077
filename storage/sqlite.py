"""SQLite has exactly one writer: a thread that commits together what waits together."""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlmodel import Session

from bot.domain.errors import Unavailable

Unit = Callable[[Session], Any]
Job = tuple[Unit, "Future[Any]"]

BATCH = 64
PRAGMAS = (
    "PRAGMA busy_timeout = 1000",  # Slack waits 3 s: what is saved after that would be told as failed
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)


def engine(url: str, *, begin: str) -> Engine:
    """`begin` starts a transaction. The driver's own BEGIN is off: deferred, it fails when a read becomes a write."""
    # Parameters are what people wrote: they must not stand in an error that is logged.
    made = create_engine(url, connect_args={"check_same_thread": False}, hide_parameters=True)

    @event.listens_for(made, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(made, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return made


class Writer:
    def __init__(self, made: Engine, committed: Callable[[Session], None]) -> None:
        self._engine = made
        self._committed = committed
        self._waiting: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="db-write", daemon=True)
        self._thread.start()

    def submit(self, unit: Unit) -> "asyncio.Future[Any]":
        done: Future[Any] = Future()
        self._waiting.put((unit, done))
        return asyncio.wrap_future(done)

    def close(self) -> None:
        self._waiting.put(None)
        self._thread.join()
        self._engine.dispose()

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None:
            jobs = [one for one in (job, *self._also_waiting()) if one[1].set_running_or_notify_cancel()]
            if len(jobs) == 1 or not self._together(jobs):
                for one in jobs:
                    self._alone(*one)
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
        except Exception as error:
            if not _is_busy(error):
                return False
            # Another process writes: whoever tried again alone would make the next one wait as long.
            for _, done in jobs:
                done.set_exception(_unavailable(error))
            return True
        for (_, done), result in zip(jobs, results, strict=True):
            done.set_result(result)
        return True

    def _alone(self, unit: Unit, done: "Future[Any]") -> None:
        try:
            done.set_result(self._commit([unit])[0])
        except (OperationalError, InterfaceError) as error:
            done.set_exception(_unavailable(error))
        except BaseException as error:
            done.set_exception(error)

    def _commit(self, units: list[Unit]) -> list[Any]:
        """Each unit has a session of its own on the shared transaction, so that none sees another's stale objects."""
        with self._engine.begin() as connection:
            sessions = [Session(connection, expire_on_commit=False, info={"connection": connection}) for _ in units]
            results = []
            for session, unit in zip(sessions, units, strict=True):
                results.append(unit(session))
                session.flush()
                session.close()
        for session in sessions:
            self._committed(session)
        return results


def _is_busy(error: Exception) -> bool:
    cause = error.orig if isinstance(error, OperationalError) else None
    return getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY


def _unavailable(error: Exception) -> Unavailable:
    unavailable = Unavailable()
    unavailable.__cause__ = error
    return unavailable
