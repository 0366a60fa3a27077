"""Writing down what became of messages that were taken; see `storage.leases`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Integer, String, and_, bindparam, case, literal, null, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.words import MessageState, Purpose
from storage import pace
from storage.leases import Taken
from storage.many_rows import rows_given
from storage.models import OutboxMessage, Person
from storage.prepared import Prepared
from storage.types import UtcDateTime, choice

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
_given = rows_given(
    "marks",
    message=Integer(), lease_until=UtcDateTime(), becomes=choice(MessageState), again_at=UtcDateTime(),
    tries=Integer(), tried_at=UtcDateTime(), at=UtcDateTime(), conversation=String(), ts=String(), why=String(),
).c  # fmt: skip
_dropped = literal(MessageState.DROPPED, choice(MessageState))
MARK = Prepared(
    update(OutboxMessage)
    .where(
        col(OutboxMessage.id) == _given.message,
        col(OutboxMessage.owner) == bindparam("by"),
        col(OutboxMessage.state) == MessageState.LEASED,
        # A result that was long in coming is of another lease than the one that its owner has by now.
        col(OutboxMessage.lease_until) == _given.lease_until,
    )
    .values(
        # Only one update of a message waits at a time: of two the newer one stays.
        state=case((and_(_given.becomes == MessageState.PENDING, ANOTHER_UPDATE), _dropped), else_=_given.becomes),
        # An answer to a line quotes it: once in Slack, it is not kept here.
        payload=case(
            (and_(_given.becomes == MessageState.SENT, col(OutboxMessage.purpose) == Purpose.REPLY), null()),
            else_=col(OutboxMessage.payload),
        ),
        owner=null(),
        lease_until=null(),
        not_before=_given.again_at,
        attempts=_given.tries,
        first_attempt_at=_given.tried_at,
        sent_at=_given.at,
        slack_channel=_given.conversation,
        slack_ts=_given.ts,
        error=_given.why,
    )
)
_opened = rows_given("opened", person=Integer(), conversation=String()).c
REMEMBER_CONVERSATION = Prepared(
    update(Person)
    .where(col(Person.id) == _opened.person, col(Person.dm_channel).is_(None))
    .values(dm_channel=_opened.conversation)
)


@dataclass(frozen=True, slots=True)
class Mark:
    """`free_at` is when its channel may be written to again, in real time. `conversation` is where Slack put it.

    What `surely` did not reach Slack does not count as an attempt.
    """

    message: Taken
    state: MessageState
    free_at: datetime
    not_before: datetime | None = None
    surely: bool = False
    error: str | None = None
    sent_at: datetime | None = None
    conversation: str | None = None
    ts: str | None = None


def mark(session: Session, owner: str, marks: Sequence[Mark]) -> None:
    """Leaves alone those whose lease was lost meanwhile: whoever has them now decides."""
    MARK.run(session, by=owner, marks=[_values(one) for one in marks])
    pace.free(session, [(one.message.channel, one.message.lease_until, one.free_at) for one in marks])
    _remember(session, [one for one in marks if one.conversation not in (None, one.message.channel)])


def _values(mark: Mark) -> tuple[object, ...]:
    tries = mark.message.attempts - mark.surely
    tried_at = mark.message.first_attempt_at if tries else None
    return (
        mark.message.id, mark.message.lease_until, mark.state, mark.not_before,
        tries, tried_at, mark.sent_at, mark.conversation, mark.ts, mark.error,
    )  # fmt: skip


def _remember(session: Session, opened: Sequence[Mark]) -> None:
    """Whoever was written to by a user's id is so by the conversation's from now on, at the same pace."""
    if opened:
        pace.hold(session, {str(one.conversation): one.free_at for one in opened})
        REMEMBER_CONVERSATION.run(session, opened=[(one.message.person_id, one.conversation) for one in opened])
