"""How often a typed report asks the database, between BEGIN and COMMIT."""

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, event
from sqlmodel import Session

from handlers import TABLES
from handlers.answers import Say
from handlers.request import from_command
from handlers.routing import Router
from storage import migrate
from storage.database import Database
from tests.benchmarks import rows
from tests.benchmarks.slack import command

MOST = 12


def country(url: str) -> None:
    migrate.upgrade(url)
    engine = create_engine(url)
    with Session(engine) as session:
        rows.fill(session, officers=2)
        session.commit()
    engine.dispose()


@pytest.fixture
async def router(database_from: Callable[[Callable[[str], None]], str]) -> AsyncIterator[Router]:
    db = Database(database_from(country))
    yield Router(TABLES, db, lambda: datetime.now(UTC))
    db.close()


@pytest.fixture
def statements() -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


async def test_a_report_takes_at_most_twelve_statements(router: Router, statements: list[str]) -> None:
    await report(router, officer=1)  # whatever a new connection asks
    statements.clear()
    assert "Sparat" in await report(router, officer=2)
    asked = [statement for statement in statements if not statement.startswith("BEGIN")]
    assert 0 < len(asked) <= MOST, "\n\n".join(asked)


async def report(router: Router, officer: int) -> str:
    route, asked = router.understood(from_command(command(officer), datetime.now(UTC)))
    answer = await router.answer(route, asked)
    assert isinstance(answer, Say)
    return str(answer.message["text"])
