"""Two transactions of PostgreSQL at once: the second meets what the first has done and not yet committed."""

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import text
from sqlmodel import Session

from storage.database import Database

T = TypeVar("T")
WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")


async def side_by_side(
    db: Database,
    first: Callable[[Session], object],
    second: Callable[[Session], T],
    then: Callable[[Session], object] = lambda _: None,
) -> T:
    """What `second` gives; it begins before `first` goes on to `then` and commits, when `second` waits or is done."""
    done, go = threading.Event(), threading.Event()

    def held(session: Session) -> None:
        try:
            first(session)
            session.flush()
        finally:
            done.set()
        go.wait(1)
        then(session)

    one = asyncio.create_task(db.write(held))
    await asyncio.to_thread(done.wait)
    two = asyncio.create_task(db.write(second))
    while not two.done() and not await db.read(_waits):
        pass
    go.set()
    await one
    return await two


def _waits(session: Session) -> bool:
    return bool(session.scalar(WAITING))
