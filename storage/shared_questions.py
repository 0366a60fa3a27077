"""Questions about work that goes on, or was entered when it was over: a person's at one time share a message.

Rows stay one for each occurrence. The first that is sent carries the others: their own messages are dropped, and
`Reminder.joined_id` says which one asks instead. All in the transaction that takes it, so that it is told once.

So does the list of a week with what is asked the same morning, whatever it is: who has just been told what is theirs
and lacks a report would be asked about the same in the next message. It is the list that holds the buttons, since it is
the one that is kept all week.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, and_, or_, select, update
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from bot.domain.calendar import at, local_day
from bot.domain.digest_policy import monday_of
from bot.domain.periods import WEEK
from bot.domain.reminder_policy import BEFORE
from bot.domain.words import Form, MessageState, OccurrenceState, Purpose, Step
from storage import outbox
from storage.digests import in_span
from storage.leases import Taken
from storage.models import Activity, Occurrence, OutboxMessage, Reminder
from storage.prepared import Prepared, one_of

NOT_SENT = (MessageState.FAILED, MessageState.MISSED, MessageState.DROPPED)
MOST_IN_LIST = 5
MOST = 12  # each takes two blocks of fifty, and some 900 of 13 200 characters

SAME_MORNING = timedelta(hours=2)
OF_A_MORNING = (Step.NEXT_MORNING, Step.SNOOZED, Step.SUBSTITUTE, Step.COORDINATOR)
ANNOUNCED = (*BEFORE, Step.OPENS)
OF_CADENCE = and_(
    or_(col(Activity.form) == Form.CONTINUOUS, col(Activity.form) == Form.WHEN_NEEDED),
    or_(col(Reminder.step) == Step.AFTER, col(Reminder.step) == Step.NEXT_MORNING),
)
ENTERED_LATE = and_(
    col(Occurrence.entered_late_at).is_not(None),
    or_(*(col(Reminder.step) == step for step in (Step.AFTER, Step.NEXT_MORNING, Step.SUBSTITUTE, Step.COORDINATOR))),
)


def _questions(*columns: Mapped[int]) -> Select[*tuple[int, ...]]:
    return (
        select(*columns)
        .select_from(Reminder)
        .join(OutboxMessage, col(OutboxMessage.id) == col(Reminder.message_id))
        .join(Occurrence, col(Occurrence.id) == col(Reminder.occurrence_id))
        .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
    )


AMONG = Prepared(
    _questions(col(Reminder.message_id), col(Reminder.person_id)).where(
        or_(OF_CADENCE, ENTERED_LATE), one_of(col(Reminder.message_id), "messages")
    )
)


def join(session: Session, taken: Iterable[Taken], now: datetime) -> None:
    """Of the messages that were just taken, those that are tried for the first time ask what else is due by now."""
    ids = [one.id for one in taken if one.purpose is Purpose.REMINDER and one.attempts == 1]
    if not ids:
        return
    for message_id, person_id in AMONG.all(session, messages=ids):
        _carry(session, message_id, person_id, now)


def join_lists(session: Session, taken: Iterable[Taken], now: datetime) -> None:
    """Of the lists that were just taken for the first time, each asks what else its reader is asked by now, and what
    goes on and would be asked about a little later. What stands in it is not announced the same morning too.
    """
    by_now = and_(col(Reminder.step).in_(OF_A_MORNING), col(OutboxMessage.due_at) <= now)
    for one in taken:
        if one.purpose is Purpose.DIGEST and one.attempts == 1:
            soon = _questions(col(Reminder.message_id)).where(*_of_person(one.person_id, now + SAME_MORNING))
            _join(session, one.id, soon.where(or_(by_now, OF_CADENCE)).limit(MOST_IN_LIST))
            _join(session, one.id, soon.where(*_announced(monday_of(local_day(one.due_at)))).limit(MOST_IN_LIST))


def of_message(session: Session, message_id: int) -> list[tuple[Reminder, datetime]]:
    """What it asks about beside its own, and when each was due."""
    statement = (
        select(Reminder, col(OutboxMessage.due_at))
        .join(OutboxMessage, col(OutboxMessage.id) == col(Reminder.message_id))
        .where(col(Reminder.joined_id) == message_id)
        .order_by(col(OutboxMessage.due_at), col(OutboxMessage.id))
    )
    return [(reminder, due_at) for reminder, due_at in session.execute(statement)]


def let_go(session: Session, message_id: int) -> None:
    """When it was refused, what it asked about is asked one by one.

    When it was missed, so were they; not so with a list, which is too late long before a question is.
    """
    message = session.get_one(OutboxMessage, message_id, populate_existing=True)
    in_list, ended = message.purpose is Purpose.DIGEST, message.state
    if ended not in NOT_SENT or not (ids := _unanswered(session, message_id)):
        return
    becomes = ended if ended is MessageState.MISSED and not in_list else MessageState.PENDING
    attempts = 1 if ended is MessageState.FAILED and not in_list else 0
    session.connection().execute(update(Reminder).where(col(Reminder.message_id).in_(ids)).values(joined_id=None))
    outbox.tell_singly(session, col(OutboxMessage.id).in_(ids), becomes, attempts=attempts)


def _unanswered(session: Session, message_id: int) -> list[int]:
    statement = (
        select(col(Reminder.message_id))
        .join(Occurrence, col(Occurrence.id) == col(Reminder.occurrence_id))
        .where(
            col(Reminder.joined_id) == message_id,
            col(Reminder.sequence) == col(Occurrence.sequence),
            col(Occurrence.state) == OccurrenceState.PLANNED,
        )
    )
    return list(session.connection().execute(statement).scalars())


def _carry(session: Session, message_id: int, person_id: int, now: datetime) -> None:
    room = MOST - 1 - len(of_message(session, message_id))
    others = _questions(col(Reminder.message_id)).where(or_(OF_CADENCE, ENTERED_LATE), *_of_person(person_id, now))
    _join(session, message_id, others.limit(room))


def _announced(monday: date) -> Sequence[ColumnElement[bool]]:
    """What is told beforehand of that week."""
    since, until = at(monday, time.min), at(monday + WEEK, time.min)
    return (
        col(Reminder.step).in_(ANNOUNCED),
        in_span(since, until),
        col(Reminder.sequence) == col(Occurrence.sequence),
        col(Occurrence.state) == OccurrenceState.PLANNED,
    )


def _of_person(person_id: int | None, until: datetime) -> Sequence[ColumnElement[bool]]:
    """Due until then, and tried by nobody."""
    return col(Reminder.person_id) == person_id, col(OutboxMessage.due_at) <= until, outbox.UNTRIED


def _join(session: Session, message_id: int, others: Select[*tuple[int, ...]]) -> None:
    first = others.order_by(col(OutboxMessage.due_at), col(OutboxMessage.id))
    free = first.with_for_update(of=OutboxMessage, skip_locked=True)
    if joined := list(session.connection().execute(free).scalars()):
        own = update(OutboxMessage).where(col(OutboxMessage.id).in_(joined))
        session.connection().execute(own.values(state=MessageState.DROPPED))
        rows = update(Reminder).where(col(Reminder.message_id).in_(joined))
        session.connection().execute(rows.values(joined_id=message_id))
