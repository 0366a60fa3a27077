"""Questions about how it is going that wait for their answer, and when somebody asked last."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from bot.domain.words import DraftPurpose
from storage.models import AuditEvent, Draft

ASKED, SUBJECT = "ask", "progress"
"""How a question is written down in the audit: by whom, and about which activity."""


def waiting(session: Session, draft_id: int, person_id: int, now: datetime) -> dict[str, Any] | None:
    """A question to this person that nobody has answered; None when it is somebody else's, or too old."""
    theirs = select(Draft.payload).where(
        Draft.id == draft_id,
        Draft.person_id == person_id,
        Draft.purpose == DraftPurpose.QUESTION,
        col(Draft.expires_at) >= now,
    )
    found = session.exec(theirs).first()
    return dict(found) if found else None


def last_asked(session: Session, asker_id: int, activity_id: int) -> datetime | None:
    asked = (
        select(AuditEvent.at)
        .where(
            AuditEvent.subject == SUBJECT,
            AuditEvent.subject_id == activity_id,
            AuditEvent.action == ASKED,
            AuditEvent.actor_id == asker_id,
        )
        .order_by(col(AuditEvent.at).desc())
    )
    return session.exec(asked.limit(1)).first()
