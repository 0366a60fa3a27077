"""Columns whose text must be one of a few words."""

from collections.abc import Callable

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateTable

from bot.domain.words import MessageState
from storage import migrate
from storage.models import Row
from tests.databases import Create

WRITE = text(
    "INSERT INTO outbox_message (key, purpose, due_at, state, attempts) VALUES (:state, 'post', :at, :state, 0)"
)
AT = "2026-11-22 12:00:00"


def test_only_the_words_are_kept(database_from: Callable[[Create], str]) -> None:
    engine = create_engine(database_from(migrate.upgrade))
    with engine.connect() as connection:
        connection.execute(WRITE, [{"at": AT, "state": state.value} for state in MessageState])
        with pytest.raises(IntegrityError, match="ck_outbox_message_messagestate"):
            connection.execute(WRITE, {"at": AT, "state": "skickat"})
    engine.dispose()


def test_the_words_are_compared_one_by_one() -> None:
    """A list would be made into a table for each row that is written, which takes as long as the row."""
    tables = {table.name: CreateTable(table) for table in Row.metadata.sorted_tables}
    made = {name: str(table.compile(dialect=sqlite.dialect())) for name, table in tables.items()}

    assert [name for name, sql in made.items() if " IN (" in sql] == []
    assert "CHECK (state = 'pending' OR state = 'leased' OR " in made["outbox_message"]
