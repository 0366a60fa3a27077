"""Agreements that somebody is going through, and the messages that show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, delete, select

from bot.domain.words import DraftPurpose, Purpose
from storage import outbox
from storage.models import Draft, OutboxMessage

REVIEW, TEXT = "review", "text"
"""What the payload is about; under the same purpose there are files that wait too."""


@dataclass(frozen=True, slots=True)
class Kept:
    id: int
    payload: dict[str, Any]
    expires_at: datetime


def hold(session: Session, draft_id: int, person_id: int, now: datetime) -> Kept | None:
    """Nobody else changes it until this transaction ends. None when it expired, was settled, or is somebody else's."""
    statement = select(Draft).where(Draft.id == draft_id, Draft.person_id == person_id, col(Draft.expires_at) >= now)
    row = session.exec(statement.with_for_update()).first()
    return Kept(row.id, row.payload[REVIEW], row.expires_at) if row and REVIEW in row.payload else None


def keep(session: Session, draft_id: int, review: Mapping[str, Any], expires_at: datetime) -> None:
    row = session.get_one(Draft, draft_id)
    row.payload, row.expires_at = {REVIEW: dict(review)}, expires_at
    session.add(row)
    session.flush()


def forget(session: Session, draft_id: int) -> None:
    session.exec(delete(Draft).where(col(Draft.id) == draft_id))


def of_person(session: Session, person_id: int, now: datetime) -> Sequence[Kept]:
    """The latest first."""
    statement = select(Draft).where(
        Draft.person_id == person_id, Draft.purpose == DraftPurpose.AGREEMENT, col(Draft.expires_at) >= now
    )
    rows = session.exec(statement.order_by(col(Draft.id).desc())).all()
    return [Kept(row.id, row.payload[REVIEW], row.expires_at) for row in rows if REVIEW in row.payload]


def say(
    session: Session, draft_id: int, part: str, person_id: int, payload: dict[str, Any], now: datetime, cause: str
) -> None:
    """`part` is said once, and becomes this when it is there already."""
    key = f"agreement:{draft_id}:{part}:"
    if session.exec(select(OutboxMessage.id).where(OutboxMessage.key == key)).first():
        outbox.become(session, key, payload, now, cause)
    else:
        outbox.put(session, key=key, purpose=Purpose.REPLY, due_at=now, person_id=person_id, payload=payload)
