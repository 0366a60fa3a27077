"""What a test of services or storage begins with; a file that needs another beginning has its own of the same name."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import create_engine
from sqlmodel import Session

from storage import migrate
from storage.models import Municipality
from tests.databases import Create
from tests.factories import municipality
from tests.in_memory import engine_in_memory


@pytest.fixture
def session() -> Iterator[Session]:
    """Of an empty database in memory, gone after the test."""
    engine = engine_in_memory()
    with Session(engine, expire_on_commit=False) as session:
        yield session
    engine.dispose()


@pytest.fixture
def stored(database_from: Callable[[Create], str]) -> Iterator[Session]:
    """Of an empty database as a user has it, once on SQLite and once on PostgreSQL."""
    engine = create_engine(database_from(migrate.upgrade))
    with Session(engine) as session:
        yield session
    engine.dispose()


@pytest.fixture
def place(session: Session) -> Municipality:
    return municipality(session)
