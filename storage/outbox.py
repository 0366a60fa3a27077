"""The outbox: what is to be sent, and to whom.

The guarantee: a message is written in the transaction of its cause. How it is taken, and what becomes of it, stands in
`storage.leases` and `storage.marks`.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, insert, or_, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.words import MessageState, Purpose
from storage.models import OutboxMessage, Person, Reminder

INSERT = insert(OutboxMessage)
MOVING = (MessageState.PENDING, MessageState.LEASED)
_joined = aliased(Reminder)
CARRIES = select(col(_joined.message_id)).where(col(_joined.joined_id) == col(OutboxMessage.id)).exists()
"""It asks about others too, which would be lost with it: see `storage.shared_questions`."""
DUTY = "duty:"
_told = aliased(OutboxMessage)
TELLS_MORE = and_(
    col(OutboxMessage.key).startswith(DUTY),
    select(col(_told.id))
    .where(
        col(_told.updates_id) == col(OutboxMessage.id),
        col(_told.state) == MessageState.DROPPED,
        col(_told.key).startswith(DUTY),
    )
    .exists(),
)
"""It tells of other duties too, which would be lost with it: see `storage.duties_together`."""
UNTRIED = and_(col(OutboxMessage.state) == MessageState.PENDING, col(OutboxMessage.attempts) == 0, ~CARRIES)
IN_SLACK = or_(
    col(OutboxMessage.state).in_((MessageState.SENT, MessageState.LEASED)),
    and_(col(OutboxMessage.state) == MessageState.PENDING, col(OutboxMessage.attempts) > 0),
)
"""What is there, or may be: an update of it waits until whoever sends it knows."""


def begins(prefix: str) -> ColumnElement[bool]:
    """Whether the key does. A stretch of the index, where LIKE would look at every message that was ever sent."""
    return and_(col(OutboxMessage.key) >= prefix, col(OutboxMessage.key) < prefix[:-1] + chr(ord(prefix[-1]) + 1))


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
    about = begins(key)
    alone = update(OutboxMessage).where(about, UNTRIED, ~TELLS_MORE)
    session.connection().execute(alone.values(state=MessageState.DROPPED))
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


def is_written(session: Session, key: str) -> bool:
    """Whatever became of it."""
    return session.scalar(select(col(OutboxMessage.id)).where(col(OutboxMessage.key) == key)) is not None


def has_failed(session: Session, message_id: int) -> bool:
    """Not where whoever says so has lost its lease meanwhile: then it is on its way with another."""
    its = select(col(OutboxMessage.state)).where(col(OutboxMessage.id) == message_id)
    return session.connection().execute(its).scalar() is MessageState.FAILED


def drop(session: Session, key: str) -> None:
    """Unless somebody has tried to send it."""
    mine = update(OutboxMessage).where(col(OutboxMessage.key) == key, UNTRIED)
    session.connection().execute(mine.values(state=MessageState.DROPPED))


def tell_singly(
    session: Session, which: ColumnElement[bool], becomes: MessageState = MessageState.PENDING, *, attempts: int = 1
) -> None:
    """What was dropped since another was to tell it: as tried before, or they would be told in one again."""
    left = update(OutboxMessage).where(which, col(OutboxMessage.state) == MessageState.DROPPED)
    session.connection().execute(left.values(state=becomes, attempts=attempts, updates_id=None))
    wake(session)


def become(session: Session, key: str, payload: dict[str, Any], now: datetime, cause: str) -> None:
    """Messages whose keys begin so say this from now on, however often. `cause` makes the updates' keys unique."""
    about = begins(key)
    session.connection().execute(update(OutboxMessage).where(about, UNTRIED).values(payload=payload))
    sent = session.connection().execute(select(col(OutboxMessage.id)).where(about, IN_SLACK)).scalars().all()
    for message_id in sent:
        revise(session, message_id, payload, now, cause)


def is_replaced(session: Session, message_id: int) -> bool:
    """By `replace`."""
    return is_written(session, _replacement(message_id))


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


def has_been_due(session: Session, at: datetime, user_id: str = "") -> bool:
    """Whether anything was, just then, that was still to be said; to that user, where one is given."""
    found = select(col(OutboxMessage.id)).where(
        col(OutboxMessage.due_at) == at, col(OutboxMessage.state) != MessageState.DROPPED, *_to(user_id)
    )
    return session.scalar(found.limit(1)) is not None


def next_due(session: Session, after: datetime, user_id: str = "") -> datetime | None:
    """When the next message of those that wait is due, in business time; to that user, where one is given."""
    found: datetime | None = session.scalar(
        select(col(OutboxMessage.due_at))
        .where(col(OutboxMessage.state) == MessageState.PENDING, col(OutboxMessage.due_at) > after, *_to(user_id))
        .order_by(col(OutboxMessage.due_at))
        .limit(1)
    )
    return found


def _to(user_id: str) -> list[ColumnElement[bool]]:
    theirs = select(col(Person.id)).where(col(Person.user_id) == user_id)
    return [or_(col(OutboxMessage.person_id).in_(theirs), col(OutboxMessage.channel) == user_id)] if user_id else []


def revise(session: Session, message_id: int, payload: dict[str, Any], now: datetime, cause: str) -> None:
    """What may be in Slack says this from then on. Of two updates that wait, only the later is worth sending."""
    waits = update(OutboxMessage).where(
        col(OutboxMessage.updates_id) == message_id, col(OutboxMessage.state) == MessageState.PENDING
    )
    if not session.connection().execute(waits.values(payload=payload)).rowcount:
        key = f"update:{message_id}:{cause}"
        put(session, key=key, purpose=Purpose.UPDATE, due_at=now, payload=payload, updates_id=message_id)


def _replacement(message_id: int) -> str:
    return f"update:{message_id}:replaced"
