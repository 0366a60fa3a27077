"""SQLite's threads: some that read, and exactly one writer, which commits together what waits together."""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlmodel import Session

from bot.domain.errors import Unavailable
from storage import sqlite
from storage.prepared import Direct

Unit = Callable[[Session], Any]
Job = tuple[Unit, "asyncio.Future[Any]"]
Answer = tuple["asyncio.Future[Any]", Any, BaseException | None]

BATCH = 64


class Readers:
    """Each unit in a transaction of its own, which sees one state of the database."""

    def __init__(self, made: Engine, threads: int) -> None:
        self._engine = made
        self._waiting: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=self._work, name="db-read", daemon=True) for _ in range(threads)]
        for thread in self._threads:
            thread.start()

    def submit(self, unit: Unit) -> "asyncio.Future[Any]":
        return _put(self._waiting, unit)

    def close(self) -> None:
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()
        self._engine.dispose()

    def _work(self) -> None:
        kept = sqlite.Kept(self._engine)
        while (job := self._waiting.get()) is not None:
            unit, done = job
            if not done.cancelled():
                _tell([(done, *_tried(partial(_read, kept), unit))])
        kept.forget()


def _read(kept: sqlite.Kept, unit: Unit) -> Any:
    try:
        session = kept.session()
        direct: Direct = session.info["direct"]
        sqlite.run(direct, "BEGIN")
        result = unit(session)
        if session.in_transaction():  # it made objects, which nobody else is to see
            session.close()
        sqlite.run(direct, "ROLLBACK")
    except BaseException:  # passed on: only the session, which may hold half of it, is not used again
        kept.forget()
        raise
    return result


class Writer:
    def __init__(self, made: Engine, committed: Callable[[Session], None]) -> None:
        self._engine = made
        self._committed = committed
        self._kept = sqlite.Kept(made)
        self._waiting: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="db-write", daemon=True)
        self._thread.start()

    def submit(self, unit: Unit) -> "asyncio.Future[Any]":
        return _put(self._waiting, unit)

    def close(self) -> None:
        self._waiting.put(None)
        self._thread.join()
        self._engine.dispose()

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None:
            jobs = [one for one in (job, *self._also_waiting()) if not one[1].cancelled()]
            if len(jobs) == 1 or not self._together(jobs):
                for unit, done in jobs:
                    _tell([(done, *_tried(self._alone, unit))])
        wrote = self._kept.is_open  # not so where the file could not be opened: it cannot be now either
        self._kept.forget()
        if wrote:
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

    def _alone(self, unit: Unit) -> Any:
        return self._commit([unit])[0]

    def _commit(self, units: list[Unit]) -> list[Any]:
        """None of the units sees another's objects, which may be stale by then."""
        results = []
        try:
            session = self._kept.session()
            direct: Direct = session.info["direct"]
            sqlite.run(direct, "BEGIN IMMEDIATE")
            for unit in units:
                results.append(unit(session))
                if session.in_transaction():  # it made objects; most units on a report's path do not
                    session.flush()
                    session.close()
            sqlite.run(direct, "COMMIT")
        except BaseException:  # as in `_read`
            self._kept.forget()
            raise
        self._committed(session)
        return results


def _put(waiting: "queue.SimpleQueue[Job | None]", unit: Unit) -> "asyncio.Future[Any]":
    done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    waiting.put((unit, done))
    return done


def _tried(work: Callable[[Unit], Any], unit: Unit) -> tuple[Any, BaseException | None]:
    """What it gave, or what it raised."""
    try:
        return work(unit), None
    except (OperationalError, InterfaceError) as error:
        return None, _unavailable(error)
    except BaseException as error:  # told to whoever awaits it; here it would end the thread
        return None, error


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
