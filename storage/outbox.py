"""The outbox: what is to be sent, who is sending it, what became of it.

The guarantee: a message is written in the transaction of its cause; whoever sends it first takes a lease and commits
that; only the holder of the lease may mark it. What crashed in between is leased again when the lease has run out, and
then Slack is asked whether the first attempt arrived.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, func, insert, literal, null, or_, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.words import MessageState, Purpose
from storage.models import OutboxMessage, Reminder
from storage.types import UtcDateTime, choice

INSERT = insert(OutboxMessage)
OLDEST_FIRST = (col(OutboxMessage.due_at), col(OutboxMessage.id))
MOVING = (MessageState.PENDING, MessageState.LEASED)
_joined = aliased(Reminder)
CARRIES = select(col(_joined.message_id)).where(col(_joined.joined_id) == col(OutboxMessage.id)).exists()
"""It asks about others too, which would be lost with it: see `storage.shared_questions`."""
UNTRIED = and_(col(OutboxMessage.state) == MessageState.PENDING, col(OutboxMessage.attempts) == 0, ~CARRIES)
IN_SLACK = or_(
    col(OutboxMessage.state).in_((MessageState.SENT, MessageState.LEASED)),
    and_(col(OutboxMessage.state) == MessageState.PENDING, col(OutboxMessage.attempts) > 0),
)
"""What is there, or may be: an update of it waits until whoever sends it knows."""

_other = aliased(OutboxMessage)
ANOTHER_UPDATE = (
    select(col(_other.id))
    .where(
        col(_other.updates_id) == col(OutboxMessage.updates_id),
        col(_other.state) == MessageState.PENDING,
        col(_other.id) != col(OutboxMessage.id),
    )
    .exists()
)
_state = choice(MessageState)
WAITING = case((ANOTHER_UPDATE, literal(MessageState.DROPPED, _state)), else_=literal(MessageState.PENDING, _state))
"""Only one update of a message waits at a time: of two the newer one stays."""


def put(
    session: Session,
    *,
    key: str,
    purpose: Purpose,
    due_at: datetime,
    person_id: int | None = None,
    channel: str | None = None,
    payload: dict[str, Any] | None = None,
    updates_id: int | None = None,
) -> None:
    """`key` is unique for ever: the same cause never gives two messages (IntegrityError)."""
    session.connection().execute(
        INSERT,
        {
            "key": key,
            "purpose": purpose,
            "due_at": due_at,
            "person_id": person_id,
            "channel": channel,
            "payload": payload,
            "updates_id": updates_id,
            "state": MessageState.PENDING,
            "attempts": 0,
        },
    )
    wake(session)


def wake(session: Session) -> None:
    """The sender is woken when this transaction has committed."""
    session.info["outbox"] = True


def replace(session: Session, key: str, payload: dict[str, Any], now: datetime) -> None:
    """Messages whose keys begin so: what nobody tried to send is dropped, what may be in Slack becomes `payload`."""
    about = col(OutboxMessage.key).startswith(key, autoescape=True)
    session.connection().execute(update(OutboxMessage).where(about, UNTRIED).values(state=MessageState.DROPPED))
    found = select(col(OutboxMessage.id), col(OutboxMessage.person_id)).where(about, IN_SLACK)
    for message_id, person_id in session.connection().execute(found).all():
        put(
            session,
            key=_replacement(message_id),
            purpose=Purpose.UPDATE,
            due_at=now,
            person_id=person_id,
            payload=payload,
            updates_id=message_id,
        )


def is_replaced(session: Session, message_id: int) -> bool:
    """By `replace`."""
    key = select(col(OutboxMessage.key)).where(col(OutboxMessage.key) == _replacement(message_id))
    return session.scalar(key) is not None


def lease(
    session: Session, *, now: datetime, real_now: datetime, owner: str, limit: int, length: timedelta
) -> list[OutboxMessage]:
    """Takes what is due, and what somebody took and did not finish; the oldest first.

    `first_attempt_at` is by the business clock, since that is the one that Slack's messages carry.
    """
    taken: list[int] = []
    for condition in (_due(now, real_now), _stale(real_now)):
        ids = (
            select(col(OutboxMessage.id))
            .where(condition)
            .order_by(*OLDEST_FIRST)
            .limit(limit - len(taken))
            .with_for_update(skip_locked=True)
        )
        taken += session.connection().execute(ids).scalars()
    if not taken:
        return []
    mine = {
        "state": MessageState.LEASED,
        "owner": owner,
        "lease_until": real_now + length,
        "attempts": OutboxMessage.attempts + 1,
        "first_attempt_at": func.coalesce(OutboxMessage.first_attempt_at, bindparam(None, now, UtcDateTime())),
    }
    among = col(OutboxMessage.id).in_(taken)
    session.connection().execute(update(OutboxMessage).where(among).values(mine))
    return list(session.scalars(select(OutboxMessage).where(among).order_by(*OLDEST_FIRST)))


def _due(now: datetime, real_now: datetime) -> ColumnElement[bool]:
    allowed = or_(col(OutboxMessage.not_before).is_(None), col(OutboxMessage.not_before) <= real_now)
    return and_(col(OutboxMessage.state) == MessageState.PENDING, col(OutboxMessage.due_at) <= now, allowed)


def _stale(real_now: datetime) -> ColumnElement[bool]:
    """Taken by somebody who did not finish in time."""
    return and_(col(OutboxMessage.state) == MessageState.LEASED, col(OutboxMessage.lease_until) < real_now)


def mark_sent(session: Session, message_id: int, owner: str, *, at: datetime, channel: str, ts: str) -> bool:
    """False when the lease was lost meanwhile; then whoever has it now decides.

    An answer to a line quotes it: once in Slack, it is not kept here.
    """
    is_reply = col(OutboxMessage.purpose) == Purpose.REPLY
    return _mark(
        session,
        message_id,
        owner,
        state=MessageState.SENT,
        payload=case((is_reply, null()), else_=col(OutboxMessage.payload)),
        sent_at=at,
        slack_channel=channel,
        slack_ts=ts,
        error=None,
    )


def mark_later(session: Session, message_id: int, owner: str, *, not_before: datetime, error: str) -> bool:
    return _mark(session, message_id, owner, state=WAITING, not_before=not_before, error=error)


def release(session: Session, message_id: int, owner: str, *, not_before: datetime) -> bool:
    """Given back; Slack surely did not get it, so it does not count as an attempt."""
    first = case((col(OutboxMessage.attempts) > 1, col(OutboxMessage.first_attempt_at)), else_=None)
    values = {"attempts": OutboxMessage.attempts - 1, "first_attempt_at": first}
    return _mark(session, message_id, owner, state=WAITING, not_before=not_before, **values)


def mark_failed(session: Session, message_id: int, owner: str, *, error: str) -> bool:
    return _mark(session, message_id, owner, state=MessageState.FAILED, error=error)


def mark_ended(session: Session, message_ids: Iterable[int], state: MessageState) -> None:
    """Missed or dropped, without having been sent."""
    session.connection().execute(
        update(OutboxMessage)
        .where(col(OutboxMessage.id).in_(list(message_ids)), col(OutboxMessage.state).in_(MOVING))
        .values(state=state, owner=None, lease_until=None)
    )


def forget_texts(session: Session, before: datetime) -> None:
    """What people wrote is in Slack; here only that it was sent, or was not, is kept."""
    over = and_(col(OutboxMessage.state).not_in(MOVING), col(OutboxMessage.due_at) < before)
    session.connection().execute(
        update(OutboxMessage).where(over, col(OutboxMessage.payload).is_not(None)).values(payload=None)
    )


def next_due(session: Session, after: datetime) -> datetime | None:
    """When the next message of those that wait is due, in business time."""
    found: datetime | None = session.scalar(
        select(col(OutboxMessage.due_at))
        .where(col(OutboxMessage.state) == MessageState.PENDING, col(OutboxMessage.due_at) > after)
        .order_by(col(OutboxMessage.due_at))
        .limit(1)
    )
    return found


def _replacement(message_id: int) -> str:
    return f"update:{message_id}:replaced"


def _mark(session: Session, message_id: int, owner: str, **values: Any) -> bool:
    result = session.connection().execute(
        update(OutboxMessage)
        .where(
            col(OutboxMessage.id) == message_id,
            col(OutboxMessage.owner) == owner,
            col(OutboxMessage.state) == MessageState.LEASED,
        )
        .values(owner=None, lease_until=None, **values)
    )
    return result.rowcount == 1
