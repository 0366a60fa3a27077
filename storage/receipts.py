"""The receipts that lines in a chat were answered with: they become what the report becomes.

A question about a line is known by its draft until it is answered, and becomes a receipt then.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col

from storage import outbox
from storage.models import OutboxMessage


def key(occurrence_id: int, cause: str) -> str:
    """Of the message that answers `cause` with a receipt."""
    return f"{_about(occurrence_id)}{cause}"


def question_key(draft_id: int) -> str:
    """Of the message that asks about a draft."""
    return f"draft:{draft_id}"


def answered(session: Session, draft_id: int, occurrence_id: int) -> None:
    """The message that asked about the draft is the receipt of an occurrence now."""
    asked = question_key(draft_id)
    _rename(session, asked, key(occurrence_id, asked))


def asks_on(session: Session, draft_id: int, next_id: int) -> None:
    """The message that asked about the draft asks about another one now."""
    _rename(session, question_key(draft_id), question_key(next_id))


def become(session: Session, occurrence_id: int, payload: dict[str, Any], now: datetime, cause: str) -> None:
    """`cause` makes the keys of the updates unique."""
    outbox.become(session, _about(occurrence_id), payload, now, cause)


def _rename(session: Session, old: str, new: str) -> None:
    session.connection().execute(update(OutboxMessage).where(col(OutboxMessage.key) == old).values(key=new))


def _about(occurrence_id: int) -> str:
    return f"receipt:{occurrence_id}:"
