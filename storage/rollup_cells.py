"""What the rollup counts, as SQL that both databases read, and the local day that each of them can tell.

`{o}` stands for an occurrence's row, `{r}` for its current report's. Reports count 1 each, whatever they count towards
their goal: what was planned is in occurrences too.
"""

from collections.abc import Iterable, Mapping


def _one(condition: str) -> str:
    return f"CASE WHEN {condition} THEN 1 ELSE 0 END"


BY_DAY: Mapping[str, str] = {
    "planned": _one("{o}.state <> 'cancelled' AND {o}.planned"),
    "waiting": _one("{o}.state = 'planned'"),
}
OF_PLAN: Mapping[str, str] = {**BY_DAY, "cancelled": _one("{o}.state = 'cancelled'")}
OF_REPORT: Mapping[str, str] = {
    "done": _one("{r}.status = 'done'"),
    "partly": _one("{r}.status = 'partly'"),
    "not_done": _one("{r}.status = 'not_done'"),
    "not_needed": _one("{r}.status = 'not_needed'"),
    "unknown": _one("{r}.status = 'unknown'"),
}
BY_MONTH: Mapping[str, str] = {**OF_PLAN, **OF_REPORT}


def of_rows(cells: Mapping[str, str], *, o: str = "o", r: str = "r") -> dict[str, str]:
    """The cells with the names that rows have where they are summed."""
    return {name: cell.format(o=o, r=r) for name, cell in cells.items()}


def sums(cells: Mapping[str, str], sign: str) -> str:
    """Over rows `o` and `r`; the sign is what each is multiplied with."""
    return ", ".join(f"sum({sign} * {cell})" for cell in of_rows(cells).values())


def added(table: str, cells: Iterable[str]) -> str:
    """The end of an INSERT that adds to what is there."""
    key = "municipality_id, month, day" if table == "day_count" else "municipality_id, month"
    changes = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in cells)
    return f"ON CONFLICT ({key}) DO UPDATE SET {changes}"


def current(dialect: str) -> str:
    """Of a report `r`, as the index of the current ones has it, or SQLite does not see that it fits."""
    return "r.current" if dialect == "postgresql" else "r.current = 1"


def local_day(moment: str, dialect: str) -> str:
    if dialect == "postgresql":
        return f"({moment} AT TIME ZONE 'Europe/Stockholm')::date"
    return f"date({_second(moment)}, {_offset(moment)})"


def local_month(moment: str, dialect: str) -> str:
    """Its first day."""
    if dialect == "postgresql":
        return f"date_trunc('month', {moment} AT TIME ZONE 'Europe/Stockholm')::date"
    return f"date({_second(moment)}, {_offset(moment)}, 'start of month')"


def _second(moment: str) -> str:
    """The one that it is in: SQLite rounds, and half a millisecond before midnight would be the next day."""
    return f"substr({moment}, 1, 19)"


def _offset(moment: str) -> str:
    """SQLite knows no time zones. Sweden's rule since 1996: summer from 01.00 UTC on the last Sunday of March to 01.00
    UTC on the last Sunday of October. A test holds it to the time zone data for as long as that says so.
    """
    spring, autumn = _turn(moment, "04"), _turn(moment, "11")
    return (
        f"CASE substr({moment}, 6, 2)"
        " WHEN '11' THEN '+1 hour' WHEN '12' THEN '+1 hour' WHEN '01' THEN '+1 hour' WHEN '02' THEN '+1 hour'"
        f" WHEN '03' THEN CASE WHEN {moment} < {spring} THEN '+1 hour' ELSE '+2 hours' END"
        f" WHEN '10' THEN CASE WHEN {moment} < {autumn} THEN '+2 hours' ELSE '+1 hour' END"
        " ELSE '+2 hours' END"
    )


def _turn(moment: str, month_after: str) -> str:
    return f"datetime(substr({moment}, 1, 5) || '{month_after}-01', 'weekday 0', '-7 days', '+1 hour')"
