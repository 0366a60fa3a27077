"""How fast reminders get away, beside two peers that build and send the same ones."""

import asyncio
import subprocess
import sys
from datetime import UTC, datetime
from statistics import median

import pytest

from tests import due_rows
from tests.benchmarks.measure import own_core, pin
from tests.benchmarks.table import Gate, show_gates
from tests.databases import Databases
from tests.loopback import Loopback, loopback

pytestmark = pytest.mark.bench

ROUNDS = 3
COUNT = 1_500
LATENCY = 0.05
IN_FLIGHT = 50
WARM_UP = 0.1  # share of the messages before the clock starts
OURS, PROCRASTINATE, APSCHEDULER, CLIENT = "ours", "procrastinate", "apscheduler", "client"
AWAY = "Slack 50 ms away"


async def test_reminders_get_away_faster_than_with_peers(postgres: Databases) -> None:
    rates: dict[str, list[float]] = {}
    with own_core():
        for _ in range(ROUNDS):
            for name in (OURS, PROCRASTINATE, APSCHEDULER):
                rates.setdefault(name, []).append(await _rate(postgres, name))
            for name in (OURS, CLIENT):
                rates.setdefault(f"{name}, {AWAY}", []).append(await _rate(postgres, name, LATENCY))
    of = {name: median(taken) for name, taken in rates.items()}
    gates = [
        Gate("times procrastinate", of[OURS] / of[PROCRASTINATE], least=3),
        Gate("times APScheduler's SQLAlchemy job store", of[OURS] / of[APSCHEDULER], least=2),
        Gate(f"of what the client alone does, {AWAY}", of[f"{OURS}, {AWAY}"] / of[f"{CLIENT}, {AWAY}"], least=0.9),
    ]
    _show(of, gates)
    assert all(gate.held for gate in gates)


async def _rate(postgres: Databases, name: str, latency: float = 0.0) -> float:
    url = postgres.made_by(_fill)
    async with loopback(latency) as slack:
        command = [sys.executable, "-m", "tests.benchmarks.dispatch", name, url, slack.url, str(COUNT)]
        process = subprocess.Popen(command)
        pin(process.pid, core=0)
        try:
            await asyncio.wait_for(_all_posted(slack), timeout=120)
        finally:
            process.kill()
            process.wait()
    postgres.drop(url)
    times = [post.at for post in slack.posts]
    begun = int(COUNT * WARM_UP)
    return (COUNT - begun) / (times[-1] - times[begun - 1])


async def _all_posted(slack: Loopback) -> None:
    while len(slack.posts) < COUNT:
        await asyncio.sleep(0.02)


def _fill(url: str) -> None:
    now = datetime.now(UTC)
    due_rows.database_with(url, COUNT, lambda _: now)


def _show(rates: dict[str, float], gates: list[Gate]) -> None:
    print(f"\n\nSending {COUNT} reminders, one worker, {IN_FLIGHT} in flight, a second: median of {ROUNDS} rounds\n")
    for name, rate in rates.items():
        print(f"{name:30} {rate:8.0f}")
    print(f"{IN_FLIGHT} in flight, {AWAY}, at most {IN_FLIGHT / LATENCY:.0f}\n")
    show_gates(gates)
