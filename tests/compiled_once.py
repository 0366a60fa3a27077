"""Each statement is compiled once for all the tests' databases, which took a quarter of their time.

SQLAlchemy keeps what it has compiled for one engine's dialect, and each house has an engine of its own.
"""

from typing import Any

import pytest
from sqlalchemy import Connection, Dialect, Engine, event

_dialects: dict[str, Dialect] = {}
_compiled: dict[Any, Any] = {}


def pytest_collection_finish(session: pytest.Session) -> None:
    if not any(item.get_closest_marker("bench") for item in session.items):  # they measure what there is in earnest
        compile_once()


def compile_once() -> None:
    """From now on: every engine gets the dialect of the first one that was connected to the same kind of database."""
    if not event.contains(Engine, "engine_connect", _share):
        event.listen(Engine, "engine_connect", _share)


def _share(connection: Connection) -> None:
    dialect = _dialects.setdefault(connection.dialect.name, connection.dialect)
    connection.dialect = connection.engine.dialect = dialect
    connection.execution_options(compiled_cache=_compiled)
