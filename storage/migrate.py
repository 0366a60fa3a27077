"""The schema of a database: brought up to date, or only looked at. There is no way back but a backup."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

from storage import sqlite
from storage.database import normal_url

LOCK = 20_260_101  # any number does, as long as every replica asks for the same one


def upgrade(url: str) -> None:
    """All missing migrations in one transaction: the schema is then the newest or, after an error, what it was."""
    from alembic import command  # a fifth of a second that a database which is current already need not wait for
    from alembic.config import Config

    with schema_transaction(url) as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", "storage:migrations")
        command.upgrade(config, "head")


def is_ready(url: str) -> bool:
    """SQLite is ours alone and brought up to date; PostgreSQL may have others on it, so somebody has to say so."""
    if not is_current(url) and url.startswith("sqlite"):
        upgrade(url)
    return is_current(url)


def is_current(url: str) -> bool:
    engine = _engine(url, begin="BEGIN")
    try:
        with Session(engine) as session:
            return has_newest(session)
    finally:
        engine.dispose()


def has_newest(session: Session) -> bool:
    connection = session.connection()
    if not inspect(connection).has_table("alembic_version"):
        return False
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [newest()]


def is_other_schema(error: Exception) -> bool:
    """Whether a statement failed because a table or a column is not there."""
    cause = error.__cause__ or error
    return isinstance(cause, ProgrammingError) or "no such table" in str(cause) or "no such column" in str(cause)


def newest() -> str:
    """The number that the last migration's file begins with: one line of them, held to by a test."""
    names = sorted(path.name for path in files("storage.migrations").joinpath("versions").iterdir())
    return [name for name in names if name[:4].isdigit()][-1][:4]


@contextmanager
def schema_transaction(url: str) -> Iterator[Connection]:
    """One at a time: replicas that start together wait for each other, and the later ones find the work done."""
    engine = _engine(url, begin="BEGIN IMMEDIATE")
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            yield connection
            if connection.dialect.name == "sqlite":
                _check_references(connection)
    finally:
        engine.dispose()


def _engine(url: str, *, begin: str) -> Engine:
    url = normal_url(url)
    if not url.startswith("sqlite"):
        return create_engine(url)
    engine = sqlite.engine(url, begin=begin)
    event.listen(engine, "connect", _for_migrations)
    return engine


def _for_migrations(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    """SQLite changes a table by building it anew and dropping the old one, which rows that point at it would forbid.

    Replicas that start together wait for the first one's migrations, however long they take; nobody waits in Slack.
    """
    connection.cursor().execute("PRAGMA foreign_keys = OFF")
    connection.cursor().execute("PRAGMA busy_timeout = 60000")


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(f"the migration leaves rows that point at nothing: {broken[:3]}")
