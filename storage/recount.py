"""The rollup beside a full recount of what it sums: where they differ, and how that is put right.

One statement sees the sums and what they count at the same instant, so also while others report.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, TextualSelect, bindparam, text
from sqlmodel import Session

from storage.rollup_cells import BY_DAY, BY_MONTH, added, current, local_day, local_month, sums

DATES = {"month", "day"}
CELLS = {"month_count": BY_MONTH, "day_count": BY_DAY}


@dataclass(frozen=True, slots=True)
class Drift:
    """Sums of a municipality's month, or of one day's part of it, and by how much each is too high."""

    municipality_id: int
    month: date
    day: date | None
    off: Mapping[str, int]


def drift(session: Session) -> list[Drift]:
    """Empty when every sum is right."""
    dialect = session.connection().dialect.name
    found = session.connection().execute(_differences("month_count", dialect))
    of_months = [Drift(place, first, None, _named(BY_MONTH, off)) for place, first, *off in found]
    found = session.connection().execute(_differences("day_count", dialect))
    return [*of_months, *(Drift(place, first, on, _named(BY_DAY, off)) for place, first, on, *off in found)]


def repair(session: Session, found: Iterable[Drift]) -> None:
    """Takes away what is too much, so that what others have added meanwhile stays."""
    for one in found:
        table = "day_count" if one.day else "month_count"
        key: dict[str, Any] = {"municipality_id": one.municipality_id, "month": one.month}
        if one.day:
            key["day"] = one.day
        values = {**key, **{name: -too_much for name, too_much in one.off.items()}}
        names = ", ".join(values)
        given = ", ".join(f":{name}" for name in values)
        statement = text(f"INSERT INTO {table} ({names}) VALUES ({given}) {added(table, one.off)}")
        typed = [bindparam(name, type_=Date()) for name in DATES & key.keys()]
        session.connection().execute(statement.bindparams(*typed), values)


def rebuild(session: Session) -> None:
    """Counts everything anew. Nobody else may write meanwhile; `repair` is for a bot that runs.

    In the order that the triggers would have: a database reads fast what was written at the same time.
    """
    dialect = session.connection().dialect.name
    for table, cells in CELLS.items():
        names = ", ".join([*_key(table, dialect), *cells])
        session.connection().execute(text(f"DELETE FROM {table}"))
        counted = f"{_counted(table, dialect, '1')} ORDER BY min(o.id)"
        session.connection().execute(text(f"INSERT INTO {table} ({names}) {counted}"))


def _differences(table: str, dialect: str) -> TextualSelect:
    """Key and cells of each row whose sums are not what a recount gives, or that one of the two does not have."""
    key, cells = _key(table, dialect), CELLS[table]
    keys, off = ", ".join(key), ", ".join(f"sum({name})" for name in cells)
    statement = f"""
        SELECT {keys}, {off} FROM (
            SELECT {", ".join([*key, *cells])} FROM {table} UNION ALL {_counted(table, dialect, "-1")}
        ) AS beside
        GROUP BY {keys} HAVING ({off}) <> ({", ".join("0" for _ in cells)}) ORDER BY {keys}
    """
    return text(statement).columns(**dict.fromkeys(DATES & key.keys(), Date))


def _counted(table: str, dialect: str, sign: str) -> str:
    key = _key(table, dialect)
    return f"""
        SELECT {", ".join(key.values())}, {sums(CELLS[table], sign)}
        FROM occurrence o JOIN activity a ON a.id = o.activity_id
        LEFT JOIN outcome r ON r.occurrence_id = o.id AND {current(dialect)}
        GROUP BY {", ".join(str(at + 1) for at in range(len(key)))}
    """


def _key(table: str, dialect: str) -> dict[str, str]:
    key = {"municipality_id": "a.municipality_id", "month": local_month("o.starts_at", dialect)}
    return key if table == "month_count" else {**key, "day": local_day("o.ends_at", dialect)}


def _named(cells: Mapping[str, str], off: Iterable[int]) -> dict[str, int]:
    return {name: too_much for name, too_much in zip(cells, off, strict=True) if too_much}
