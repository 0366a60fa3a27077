"""What a test of services or storage begins with; a file that needs another beginning has its own of the same name."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from storage.models import Municipality
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
def place(session: Session) -> Municipality:
    return municipality(session)
