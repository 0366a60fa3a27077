"""How often a typed report asks the database, between BEGIN and COMMIT."""

import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from sqlalchemy import Dialect, Engine, create_engine, event, make_url
from sqlmodel import Session

from handlers import TABLES
from handlers.answers import Say
from handlers.request import from_command
from handlers.routing import Router
from storage import migrate
from storage.database import Database
from tests.benchmarks import rows
from tests.benchmarks.slack import command
from tests.kept_connections import end_connections

MOST = 12
UPKEEP = ("BEGIN", ";")  # ";" asks a pooled connection whether it lives


class Counted:
    """Beside a driver's cursor class: notes each call, once for many rows."""

    seen: list[str]

    def execute(self, sql: str, *more: Any, **options: Any) -> Any:
        self.seen.append(sql)
        return super().execute(sql, *more, **options)  # type: ignore[misc]

    def executemany(self, sql: str, *more: Any, **options: Any) -> Any:
        self.seen.append(sql)
        return super().executemany(sql, *more, **options)  # type: ignore[misc]


class SqliteConnection(sqlite3.Connection):
    seen: list[str]

    def cursor(self, *_factory: Any) -> Any:
        return super().cursor(type("Cursor", (Counted, sqlite3.Cursor), {"seen": self.seen}))


def country(url: str) -> None:
    migrate.upgrade(url)
    engine = create_engine(url)
    with Session(engine) as session:
        rows.fill(session, officers=2)
        session.commit()
    engine.dispose()


@pytest.fixture
async def router(database_from: Callable[[Callable[[str], None]], str]) -> AsyncIterator[Router]:
    url = database_from(country)
    end_connections(make_url(url).database or "")  # those that are counted are opened here
    db = Database(url)
    yield Router(TABLES, db, lambda: datetime.now(UTC))
    db.close()


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Counted at the driver's cursors, whoever opens them."""
    seen: list[str] = []

    def prepare(dialect: Dialect, _record: Any, _arguments: Any, settings: dict[str, Any]) -> None:
        if dialect.name == "sqlite":
            settings["factory"] = type("Connection", (SqliteConnection,), {"seen": seen})
        else:
            settings["cursor_factory"] = type("Cursor", (Counted, psycopg.Cursor), {"seen": seen})

    event.listen(Engine, "do_connect", prepare)
    yield seen
    event.remove(Engine, "do_connect", prepare)


async def test_a_report_takes_at_most_twelve_statements(router: Router, statements: list[str]) -> None:
    await report(router, officer=1)  # whatever a new connection asks
    statements.clear()
    assert "Sparat" in await report(router, officer=2)
    asked = [statement for statement in statements if not statement.startswith(UPKEEP)]
    assert 0 < len(asked) <= MOST, "\n\n".join(asked)


async def report(router: Router, officer: int) -> str:
    route, asked = router.understood(from_command(command(officer), datetime.now(UTC)))
    answer = await router.answer(route, asked)
    assert isinstance(answer, Say)
    return str(answer.message["text"])
