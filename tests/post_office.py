"""A sender between a database and a sandbox workspace, with a real clock that stands still until it is wound."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlmodel import Session, col, select

from bot.domain.words import Purpose
from bot.sandbox.clock import Clock
from bot.sandbox.faults import Faults
from bot.sandbox.server import Running
from handlers.posting import TIMEOUT
from handlers.sending import Limits, Sender
from storage import migrate, outbox
from storage.database import Database
from storage.models import OutboxMessage
from storage.pace import Pace
from tests.databases import Create
from tests.sandbox_bot import ANNA, START, running_sandbox, web_client


@dataclass
class PostOffice:
    slack: Running
    db: Database
    client: AsyncWebClient
    real: Clock = field(default_factory=lambda: Clock(START, running=False))

    @property
    def faults(self) -> Faults:
        return self.slack.sandbox.faults

    def sender(self, pace: timedelta = timedelta(0)) -> Sender:
        limits = Limits(Pace(pace))
        return Sender(self.db, self.client, self.slack.sandbox.clock.now, real_now=self.real.now, limits=limits)

    async def put(self, text: str, channel: str = ANNA, due_at: datetime = START) -> None:
        await self.db.write(
            outbox.put, key=text, purpose=Purpose.NOTICE, due_at=due_at, channel=channel, payload={"text": text}
        )

    async def add(self, **values: Any) -> None:
        await self.db.write(_add, values)

    async def rows(self) -> list[OutboxMessage]:
        return await self.db.read(_rows)

    def seen(self, user: str = ANNA) -> list[str]:
        return [message.text for message in self.slack.sandbox.person(user).sees(user)]

    async def later(self, sender: Sender, seconds: float) -> list[str]:
        """What Anna sees when the sender has tried again so much later."""
        self.real.wind(timedelta(seconds=seconds))
        await sender.send_all()
        return self.seen()

    @asynccontextmanager
    async def impatient(self) -> AsyncIterator[None]:
        """Nobody waits long for an answer of Slack's."""
        patient, limit = self.client.session, aiohttp.ClientTimeout(sock_read=0.1)
        async with aiohttp.ClientSession(timeout=limit) as self.client.session:
            yield
        self.client.session = patient


@pytest.fixture
async def office(database_from: Callable[[Create], str]) -> AsyncIterator[PostOffice]:
    db = Database(database_from(migrate.upgrade))
    limit = aiohttp.ClientTimeout(total=TIMEOUT.total_seconds())
    async with running_sandbox() as slack, aiohttp.ClientSession(timeout=limit) as session:
        client = web_client(slack)
        client.session = session
        yield PostOffice(slack, db, client)
    db.close()


def _add(session: Session, values: dict[str, Any]) -> None:
    session.add(OutboxMessage(**{"purpose": Purpose.NOTICE, "due_at": START, "channel": ANNA, **values}))


def _rows(session: Session) -> list[OutboxMessage]:
    return list(session.exec(select(OutboxMessage).order_by(col(OutboxMessage.id))))
