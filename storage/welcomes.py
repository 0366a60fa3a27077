"""Who is about to hear from the bot for the first time without having been told why."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String, bindparam, cast, func, literal, select, text
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.words import MessageState, Purpose
from storage import outbox
from storage.models import OutboxMessage, Person
from storage.types import UtcDateTime

_welcome = aliased(OutboxMessage)
KEY = literal("welcome:").concat(cast(col(Person.id), String))
WELCOMED = select(col(_welcome.id)).where(col(_welcome.key) == KEY).exists()
# Whom a colleague has added was told at once: see `bot.services.people.add`.
UNTOLD = (
    select(col(Person.id), func.min(col(OutboxMessage.due_at)))
    .join(OutboxMessage, col(OutboxMessage.person_id) == col(Person.id))
    .where(
        col(OutboxMessage.state) == MessageState.PENDING,
        col(OutboxMessage.purpose) == Purpose.REMINDER,
        col(OutboxMessage.due_at) <= bindparam("until"),
        col(Person.added_by_id).is_(None),
        ~WELCOMED,
    )
    .group_by(col(Person.id))
)
# Every replica may write the same: the key decides whose row it is.
PUT = text(
    "INSERT INTO outbox_message (key, purpose, person_id, due_at, payload, state, attempts)"
    " VALUES (:key, 'notice', :person, :due_at, :payload, 'pending', 0) ON CONFLICT (key) DO NOTHING"
).bindparams(bindparam("due_at", type_=UtcDateTime()), bindparam("payload", type_=JSON()))


def untold(session: Session, until: datetime) -> list[tuple[int, datetime]]:
    """People with a reminder due by then, and when the first one is."""
    return [(person, due_at) for person, due_at in session.connection().execute(UNTOLD, {"until": until})]


def put(session: Session, people: Iterable[tuple[int, datetime]], payload: dict[str, Any]) -> None:
    """One message each, due at the time given; once for ever."""
    for person_id, due_at in people:
        values = {"key": f"welcome:{person_id}", "person": person_id, "due_at": due_at, "payload": payload}
        session.connection().execute(PUT, values)
    outbox.wake(session)
