"""The dispatcher: takes what is due from the outbox, sends it, and writes down what became of it.

The guarantee: nothing that was committed is lost, and nothing is sent twice as long as Slack lets us ask. A message is
taken with a lease, and that is committed before Slack hears of it; whoever dies in between leaves a lease that runs
out, and whoever takes it then asks Slack first. No request outlives its lease: none begins later than time-outs allow.
One gap is left that nobody can close: who is frozen between that last look at the clock and the writing to the socket,
until the lease is over, may send what another has sent. Where Slack does not let us ask, a message comes twice rather
than not at all, and is counted.
"""

import asyncio
import logging
import traceback
import uuid
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import Unavailable
from bot.domain.words import MessageState
from bot.services import sending
from bot.services.files_sent import Upload, is_upload
from bot.services.outbox import Built, Ended, Outgoing, Wait, build_all
from handlers import files_sent
from handlers.posting import SHORTLY, TIMEOUT, Post
from handlers.results import NotNow, Refused, Result, Sent, Uncertain
from storage.database import Database
from storage.leases import Taken
from storage.marks import Mark
from storage.pace import Pace

MOMENT = 0.02  # seconds in which answers are gathered before they are written down, while others are on their way
AHEAD = 4
"""So many times what may be on its way is taken. At twice, one slot in eight stood empty with Slack 50 ms away."""

WAITS = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 1800, 3600))

log = logging.getLogger(__name__)


def real_time() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Limits:
    """In real time. `waits` are those after the first, second … attempt that may have arrived; the last goes on."""

    pace: Pace = field(default_factory=Pace)
    in_flight: int = 50
    lease: timedelta = timedelta(seconds=60)
    timeout: timedelta = TIMEOUT
    waits: Sequence[timedelta] = WAITS


