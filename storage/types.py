"""Column types that both databases store alike."""

import enum
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import CheckConstraint, Column, DateTime, Dialect, Enum, String, Text, event, or_
from sqlalchemy.types import TypeDecorator, TypeEngine

BYTEWISE = String().with_variant(String(collation="C"), "postgresql")
"""Text in the order of its bytes, as SQLite has it: then what begins alike stands together, and an index finds it."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, stored in UTC.

    A naive value is refused (ValueError): SQLite could not tell it from one in UTC. There it is text, declared as such:
    SQLite takes DATETIME to be a number, and would try to read one in both sides of each comparison.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return Text() if dialect.name == "sqlite" else DateTime(timezone=True)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | str | None:
        return _sqlite_text(value) if dialect.name == "sqlite" else _utc(value)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        """SQLite's text, as SQLAlchemy writes it, in a fifth of the time: a report binds ten moments."""
        return _sqlite_text if dialect.name == "sqlite" else _utc

    def result_processor(self, dialect: Dialect, _coltype: object) -> Callable[[Any], Any]:
        return _from_sqlite_text if dialect.name == "sqlite" else _from_postgresql


def choice(words: type[enum.StrEnum]) -> Enum:
    """Text that must be one of the words: a CHECK, since a native type cannot be extended in a transaction."""
    kept = Enum(
        words,
        native_enum=False,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )
    event.listen(kept, "after_parent_attach", partial(_must_be_one_of, words))
    return kept


def _must_be_one_of(words: type[enum.StrEnum], _kept: Enum, column: Column[Any]) -> None:
    """Goes with the column into its table. Compared one by one: SQLite makes a table of what stands in an IN, for each
    row that it writes, and that takes as long as the row.
    """
    one_of = or_(*(column == word for word in words))
    CheckConstraint(one_of, name=words.__name__.lower(), _type_bound=True)  # a copy of the type makes its own


def _utc(value: datetime | None) -> datetime | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError(f"naive datetime {value.isoformat()} cannot be stored")
    return value.astimezone(UTC)


def _from_postgresql(value: datetime | None) -> datetime | None:
    return None if value is None else value.astimezone(UTC)


def _sqlite_text(value: datetime | None) -> str | None:
    # Only in UTC are moments that are equal the same: in a zone of its own an hour that comes twice equals itself.
    utc = _utc(value)
    return None if utc is None else _written(utc)


@lru_cache(1024)  # a report binds the same moment eight times
def _written(utc: datetime) -> str:
    return utc.isoformat(" ", "microseconds").removesuffix("+00:00")


def _from_sqlite_text(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(f"{value}+00:00")  # `replace` takes five times as long
