"""What keeps the bot honest: what was processed already, who did what, what is half-written."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field

from bot.domain.words import DraftPurpose
from storage.models.base import KEYED, NEVER_REUSED, Row
from storage.types import UtcDateTime, choice


class ProcessedEvent(Row, table=True):
    """`key` is Slack's event id, a view's id, a trigger: written in the transaction of what it caused."""

    __tablename__ = "processed_event"
    __table_args__ = KEYED

    key: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)


class AuditEvent(Row, table=True):
    """Ids and outcomes, never what people wrote."""

    __tablename__ = "audit_event"
    __table_args__ = (Index(None, "subject", "subject_id"),)

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    actor_id: int | None = Field(default=None, foreign_key="person.id")
    action: str
    subject: str
    subject_id: int
    detail: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))


class Draft(Row, table=True):
    __tablename__ = "draft"
    __table_args__ = NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    purpose: DraftPurpose = Field(sa_type=choice(DraftPurpose))
    payload: dict[str, Any] = Field(sa_type=JSON)
    expires_at: datetime = Field(sa_type=UtcDateTime)
