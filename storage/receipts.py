"""The receipts that lines in a chat were answered with: they become what the report becomes."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlmodel import Session, col

from bot.domain.words import MessageState, Purpose
from storage import outbox
from storage.models import OutboxMessage


def key(occurrence_id: int, cause: str) -> str:
    """Of the message that answers `cause` with a receipt."""
    return f"{_about(occurrence_id)}{cause}"


def become(session: Session, occurrence_id: int, payload: dict[str, Any], now: datetime, cause: str) -> None:
    """`cause` makes the keys of the updates unique."""
    receipts = col(OutboxMessage.key).startswith(_about(occurrence_id), autoescape=True)
    session.connection().execute(update(OutboxMessage).where(receipts, outbox.UNTRIED).values(payload=payload))
    for message_id in session.connection().execute(select(col(OutboxMessage.id)).where(receipts, outbox.IN_SLACK)):
        _update(session, *message_id, payload, now, cause)


def _update(session: Session, message_id: int, payload: dict[str, Any], now: datetime, cause: str) -> None:
    """Of two that wait, only the later is worth sending."""
    waits = update(OutboxMessage).where(
        col(OutboxMessage.updates_id) == message_id, col(OutboxMessage.state) == MessageState.PENDING
    )
    if not session.connection().execute(waits.values(payload=payload)).rowcount:
        key = f"update:{message_id}:{cause}"
        outbox.put(session, key=key, purpose=Purpose.UPDATE, due_at=now, payload=payload, updates_id=message_id)


def _about(occurrence_id: int) -> str:
    return f"receipt:{occurrence_id}:"
