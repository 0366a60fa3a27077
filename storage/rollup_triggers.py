"""The triggers that keep `month_count` and `day_count`: in the transaction of what they count, whoever made it.

A report pays for two of them, so they run for one row at a time and write no more than has changed. On PostgreSQL those
who report in the same month and municipality wait for each other's commit, as they do for the number of their report.

These are the first migration's too. After a release a change of them is a migration that drops and makes them anew,
with statements of its own; on SQLite also one that rebuilds `occurrence`, `outcome` or `activity`, which drops them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from storage.rollup_cells import (
    BY_DAY,
    BY_MONTH,
    OF_PLAN,
    OF_REPORT,
    added,
    current,
    local_day,
    local_month,
    of_rows,
    sums,
)

SPAN = ("activity_id", "starts_at", "ends_at", "planned")
MOVED = " OR ".join(f"OLD.{name} <> NEW.{name}" for name in SPAN)


def statements(dialect: str) -> list[str]:
    return [statement for trigger in _triggers(_Body(dialect)) for statement in trigger.made_on(dialect)]


@dataclass(frozen=True, slots=True)
class _Trigger:
    name: str
    after: str
    body: Iterable[str]
    when: str = ""

    def made_on(self, dialect: str) -> Iterator[str]:
        head = f"CREATE TRIGGER {self.name} AFTER {self.after} FOR EACH ROW"
        head = f"{head} WHEN ({self.when})" if self.when else head
        body = "; ".join(self.body)
        if dialect == "sqlite":
            yield f"{head} BEGIN {body}; END"
            return
        yield (
            f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {body}; RETURN NULL; END $$"
        )
        yield f"{head} EXECUTE FUNCTION {self.name}()"


def _triggers(do: "_Body") -> Iterator[_Trigger]:
    yield _Trigger("count_occurrence_added", "INSERT ON occurrence", do.plan("NEW", "+"))
    yield _Trigger("count_occurrence_removed", "DELETE ON occurrence", do.plan("OLD", "-"))
    yield _Trigger("count_occurrence_settled", "UPDATE OF state ON occurrence", do.state(), f"NOT ({MOVED})")
    moved = [*do.plan("OLD", "-"), *do.plan("NEW", "+"), do.report_of("OLD", "-"), do.report_of("NEW", "+")]
    yield _Trigger("count_occurrence_moved", f"UPDATE OF {', '.join(SPAN)} ON occurrence", moved, MOVED)
    yield _Trigger("count_outcome_added", "INSERT ON outcome", [do.report("NEW", "+")], "NEW.current")
    yield _Trigger("count_outcome_removed", "DELETE ON outcome", [do.report("OLD", "-")], "OLD.current")
    changed = [f"{do.report('OLD', '-')} AND OLD.current", f"{do.report('NEW', '+')} AND NEW.current"]
    yield _Trigger("count_outcome_changed", "UPDATE OF occurrence_id, current, status ON outcome", changed)
    given = [*do.activity("OLD", "-1"), *do.activity("NEW", "1")]
    elsewhere = "OLD.municipality_id <> NEW.municipality_id"
    yield _Trigger("count_activity_moved", "UPDATE OF municipality_id ON activity", given, elsewhere)


@dataclass(frozen=True, slots=True)
class _Body:
    """The statements that triggers run. `row` is NEW or OLD; the sign says whether it is added or taken away."""

    dialect: str

    def plan(self, row: str, sign: str) -> list[str]:
        """An occurrence, without its report."""
        here, month, day = self._key(row)
        return [
            f"INSERT INTO month_count (municipality_id, month, {', '.join(OF_PLAN)}) "
            f"VALUES ({here}, {month}, {_values(OF_PLAN, row, sign)}) {added('month_count', OF_PLAN)}",
            f"INSERT INTO day_count (municipality_id, month, day, {', '.join(BY_DAY)}) "
            f"VALUES ({here}, {month}, {day}, {_values(BY_DAY, row, sign)}) {added('day_count', BY_DAY)}",
        ]

    def state(self) -> list[str]:
        """It was counted where it is, so there are rows to change."""
        here, month, day = self._key("NEW")
        where = f"WHERE municipality_id = {here} AND month = {month}"
        return [
            f"UPDATE month_count SET {_differences(OF_PLAN)} {where}",
            f"UPDATE day_count SET {_differences(BY_DAY)} {where} AND day = {day}",
        ]

    def report(self, row: str, sign: str) -> str:
        """A report's own part of its occurrence's month."""
        return (
            f"UPDATE month_count SET {_changes(OF_REPORT, sign, r=row)} "
            f"WHERE (municipality_id, month) = (SELECT a.municipality_id, {local_month('o.starts_at', self.dialect)} "
            f"FROM occurrence o JOIN activity a ON a.id = o.activity_id WHERE o.id = {row}.occurrence_id)"
        )

    def report_of(self, row: str, sign: str) -> str:
        """The report that an occurrence has, if any."""
        here, month, _ = self._key(row)
        return (
            f"UPDATE month_count SET {_changes(OF_REPORT, sign, o=row)} FROM outcome r "
            f"WHERE r.occurrence_id = {row}.id AND {current(self.dialect)} "
            f"AND month_count.municipality_id = {here} AND month_count.month = {month}"
        )

    def activity(self, row: str, sign: str) -> list[str]:
        """All of an activity's occurrences and reports, in its municipality."""
        month, day = local_month("o.starts_at", self.dialect), local_day("o.ends_at", self.dialect)
        rows = (
            f"FROM occurrence o LEFT JOIN outcome r ON r.occurrence_id = o.id AND {current(self.dialect)} "
            "WHERE o.activity_id = NEW.id"
        )
        return [
            f"INSERT INTO month_count (municipality_id, month, {', '.join(BY_MONTH)}) "
            f"SELECT {row}.municipality_id, {month}, {sums(BY_MONTH, sign)} {rows} GROUP BY 2 "
            f"{added('month_count', BY_MONTH)}",
            f"INSERT INTO day_count (municipality_id, month, day, {', '.join(BY_DAY)}) "
            f"SELECT {row}.municipality_id, {month}, {day}, {sums(BY_DAY, sign)} {rows} GROUP BY 2, 3 "
            f"{added('day_count', BY_DAY)}",
        ]

    def _key(self, row: str) -> tuple[str, str, str]:
        return (
            f"(SELECT municipality_id FROM activity WHERE id = {row}.activity_id)",
            local_month(f"{row}.starts_at", self.dialect),
            local_day(f"{row}.ends_at", self.dialect),
        )


def _values(cells: Mapping[str, str], row: str, sign: str) -> str:
    return ", ".join(f"{sign}({cell})" for cell in of_rows(cells, o=row).values())


def _changes(cells: Mapping[str, str], sign: str, **rows: str) -> str:
    return ", ".join(f"{name} = month_count.{name} {sign} ({cell})" for name, cell in of_rows(cells, **rows).items())


def _differences(cells: Mapping[str, str]) -> str:
    before, after = of_rows(cells, o="OLD"), of_rows(cells, o="NEW")
    return ", ".join(f"{name} = {name} + ({after[name]}) - ({before[name]})" for name in cells)
