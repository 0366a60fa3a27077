"""How long an acknowledgement takes while a second process sends reminders, beside when nobody does."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count

import pytest
from sqlalchemy import create_engine
from sqlmodel import Session

from bot.settings import MOST_POSTS
from storage import migrate
from storage.database import normal_url
from tests import due_rows
from tests.benchmarks import rows
from tests.benchmarks.measure import Times, measure, own_core, serving
from tests.benchmarks.slack import Transport, command
from tests.benchmarks.table import Gate, show_gates
from tests.databases import Databases
from tests.loopback import Loopback, loopback

pytestmark = pytest.mark.bench

ROUNDS = 5
WARM_UP = 100
COMMANDS = {1: 200, 10: 400}  # a round, by how many are in flight
REMINDERS = 3_000
REPORTS = WARM_UP + 2 * ROUNDS * sum(COMMANDS.values())
LATENCY = 0.05
PATIENCE = 60.0  # seconds

Rounds = dict[tuple[bool, int], Times]
"""By whether reminders went out, and how many commands were in flight."""


async def test_reminders_of_another_process_delay_nobody(postgres: Databases) -> None:
    url = postgres.new()
    _fill(url)
    with own_core():
        async with loopback(LATENCY) as slack, serving("bot", url) as transports:
            times = await _rounds(url, slack, transports[0])
    gates = [
        Gate(f"{in_flight} in flight, p99", times[True, in_flight].p99 / times[False, in_flight].p99, most=1.5)
        for in_flight in COMMANDS
    ]
    _show(times, gates, len(slack.posts))
    assert all(gate.held for gate in gates)


async def _rounds(url: str, slack: Loopback, transport: Transport) -> Rounds:
    """One without and one with, in turn. Those who report are others than those who are reminded."""
    officers = count(REMINDERS + 1)
    await _reported(transport, officers, WARM_UP, in_flight=10)
    times: Rounds = {(sends, in_flight): Times() for sends in (False, True) for in_flight in COMMANDS}
    for _ in range(ROUNDS):
        for in_flight, commands in COMMANDS.items():
            times[False, in_flight].rounds.append(await _reported(transport, officers, commands, in_flight))
        async with _sending(url, slack):
            for in_flight, commands in COMMANDS.items():
                times[True, in_flight].rounds.append(await _reported(transport, officers, commands, in_flight))
    return times


async def _reported(transport: Transport, officers: Iterator[int], commands: int, in_flight: int) -> list[float]:
    prepared = [transport.prepare(command(next(officers))) for _ in range(commands)]
    return await measure(transport, prepared, in_flight, "Sparat")


@asynccontextmanager
async def _sending(url: str, slack: Loopback) -> AsyncIterator[None]:
    """As fast as the bot may be set to. Raises RuntimeError when there was not enough to send until the end."""
    environment = os.environ | {
        "SLACK_BOT_TOKEN": "xoxb-bench",
        "SLACK_API_URL": slack.url,
        "DATABASE_URL": url,
        "POSTS_PER_SECOND": str(MOST_POSTS),
    }
    process = subprocess.Popen([sys.executable, "-m", "bot", "run", "--role", "send"], env=environment)
    try:
        await _until_sent(slack, MOST_POSTS)
        yield
        await _until_sent(slack, 1)
    finally:
        process.terminate()
        await asyncio.to_thread(process.wait, PATIENCE)


async def _until_sent(slack: Loopback, more: int) -> None:
    enough = len(slack.posts) + more
    async with asyncio.timeout(PATIENCE):
        while len(slack.posts) < enough:
            await asyncio.sleep(0.01)


def _fill(url: str) -> None:
    now = datetime.now(UTC)
    migrate.upgrade(url)
    engine = create_engine(normal_url(url))
    with Session(engine) as session:
        rows.fill(session, REMINDERS + REPORTS)
        due_rows.add(session, REMINDERS, lambda _: now)
        session.commit()
        rows.analyse(session)
        session.commit()
    engine.dispose()


def _show(times: Rounds, gates: list[Gate], sent: int) -> None:
    print(f"\n\nAcknowledging a report on PostgreSQL, ms, median of {ROUNDS} rounds; {sent} reminders sent beside\n")
    print(f"{'':20} {'idle: p50':>10} {'p99':>8} {'sending: p50':>14} {'p99':>8}")
    for in_flight in COMMANDS:
        idle, busy = times[False, in_flight], times[True, in_flight]
        print(f"{in_flight:3} in flight {'':6} {idle.p50:10.2f} {idle.p99:8.2f} {busy.p50:14.2f} {busy.p99:8.2f}")
    print()
    show_gates(gates)
