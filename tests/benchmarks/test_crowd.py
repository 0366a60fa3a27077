"""Fifty who report at the same moment on SQLite: none is refused or lost, and none waits much longer than others."""

from collections.abc import Iterator, Sequence
from itertools import count

import pytest

from tests.benchmarks import rows
from tests.benchmarks.measure import Times, measure, own_core, serving
from tests.benchmarks.slack import Transport, command
from tests.benchmarks.table import Gate, show_gates
from tests.databases import Databases

pytestmark = pytest.mark.bench

CROWD = 50
ROUNDS = 15  # odd, so that the median is a round of its own
WARM_UP = 2
AT_ONCE = (10, CROWD)  # so many in flight
MOST = 3
TRANSPORTS = 2
OFFICERS = TRANSPORTS * len(AT_ONCE) * (WARM_UP + ROUNDS) * CROWD


async def test_a_crowd_reports_at_once(sqlite: Databases) -> None:
    url = sqlite.new()
    rows.country(url, OFFICERS)
    with own_core():
        async with serving("bot", url) as transports:
            gates = await _gates(transports, count(1))
    print("\n\nHow long the slowest of fifty waits beside the one in the middle, on SQLite, median of rounds")
    show_gates(gates)
    assert await rows.saved(url) == OFFICERS
    assert all(gate.held for gate in gates)


async def _gates(transports: Sequence[Transport], officers: Iterator[int]) -> list[Gate]:
    gates = []
    for transport in transports:
        for in_flight in AT_ONCE:
            times = await _times(transport, officers, in_flight)
            name = f"{transport.name}, {in_flight} in flight, p99 by p50 ({times.p99:.1f} by {times.p50:.1f} ms)"
            gates.append(Gate(name, times.p99 / times.p50, most=MOST))
    return gates


async def _times(transport: Transport, officers: Iterator[int], in_flight: int) -> Times:
    """Each officer reports once; whoever is not told that it is saved ends the measuring."""
    taken = []
    for _ in range(WARM_UP + ROUNDS):
        prepared = [transport.prepare(command(next(officers))) for _ in range(CROWD)]
        taken.append(await measure(transport, prepared, in_flight, "Sparat"))
    return Times(taken[WARM_UP:])
