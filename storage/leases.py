"""Taking what is to be sent.

The guarantee: a message has one owner at a time. The lease is committed before Slack hears of the message, and only
its owner may mark it (`storage.marks`). What somebody took and did not finish is taken again when the lease is over.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, literal, or_, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.words import MessageState, Purpose
from storage import pace
from storage.models import ChannelPace, Occurrence, OutboxMessage, Person, Reminder
from storage.pace import Pace
from storage.prepared import Prepared, one_of
from storage.types import UtcDateTime

WINDOW = 4
"""Out of so many times what is taken the most urgent are chosen: all that is due would be too much to look at."""

FAR = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Taken:
    """Ours until `lease_until`. `channel` is a user's id as long as the conversation's is not known."""

    channel: str
    id: int
    purpose: Purpose
    person_id: int | None
    payload: dict[str, Any] | None
    updates_id: int | None
    due_at: datetime
    attempts: int
    first_attempt_at: datetime
    lease_until: datetime


@dataclass(frozen=True, slots=True)
class _Found:
    """`starts_at` is the occurrence's that a reminder is about."""

    id: int
    purpose: Purpose
    due_at: datetime
    channel: str
    starts_at: datetime | None

    def urgency(self, now: datetime) -> tuple[bool, datetime, datetime, int]:
        """Answers first, then what happens soonest; what has begun can wait."""
        begun = self.starts_at is not None and self.starts_at <= now
        happens_at = FAR if begun else self.starts_at or self.due_at
        return self.purpose not in (Purpose.UPDATE, Purpose.REPLY), happens_at, self.due_at, self.id


def _its(value: Select[*tuple[Any, ...]]) -> ColumnElement[Any]:
    """Looked up for each message."""
    return value.correlate(OutboxMessage).scalar_subquery()


_target = aliased(OutboxMessage)
_person = col(Person.id) == col(OutboxMessage.person_id)
# Looked up row by row, in the order of the index, until there are enough: of what is due at one instant the database
# would else join all, each time that a few are taken.
CHANNEL = func.coalesce(
    col(OutboxMessage.channel),
    _its(select(func.coalesce(col(Person.dm_channel), col(Person.user_id))).where(_person)),
    _its(select(col(_target.slack_channel)).where(col(_target.id) == col(OutboxMessage.updates_id))),
)
FREE_AT = func.coalesce(
    _its(select(col(ChannelPace.free_at)).where(col(ChannelPace.channel) == CHANNEL)),
    literal(pace.LONG_AGO, UtcDateTime()),
)
STARTS_AT = _its(
    select(col(Occurrence.starts_at))
    .join(Reminder, col(Reminder.occurrence_id) == col(Occurrence.id))
    .where(col(Reminder.message_id) == col(OutboxMessage.id))
)


def _candidates(*conditions: ColumnElement[bool]) -> Prepared:
    """Of channels that are free, the first due first."""
    return Prepared(
        select(col(OutboxMessage.id), col(OutboxMessage.purpose), col(OutboxMessage.due_at), CHANNEL, STARTS_AT)
        .where(*conditions, bindparam("real_now", type_=UtcDateTime()) >= FREE_AT)
        .order_by(col(OutboxMessage.due_at), col(OutboxMessage.id))
        .limit(bindparam("limit"))
        .with_for_update(of=OutboxMessage, skip_locked=True, key_share=True)
    )


DUE = and_(
    col(OutboxMessage.state) == MessageState.PENDING,
    col(OutboxMessage.due_at) <= bindparam("now"),
    or_(col(OutboxMessage.not_before).is_(None), col(OutboxMessage.not_before) <= bindparam("real_now")),
)
UPDATES = _candidates(DUE, col(OutboxMessage.updates_id) > 0)
REPLIES = _candidates(DUE, col(OutboxMessage.purpose) == Purpose.REPLY)
ALL_DUE = _candidates(DUE)
STALE = _candidates(
    col(OutboxMessage.state) == MessageState.LEASED, col(OutboxMessage.lease_until) < bindparam("real_now")
)
_ROW = (
    col(OutboxMessage.id), col(OutboxMessage.purpose), col(OutboxMessage.person_id), col(OutboxMessage.payload),
    col(OutboxMessage.updates_id), col(OutboxMessage.due_at), col(OutboxMessage.attempts),
    col(OutboxMessage.first_attempt_at), col(OutboxMessage.lease_until),
)  # fmt: skip
TAKE = Prepared(
    update(OutboxMessage)
    .where(one_of(col(OutboxMessage.id), "ids"))
    .values(
        state=MessageState.LEASED,
        owner=bindparam("by"),
        lease_until=bindparam("until", type_=UtcDateTime()),
        attempts=OutboxMessage.attempts + 1,
        first_attempt_at=func.coalesce(OutboxMessage.first_attempt_at, bindparam("at", type_=UtcDateTime())),
    )
    .returning(*_ROW),
    returns=_ROW,
)


def take(
    session: Session, *, now: datetime, real_now: datetime, owner: str, limit: int, length: timedelta, at_pace: Pace
) -> list[Taken]:
    """What is due, and what somebody took and did not finish; the most urgent first, and one for each channel.

    `now` is by the business clock. So is `first_attempt_at`, since that is the one that Slack's messages carry.
    """
    full_until = pace.lock(session)
    room = at_pace.room(full_until, real_now, limit)
    if room < 1:
        return []
    chosen = _one_each(_found(session, now, real_now, room), now)[:room]
    if not chosen:
        return []
    until = dict.fromkeys((one.channel for one in chosen), real_now + length)
    pace.hold(session, {pace.WORKSPACE: at_pace.after(full_until, real_now, len(chosen)), **until})
    ids = [one.id for one in chosen]
    rows = {row[0]: row for row in TAKE.all(session, ids=ids, by=owner, until=real_now + length, at=now)}
    return [Taken(one.channel, *rows[one.id]) for one in chosen]


def _found(session: Session, now: datetime, real_now: datetime, room: int) -> list[_Found]:
    due = {"now": now, "real_now": real_now}
    rows = [
        *UPDATES.all(session, **due, limit=room),
        *REPLIES.all(session, **due, limit=room),
        *ALL_DUE.all(session, **due, limit=room * WINDOW),
        *STALE.all(session, real_now=real_now, limit=room),
    ]
    return [_Found(*row) for row in rows]


def _one_each(found: Iterable[_Found], now: datetime) -> Sequence[_Found]:
    first: dict[str, _Found] = {}
    for one in sorted(found, key=lambda one: one.urgency(now)):
        first.setdefault(one.channel, one)
    return list(first.values())