class Sender:
    """`now` is the business clock; leases, waits and the pace live in real time.

    Up to `in_flight` messages are on their way to Slack, and `AHEAD` times as many are taken, so that nobody has to
    wait for the slowest, or for the database, before there is more to send. What became of them is written down for
    many at a time.
    """

    def __init__(
        self,
        db: Database,
        client: AsyncWebClient,
        now: Callable[[], datetime],
        *,
        real_now: Callable[[], datetime] = real_time,
        limits: Limits = Limits(),
    ) -> None:
        self.db = db
        self.post = Post(client, lambda: self.real_now(), limits.timeout)
        self.now = now
        self.real_now = real_now
        self.limits = limits
        self.owner = uuid.uuid4().hex
        self._slots = asyncio.Semaphore(limits.in_flight)
        self._most = AHEAD * limits.in_flight
        self._tasks: set[asyncio.Task[None]] = set()
        self._results: list[Mark] = []
        self._marking = False
        self._sending = asyncio.Lock()
        self._woken = asyncio.Event()
        self._changed = asyncio.Event()
        self._stopped = False

    async def run(self) -> None:
        """Until `stop`. Sends until nothing is due, then waits to be woken by a commit or the tick.

        Whatever went wrong, it goes on: without it nobody is told anything.
        """
        while not self._stopped:
            self._woken.clear()
            for failure in filter(None, await asyncio.gather(self.send_all(), return_exceptions=True)):
                _log(failure)
            await self._woken.wait()

    def wake(self) -> None:
        self._woken.set()
        self._changed.set()

    def stop(self) -> None:
        """What is on its way is finished first."""
        self._stopped = True
        self.wake()

    async def send_all(self) -> None:
        """Returns when nothing that may go now is left, and nothing is on its way. Raises Unavailable."""
        async with self._sending:
            while True:
                self._changed.clear()
                taken = await self._take()
                # What finished meanwhile freed its channel too late for this look.
                if not taken and not self._tasks and not self._changed.is_set():
                    return
                await self._until_more_may_go(taken)

    async def _until_more_may_go(self, taken: int) -> None:
        if self._tasks and taken < self.limits.in_flight:
            await self._changed.wait()
        while len(self._tasks) + len(self._results) > self._most:
            self._changed.clear()
            await self._changed.wait()

    async def _take(self) -> int:
        """The next are taken while these are built."""
        if self._stopped or self.post.is_held:
            return 0
        taken = await self.db.write(
            sending.take,
            now=self.now(),
            real_now=self.real_now(),
            owner=self.owner,
            limit=self.limits.in_flight,
            length=self.limits.lease,
            pace=self.limits.pace,
        )
        if taken:
            building = asyncio.ensure_future(self._build(taken))
            for message in taken:
                self._start(self._send(message, building))
        return len(taken)

    async def _build(self, taken: Sequence[Taken]) -> dict[int, Built | BaseException]:
        """Together; one by one if that fails: what hinders one message must not hold up the others."""
        together = await asyncio.gather(self.db.read(build_all, taken, self.now()), return_exceptions=True)
        if isinstance(together[0], list):
            return {message.id: built for message, built in zip(taken, together[0], strict=True)}
        alone = [self.db.read(build_all, [message], self.now()) for message in taken]
        answers = await asyncio.gather(*alone, return_exceptions=True)
        for failure in answers:
            if isinstance(failure, BaseException):
                _log(failure)
        return {
            message.id: answer[0] if isinstance(answer, list) else answer
            for message, answer in zip(taken, answers, strict=True)
        }

    async def _send(self, message: Taken, building: "asyncio.Future[dict[int, Built | BaseException]]") -> None:
        built = (await building)[message.id]
        if isinstance(built, BaseException) and not is_upload(message.payload):
            return  # its lease runs out, and it is tried again
        async with self._slots:
            result = await self._attempt(message, built)
        self._results.append(self._mark(message, result))
        if not self._marking:
            self._marking = True
            self._start(self._write_down())

    async def _write_down(self) -> None:
        """What comes in a moment, or while a transaction is written, goes into one."""
        while self._results:
            if len(self._tasks) > 1:
                await asyncio.sleep(MOMENT)
            results, self._results = self._results, []
            writing = self.db.write(sending.finish, self.owner, results, self.now())
            for failure in filter(None, await asyncio.gather(writing, return_exceptions=True)):
                _log(failure)  # leases run out, and Slack is asked
            self._changed.set()
        self._marking = False

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    async def _attempt(self, message: Taken, built: Built | BaseException) -> Result | Ended | Wait:
        match built:
            case BaseException():
                return files_sent.not_built(message, built, self.post)
            case Ended(channel=channel) if channel and (arrived := await self.post.arrived(message, channel)):
                return arrived
            case Ended() | Wait():
                return built
            case Outgoing(upload=Upload() as upload):
                return await files_sent.bring(message, built, upload, self.post)
            case _:
                return await self.post.attempt(message, built)

    def _mark(self, message: Taken, result: Result | Ended | Wait) -> Mark:
        real_now = self.real_now()
        free_at = real_now + self.limits.pace.channel
        match result:
            case Sent(channel, ts):
                return Mark(message, MessageState.SENT, free_at, sent_at=self.now(), conversation=channel, ts=ts)
            case NotNow(wait):
                again_at = real_now + wait
                return Mark(message, MessageState.PENDING, again_at, not_before=again_at, surely=True)
            case Uncertain(error):
                log.warning("sending %s: %s", message.id, error)
                again_at = real_now + self.limits.waits[min(message.attempts, len(self.limits.waits)) - 1]
                return Mark(message, MessageState.PENDING, free_at, not_before=again_at, error=error)
            case Refused(error, foreseen):
                log.log(logging.INFO if foreseen else logging.ERROR, "sending %s: refused, %s", message.id, error)
                return Mark(message, MessageState.FAILED, free_at, error=error)
            case Ended(state):
                return Mark(message, state, real_now)
            case Wait():
                # The channel is free at once: what this one waits for goes through it.
                return Mark(message, MessageState.PENDING, real_now, not_before=real_now + SHORTLY, surely=True)

    def _done(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if len(self._tasks) in (0, self._most):
            self._changed.set()
        if not task.cancelled() and (failure := task.exception()):
            _log(failure)  # leases run out, and Slack is asked


def _log(failure: BaseException) -> None:
    """Where, but not what it says: that may hold what people wrote."""
    frames = [] if isinstance(failure, Unavailable) else traceback.format_tb(failure.__traceback__)
    log.error("sending: %s\n%s", type(failure).__name__, "".join(frames))
