"""Reminders that are due: each of another officer, about a traffic check of theirs that is just over."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import create_engine, func, insert, select
from sqlmodel import Session, col

from bot.domain.words import MessageState, Purpose, Step
from storage import migrate
from storage.database import normal_url
from storage.models import OutboxMessage, Reminder
from tests.benchmarks import rows

FIRST = 10_000_000
"""The id of the first; whatever else waits is due later."""


def add(session: Session, count: int, due_at: Callable[[int], datetime]) -> None:
    """`rows.fill` has made the officers."""
    numbers = range(count)
    messages = [
        {"id": FIRST + n, "key": f"due-{n}", "purpose": Purpose.REMINDER, "person_id": n + 1, "due_at": due_at(n),
         "state": MessageState.PENDING, "attempts": 0}
        for n in numbers
    ]  # fmt: skip
    reminders = [
        {"message_id": FIRST + n, "occurrence_id": n + 1, "sequence": 0, "step": Step.AFTER, "person_id": n + 1}
        for n in numbers
    ]
    session.connection().execute(insert(OutboxMessage), messages)
    session.connection().execute(insert(Reminder), reminders)


def database_with(url: str, count: int, due_at: Callable[[int], datetime]) -> None:
    migrate.upgrade(url)
    engine = create_engine(normal_url(url))
    for step in (lambda session: rows.fill(session, count), lambda session: add(session, count, due_at), rows.analyse):
        with Session(engine) as session:
            step(session)
            session.commit()
    engine.dispose()


def states(url: str) -> dict[str, int]:
    """How many of them stand where."""
    engine = create_engine(normal_url(url))
    counted = (
        select(col(OutboxMessage.state), func.count())
        .where(col(OutboxMessage.id) >= FIRST)
        .group_by(col(OutboxMessage.state))
    )
    with engine.connect() as connection:
        found = {str(state): count for state, count in connection.execute(counted)}
    engine.dispose()
    return found
