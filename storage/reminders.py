"""The reminders of an occurrence: kept as they are planned, closed when it is settled."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlmodel as sql
from sqlalchemy import ColumnElement, bindparam, func, insert, select, update
from sqlmodel import Session, col

from bot.domain.reminder_policy import PlannedReminder as PlannedReminder
from bot.domain.words import MessageState, Purpose, Step
from storage import digests, outbox, updates
from storage.models import AuditEvent, Occurrence, OutboxMessage, Reminder
from storage.prepared import Prepared

DROP_WAITING = Prepared(
    update(OutboxMessage)
    .where(
        outbox.UNTRIED,
        col(OutboxMessage.id).in_(
            select(col(Reminder.message_id)).where(col(Reminder.occurrence_id) == bindparam("occurrence"))
        ),
    )
    .values(state=MessageState.DROPPED)
)
REMINDERS = """
    outbox_message m JOIN reminder r ON m.id = coalesce(r.joined_id, r.message_id)
    WHERE r.occurrence_id = :occurrence
"""
UPDATE_SENT = updates.of(REMINDERS, digests.LISTS)
INSERT_MESSAGES = insert(OutboxMessage).returning(col(OutboxMessage.id), sort_by_parameter_order=True)
INSERT_REMINDERS = insert(Reminder)
STANDING = (
    select(
        col(OutboxMessage.id), col(Reminder.occurrence_id), col(Reminder.person_id), col(Reminder.step),
        col(OutboxMessage.state), col(OutboxMessage.due_at), col(OutboxMessage.attempts), col(Reminder.joined_id),
    )
    .join(Reminder, col(Reminder.message_id) == col(OutboxMessage.id))
    .join(Occurrence, col(Occurrence.id) == col(Reminder.occurrence_id))
    .where(
        col(Occurrence.id).in_(bindparam("occurrences", expanding=True)),
        col(Reminder.sequence) == col(Occurrence.sequence),
    )
    .order_by(col(OutboxMessage.id))
    .with_for_update(of=OutboxMessage)
)  # fmt: skip
SET_TIME = (
    update(OutboxMessage)
    .where(col(OutboxMessage.id) == bindparam("message"))
    .values(
        state=MessageState.PENDING, due_at=bindparam("at"), attempts=0, first_attempt_at=None, not_before=None
    )
)  # fmt: skip
ABSENT, UNKNOWN = "was_not_there", "does_not_know"
ANSWERS = (ABSENT, UNKNOWN)
ANSWERED = (
    select(col(AuditEvent.subject_id), col(AuditEvent.action), func.max(col(AuditEvent.at)))
    .where(
        col(AuditEvent.subject) == "occurrence",
        col(AuditEvent.subject_id).in_(bindparam("occurrences", expanding=True)),
        col(AuditEvent.action).in_(ANSWERS),
    )
    .group_by(col(AuditEvent.subject_id), col(AuditEvent.action))
)
REACHES = (MessageState.PENDING, MessageState.LEASED, MessageState.SENT)
REVIVED = (MessageState.DROPPED, MessageState.PENDING)


@dataclass(frozen=True, slots=True)
class StandingReminder:
    """A reminder of the present sequence as it stands. `joined_id`: it was asked in another message."""

    message_id: int
    occurrence_id: int
    person_id: int
    step: Step
    state: MessageState
    due_at: datetime
    attempts: int
    joined_id: int | None

    @property
    def is_untried(self) -> bool:
        """Nobody has begun to send it, so it can be changed."""
        return self.state is MessageState.PENDING and not self.attempts


def add(
    session: Session, occurrence_id: int, sequence: int, planned: Iterable[PlannedReminder], *, again: bool = False
) -> None:
    """What was dropped comes back with its new time; what was sent is sent again only if a person asked for it."""
    new = {_key(occurrence_id, sequence, row): row for row in planned}
    # What was dropped a moment ago was so by a Core statement, which the session's own objects do not know of.
    known = session.exec(
        sql.select(OutboxMessage, Reminder)
        .join(Reminder, col(Reminder.message_id) == col(OutboxMessage.id))
        .where(col(OutboxMessage.key).in_(list(new)))
        .with_for_update()  # nobody sends them meanwhile
        .execution_options(populate_existing=True)
    )
    for message, reminder in known:
        due_at = new.pop(message.key).due_at
        if again or (message.state in REVIVED and reminder.joined_id is None):
            _revive(message, due_at)
            reminder.joined_id = None
    session.flush()
    add_new(session, [(occurrence_id, sequence, row) for row in new.values()])


def standing(session: Session, occurrence_ids: Collection[int]) -> list[StandingReminder]:
    """Nobody sends them until this transaction ends."""
    rows = session.connection().execute(STANDING, {"occurrences": list(occurrence_ids)})
    return [StandingReminder(*row) for row in rows]


def answers(session: Session, occurrence_ids: Collection[int]) -> dict[tuple[int, str], datetime]:
    """When somebody last gave one of `ANSWERS` about an occurrence."""
    rows = session.connection().execute(ANSWERED, {"occurrences": list(occurrence_ids)})
    return {(occurrence_id, action): at for occurrence_id, action, at in rows}


def drop(session: Session, message_ids: Collection[int]) -> None:
    if message_ids:
        mine = col(OutboxMessage.id).in_(message_ids)
        session.connection().execute(
            update(OutboxMessage).where(outbox.UNTRIED, mine).values(state=MessageState.DROPPED)
        )


def set_times(session: Session, times: Iterable[tuple[int, datetime]]) -> None:
    """By message id. They wait as new: an earlier attempt must not make us believe that this one has arrived."""
    if rows := [{"message": message_id, "at": at} for message_id, at in times]:
        session.connection().execute(SET_TIME, rows)
        outbox.wake(session)


def add_new(session: Session, planned: Sequence[tuple[int, int, PlannedReminder]]) -> None:
    """By occurrence id and its sequence, any number in two statements; none may be there already."""
    if not planned:
        return
    messages = [_message(*row) for row in planned]
    ids = session.connection().execute(INSERT_MESSAGES, messages).scalars()
    reminders = [
        {
            "message_id": message_id,
            "occurrence_id": occurrence_id,
            "sequence": sequence,
            "step": row.step,
            "person_id": row.person_id,
        }
        for message_id, (occurrence_id, sequence, row) in zip(ids, planned, strict=True)
    ]
    session.connection().execute(INSERT_REMINDERS, reminders)
    outbox.wake(session)


def drop_until(session: Session, occurrence_id: int, person_id: int, until: datetime) -> None:
    """What this person would be sent no later than then."""
    _drop(session, occurrence_id, col(Reminder.person_id) == person_id, col(OutboxMessage.due_at) <= until)


def close(session: Session, occurrence_id: int, now: datetime, cause: str) -> None:
    """What waits is dropped, and what was sent is updated."""
    DROP_WAITING.run(session, occurrence=occurrence_id)
    update_sent(session, occurrence_id, now, cause)


def update_sent(session: Session, occurrence_id: int, now: datetime, cause: str) -> None:
    """What was sent will show how the occurrence stands now, and so will the lists that it stands in.

    `cause` makes the keys of the updates unique.
    """
    about = {"occurrence": occurrence_id, "monday": digests.this_week(now)}
    if UPDATE_SENT.run(session, **about, now=now, cause=cause):
        outbox.wake(session)


def of_message(session: Session, message_id: int) -> Reminder:
    """Raises NoResultFound when the message is not a reminder."""
    return session.get_one(Reminder, message_id)


def is_overtaken(session: Session, reminder: Reminder, now: datetime) -> bool:
    """Whether this person has got a later one about the same, or is to have it by now."""
    message = session.get_one(OutboxMessage, reminder.message_id)
    later = select(col(OutboxMessage.id)).join(Reminder, col(Reminder.message_id) == col(OutboxMessage.id))
    statement = later.where(
        col(Reminder.occurrence_id) == reminder.occurrence_id,
        col(Reminder.person_id) == reminder.person_id,
        col(OutboxMessage.due_at) > message.due_at,
        col(OutboxMessage.due_at) <= now,
        col(OutboxMessage.state).in_(REACHES),
    )
    return session.connection().execute(statement.limit(1)).first() is not None


def _drop(session: Session, occurrence_id: int, *which: ColumnElement[bool]) -> None:
    found = (
        select(col(Reminder.message_id))
        .join(OutboxMessage, col(OutboxMessage.id) == col(Reminder.message_id))
        .where(col(Reminder.occurrence_id) == occurrence_id, *which)
    )
    session.connection().execute(
        update(OutboxMessage).where(outbox.UNTRIED, col(OutboxMessage.id).in_(found)).values(state=MessageState.DROPPED)
    )


def _key(occurrence_id: int, sequence: int, row: PlannedReminder) -> str:
    return f"reminder:{occurrence_id}:{sequence}:{row.step}:{row.person_id}"


def _message(occurrence_id: int, sequence: int, row: PlannedReminder) -> dict[str, object]:
    return {
        "key": _key(occurrence_id, sequence, row),
        "purpose": Purpose.REMINDER,
        "person_id": row.person_id,
        "due_at": row.due_at,
        "state": MessageState.PENDING,
        "attempts": 0,
    }


def _revive(message: OutboxMessage, due_at: datetime) -> None:
    """As new: an earlier attempt must not make us believe that this one has arrived."""
    message.state, message.due_at = MessageState.PENDING, due_at
    message.attempts, message.first_attempt_at, message.not_before = 0, None, None
