"""SQLite runs a trigger once for each row. A report pays for two of them, so they write no more than has changed."""

from collections.abc import Iterable, Mapping

from storage.rollup_cells import BY_DAY, BY_MONTH, OF_PLAN, OF_REPORT, added, local_day, local_month, of_rows, sums

SPAN = ("activity_id", "starts_at", "ends_at", "planned")
HERE = "(SELECT municipality_id FROM activity WHERE id = {o}.activity_id)"
OF_ACTIVITY = """FROM occurrence o LEFT JOIN outcome r ON r.occurrence_id = o.id AND r.current = 1
    WHERE o.activity_id = NEW.id"""


def statements() -> list[str]:
    moved = " OR ".join(f"OLD.{name} <> NEW.{name}" for name in SPAN)
    return [
        _trigger("occurrence_added", "INSERT ON occurrence", _plan("NEW", "+")),
        _trigger("occurrence_removed", "DELETE ON occurrence", _plan("OLD", "-")),
        _trigger(
            "occurrence_settled", "UPDATE OF state ON occurrence", _state_changed(), when=f"NOT ({moved})"
        ),
        _trigger(
            "occurrence_moved",
            f"UPDATE OF {', '.join(SPAN)} ON occurrence",
            [*_plan("OLD", "-"), *_plan("NEW", "+"), _reports_of("OLD", "-"), _reports_of("NEW", "+")],
            when=moved,
        ),
        _trigger("outcome_added", "INSERT ON outcome", [_report("NEW", "+")], when="NEW.current"),
        _trigger("outcome_removed", "DELETE ON outcome", [_report("OLD", "-")], when="OLD.current"),
        _trigger(
            "outcome_changed",
            "UPDATE OF occurrence_id, current, status, count ON outcome",
            [f"{_report('OLD', '-')} AND OLD.current", f"{_report('NEW', '+')} AND NEW.current"],
        ),
        _trigger(
            "activity_moved",
            "UPDATE OF municipality_id ON activity",
            [_month_of_activity("OLD", "-1"), _month_of_activity("NEW", "1"),
             _days_of_activity("OLD", "-1"), _days_of_activity("NEW", "1")],
            when="OLD.municipality_id <> NEW.municipality_id",
        ),
    ]  # fmt: skip


def _trigger(name: str, after: str, body: Iterable[str], when: str = "") -> str:
    condition = f" WHEN {when}" if when else ""
    return f"CREATE TRIGGER count_{name} AFTER {after} FOR EACH ROW{condition} BEGIN {'; '.join(body)}; END"


def _plan(row: str, sign: str) -> list[str]:
    here, month, day = _key(row)
    return [
        f"INSERT INTO month_count (municipality_id, month, {', '.join(OF_PLAN)}) "
        f"VALUES ({here}, {month}, {_values(OF_PLAN, row, sign)}) {added('month_count', OF_PLAN)}",
        f"INSERT INTO day_count (municipality_id, month, day, {', '.join(BY_DAY)}) "
        f"VALUES ({here}, {month}, {day}, {_values(BY_DAY, row, sign)}) {added('day_count', BY_DAY)}",
    ]


def _state_changed() -> list[str]:
    """It was counted where it is, so there are rows to change."""
    here, month, day = _key("NEW")
    where = f"WHERE municipality_id = {here} AND month = {month}"
    return [
        f"UPDATE month_count SET {_differences(OF_PLAN)} {where}",
        f"UPDATE day_count SET {_differences(BY_DAY)} {where} AND day = {day}",
    ]


def _report(row: str, sign: str) -> str:
    """A report's own part of its occurrence's month."""
    _, month, _ = _key("o")
    changes = _changes(
        OF_REPORT, sign, r=row, planned=f"(SELECT planned FROM occurrence WHERE id = {row}.occurrence_id)"
    )
    return (
        f"UPDATE month_count SET {changes} WHERE (municipality_id, month) = "
        f"(SELECT a.municipality_id, {month} FROM occurrence o JOIN activity a ON a.id = o.activity_id "
        f"WHERE o.id = {row}.occurrence_id)"
    )


def _reports_of(row: str, sign: str) -> str:
    """The report that a moved occurrence has, if any."""
    here, month, _ = _key(row)
    return (
        f"UPDATE month_count SET {_changes(OF_REPORT, sign, o=row)} FROM outcome r WHERE r.occurrence_id = {row}.id "
        f"AND r.current = 1 AND month_count.municipality_id = {here} AND month_count.month = {month}"
    )


def _month_of_activity(row: str, sign: str) -> str:
    month = local_month("o.starts_at", "sqlite")
    return (
        f"INSERT INTO month_count (municipality_id, month, {', '.join(BY_MONTH)}) "
        f"SELECT {row}.municipality_id, {month}, {sums(BY_MONTH, sign)} {OF_ACTIVITY} GROUP BY 2 "
        f"{added('month_count', BY_MONTH)}"
    )


def _days_of_activity(row: str, sign: str) -> str:
    month, day = local_month("o.starts_at", "sqlite"), local_day("o.ends_at", "sqlite")
    return (
        f"INSERT INTO day_count (municipality_id, month, day, {', '.join(BY_DAY)}) "
        f"SELECT {row}.municipality_id, {month}, {day}, {sums(BY_DAY, sign)} {OF_ACTIVITY} GROUP BY 2, 3 "
        f"{added('day_count', BY_DAY)}"
    )


def _key(row: str) -> tuple[str, str, str]:
    return (
        HERE.format(o=row),
        local_month(f"{row}.starts_at", "sqlite"),
        local_day(f"{row}.ends_at", "sqlite"),
    )


def _values(cells: Mapping[str, str], row: str, sign: str) -> str:
    return ", ".join(f"{sign}({cell})" for cell in of_rows(cells, o=row).values())


def _changes(cells: Mapping[str, str], sign: str, **rows: str) -> str:
    return ", ".join(f"{name} = month_count.{name} {sign} ({cell})" for name, cell in of_rows(cells, **rows).items())


def _differences(cells: Mapping[str, str]) -> str:
    before, after = of_rows(cells, o="OLD"), of_rows(cells, o="NEW")
    return ", ".join(f"{name} = {name} + ({after[name]}) - ({before[name]})" for name in cells)
