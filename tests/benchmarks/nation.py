"""Municipalities with five years behind them, made by plain SQL: as many as wanted, in seconds."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Column, Connection, Integer, MetaData, Table, bindparam, create_engine, insert, text
from sqlmodel import Session

from bot.domain.calendar import to_utc
from storage import migrate, recount, rollup_triggers
from storage.database import normal_url
from storage.types import UtcDateTime
from tests.benchmarks.rows import analyse

YEARS, ACTIVITIES, A_YEAR = 5, 29, 12
OF_MUNICIPALITY = YEARS * ACTIVITIES * A_YEAR
"""Occurrences, one a month of each activity: 290 municipalities have 504 600."""

NOW = to_utc(datetime(2026, 11, 23, 9))
FIRST = NOW.year - YEARS + 1
NUMBERS = "WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :count)"
KIND = """CASE n % 4 WHEN 0 THEN 'trafikkontroll' WHEN 1 THEN 'fotpatrullering' WHEN 2 THEN 'trygghetsvandring'
    ELSE 'informationsinsats' END"""
# Three in five are reported, as those who measured the first sketch had it; one in twenty-five is called off.
LUCK = "(n * 37 + n / 100) % 100"
DONE = f"{LUCK} < 50"
REPORTED = f"{LUCK} < 61 AND ends_at < :now"

SPANS = Table(
    "bench_span",
    MetaData(),
    Column("number", Integer, primary_key=True),
    Column("starts_at", UtcDateTime),
    Column("ends_at", UtcDateTime),
    prefixes=["TEMPORARY"],
)
"""When the n-th month's occurrence is, on different days for different activities: 28 a month."""

PLACES = (
    f"""INSERT INTO municipality (id, key, name, prefix)
        {NUMBERS} SELECT n + 1, 'kommun-' || (n + 1), 'Kommun ' || (n + 1), 'K' || (n + 1) FROM numbers""",
    f"""INSERT INTO agreement (id, key, kind, state, title, period_start, period_end, first_month, basis, questions,
            example)
        {NUMBERS} SELECT n + 1, 'lofte-' || (n + 1), 'citizen_promise', 'current', 'Medborgarlöfte',
            '{FIRST}-01-01', '{NOW.year}-12-31', 1, '[]', '[]', false FROM numbers""",
    f"""INSERT INTO agreement_municipality (agreement_id, municipality_id)
        {NUMBERS} SELECT n + 1, n + 1 FROM numbers""",
    f"""INSERT INTO focus_area (id, agreement_id, position, title, via)
        {NUMBERS} SELECT n + 1, n + 1, 1, 'Trygghet', '[]' FROM numbers""",
    """INSERT INTO person (id, team_id, user_id, time_zone, external, active, added_by_id, added_at)
        VALUES (1, 'T0BENCH', 'U0000001', 'Europe/Stockholm', false, true, 1, '2020-01-01 12:00:00')""",
)
WORK = (
    f"""INSERT INTO activity (id, focus_area_id, municipality_id, key, title, kind, form, protected, position)
        {NUMBERS} SELECT n + 1, n / {ACTIVITIES} + 1, n / {ACTIVITIES} + 1, 'aktivitet-' || n, 'Aktivitet ' || n,
            {KIND}, 'dated', false, n % {ACTIVITIES} FROM numbers""",
    f"""INSERT INTO goal (activity_id, origin, count, unit, per, valid_from, valid_to, decided_by, decided_on)
        {NUMBERS} SELECT n + 1, 'planned', {A_YEAR}, 'tillfällen', 'year', '{FIRST}-01-01', '{NOW.year}-12-31',
            'rådet', '{FIRST}-01-14' FROM numbers""",
)
# A year is planned at a time, an activity's months together; reports come as time passes, from all over.
OCCURRENCES = f"""INSERT INTO occurrence (id, activity_id, starts_at, ends_at, state, sequence, planned)
    {NUMBERS} SELECT n + 1, n / {A_YEAR} % :activities + 1, starts_at, ends_at,
        CASE WHEN {REPORTED} THEN 'reported' WHEN {LUCK} BETWEEN 61 AND 64 THEN 'cancelled' ELSE 'planned' END,
        0, n % 50 <> 0
    FROM numbers JOIN bench_span ON number =
        (n / {A_YEAR} / :activities * {A_YEAR} + n % {A_YEAR}) * 28 + (n / {A_YEAR} * 5 + n) % 28"""
OUTCOMES = f"""INSERT INTO outcome (occurrence_id, number, version, current, status, reason, count, note, place,
        parties, reported_by_id, reported_at)
    SELECT id, 'K-' || id, 1, true,
        CASE WHEN {DONE} THEN 'done' WHEN {LUCK} < 54 THEN 'partly' WHEN {LUCK} < 59 THEN 'not_done'
            ELSE 'not_needed' END,
        CASE WHEN {LUCK} BETWEEN 54 AND 58 THEN 'staff' END, 1, '', '', '[]', 1, ends_at
    FROM (SELECT id, id - 1 AS n, ends_at FROM occurrence WHERE state = 'reported') AS reported ORDER BY ends_at"""
MEASURES = """INSERT INTO outcome_measure (outcome_id, key, value)
    SELECT id, 'deltagare', id % 40 FROM outcome WHERE status IN ('done', 'partly')"""


def fill(url: str, municipalities: int) -> None:
    """Beside the triggers, whose sums are counted when all is there."""
    migrate.upgrade(url)
    engine = create_engine(normal_url(url))
    with Session(engine) as session:
        _bare(session.connection())
        _insert(session.connection(), municipalities)
        analyse(session)  # or the sums are counted by what an empty database looks like
        recount.rebuild(session)
        _as_before(session.connection())
        analyse(session)
        session.commit()
    engine.dispose()


def _insert(connection: Connection, municipalities: int) -> None:
    activities, total = municipalities * ACTIVITIES, municipalities * OF_MUNICIPALITY
    SPANS.create(connection)
    connection.execute(insert(SPANS), list(_spans()))
    for statement in PLACES:
        connection.execute(text(statement), {"count": municipalities})
    for statement in WORK:
        connection.execute(text(statement), {"count": activities})
    values = {"count": total, "activities": activities, "now": NOW}
    connection.execute(text(OCCURRENCES).bindparams(bindparam("now", type_=UtcDateTime())), values)
    for statement in (OUTCOMES, MEASURES):
        connection.execute(text(statement))


def _spans() -> Iterator[dict[str, object]]:
    for month in range(YEARS * A_YEAR):
        for day in range(1, 29):
            starts = to_utc(datetime(FIRST + month // 12, month % 12 + 1, day, 18))
            yield {"number": month * 28 + day - 1, "starts_at": starts, "ends_at": starts + timedelta(hours=2)}


def _bare(connection: Connection) -> None:
    """Each row would be looked at by itself."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        return
    for name in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


def _as_before(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        for statement in rollup_triggers.statements("sqlite"):
            connection.exec_driver_sql(statement)
