"""Municipalities with five years behind them, made by plain SQL: as many as wanted, in seconds."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import Column, Connection, Integer, MetaData, Table, bindparam, create_engine, insert, text
from sqlmodel import Session

from bot.domain import words
from bot.domain.calendar import to_utc
from storage import migrate, models, recount, rollup_triggers
from storage.database import normal_url
from storage.models import Row
from storage.types import UtcDateTime
from tests.benchmarks.rows import TEAM, Rows, analyse, user_id

YEARS, ACTIVITIES, A_YEAR = 5, 29, 12
OF_MUNICIPALITY = YEARS * ACTIVITIES * A_YEAR
"""Occurrences, one a month of each activity: 290 municipalities have 504 600."""

NOW = to_utc(datetime(2026, 11, 23, 9))
FIRST = NOW.year - YEARS + 1
DAYS = (date(FIRST, 1, 1), date(NOW.year, 12, 31))
NUMBERS = "WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :count)"
KINDS = ("trafikkontroll", "fotpatrullering", "trygghetsvandring", "informationsinsats")
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

# A year is planned at a time, an activity's months together; reports come as time passes, from all over.
OCCURRENCES = f"""INSERT INTO occurrence (id, activity_id, starts_at, ends_at, state, sequence, planned)
    {NUMBERS} SELECT n + 1, n / {A_YEAR} % :activities + 1, starts_at, ends_at,
        CASE WHEN {REPORTED} THEN 'reported' WHEN {LUCK} BETWEEN 61 AND 64 THEN 'cancelled' ELSE 'planned' END,
        0, n % 50 <> 0
    FROM numbers JOIN bench_span ON number =
        (n / {A_YEAR} / :activities * {A_YEAR} + n % {A_YEAR}) * 28 + (n / {A_YEAR} * 5 + n) % 28"""
OUTCOMES = f"""INSERT INTO outcome (occurrence_id, number, version, current, status, reason, count, note, place,
        parties, part_of_day, reported_by_id, reported_at)
    SELECT id, 'K-' || id, 1, true,
        CASE WHEN {DONE} THEN 'done' WHEN {LUCK} < 54 THEN 'partly' WHEN {LUCK} < 59 THEN 'not_done'
            ELSE 'not_needed' END,
        CASE WHEN {LUCK} BETWEEN 54 AND 58 THEN 'staff' END, 1, '', '', '[]', false, 1, ends_at
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
    activities = municipalities * ACTIVITIES
    SPANS.create(connection)
    connection.execute(insert(SPANS), list(_spans()))
    for table, rows in [*_agreements(municipalities), *_activities(activities)]:
        connection.execute(insert(table), rows)
    values = {"count": municipalities * OF_MUNICIPALITY, "activities": activities, "now": NOW}
    connection.execute(text(OCCURRENCES).bindparams(bindparam("now", type_=UtcDateTime())), values)
    for statement in (OUTCOMES, MEASURES):
        connection.execute(text(statement))


def _agreements(count: int) -> Iterator[tuple[type[Row], Rows]]:
    """Each municipality has one, with its own number, and everything else of it in one focus area."""
    numbers = range(1, count + 1)
    yield models.Municipality, [
        {"id": n, "key": f"kommun-{n}", "name": f"Kommun {n}", "prefix": f"K{n}"} for n in numbers
    ]  # fmt: skip
    yield models.Agreement, [
        {
            "id": n, "key": f"lofte-{n}", "title": "Medborgarlöfte", "kind": words.AgreementKind.CITIZEN_PROMISE,
            "state": words.AgreementState.CURRENT, "period_start": DAYS[0], "period_end": DAYS[1], "basis": [],
            "questions": [],
        }
        for n in numbers
    ]  # fmt: skip
    yield models.AgreementMunicipality, [{"agreement_id": n, "municipality_id": n} for n in numbers]
    yield models.FocusArea, [{"id": n, "agreement_id": n, "position": 1, "title": "Trygghet"} for n in numbers]
    yield models.Person, [{"id": 1, "team_id": TEAM, "user_id": user_id(1), "added_at": NOW}]


def _activities(count: int) -> Iterator[tuple[type[Row], Rows]]:
    numbers = range(count)
    yield models.Activity, [
        {
            "id": n + 1, "focus_area_id": n // ACTIVITIES + 1, "municipality_id": n // ACTIVITIES + 1,
            "key": f"aktivitet-{n}", "title": f"Aktivitet {n}", "kind": KINDS[n % len(KINDS)],
            "form": words.Form.DATED, "protected": False, "position": n % ACTIVITIES,
        }
        for n in numbers
    ]  # fmt: skip
    yield models.Goal, [
        {
            "activity_id": n + 1, "origin": words.GoalOrigin.PLANNED, "count": A_YEAR, "unit": "tillfällen",
            "per": words.Per.YEAR, "valid_from": DAYS[0], "valid_to": DAYS[1], "decided_by": "rådet",
            "decided_on": DAYS[0],
        }
        for n in numbers
    ]  # fmt: skip


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
