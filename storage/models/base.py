"""What every table shares. Names of constraints are fixed so that migrations can speak of them on both databases."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


KEYED = {"sqlite_with_rowid": False}
"""For tables whose rows are found by their whole key: SQLite then keeps one tree instead of two."""

NEVER_REUSED = {"sqlite_autoincrement": True}
"""For rows that are deleted while buttons or keys still carry their id: SQLite would give it to the next one."""


class Row(SQLModel):
    metadata = MetaData(naming_convention=NAMES)
