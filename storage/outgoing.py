"""What reminders that are about to be sent are built of: the same four statements, however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.words import Step
from storage.models import Absence, Occurrence, OccurrencePerson, OutboxMessage, Person, Reminder
from storage.occurrences import LISTED, Listed, Named, Staffed
from storage.prepared import Prepared, one_of
from storage.reminders import REACHES

_joined = aliased(Reminder)
_mine = one_of(col(Reminder.message_id), "messages")
REMINDERS = Prepared(
    LISTED.join(Reminder, col(Reminder.occurrence_id) == col(Occurrence.id))
    .add_columns(
        col(Reminder.message_id), col(Reminder.person_id), col(Reminder.step), col(Reminder.sequence),
        select(col(_joined.message_id)).where(col(_joined.joined_id) == col(Reminder.message_id)).exists(),
    )
    .where(_mine)
)  # fmt: skip
NAMED = Prepared(
    select(
        col(OccurrencePerson.occurrence_id), col(Person.id), col(Person.team_id), col(Person.user_id),
        col(OccurrencePerson.part),
    )
    .join(Person, col(Person.id) == col(OccurrencePerson.person_id))
    .where(one_of(col(OccurrencePerson.occurrence_id), "occurrences"))
    .order_by(col(OccurrencePerson.part), col(Person.id))
)  # fmt: skip
_later, _later_message = aliased(Reminder), aliased(OutboxMessage)
OVERTAKEN = Prepared(
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
        or_(*(col(_later_message.state) == state for state in REACHES)),
    )
)
STAND_INS = Prepared(
    select(col(Reminder.message_id)).join(Absence, col(Absence.substitute_id) == col(Reminder.person_id)).where(_mine)
)


@dataclass(frozen=True, slots=True)
class ReminderFacts:
    """`sequence` is the occurrence's when the reminder was planned. `is_overtaken` as in `storage.reminders`.

    `may_stand_in`: on some day, for somebody. `asks_more`: about other occurrences too.
    """

    found: Staffed
    person_id: int
    step: Step
    sequence: int
    is_overtaken: bool
    may_stand_in: bool
    asks_more: bool


def facts(session: Session, message_ids: Sequence[int], now: datetime) -> dict[int, ReminderFacts]:
    """By message; of those that are reminders."""
    if not message_ids:
        return {}
    ids = list(message_ids)
    rows = REMINDERS.all(session, messages=ids)
    named: dict[int, list[Named]] = {row[0]: [] for row in rows}
    for occurrence_id, *who in NAMED.all(session, occurrences=list(named)):
        named[occurrence_id].append(Named(*who))
    overtaken = {row[0] for row in OVERTAKEN.all(session, messages=ids, now=now)}
    stand_ins = {row[0] for row in STAND_INS.all(session, messages=ids)}
    return {
        message_id: ReminderFacts(
            Staffed(occurrence := Listed(*listed), named[occurrence.id]),
            person_id,
            step,
            sequence,
            message_id in overtaken,
            message_id in stand_ins,
            bool(asks_more),
        )
        for *listed, message_id, person_id, step, sequence, asks_more in rows
    }
