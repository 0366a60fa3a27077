"""What a test of services or storage begins with; a file that needs another beginning has its own of the same name."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from storage.models import Municipality
from tests.factories import memory, municipality


@pytest.fixture
def session() -> Iterator[Session]:
    yield from memory()


@pytest.fixture
def place(session: Session) -> Municipality:
    return municipality(session)
