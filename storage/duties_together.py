"""What several duties were told in: of the reminders that are due the same morning, one tells all.

Its own row is one of theirs. The others are dropped, and say by `updates_id` which one that is.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.words import MessageState, Purpose
from storage import outbox
from storage.leases import Taken
from storage.models import OutboxMessage
from storage.outbox import DUTY

_leader = aliased(OutboxMessage)


def join(session: Session, taken: Iterable[Taken], now: datetime) -> None:
    """What is about to be sent for the first time takes the others with it, in the transaction of its lease."""
    for one in taken:
        if one.purpose is Purpose.NOTICE and one.payload is None and one.attempts == 1:
            _join(session, one, now)


def _join(session: Session, leader: Taken, now: datetime) -> None:
    is_duty = select(col(_leader.id)).where(col(_leader.id) == leader.id, col(_leader.key).startswith(DUTY)).exists()
    due = and_(
        outbox.begins(DUTY),
        col(OutboxMessage.person_id) == leader.person_id,
        col(OutboxMessage.due_at) <= now,
        outbox.UNTRIED,
        ~outbox.TELLS_MORE,
    )
    others = update(OutboxMessage).where(due, is_duty)
    session.connection().execute(others.values(state=MessageState.DROPPED, updates_id=leader.id))


def let_go(session: Session, message_id: int) -> None:
    """It was refused: what it told beside its own is told one by one."""
    outbox.tell_singly(session, and_(col(OutboxMessage.updates_id) == message_id, outbox.begins(DUTY)))


def keys(session: Session, message_id: int) -> list[str]:
    """Of all that the message tells, the first due first."""
    told_in = and_(col(OutboxMessage.updates_id) == message_id, col(OutboxMessage.state) == MessageState.DROPPED)
    its = or_(col(OutboxMessage.id) == message_id, told_in)
    found = select(col(OutboxMessage.key)).where(its, col(OutboxMessage.key).startswith(DUTY))
    ordered = found.order_by(col(OutboxMessage.due_at), col(OutboxMessage.id))
    return list(session.connection().execute(ordered).scalars())


def messages(session: Session, key: str) -> list[tuple[int, int]]:
    """Those that tell more than one duty, and one whose keys begin so: their ids, and whom they were sent to."""
    leader: Any = func.coalesce(col(OutboxMessage.updates_id), col(OutboxMessage.id))
    shared = or_(col(OutboxMessage.updates_id).is_not(None), outbox.TELLS_MORE)
    its = select(leader, col(OutboxMessage.person_id)).where(outbox.begins(key), shared)
    rows = session.connection().execute(its.distinct().order_by(leader)).all()
    return [(message_id, person_id) for message_id, person_id in rows]
