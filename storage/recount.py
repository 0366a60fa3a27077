"""The rollup beside a full recount of what it sums: where they differ, and how that is put right.

One statement sees the sums and what they count at the same instant, so also while others report.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, TextualSelect, bindparam, text
from sqlmodel import Session

from storage.rollup_cells import BY_DAY, BY_MONTH, added, local_day, local_month, sums

DATES = {"month", "day"}


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
    of_month = {"municipality_id": "a.municipality_id", "month": local_month("o.starts_at", dialect)}
    months = _differences("month_count", of_month, BY_MONTH, dialect)
    days = _differences("day_count", {**of_month, "day": local_day("o.ends_at", dialect)}, BY_DAY, dialect)
    found = session.connection().execute(months)
    of_months = [Drift(place, first, None, _named(BY_MONTH, off)) for place, first, *off in found]
    found = session.connection().execute(days)
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


def _differences(table: str, key: Mapping[str, str], cells: Mapping[str, str], dialect: str) -> TextualSelect:
    """Key and cells of each row whose sums are not what a recount gives, or that one of the two does not have."""
    names, keys = ", ".join([*key, *cells]), ", ".join(key)
    groups = ", ".join(str(at + 1) for at in range(len(key)))
    off = ", ".join(f"sum({name})" for name in cells)
    current = "r.current" if dialect == "postgresql" else "r.current = 1"
    statement = f"""
        SELECT {keys}, {off} FROM (
            SELECT {names} FROM {table}
            UNION ALL
            SELECT {", ".join(key.values())}, {sums(cells, "-1")}
            FROM occurrence o JOIN activity a ON a.id = o.activity_id
            LEFT JOIN outcome r ON r.occurrence_id = o.id AND {current}
            GROUP BY {groups}
        ) AS beside
        GROUP BY {keys} HAVING ({off}) <> ({", ".join("0" for _ in cells)}) ORDER BY {keys}
    """
    return text(statement).columns(**dict.fromkeys(DATES & key.keys(), Date))


def _named(cells: Mapping[str, str], off: Iterable[int]) -> dict[str, int]:
    return {name: too_much for name, too_much in zip(cells, off, strict=True) if too_much}
