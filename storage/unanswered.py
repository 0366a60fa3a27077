"""What nobody has answered: questions that are to come back, and hand-overs whose time has come."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, or_, select, text, update
from sqlmodel import Session, col

from bot.domain.words import HandoverState, MessageState, OccurrenceState, Step
from storage import outbox
from storage.models import Activity, AuditEvent, Handover, Occurrence, OutboxMessage, Person, Reminder
from storage.occurrences import NEXT_AT
from storage.reminders import ABSENT
from storage.types import UtcDateTime

COMES_BACK = (
    select(col(OutboxMessage.due_at))
    .join(Reminder, col(Reminder.message_id) == col(OutboxMessage.id))
    .where(
        col(Reminder.occurrence_id) == bindparam("occurrence"),
        col(Reminder.person_id) == bindparam("person"),
        col(Reminder.step) == Step.SNOOZED,
        col(OutboxMessage.state) == MessageState.PENDING,
        col(OutboxMessage.due_at) > bindparam("now"),
    )
)
# One that is to be sent anew still stands in Slack as it was sent before.
SHOW = text(
    """
    INSERT INTO outbox_message (key, purpose, person_id, updates_id, due_at, state, attempts)
    SELECT 'update:' || m.id || ':' || :cause, 'update', m.person_id, m.id, :now, 'pending', 0
    FROM outbox_message m JOIN reminder r ON r.message_id = m.id
    WHERE r.occurrence_id = :occurrence AND r.person_id IN :people AND r.step IN :steps
      AND (m.state IN ('sent', 'leased') OR m.state = 'pending' AND (m.attempts > 0 OR m.slack_ts IS NOT NULL))
    ON CONFLICT DO NOTHING
    """
).bindparams(
    bindparam("now", type_=UtcDateTime()), bindparam("people", expanding=True), bindparam("steps", expanding=True)
)
QUESTIONS = [step.value for step in (Step.AFTER, Step.NEXT_MORNING, Step.SNOOZED, Step.SUBSTITUTE, Step.COORDINATOR)]
RUNG = (
    select(col(Person.id), col(Person.user_id))
    .join(Reminder, col(Reminder.person_id) == col(Person.id))
    .join(OutboxMessage, col(OutboxMessage.id) == col(Reminder.message_id))
    .where(
        col(Reminder.occurrence_id) == bindparam("occurrence"),
        col(Reminder.sequence) == bindparam("sequence"),
        col(Reminder.step) == bindparam("step"),
        or_(
            col(OutboxMessage.state).in_((MessageState.PENDING, MessageState.LEASED, MessageState.SENT)),
            col(Reminder.joined_id).is_not(None),
        ),
    )
    .order_by(col(Person.id))
)
OVERDUE = (
    select(col(Handover.id))
    .join(Occurrence, col(Occurrence.id) == col(Handover.occurrence_id))
    .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
    .where(
        col(Handover.state) == HandoverState.ASKED,
        col(Occurrence.state) == OccurrenceState.PLANNED,
        # What was asked while it was going on may be answered as long as it does.
        or_(
            col(Occurrence.ends_at) <= bindparam("now"),
            and_(bindparam("now") >= NEXT_AT, col(Handover.asked_at) < NEXT_AT),
        ),
    )
    .order_by(col(Handover.id))
)


@dataclass(frozen=True, slots=True)
class AskedPerson:
    """Who is asked at a step, or is to be; `user_id` is a Slack user."""

    person_id: int
    user_id: str


def rung(session: Session, occurrence_id: int, sequence: int, step: Step) -> list[AskedPerson]:
    values = {"occurrence": occurrence_id, "sequence": sequence, "step": step}
    return [AskedPerson(*row) for row in session.connection().execute(RUNG, values)]


def comes_back(session: Session, occurrence_id: int, person_id: int, now: datetime) -> datetime | None:
    """When this person is asked again because somebody wanted that, if it is still to come."""
    values = {"occurrence": occurrence_id, "person": person_id, "now": now}
    found: datetime | None = session.connection().execute(COMES_BACK, values).scalar()
    return found


def was_not_there(session: Session, occurrence_id: int, person_id: int) -> bool:
    """Whether this person has answered so."""
    return has_answered(session, occurrence_id, person_id, ABSENT)


def has_answered(session: Session, occurrence_id: int, person_id: int, answer: str) -> bool:
    said = select(col(AuditEvent.id)).where(
        col(AuditEvent.subject) == "occurrence",
        col(AuditEvent.subject_id) == occurrence_id,
        col(AuditEvent.actor_id) == person_id,
        col(AuditEvent.action) == answer,
    )
    return session.scalar(said.limit(1)) is not None


def drop_snoozed(session: Session, occurrence_id: int, person_id: int) -> None:
    mine = select(col(Reminder.message_id)).where(
        col(Reminder.occurrence_id) == occurrence_id,
        col(Reminder.person_id) == person_id,
        col(Reminder.step) == Step.SNOOZED,
    )
    session.connection().execute(
        update(OutboxMessage).where(outbox.UNTRIED, col(OutboxMessage.id).in_(mine)).values(state=MessageState.DROPPED)
    )


def show_questions(
    session: Session, occurrence_id: int, person_ids: Collection[int], now: datetime, cause: str
) -> None:
    """The questions that these people have got will show how it stands now. `cause` makes the keys unique."""
    values = {"occurrence": occurrence_id, "people": list(person_ids), "steps": QUESTIONS, "now": now, "cause": cause}
    if session.connection().execute(SHOW, values).rowcount:
        outbox.wake(session)


def overdue_handovers(session: Session, now: datetime) -> list[int]:
    """Questions that nobody answered before the occurrence began, or was to be done."""
    return list(session.connection().execute(OVERDUE, {"now": now}).scalars())
