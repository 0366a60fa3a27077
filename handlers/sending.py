"""The dispatcher: takes what is due from the outbox, sends it, and writes down what became of it.

The guarantee: nothing that was committed is lost, and nothing is sent twice as long as Slack lets us ask. A message is
taken with a lease, and that is committed before Slack hears of it; whoever dies in between leaves a lease that runs
out, and whoever takes it then asks Slack first. No request outlives its lease: none begins later than time-outs allow.
Where Slack does not let us ask, a message comes twice rather than not at all, and is counted.
"""

import asyncio
import logging
import traceback
import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import Unavailable
from bot.services.outbox import Ended, Outgoing, Wait, build
from handlers.posting import TIMEOUT, NotNow, Post, Refused, Result, Sent, Uncertain
from storage import outbox
from storage.database import Database
from storage.models import OutboxMessage

LEASE = timedelta(seconds=60)
MARGIN = 4 * TIMEOUT  # opening the conversation, reading its history, updating, posting
IN_FLIGHT = 50
WAITS = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 1800, 3600))
UNTIL_ARRIVED = timedelta(seconds=1)

log = logging.getLogger(__name__)


def real_time() -> datetime:
    return datetime.now(UTC)


class Sender:
    """`now` is the business clock; leases, waits and `pace` (between two posts to a channel) live in real time."""

    def __init__(
        self,
        db: Database,
        client: AsyncWebClient,
        now: Callable[[], datetime],
        *,
        real_now: Callable[[], datetime] = real_time,
        pace: timedelta = timedelta(seconds=1),
    ) -> None:
        self.db = db
        self.post = Post(client)
        self.now = now
        self.real_now = real_now
        self.pace = pace
        self.owner = uuid.uuid4().hex
        self._free_at: dict[str, datetime] = {}
        self._round = asyncio.Lock()
        self._woken = asyncio.Event()
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

    def stop(self) -> None:
        """What is on its way is finished first."""
        self._stopped = True
        self._woken.set()

    async def send_all(self) -> None:
        """Returns when nothing that is due is left, and no round is under way."""
        while await self.send_due() and not self._stopped:
            pass

    async def send_due(self) -> int:
        """One round; gives how many messages were taken. Raises Unavailable."""
        async with self._round:
            real_now = self.real_now()
            self._free_at = {channel: at for channel, at in self._free_at.items() if at > real_now}
            taken = await self.db.write(
                outbox.lease, now=self.now(), real_now=real_now, owner=self.owner, limit=IN_FLIGHT, length=LEASE
            )
            results = await asyncio.gather(*map(self._in_order, _by_recipient(taken)), return_exceptions=True)
        for failure in filter(None, results):
            # Its lease runs out, and it is tried again; what hinders one message must not hold up the others.
            _log(failure)
        return len(taken)

    async def _in_order(self, messages: Iterable[OutboxMessage]) -> None:
        for message in messages:
            await self._send(message)

    async def _send(self, message: OutboxMessage) -> None:
        match await self.db.read(build, message, self.now()):
            case Ended() as ended:
                await self._end(message, ended)
            case Wait():
                await self._release(message, UNTIL_ARRIVED)
            case Outgoing() as outgoing if wait := self._wait(message, outgoing.channel):
                await self._release(message, wait)
            case Outgoing() as outgoing:
                await self._mark(message, await self.post.attempt(message, outgoing))

    async def _end(self, message: OutboxMessage, ended: Ended) -> None:
        if ended.channel and (arrived := await self.post.arrived(message, ended.channel)):
            await self._mark(message, arrived)
        else:
            await self.db.write(outbox.mark_ended, [message.id], ended.state)

    def _wait(self, message: OutboxMessage, channel: str) -> timedelta:
        """How long to leave the message alone; nothing when it may go now, and then its channel is taken."""
        real_now = self.real_now()
        if message.lease_until and message.lease_until - MARGIN <= real_now:
            return UNTIL_ARRIVED
        wait = self._free_at.get(channel, real_now) - real_now
        if wait > timedelta(0):
            return wait
        self._free_at[channel] = real_now + self.pace
        return timedelta(0)

    async def _mark(self, message: OutboxMessage, result: Result) -> None:
        match result:
            case Sent(channel, ts):
                await self.db.write(outbox.mark_sent, message.id, self.owner, at=self.now(), channel=channel, ts=ts)
            case NotNow(wait):
                await self._release(message, wait)
            case Uncertain(error):
                log.warning("sending %s: %s", message.id, error)
                not_before = self.real_now() + WAITS[min(message.attempts, len(WAITS)) - 1]
                await self.db.write(outbox.mark_later, message.id, self.owner, not_before=not_before, error=error)
            case Refused(error):
                self.post.counts["failed"] += 1
                log.error("sending %s: refused, %s", message.id, error)
                await self.db.write(outbox.mark_failed, message.id, self.owner, error=error)

    async def _release(self, message: OutboxMessage, wait: timedelta) -> None:
        await self.db.write(outbox.release, message.id, self.owner, not_before=self.real_now() + wait)


def _log(failure: BaseException) -> None:
    """Where, but not what it says: that may hold what people wrote."""
    frames = [] if isinstance(failure, Unavailable) else traceback.format_tb(failure.__traceback__)
    log.error("sending: %s\n%s", type(failure).__name__, "".join(frames))


def _by_recipient(messages: Iterable[OutboxMessage]) -> list[list[OutboxMessage]]:
    """People read their messages in the order in which they became due; different people's go side by side."""
    groups: dict[object, list[OutboxMessage]] = {}
    for message in messages:
        groups.setdefault(message.channel or message.person_id, []).append(message)
    return list(groups.values())
