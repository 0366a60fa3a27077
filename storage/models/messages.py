"""Everything that must reach Slack, in one outbox. A reminder is an outbox message with an occurrence and a step."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field

from bot.domain.words import MessageState, Purpose, Step
from storage.models.base import Row
from storage.types import BYTEWISE, UtcDateTime, choice

REPLIES = "state = 'pending' AND purpose = 'reply'"
"""Like updates they overtake whatever else is due: somebody has just done something, and waits."""
UPDATE = "state = 'pending' AND updates_id IS NOT NULL"
TOLD_IN = "state = 'dropped' AND updates_id IS NOT NULL"
"""Told in another message: see `storage.duties_together`."""


class OutboxMessage(Row, table=True):
    """`due_at` is business time; `lease_until` and `not_before` are real time: leases must not follow a wound clock.

    `payload` (text and blocks) is empty for what is built when it is sent. `updates_id` is the message that this one
    replaces in Slack; at most one such update waits at a time, since it is built from the state at hand. Of what was
    dropped it may be the one that tells it instead.
    """

    __tablename__ = "outbox_message"
    __table_args__ = (
        Index("ix_outbox_message_pending", "due_at", "id", sqlite_where=text("state = 'pending'"),
              postgresql_where=text("state = 'pending'")),
        Index("ix_outbox_message_replies", "due_at", sqlite_where=text(REPLIES), postgresql_where=text(REPLIES)),
        Index("ix_outbox_message_leased", "lease_until", sqlite_where=text("state = 'leased'"),
              postgresql_where=text("state = 'leased'")),
        Index("uq_outbox_message_update", "updates_id", unique=True, sqlite_where=text(UPDATE),
              postgresql_where=text(UPDATE)),
        Index("ix_outbox_message_told_in", "updates_id", sqlite_where=text(TOLD_IN), postgresql_where=text(TOLD_IN)),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    key: str = Field(unique=True, sa_type=BYTEWISE)
    purpose: Purpose = Field(sa_type=choice(Purpose))
    person_id: int | None = Field(default=None, foreign_key="person.id")
    channel: str | None = None
    payload: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    updates_id: int | None = Field(default=None, foreign_key="outbox_message.id")
    due_at: datetime = Field(sa_type=UtcDateTime)
    not_before: datetime | None = Field(default=None, sa_type=UtcDateTime)
    state: MessageState = Field(default=MessageState.PENDING, sa_type=choice(MessageState))
    owner: str | None = None
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    attempts: int = 0
    first_attempt_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    slack_channel: str | None = None
    slack_ts: str | None = None
    error: str | None = None


class Reminder(Row, table=True):
    """Unique per occurrence, its sequence, step and recipient: the database keeps us from telling anyone twice.

    `joined_id`: asked in another's message instead of its own, which is dropped.
    """

    __tablename__ = "reminder"
    __table_args__ = (
        UniqueConstraint("occurrence_id", "sequence", "step", "person_id"),
        Index("ix_reminder_joined", "joined_id", sqlite_where=text("joined_id IS NOT NULL"),
              postgresql_where=text("joined_id IS NOT NULL")),
    )  # fmt: skip

    message_id: int = Field(foreign_key="outbox_message.id", primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrence.id")
    sequence: int
    step: Step = Field(sa_type=choice(Step))
    person_id: int = Field(foreign_key="person.id", index=True)
    joined_id: int | None = Field(default=None, foreign_key="outbox_message.id")
