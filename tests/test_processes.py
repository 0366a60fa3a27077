"""Heavy work beside all else: what it gives and raises, and that it ends."""

import asyncio
import time
from functools import partial

import pytest

from bot.documents import plan_csv
from bot.domain.agreement_file import FileError
from handlers import processes
from handlers.processes import Stopped, apart

SLOWLY = 30.0  # seconds


async def test_what_it_gives_comes_back() -> None:
    assert await apart(partial(divmod, 7, 2), heavy=True) == (3, 1)


async def test_what_is_wrong_is_told_here() -> None:
    with pytest.raises(FileError) as told:
        await apart(partial(plan_csv.read, b"hej"), heavy=True)

    assert told.value.problems


async def test_what_takes_too_long_is_ended_and_said_so() -> None:
    began = time.monotonic()
    with pytest.raises(Stopped) as told:
        await apart(partial(time.sleep, SLOWLY), heavy=True, longest=0.1)

    assert told.value.sentence == processes.TOO_LONG
    assert time.monotonic() - began < SLOWLY / 3


async def test_two_at_a_time() -> None:
    """Each runs out its time, so that three take twice as long."""
    began = time.monotonic()
    three = [apart(partial(time.sleep, SLOWLY), heavy=True, longest=0.3) for _ in range(3)]
    ended = await asyncio.gather(*three, return_exceptions=True)

    assert {type(one) for one in ended} == {Stopped}
    assert time.monotonic() - began > 0.6
