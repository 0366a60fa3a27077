"""Which occurrence somebody has just been asked about, so that a line that does not say can be its answer."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.words import MessageState, Step
from storage.models import OutboxMessage, Reminder

AFTERWARDS = (Step.AFTER, Step.NEXT_MORNING, Step.SNOOZED, Step.SUBSTITUTE)
_joined = aliased(Reminder)
LATEST = (
    select(
        col(Reminder.occurrence_id),
        col(OutboxMessage.due_at),
        select(col(_joined.message_id)).where(col(_joined.joined_id) == col(OutboxMessage.id)).exists(),
    )
    .join(OutboxMessage, col(OutboxMessage.id) == col(Reminder.message_id))
    .where(
        col(Reminder.person_id) == bindparam("person"),
        col(Reminder.step).in_(AFTERWARDS),
        col(OutboxMessage.state) == MessageState.SENT,
        col(OutboxMessage.due_at) > bindparam("since"),
        col(OutboxMessage.due_at) <= bindparam("now"),
    )
    .order_by(col(OutboxMessage.due_at).desc())
    .limit(2)
)


def latest(session: Session, person_id: int, since: datetime, now: datetime) -> int | None:
    """The occurrence of the newest question; None where that asked about several, or two came at once."""
    values = {"person": person_id, "since": since, "now": now}
    rows: list[Any] = list(session.connection().execute(LATEST, values).all())
    if not rows or rows[0][2] or (len(rows) > 1 and rows[1][1] == rows[0][1]):
        return None
    found: int = rows[0][0]
    return found
