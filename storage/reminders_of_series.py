"""The reminders of many new occurrences at once: a year of them in two statements."""

from collections.abc import Iterable

from sqlalchemy import insert
from sqlmodel import Session, col

from bot.domain.words import MessageState, Purpose
from storage import outbox
from storage.models import OutboxMessage, Reminder
from storage.reminders import Planned

MESSAGES = insert(OutboxMessage).returning(col(OutboxMessage.id), sort_by_parameter_order=True)
REMINDERS = insert(Reminder)


def add(session: Session, planned: Iterable[tuple[int, Planned]]) -> None:
    """By occurrence id; for occurrences that never had reminders, so at sequence 0."""
    rows = list(planned)
    if not rows:
        return
    connection = session.connection()
    ids = connection.execute(MESSAGES, [_message(occurrence_id, one) for occurrence_id, one in rows]).scalars()
    reminders = [
        {"message_id": id_, "occurrence_id": occurrence_id, "sequence": 0, "step": one.step, "person_id": one.person_id}
        for id_, (occurrence_id, one) in zip(ids, rows, strict=True)
    ]
    connection.execute(REMINDERS, reminders)
    outbox.wake(session)


def _message(occurrence_id: int, one: Planned) -> dict[str, object]:
    # The same key as when reminders are replanned: what was sent once is then not sent again.
    return {
        "key": f"reminder:{occurrence_id}:0:{one.step}:{one.person_id}",
        "purpose": Purpose.REMINDER,
        "person_id": one.person_id,
        "due_at": one.due_at,
        "state": MessageState.PENDING,
        "attempts": 0,
    }
