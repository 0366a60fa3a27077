"""What the rollup counts, as SQL that both databases read, and the local day that each of them can tell.

`{o}` stands for an occurrence's row, `{r}` for its current report's. The rules are those of `storage.progress`.
"""

from collections.abc import Iterable, Mapping

_DONE = "{r}.status = 'done'"


def _one(condition: str, amount: str = "1") -> str:
    return f"CASE WHEN {condition} THEN {amount} ELSE 0 END"


BY_DAY: Mapping[str, str] = {
    "planned": _one("{o}.state <> 'cancelled' AND {o}.planned"),
    "waiting": _one("{o}.state = 'planned'"),
}
OF_PLAN: Mapping[str, str] = {**BY_DAY, "cancelled": _one("{o}.state = 'cancelled'")}
OF_REPORT: Mapping[str, str] = {
    "done": _one(_DONE, "{r}.count"),
    "done_unplanned": _one(f"{_DONE} AND NOT {{o}}.planned", "{r}.count"),
    "partly": _one("{r}.status = 'partly'"),
    "not_done": _one("{r}.status = 'not_done'"),
    "not_needed": _one("{r}.status = 'not_needed'"),
    "unknown": _one("{r}.status = 'unknown'"),
    "reports": _one("{r}.id IS NOT NULL"),
}
BY_MONTH: Mapping[str, str] = {**OF_PLAN, **OF_REPORT}


def sums(cells: Mapping[str, str], sign: str = "") -> str:
    """Over rows `o` and `r`; with a sign, that is what each is multiplied with."""
    times = f"{sign} * " if sign else ""
    return ", ".join(f"sum({times}{cell.format(o='o', r='r')})" for cell in cells.values())


def added(table: str, cells: Iterable[str]) -> str:
    """The end of an INSERT that adds to what is there."""
    key = "municipality_id, month, day" if table == "day_count" else "municipality_id, month"
    changes = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in cells)
    return f"ON CONFLICT ({key}) DO UPDATE SET {changes}"


def local_day(moment: str, dialect: str) -> str:
    if dialect == "postgresql":
        return f"({moment} AT TIME ZONE 'Europe/Stockholm')::date"
    return f"date({moment}, {_offset(moment)})"


def local_month(moment: str, dialect: str) -> str:
    """Its first day."""
    if dialect == "postgresql":
        return f"date_trunc('month', {moment} AT TIME ZONE 'Europe/Stockholm')::date"
    return f"date({moment}, {_offset(moment)}, 'start of month')"


def _offset(moment: str) -> str:
    """SQLite knows no time zones. Sweden's rule since 1996: summer from 01.00 UTC on the last Sunday of March to 01.00
    UTC on the last Sunday of October. A test holds it to the time zone data for as long as that says so.
    """
    month = f"substr({moment}, 6, 2)"
    summer = f"CASE {month} WHEN '03' THEN {moment} >= {_turn(moment, '04')} ELSE {moment} < {_turn(moment, '11')} END"
    winter = f"{month} < '03' OR {month} > '10'"
    return f"CASE WHEN {winter} THEN '+1 hour' WHEN {summer} THEN '+2 hours' ELSE '+1 hour' END"


def _turn(moment: str, month_after: str) -> str:
    return f"datetime(substr({moment}, 1, 5) || '{month_after}-01', 'weekday 0', '-7 days', '+1 hour')"
