"""A process that sends, to be killed and frozen: the bot's own sender, or one of the two that lose and double."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import update
from sqlmodel import Session, col

from bot.domain.words import MessageState
from bot.services.outbox import Outgoing, build_all
from handlers.posting import Post
from handlers.results import Sent
from handlers.sending import Limits, Sender, real_time
from storage import leases
from storage.database import Database
from storage.leases import Taken
from storage.models import OutboxMessage
from storage.pace import Pace

TICK = 0.05  # seconds
LIMITS = Limits(
    pace=Pace(timedelta(0)),
    in_flight=5,
    lease=timedelta(seconds=1.5),
    timeout=timedelta(seconds=0.5),
    waits=[timedelta(seconds=0.1), timedelta(seconds=0.3)],
)


class SendFirst(Post):
    """Whose lease is over is sent again: nobody asks whether it arrived."""

    async def _found(self, message: Taken, channel: str) -> Sent | None:  # noqa: ARG002
        return None


def run(kind: str, name: str, database_url: str, api_url: str) -> None:
    """Until it is killed."""
    logging.disable()
    asyncio.run(_run(kind, name, database_url, api_url))


async def _run(kind: str, name: str, database_url: str, api_url: str) -> None:
    db = Database(database_url)
    limit = aiohttp.ClientTimeout(total=LIMITS.timeout.total_seconds())
    async with aiohttp.ClientSession(timeout=limit) as session:
        client = AsyncWebClient("xoxb-fault", api_url, session=session, retry_handlers=[], user_agent_prefix=name)
        client.proxy = None
        if kind == "mark first":
            await mark_first(db, client)
        sender = Sender(db, client, real_time, limits=LIMITS)
        if kind == "send first":
            sender.post = SendFirst(client, real_time, LIMITS.timeout)
        await asyncio.gather(sender.run(), tick(sender))


async def tick(sender: Sender) -> None:
    while True:
        await asyncio.sleep(TICK)
        sender.wake()


async def mark_first(db: Database, client: AsyncWebClient) -> None:
    """Takes what is due and writes down that it was sent, then sends it."""
    while True:
        taken = await db.write(_take_as_sent)
        built = await db.read(build_all, taken, real_time())
        posts = [
            client.api_call(
                "chat.postMessage", json={"channel": one.channel, "metadata": _mark(message), **one.payload}
            )
            for message, one in zip(taken, built, strict=True)
            if isinstance(one, Outgoing)
        ]
        await asyncio.gather(*posts, return_exceptions=True)
        await asyncio.sleep(0 if taken else TICK)


def _take_as_sent(session: Session) -> Sequence[Taken]:
    now = datetime.now(UTC)
    taken = leases.take(
        session, now=now, real_now=now, owner="-", limit=LIMITS.in_flight, length=LIMITS.lease, at_pace=LIMITS.pace
    )
    ids = [message.id for message in taken]
    session.connection().execute(
        update(OutboxMessage).where(col(OutboxMessage.id).in_(ids)).values(state=MessageState.SENT)
    )
    return taken


def _mark(message: Taken) -> dict[str, object]:
    return {"event_type": "lofte_message", "event_payload": {"id": message.id}}
