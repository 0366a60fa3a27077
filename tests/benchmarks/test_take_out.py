"""How long five years of a municipality take to become the file that is handed out, in a process of its own."""

import time
from functools import partial

import pytest

from bot.services.take_out import packed
from handlers.processes import apart
from tests.benchmarks import nation
from tests.benchmarks.table import Gate, show_gates
from tests.databases import Databases

pytestmark = pytest.mark.bench

MOST = 8.0  # seconds, of which one or two are for the process to begin


async def test_five_years_are_taken_out_while_one_waits(sqlite: Databases, postgres: Databases) -> None:
    gates = [
        Gate(f"s to take out five years of a municipality, {name}", await _seconds(databases.new()), most=MOST)
        for name, databases in (("SQLite", sqlite), ("PostgreSQL", postgres))
    ]
    print()
    show_gates(gates)
    assert all(gate.held for gate in gates)


async def _seconds(url: str) -> float:
    nation.fill(url, 1)
    begun = time.perf_counter()
    await apart(partial(packed, url, 1, nation.NOW), heavy=True)
    return time.perf_counter() - begun
