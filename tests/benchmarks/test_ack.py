"""How long a person waits for the acknowledgement of a report, durably written, beside an app that does nothing."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from tests.benchmarks import rows
from tests.benchmarks.measure import Times, fsync_probe, measure, own_core, serving
from tests.benchmarks.slack import Transport, command
from tests.benchmarks.table import Gate, Key, show
from tests.databases import Databases

pytestmark = pytest.mark.bench

ROUNDS = 5
WARM_UP = 100
COMMANDS = {1: 100, 10: 300}  # a round, by how many are in flight
OFFICERS = 2 * (WARM_UP + ROUNDS * sum(COMMANDS.values()))  # two transports

EMPTY = "empty app"
SQLITE = "bot, SQLite"
POSTGRES = "bot, PostgreSQL"
DEFAULT = "empty app, Bolt's default"


@dataclass(frozen=True)
class Subject:
    """`expect` stands in every acknowledgement. Each officer reports once: a new one steps up for each command."""

    name: str
    transports: Sequence[Transport]
    expect: str
    officers: Iterator[int]

    async def run(self, transport: Transport, commands: int, in_flight: int) -> list[float]:
        prepared = [transport.prepare(command(next(self.officers))) for _ in range(commands)]
        return await measure(transport, prepared, in_flight, self.expect)


async def test_a_report_is_acknowledged_nearly_as_fast_as_nothing(
    sqlite: Databases, postgres: Databases, tmp_path: Path
) -> None:
    urls = {SQLITE: sqlite.new(), POSTGRES: postgres.new()}
    for url in urls.values():
        rows.country(url, OFFICERS)
    with own_core():
        async with _subjects(urls) as subjects:
            times = await _rounds(subjects)
    saved = {name: await rows.saved(url) for name, url in urls.items()}
    gates = _gates(times)
    show(times, gates, fsync_probe(tmp_path), saved)
    assert set(saved.values()) == {OFFICERS}
    assert all(gate.held for gate in gates)


@asynccontextmanager
async def _subjects(urls: dict[str, str]) -> AsyncIterator[list[Subject]]:
    async with (
        serving("empty") as empty,
        serving("default") as default,
        serving("bot", urls[SQLITE]) as on_sqlite,
        serving("bot", urls[POSTGRES]) as on_postgres,
    ):
        yield [
            Subject(EMPTY, empty, "", count(1)),
            Subject(SQLITE, on_sqlite, "Sparat", count(1)),
            Subject(POSTGRES, on_postgres, "Sparat", count(1)),
            Subject(DEFAULT, default, "", count(1)),
        ]


async def _rounds(subjects: list[Subject]) -> dict[Key, Times]:
    """One after another within each round, so that a slow quarter of an hour is slow for all."""
    for subject in subjects:
        for transport in subject.transports:
            await subject.run(transport, WARM_UP, in_flight=10)
    times: dict[Key, Times] = {}
    for _ in range(ROUNDS):
        for place in range(2):
            for in_flight, commands in COMMANDS.items():
                for subject in subjects:
                    transport = subject.transports[place]
                    taken = await subject.run(transport, commands, in_flight)
                    times.setdefault((transport.name, subject.name, in_flight), Times()).rounds.append(taken)
    return times


def _gates(times: dict[Key, Times]) -> list[Gate]:
    def ratio(transport: str, in_flight: int, figure: Callable[[Times], float]) -> float:
        return figure(times[transport, SQLITE, in_flight]) / figure(times[transport, EMPTY, in_flight])

    socket, http = "Socket Mode", "HTTP"
    default = times[socket, DEFAULT, 1].p50 / times[socket, SQLITE, 1].p50
    return [
        Gate(f"{socket}, 1 in flight, p50", ratio(socket, 1, lambda taken: taken.p50), most=8),
        Gate(f"{socket}, 10 in flight, p50", ratio(socket, 10, lambda taken: taken.p50), most=7),
        Gate(f"{socket}, 10 in flight, p99", ratio(socket, 10, lambda taken: taken.p99), most=12),
        Gate(f"{http}, 1 in flight, p50", ratio(http, 1, lambda taken: taken.p50), most=4),
        Gate(f"{http}, 10 in flight, p50", ratio(http, 10, lambda taken: taken.p50), most=6),
        Gate(f"{http}, 10 in flight, p99", ratio(http, 10, lambda taken: taken.p99), most=6),
        Gate(f"{socket}, 1 in flight, p50: the default beside the bot", default, least=4),
    ]
