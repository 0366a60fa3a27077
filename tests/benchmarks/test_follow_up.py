"""How long a municipality's year takes to gather for a follow-up, before writing begins: somebody waits for it."""

import time
from datetime import date
from statistics import median

import pytest
from sqlalchemy import create_engine
from sqlmodel import Session

from bot.domain.periods import Period
from bot.services.follow_up import gather
from storage.database import normal_url
from tests.benchmarks import nation
from tests.benchmarks.table import Gate, show_gates
from tests.databases import Databases

pytestmark = pytest.mark.bench

ROUNDS = 15
MOST = 100  # milliseconds
YEAR = Period(date(nation.NOW.year, 1, 1), date(nation.NOW.year, 12, 31))


def test_a_year_is_gathered_at_once(sqlite: Databases, postgres: Databases) -> None:
    what = f"ms to gather {nation.ACTIVITIES} activities and {nation.ACTIVITIES * nation.A_YEAR} occurrences"
    gates = [
        Gate(f"{what}, {name}", _milliseconds(databases), most=MOST)
        for name, databases in (("SQLite", sqlite), ("PostgreSQL", postgres))
    ]
    print()
    show_gates(gates)
    assert all(gate.held for gate in gates)


def _milliseconds(databases: Databases) -> float:
    url = databases.new()
    nation.fill(url, 1)
    engine = create_engine(normal_url(url))
    with Session(engine) as session:
        taken = [_gathered(session) for _ in range(ROUNDS)]
    engine.dispose()
    databases.drop(url)
    return median(taken)


def _gathered(session: Session) -> float:
    begun = time.perf_counter()
    found = gather(session, [1], YEAR, nation.NOW, place="Kommun 1")
    taken = time.perf_counter() - begun
    assert len([*found.activities()]) == nation.ACTIVITIES
    return taken * 1000
