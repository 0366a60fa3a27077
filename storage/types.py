"""Column types that both databases store alike."""

import enum
from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, Enum
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, stored in UTC.

    SQLite drops the offset without converting, so a naive value is refused (ValueError) before either database sees it.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime {value.isoformat()} cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def choice(words: type[enum.StrEnum]) -> Enum:
    """Text that must be one of the words: a CHECK, since a native type cannot be extended in a transaction."""
    return Enum(
        words,
        native_enum=False,
        create_constraint=True,
        length=32,
        name=words.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
    )
