"""What reminders that are about to be sent are built of: the same three statements, however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from storage.models import Occurrence, OccurrencePerson, OutboxMessage, Person, Reminder
from storage.occurrences import LISTED, Listed, Named, Staffed
from storage.reminders import REACHES

_mine = col(Reminder.message_id).in_(bindparam("messages", expanding=True))
REMINDERS = (
    LISTED.join(Reminder, col(Reminder.occurrence_id) == col(Occurrence.id))
    .add_columns(
        col(Reminder.message_id), col(Reminder.sequence), col(Reminder.step), col(Reminder.person_id),
    )
    .where(_mine)
)  # fmt: skip
NAMED = (
    select(
        col(OccurrencePerson.occurrence_id), col(Person.id), col(Person.team_id), col(Person.user_id),
        col(OccurrencePerson.part),
    )
    .join(Person, col(Person.id) == col(OccurrencePerson.person_id))
    .where(col(OccurrencePerson.occurrence_id).in_(bindparam("occurrences", expanding=True)))
    .order_by(col(OccurrencePerson.part), col(Person.id))
)  # fmt: skip
_later, _later_message = aliased(Reminder), aliased(OutboxMessage)
OVERTAKEN = (
    select(col(Reminder.message_id))
    .join(OutboxMessage, col(OutboxMessage.id) == col(Reminder.message_id))
    .join(
        _later,
        (col(_later.occurrence_id) == col(Reminder.occurrence_id)) & (col(_later.person_id) == col(Reminder.person_id)),
    )
    .join(_later_message, col(_later_message.id) == col(_later.message_id))
    .where(
        _mine,
        col(_later_message.due_at) > col(OutboxMessage.due_at),
        col(_later_message.due_at) <= bindparam("now"),
        col(_later_message.state).in_(REACHES),
    )
)


@dataclass(frozen=True, slots=True)
class Facts:
    """`is_overtaken` as in `storage.reminders`."""

    reminder: Reminder
    found: Staffed
    is_overtaken: bool


def facts(session: Session, message_ids: Sequence[int], now: datetime) -> dict[int, Facts]:
    """By message; of those that are reminders."""
    if not message_ids:
        return {}
    connection = session.connection()
    rows: Sequence[Any] = connection.execute(REMINDERS, {"messages": message_ids}).all()
    named: dict[int, list[Named]] = {row[0]: [] for row in rows}
    people: Sequence[Any] = connection.execute(NAMED, {"occurrences": list(named)}).all()
    for occurrence_id, *who in people:
        named[occurrence_id].append(Named(*who))
    overtaken = set(connection.execute(OVERTAKEN, {"messages": message_ids, "now": now}).scalars())
    return {one.reminder.message_id: one for one in (_facts(row, named, overtaken) for row in rows)}


def _facts(row: Sequence[Any], named: dict[int, list[Named]], overtaken: set[int]) -> Facts:
    *listed, message_id, sequence, step, person_id = row
    occurrence = Listed(*listed)
    reminder = Reminder(
        message_id=message_id, occurrence_id=occurrence.id, sequence=sequence, step=step, person_id=person_id
    )
    return Facts(reminder, Staffed(occurrence, named[occurrence.id]), message_id in overtaken)
