"""The few kinds of column that tables are made of; constraints get their names from `storage.models.base.NAMES`."""

from typing import Any

import sqlalchemy as sa
from alembic import op

Column = sa.Column[Any]

PARTS = ("lead", "substitute", "participant")
KEYED = {"sqlite_with_rowid": False}
NEVER_REUSED = {"sqlite_autoincrement": True}
PERIODS = ("week", "month", "quarter", "tertial", "half_year", "year", "period", "meeting")


def own_id() -> Column:
    return sa.Column("id", sa.Integer, primary_key=True)


def ref(name: str, table: str, *, optional: bool = False, primary_key: bool = False) -> Column:
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id"), nullable=optional, primary_key=primary_key)


def string(name: str, *, optional: bool = False, unique: bool | None = None, primary_key: bool = False) -> Column:
    return sa.Column(name, sa.String, nullable=optional, unique=unique, primary_key=primary_key)


def key() -> Column:
    """In the order of its bytes, so that an index finds what begins alike."""
    bytewise = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    return sa.Column("key", bytewise, nullable=False, unique=True)


def word(name: str, check: str, *words: str, optional: bool = False) -> Column:
    """Text that must be one of the words; `check` is the name that tells its constraint from the table's others."""
    column: Column = sa.Column(name, sa.String(32), nullable=optional)
    # Follows the column into its table. SQLite would make a table of what stands in an IN, for each row that it writes.
    sa.CheckConstraint(sa.or_(*(column == word for word in words)), name=check)
    return column


def integer(name: str, *, primary_key: bool = False) -> Column:
    return sa.Column(name, sa.Integer, nullable=False, primary_key=primary_key)


def flag(name: str) -> Column:
    return sa.Column(name, sa.Boolean, nullable=False)


def day(name: str, *, optional: bool = False) -> Column:
    return sa.Column(name, sa.Date, nullable=optional)


def moment(name: str, *, optional: bool = False) -> Column:
    return sa.Column(name, sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite"), nullable=optional)


def json(name: str, *, optional: bool = False) -> Column:
    return sa.Column(name, sa.JSON, nullable=optional)


def one_place() -> sa.CheckConstraint:
    return sa.CheckConstraint("municipality_id IS NULL OR police_area_id IS NULL", name="one_place")


def index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)


def partial_index(
    name: str, table: str, *columns: str, where: str, sqlite_where: str | None = None, unique: bool = False
) -> None:
    on_sqlite = sa.text(sqlite_where or where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=on_sqlite, postgresql_where=sa.text(where))
