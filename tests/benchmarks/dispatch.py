"""The process that sends: the bot's dispatcher, or a peer that builds and sends the same reminders from its own queue.

python -m tests.benchmarks.dispatch {ours,client,procrastinate,apscheduler} DATABASE_URL API_URL COUNT
"""

import asyncio
import logging
import sys
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import procrastinate
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from procrastinate.types import JSONDict
from pydantic import SecretStr
from slack_sdk import WebClient
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import create_engine, make_url
from sqlmodel import Session

from bot.app import only_serve, open_session, web_client
from bot.services.outbox import Outgoing, build_all
from bot.settings import Settings
from handlers.posting import EVENT_TYPE
from handlers.sending import Limits, Sender, real_time
from storage.database import Database
from storage.leases import Taken
from storage.models import OutboxMessage, Person
from tests.due_rows import FIRST

IN_FLIGHT = 50
TOKEN = "xoxb-bench"


async def ours(url: str, api: str, _count: int) -> None:
    settings = Settings(slack_bot_token=SecretStr(TOKEN), slack_api_url=api)
    async with open_session(settings) as session:
        sender = Sender(Database(url), web_client(settings, session), real_time, limits=Limits(in_flight=IN_FLIGHT))
        only_serve()
        await sender.send_all()


async def client_alone(url: str, api: str, count: int) -> None:
    """What so many in flight can do: the same message with other numbers, and no queue at all."""
    message = await Database(url).read(said, FIRST)
    numbers = iter(range(count))
    async with _client(api) as client:

        async def post() -> None:
            for number in numbers:
                await client.chat_postMessage(**message | {"metadata": _mark(FIRST + number)})

        await asyncio.gather(*(post() for _ in range(IN_FLIGHT)))


async def with_procrastinate(url: str, api: str, count: int) -> None:
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    app, db = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=address)), Database(url)
    async with app.open_async(), _client(api) as client:
        await app.schema_manager.apply_schema_async()

        @app.task(name="send")
        async def send(message_id: int) -> None:
            await client.chat_postMessage(**await db.read(said, message_id))

        jobs: list[JSONDict] = [{"message_id": FIRST + number} for number in range(count)]
        await send.batch_defer_async(*jobs)
        await app.run_worker_async(concurrency=IN_FLIGHT, wait=False, install_signal_handlers=False)


async def with_apscheduler(url: str, api: str, count: int) -> None:
    global _send
    engine, client = create_engine(url, pool_size=IN_FLIGHT), WebClient(TOKEN, api, retry_handlers=[])
    client.proxy = None

    def send(message_id: int) -> None:
        with Session(engine) as session:
            message = said(session, message_id)
        client.chat_postMessage(**message)

    _send = send
    scheduler = BackgroundScheduler(
        jobstores={"default": SQLAlchemyJobStore(url=url)},
        executors={"default": ThreadPoolExecutor(IN_FLIGHT)},
        job_defaults={"misfire_grace_time": None},
        timezone=UTC,
    )
    scheduler.start(paused=True)
    at = datetime.now(UTC) - timedelta(seconds=1)
    for number in range(count):
        scheduler.add_job(due, "date", run_date=at, args=[FIRST + number])
    scheduler.resume()
    await asyncio.sleep(3600)


def _nothing(message_id: int) -> None:
    raise NotImplementedError(message_id)


_send: Callable[[int], None] = _nothing


def due(message_id: int) -> None:
    """The job store keeps a name, so it must be found in the module."""
    _send(message_id)


def said(session: Session, message_id: int) -> dict[str, Any]:
    """As the bot's own dispatcher builds it, one at a time."""
    row = session.get_one(OutboxMessage, message_id)
    person = session.get_one(Person, row.person_id)
    now = datetime.now(UTC)
    message = Taken(
        person.user_id, row.id, row.purpose, row.person_id, row.payload, row.updates_id, row.due_at, 1, now, now
    )
    [outgoing] = build_all(session, [message], now)
    if not isinstance(outgoing, Outgoing):
        raise TypeError(outgoing)
    return {"channel": outgoing.channel, "metadata": _mark(message_id), **outgoing.payload}


def _mark(message_id: int) -> dict[str, Any]:
    return {"event_type": EVENT_TYPE, "event_payload": {"id": message_id}}


class _client:
    """One session, as the bot has."""

    def __init__(self, api: str) -> None:
        self._api = api

    async def __aenter__(self) -> AsyncWebClient:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10))
        client = AsyncWebClient(TOKEN, self._api, session=self._session, retry_handlers=[])
        client.proxy = None
        return client

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()


SUBJECTS: dict[str, Callable[[str, str, int], Coroutine[Any, Any, None]]] = {
    "ours": ours,
    "client": client_alone,
    "procrastinate": with_procrastinate,
    "apscheduler": with_apscheduler,
}

if __name__ == "__main__":
    from tests.benchmarks import dispatch  # jobs name their function by its module, which is not __main__

    logging.basicConfig(level=logging.CRITICAL)
    asyncio.run(dispatch.SUBJECTS[sys.argv[1]](sys.argv[2], sys.argv[3], int(sys.argv[4])))
