"""A municipality's year is told as fast among 2 000 000 occurrences as among 100 000; the nation from kept sums."""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from statistics import median

import pytest
from sqlalchemy import bindparam, text
from sqlmodel import Session

from bot.domain.calendar import day_bounds, local_day
from bot.domain.nation import Totals
from bot.services import nation as services
from bot.services import progress
from storage import recount, rollup
from storage.database import snapshot
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
MID_MONTH = nation.NOW.replace(day=rollup.HALF + 1)
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
    """On PostgreSQL each statement is handed to another process, and its rows back. Where others want the same
    processors both wait for their turn: the nation takes twice as long or more, with the same plan and not a page more
    read. So it is told how much of it is this process's own work, which no waiting is in.
    """
    gates: list[Gate] = []
    for name, databases in (("SQLite", sqlite), ("PostgreSQL", postgres)):
        with _filled(databases, COUNTRY) as session:
            assert _kept(session) == _live(session)
            rounds = [_round(session) for _ in range(ROUNDS)]
            begun = time.perf_counter()
            assert recount.drift(session) == []
            recounted = time.perf_counter() - begun
        told, in_mid_month, kept, live, first, own = (median(taken) for taken in zip(*rounds, strict=True))
        print(f"\nThe nation, {name}: {own:.1f} of {told:.1f} ms are this process's; after a live count {first:.1f}")
        print(f"A full recount without drift: {recounted:.1f} s")
        gates += [
            Gate(f"ms for the nation's year, {name}", told, most=10),
            Gate(f"ms in the middle of a month, when most days are read, {name}", in_mid_month, most=10),
            Gate(f"times faster than counted live, {name}", live / kept, least=20),
        ]
    _show(gates)


@contextmanager
def _filled(databases: Databases, municipalities: int) -> Iterator[Session]:
    """As our own commands open it."""
    url = databases.new()
    nation.fill(url, municipalities)
    with snapshot(url) as session:
        yield session
    databases.drop(url)


def _round(session: Session) -> tuple[float, ...]:
    """What is told, today and in the middle of the month; what is kept for it; the same counted live; and of what is
    told, the first time and our own part.

    Each is asked several times in a row, as of a bot that has run for a while. The first comes after a live count,
    which alone reads so much that caches are lost; no bot does.
    """
    begun = time.process_time()
    today = [_ms(_told, session) for _ in range(IN_A_ROW)]
    own = (time.process_time() - begun) * 1000 / IN_A_ROW
    mid_month, kept = (median(_ms(ask, session) for _ in range(IN_A_ROW)) for ask in (_told_in_mid_month, _kept))
    return median(today), mid_month, kept, _ms(_live, session), today[0], own


def _median(session: Session, municipalities: int) -> float:
    """Of different municipalities: some of their pages have been read before, and some have not."""
    chance = random.Random(municipalities)
    return median(_ms(_asked, session, chance.randint(1, municipalities)) for _ in range(ASKED))


def _asked(session: Session, agreement_id: int) -> None:
    """Each municipality has one agreement, with the municipality's id."""
    found = progress.of_agreements(session, [agreement_id], nation.NOW)[agreement_id]
    assert len(found) == nation.ACTIVITIES
    assert any(one.measures for one in found)


def _told(session: Session, now: datetime = nation.NOW) -> None:
    services.of_all(session, range(1, COUNTRY + 1), None, now)


def _told_in_mid_month(session: Session) -> None:
    _told(session, MID_MONTH)


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
