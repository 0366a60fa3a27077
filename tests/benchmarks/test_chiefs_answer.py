"""How long a chief waits for the whole answer to "läget Timrå", beside an app that does nothing."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from datetime import date
from itertools import count

import pytest
from sqlalchemy import create_engine
from sqlmodel import Session

from bot.sandbox.demo import demo_start
from bot.sandbox.personas import CIA
from bot.sandbox.seed import seed
from storage import migrate
from storage.database import normal_url
from tests.benchmarks.measure import Times, measure, own_core, serving
from tests.benchmarks.slack import Json, Transport, command
from tests.benchmarks.table import Gate, Key, show_gates
from tests.databases import Databases

pytestmark = pytest.mark.bench

ROUNDS, WARM_UP = 5, 60
COMMANDS = {1: 80, 10: 200}  # a round, by how many are in flight
MOST = {1: 8.0, 10: 15.0}
EMPTY, SQLITE, POSTGRES = "empty app", "bot, SQLite", "bot, PostgreSQL"
EXPECT = {EMPTY: "", SQLITE: "aktivitet ligger efter", POSTGRES: "aktivitet ligger efter"}
TRIGGERS = count(1)

Subjects = Mapping[str, Transport]


async def test_a_chief_is_answered_nearly_as_fast_as_nothing(sqlite: Databases, postgres: Databases) -> None:
    urls = {SQLITE: sqlite.new(), POSTGRES: postgres.new()}
    for url in urls.values():
        _lived_in(url)
    times: dict[Key, Times] = {}
    with own_core():
        async with AsyncExitStack() as stack:
            ways = {name: await stack.enter_async_context(serving("bot", url)) for name, url in urls.items()}
            ways[EMPTY] = await stack.enter_async_context(serving("empty"))
            for place in range(2):
                times |= await _rounds({name: transports[place] for name, transports in ways.items()})
    gates = _gates(times, SQLITE)
    print(f"\n\nThe whole answer to a chief, beside the empty app, median of {ROUNDS} rounds\n")
    show_gates(gates)
    print("\nPostgreSQL, in a process of its own, is shown and not judged")
    show_gates(_gates(times, POSTGRES))
    assert all(gate.held for gate in gates)


async def _rounds(subjects: Subjects) -> dict[Key, Times]:
    """One after another within each round, so that a slow quarter of an hour is slow for all."""
    for name, transport in subjects.items():
        await _ask(name, transport, WARM_UP, in_flight=10)
    times: dict[Key, Times] = {}
    for _ in range(ROUNDS):
        for in_flight, commands in COMMANDS.items():
            for name, transport in subjects.items():
                taken = await _ask(name, transport, commands, in_flight)
                times.setdefault((transport.name, name, in_flight), Times()).rounds.append(taken)
    return times


async def _ask(name: str, transport: Transport, commands: int, in_flight: int) -> list[float]:
    prepared = [transport.prepare(_question()) for _ in range(commands)]
    return await measure(transport, prepared, in_flight, EXPECT[name])


def _question() -> Json:
    asked = {"team_id": CIA.team_id, "user_id": CIA.user_id, "text": "läget Timrå"}
    return command(next(TRIGGERS)) | asked


def _gates(times: Mapping[Key, Times], name: str) -> list[Gate]:
    return [
        Gate(
            f"{way}, {in_flight} in flight, p50, {name}", taken.p50 / times[way, EMPTY, in_flight].p50, MOST[in_flight]
        )
        for (way, subject, in_flight), taken in times.items()
        if subject == name
    ]


def _lived_in(url: str) -> None:
    """The sandbox's database as the demo begins."""
    migrate.upgrade(url)
    engine = create_engine(normal_url(url))
    with Session(engine) as session:
        seed(session, demo_start(date.today()))
        session.commit()
    engine.dispose()
