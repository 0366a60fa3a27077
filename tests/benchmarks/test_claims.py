"""Taking what is due: as fast with a million rows as with ten thousand; and what is due all at once is not lost."""

import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import create_engine, text
from sqlmodel import Session

from bot.domain.words import MessageState
from handlers.sending import Limits, Sender, real_time
from storage import leases, marks, migrate
from storage.database import Database, normal_url
from storage.marks import Mark
from storage.pace import Pace
from tests.benchmarks.rows import analyse
from tests.benchmarks.table import Gate, show_gates
from tests.databases import Databases
from tests.loopback import Posted, loopback

pytestmark = pytest.mark.bench

ROUNDS, BATCHES, BATCH = 5, 20, 50
LENGTH = timedelta(seconds=60)
BURST, CHANNELS = 10_000, 2_500
# One in twenty of what is there waits for later; the rest is sent long ago.
FILL = text(
    """
    INSERT INTO outbox_message (key, purpose, channel, payload, due_at, state, attempts)
    SELECT :name || n, 'notice', 'C' || n % :channels, '{"text": "Hej"}',
           CASE WHEN :state = 'sent' THEN now() - interval '30 days' ELSE now() + :ahead * interval '1 day' END,
           :state, 0
    FROM generate_series(1, :count) n
    """
)


async def test_many_rows_make_it_no_slower_to_take_what_is_due(postgres: Databases) -> None:
    urls = {"10 000 rows": _made(postgres, 10_000), "1 000 000 rows": _made(postgres, 1_000_000)}
    urls["100 000 future"] = _made(postgres, 10_000, future=100_000)
    rates: dict[str, list[float]] = {name: [] for name in urls}
    for _ in range(ROUNDS):
        for name, url in urls.items():
            rates[name].append(await _rate(url))
    of = {name: median(taken) for name, taken in rates.items()}
    few = of.pop("10 000 rows")
    gates = [Gate(f"{name} beside 10 000", rate / few, least=0.8) for name, rate in of.items()]
    print(f"\n\nTaking and marking {BATCH} at a time, 10 000 rows: {few:.0f} a second\n")
    show_gates(gates)
    assert all(gate.held for gate in gates)


async def test_what_is_due_at_one_instant_all_arrives_at_slacks_pace(postgres: Databases) -> None:
    url = _made(postgres, 0)
    _fill(url, "burst", BURST, "pending", ahead=0, channels=CHANNELS)
    with closing(Database(url)) as db:
        posts, taken = await _burst(db)
    closest = _closest(posts)
    print(f"\n\n{BURST} due at one instant to {CHANNELS} channels: {len(posts)} arrived in {taken:.0f} s, "
          f"two to a channel never closer than {closest:.2f} s\n")  # fmt: skip
    assert len({post.id for post in posts}) == len(posts) == BURST
    assert closest >= 1.0


async def _burst(db: Database) -> tuple[list[Posted], float]:
    """What arrived, and in how many seconds."""
    async with loopback() as slack, aiohttp.ClientSession() as session:
        client = AsyncWebClient("xoxb-bench", slack.url, session=session, retry_handlers=[])
        client.proxy = None
        sender = Sender(db, client, real_time, limits=Limits(Pace()))
        begun = time.monotonic()
        while len(slack.posts) < BURST and time.monotonic() < begun + 120:
            await sender.send_all()
        return slack.posts, time.monotonic() - begun


async def _rate(url: str) -> float:
    """Messages a second, taken and marked as sent."""
    _fill(url, f"due-{time.monotonic()}-", BATCHES * BATCH, "pending", ahead=0, channels=10**9)
    db, begun = Database(url), time.perf_counter()
    for _ in range(BATCHES):
        now = datetime.now(UTC)
        taken = await db.write(
            leases.take, now=now, real_now=now, owner="bench", limit=BATCH, length=LENGTH, at_pace=Pace(timedelta(0))
        )
        done = [Mark(one, MessageState.SENT, now, sent_at=now, conversation=one.channel, ts="1") for one in taken]
        await db.write(marks.mark, "bench", done)
        assert len(taken) == BATCH
    rate = BATCHES * BATCH / (time.perf_counter() - begun)
    db.close()
    return rate


def _closest(posts: list[Posted]) -> float:
    times: dict[str, list[float]] = {}
    for post in posts:
        times.setdefault(post.channel, []).append(post.at)
    return min(later - at for one in times.values() for at, later in pairwise(one))


def _made(postgres: Databases, rows: int, future: int = 0) -> str:
    url = postgres.new()
    migrate.upgrade(url)
    _fill(url, "sent-", rows * 19 // 20, "sent", ahead=0, channels=1000)
    _fill(url, "future-", future or rows // 20, "pending", ahead=30, channels=1000)
    return url


def _fill(url: str, name: str, count: int, state: str, *, ahead: int, channels: int) -> None:
    engine = create_engine(normal_url(url))
    values = {"name": name, "count": count, "state": state, "ahead": ahead, "channels": channels}
    with Session(engine) as session:
        session.connection().execute(FILL, values)
        if state == "sent":
            analyse(session)
        session.commit()
    engine.dispose()
