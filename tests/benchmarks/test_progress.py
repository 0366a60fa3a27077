"""A municipality's year is told as fast among 2 000 000 occurrences as among 100 000; the nation from kept sums."""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from statistics import median

import pytest
from sqlalchemy import bindparam, create_engine, text
from sqlmodel import Session

from bot.domain.calendar import day_bounds, local_day
from bot.domain.nation import Totals
from bot.services import nation as services
from bot.services import progress
from storage import recount, rollup
from storage.database import normal_url
from storage.rollup_cells import BY_MONTH, of_rows
from storage.types import UtcDateTime
from tests.benchmarks import nation
from tests.benchmarks.table import Gate, show_gates
from tests.databases import Databases

pytestmark = pytest.mark.bench

FEW, COUNTRY, MANY = 58, 290, 1160  # municipalities: 100 000, 500 000 and 2 000 000 occurrences
MOST = {"SQLite": 5, "PostgreSQL": 15}  # milliseconds, with sums of measures
ROUNDS, ASKED, IN_A_ROW = 7, 40, 9
TODAY = local_day(nation.NOW)
FIRST, LAST = date(TODAY.year, 1, 1), date(TODAY.year, 12, 31)
CELLS = of_rows(BY_MONTH) | {
    "expected": f"CASE WHEN o.ends_at < :today THEN {of_rows(BY_MONTH)['planned']} ELSE 0 END",
    "missing": f"CASE WHEN o.ends_at < :today THEN {of_rows(BY_MONTH)['waiting']} ELSE 0 END",
}
LIVE = text(
    f"""SELECT a.municipality_id, {", ".join(f"sum({CELLS[name]})" for name in Totals._fields)}
    FROM occurrence o JOIN activity a ON a.id = o.activity_id
    LEFT JOIN outcome r ON r.occurrence_id = o.id AND r.current
    WHERE o.starts_at >= :since AND o.starts_at < :until GROUP BY a.municipality_id"""
).bindparams(*(bindparam(name, type_=UtcDateTime()) for name in ("today", "since", "until")))


def test_a_municipality_is_told_as_fast_among_many(sqlite: Databases, postgres: Databases) -> None:
    gates: list[Gate] = []
    for name, databases in (("SQLite", sqlite), ("PostgreSQL", postgres)):
        with _filled(databases, FEW) as few, _filled(databases, MANY) as many:
            taken = [(_median(few, FEW), _median(many, MANY)) for _ in range(ROUNDS)]
        slow, fast = median(late for _, late in taken), median(early for early, _ in taken)
        gates += [
            Gate(f"ms for a municipality's year among {MANY * nation.OF_MUNICIPALITY}, {name}", slow, most=MOST[name]),
            Gate(f"times what it takes among {FEW * nation.OF_MUNICIPALITY}, {name}", slow / fast, most=2),
        ]
    _show(gates)


def test_the_nation_comes_from_kept_sums(sqlite: Databases, postgres: Databases) -> None:
    gates: list[Gate] = []
    for name, databases in (("SQLite", sqlite), ("PostgreSQL", postgres)):
        with _filled(databases, COUNTRY) as session:
            assert _kept(session) == _live(session)
            rounds = [_round(session) for _ in range(ROUNDS)]
            begun = time.perf_counter()
            assert recount.drift(session) == []
            recounted = time.perf_counter() - begun
        told, kept, live = (median(taken) for taken in zip(*rounds, strict=True))
        print(f"\nA full recount without drift, {name}: {recounted:.1f} s")
        gates += [
            Gate(f"ms for the nation's year, {name}", told, most=10),
            Gate(f"times faster than counted live, {name}", live / kept, least=20),
        ]
    _show(gates)


@contextmanager
def _filled(databases: Databases, municipalities: int) -> Iterator[Session]:
    url = databases.new()
    nation.fill(url, municipalities)
    engine = create_engine(normal_url(url))
    with Session(engine) as session:
        yield session
    engine.dispose()
    databases.drop(url)


def _round(session: Session) -> tuple[float, float, float]:
    """What is told, what is kept for it, and the same counted live, which alone reads so much that caches are lost."""
    told, kept = (median(_ms(ask, session) for _ in range(IN_A_ROW)) for ask in (_told, _kept))
    return told, kept, _ms(_live, session)


def _median(session: Session, municipalities: int) -> float:
    """Of different municipalities: some of their pages have been read before, and some have not."""
    chance = random.Random(municipalities)
    return median(_ms(_asked, session, chance.randint(1, municipalities)) for _ in range(ASKED))


def _asked(session: Session, agreement_id: int) -> None:
    """Each municipality has one agreement, with the municipality's id."""
    found = progress.of_agreements(session, [agreement_id], nation.NOW)[agreement_id]
    assert len(found) == nation.ACTIVITIES
    assert any(one.measures for one in found)


def _told(session: Session) -> None:
    services.of_all(session, range(1, COUNTRY + 1), None, nation.NOW)


def _kept(session: Session) -> dict[int, Totals]:
    return {id_: one for id_, _, one in rollup.totals(session, FIRST, LAST, TODAY)}


def _live(session: Session) -> dict[int, Totals]:
    values = {"today": day_bounds(TODAY)[0], "since": day_bounds(FIRST)[0], "until": day_bounds(LAST)[1]}
    return {row[0]: Totals(*row[1:]) for row in session.connection().execute(LIVE, values)}


def _ms(ask: Callable[..., object], *about: object) -> float:
    begun = time.perf_counter()
    ask(*about)
    return (time.perf_counter() - begun) * 1000


def _show(gates: list[Gate]) -> None:
    print()
    show_gates(gates)
    assert all(gate.held for gate in gates)
