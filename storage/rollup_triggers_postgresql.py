"""PostgreSQL runs a trigger once for each statement, with all the rows that it changed: a bulk costs one sum.

Whoever counts holds the municipality first, and then its rows in order: those who change several at once do not stand
in each other's way crosswise. Rows that point at the municipality are saved meanwhile.
"""

from collections.abc import Mapping

from storage.rollup_cells import BY_DAY, BY_MONTH, OF_REPORT, added, local_day, local_month, sums

ADDED, REMOVED = "SELECT 1 AS sign, * FROM added", "SELECT -1 AS sign, * FROM removed"
ROWS = {"INSERT": ADDED, "DELETE": REMOVED, "UPDATE": f"{REMOVED} UNION ALL {ADDED}"}
GIVEN = {
    "INSERT": "REFERENCING NEW TABLE AS added",
    "DELETE": "REFERENCING OLD TABLE AS removed",
    "UPDATE": "REFERENCING OLD TABLE AS removed NEW TABLE AS added",
}
OF_OCCURRENCES = """FROM ({rows}) o JOIN activity a ON a.id = o.activity_id
    LEFT JOIN outcome r ON r.occurrence_id = o.id AND r.current"""
OF_OUTCOMES = """FROM ({rows}) r JOIN occurrence o ON o.id = r.occurrence_id JOIN activity a ON a.id = o.activity_id
    WHERE r.current"""
OF_ACTIVITY = """FROM (SELECT -1 AS sign, OLD.municipality_id UNION ALL SELECT 1, NEW.municipality_id) a
    JOIN occurrence o ON o.activity_id = NEW.id LEFT JOIN outcome r ON r.occurrence_id = o.id AND r.current"""
MONTH, DAY = local_month("o.starts_at", "postgresql"), local_day("o.ends_at", "postgresql")


def statements() -> list[str]:
    made: list[str] = []
    for event, rows in ROWS.items():
        planned, reported = OF_OCCURRENCES.format(rows=rows), OF_OUTCOMES.format(rows=rows)
        made += _each_statement("occurrence", event, [_months(planned, "o.sign"), _days(planned, "o.sign")], planned)
        made += _each_statement("outcome", event, [_months(reported, "r.sign", OF_REPORT)], reported)
    changes = [_months(OF_ACTIVITY, "a.sign"), _days(OF_ACTIVITY, "a.sign")]
    return [
        *made,
        _function("count_activity", changes, OF_ACTIVITY),
        "CREATE TRIGGER count_activity AFTER UPDATE ON activity FOR EACH ROW "
        "WHEN (OLD.municipality_id <> NEW.municipality_id) EXECUTE FUNCTION count_activity()",
    ]


def _each_statement(table: str, event: str, changes: list[str], rows: str) -> list[str]:
    name = f"count_{table}_{event.lower()}"
    trigger = f"CREATE TRIGGER {name} AFTER {event} ON {table} {GIVEN[event]} EXECUTE FUNCTION {name}()"
    return [_function(name, changes, rows), trigger]


def _function(name: str, changes: list[str], rows: str) -> str:
    hold = f"""PERFORM FROM municipality WHERE id IN (SELECT a.municipality_id {rows})
    ORDER BY id FOR NO KEY UPDATE"""
    body = ";\n    ".join([hold, *changes, "RETURN NULL"])
    return f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN\n    {body};\nEND $$"


def _months(rows: str, sign: str, cells: Mapping[str, str] = BY_MONTH) -> str:
    return _add("month_count", {"municipality_id": "a.municipality_id", "month": MONTH}, cells, rows, sign)


def _days(rows: str, sign: str) -> str:
    key = {"municipality_id": "a.municipality_id", "month": MONTH, "day": DAY}
    return _add("day_count", key, BY_DAY, rows, sign)


def _add(table: str, key: Mapping[str, str], cells: Mapping[str, str], rows: str, sign: str) -> str:
    """What nets to nothing is left alone."""
    totals, places = sums(cells, sign), ", ".join(str(at + 1) for at in range(len(key)))
    return f"""INSERT INTO {table} ({", ".join([*key, *cells])})
    SELECT {", ".join(key.values())}, {totals} {rows}
    GROUP BY {places} HAVING ({totals}) <> ({", ".join("0" for _ in cells)}) ORDER BY {places}
    {added(table, cells)}"""
