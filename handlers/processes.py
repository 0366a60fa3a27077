"""Heavy work in a process of its own: no more than a few at once, for no longer than people wait, then ended."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from multiprocessing import TimeoutError as TookTooLong
from multiprocessing import get_context
from typing import TypeVar
from weakref import WeakKeyDictionary

from bot.domain.errors import UserError

T = TypeVar("T")

AT_ONCE = 2
LONGEST = 60.0  # seconds, of real time
LONGEST_WAIT = 120.0  # seconds, for others to be done
TOO_LONG = "Det tog mer än en minut, så jag avbröt. Inget är ändrat. Försök igen med något mindre."
TOO_MANY = "Jag arbetar med andra stora filer just nu. Inget är ändrat. Försök igen om några minuter."

_slots: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


class Stopped(UserError):
    """It was not done, and nothing of it is under way any more."""


async def apart(work: Callable[[], T], *, heavy: bool, longest: float = LONGEST) -> T:
    """`heavy` is seconds of pure Python: in a thread they would hold up every acknowledgement. Then picklable.

    `longest` is in seconds. Raises Stopped.
    """
    if not heavy:
        return await asyncio.to_thread(work)
    async with _turn():
        return await asyncio.to_thread(_in_a_process, work, longest)


@asynccontextmanager
async def _turn() -> AsyncIterator[None]:
    slots = _slots.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))
    try:
        await asyncio.wait_for(slots.acquire(), LONGEST_WAIT)
    except TimeoutError as error:
        raise Stopped(TOO_MANY) from error
    try:
        yield
    finally:
        slots.release()


def _in_a_process(work: Callable[[], T], longest: float) -> T:
    """The pool ends its process on the way out. One that dies by itself is not told of, and runs out its time."""
    with get_context("spawn").Pool(1) as pool:
        try:
            return pool.apply_async(work).get(longest)
        except TookTooLong as error:
            raise Stopped(TOO_LONG) from error
