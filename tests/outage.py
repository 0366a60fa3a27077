"""A database that does not answer for a while, as when it is restarted or somebody else holds it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy import make_url


@contextmanager
def outage(url: str) -> Iterator[None]:
    """SQLite can be read meanwhile, PostgreSQL not even that."""
    with _held(url) if url.startswith("sqlite") else _closed(url):
        yield


@contextmanager
def _held(url: str) -> Iterator[None]:
    with closing(sqlite3.connect(make_url(url).database or "", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def _closed(url: str) -> Iterator[None]:
    parsed = make_url(url)
    server = parsed.set(drivername="postgresql", database="postgres").render_as_string(hide_password=False)
    name = parsed.database or ""
    with closing(psycopg.connect(server, autocommit=True)) as admin:
        admin.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(Identifier(name)))
        admin.execute("SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE datname = %s", [name])
        yield
        admin.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(Identifier(name)))
