"""Writing down what was processed and who did what."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, insert, text
from sqlmodel import Session, col, delete, select

from bot.domain.words import DraftPurpose
from storage import outbox
from storage.models import AuditEvent, Draft, ProcessedEvent
from storage.prepared import Prepared
from storage.types import UtcDateTime

FIRST_TIME = Prepared(
    text("INSERT INTO processed_event (key, at) VALUES (:key, :at) ON CONFLICT DO NOTHING").bindparams(
        bindparam("at", type_=UtcDateTime())
    )
)
AUDIT = Prepared(insert(AuditEvent))
KEEP_PROCESSED = timedelta(days=7)  # Slack's last redelivery comes after minutes; a week is for a stopped bot
KEEP_TEXTS = timedelta(days=7)


def first_time(session: Session, key: str, now: datetime) -> bool:
    """False when `key` was processed before. The row commits, or not, with what it caused."""
    return FIRST_TIME.run(session, key=key, at=now) == 1


def audit(
    session: Session,
    at: datetime,
    actor_id: int | None,
    action: str,
    subject: str,
    subject_id: int,
    **detail: Any,
) -> None:
    AUDIT.run(
        session,
        at=at,
        actor_id=actor_id,
        action=action,
        subject=subject,
        subject_id=subject_id,
        detail=detail or None,
    )


def save_draft(
    session: Session, person_id: int, purpose: DraftPurpose, payload: dict[str, Any], expires_at: datetime
) -> int:
    draft = Draft(person_id=person_id, purpose=purpose, payload=payload, expires_at=expires_at)
    session.add(draft)
    session.flush()
    return draft.id


def take_draft(session: Session, draft_id: int, person_id: int, now: datetime) -> dict[str, Any] | None:
    """The payload, once: the draft is gone afterwards. None when it expired, was taken, or is somebody else's."""
    taken = delete(Draft).where(
        col(Draft.id) == draft_id, col(Draft.person_id) == person_id, col(Draft.expires_at) >= now
    )
    payload: dict[str, Any] | None = session.scalar(taken.returning(col(Draft.payload)))
    return payload


def read_draft(session: Session, draft_id: int, person_id: int, now: datetime) -> dict[str, Any] | None:
    """What `take_draft` would give."""
    waits = select(col(Draft.payload)).where(
        col(Draft.id) == draft_id, col(Draft.person_id) == person_id, col(Draft.expires_at) >= now
    )
    payload: dict[str, Any] | None = session.scalar(waits)
    return payload


def has_draft(session: Session, draft_id: int, person_id: int, now: datetime) -> bool:
    """Whether `take_draft` would give one."""
    waits = select(col(Draft.id)).where(
        col(Draft.id) == draft_id, col(Draft.person_id) == person_id, col(Draft.expires_at) >= now
    )
    return session.scalar(waits) is not None


def forget_old(session: Session, now: datetime) -> None:
    session.exec(delete(ProcessedEvent).where(col(ProcessedEvent.at) < now - KEEP_PROCESSED))
    session.exec(delete(Draft).where(col(Draft.expires_at) < now))
    outbox.forget_texts(session, now - KEEP_TEXTS)
