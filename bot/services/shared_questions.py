"""Questions that share a message: what it says, and the answers that must leave the others in it alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.domain import reminder_policy
from bot.domain.kinds import kind
from bot.domain.permissions import Actor
from bot.domain.report import Report
from bot.domain.words import MessageState, OccurrenceState, OutcomeStatus, Part, Step
from bot.services import outcomes as reports
from bot.services import stand_ins, unanswered
from bot.services.unanswered import AskLater
from bot.views import reminders as views
from bot.views.absences import Instead
from bot.views.blocks import Message
from bot.views.occurrence_text import QUESTION_LIKE
from bot.views.reminder_answers import answered
from bot.views.shared_questions import SharedQuestion, together
from storage import occurrences, outcomes, reminders, shared_questions
from storage import unanswered as stored
from storage.models import OutboxMessage, Reminder
from storage.occurrences import Listed, Named, Staffed


@dataclass(frozen=True, slots=True)
class _Row:
    occurrence_id: int
    question: SharedQuestion
    too_late: bool
    overtaken: bool


def asked(session: Session, message_id: int, now: datetime) -> Message | MessageState | None:
    """What it says when it is sent, or why it is not; None when it asks about one thing only."""
    rows = _rows(session, message_id, now)
    if not rows:
        return None
    waiting = [row for row in rows if row.question.is_open and not row.overtaken]
    if not waiting:
        return MessageState.DROPPED
    if all(row.too_late for row in waiting):
        return MessageState.MISSED
    return waiting[0].question.alone if len(waiting) == 1 else together([row.question for row in waiting])


def settled(session: Session, message_id: int, now: datetime) -> Message | None:
    """What it becomes when one of its questions is answered."""
    rows = _rows(session, message_id, now)
    return together([row.question for row in rows]) if rows else None


def in_list(session: Session, message_id: int, now: datetime, *, is_sent: bool = False) -> dict[int, SharedQuestion]:
    """By occurrence, what a list asks about; before it is sent, what there is still reason to ask.

    What it announces is no question: it has its row in the list.
    """
    joined = shared_questions.of_message(session, message_id)
    rows = [_row(session, one, due, now) for one, due in joined if one.step not in shared_questions.ANNOUNCED]
    shown = [row for row in rows if is_sent or (row.question.is_open and not (row.overtaken or row.too_late))]
    return {row.occurrence_id: row.question for row in shown}


def settle(session: Session, actor: Actor, occurrence_id: int, status: OutcomeStatus, now: datetime) -> None:
    """One tap. The message is updated like everybody else's about the same."""
    reports.save(session, actor, reports.existing(session, occurrence_id), Report(status), now)


def later(session: Session, actor: Actor, occurrence_id: int, now: datetime) -> None:
    """The next working morning."""
    _, again = unanswered.snooze(session, actor, occurrence_id, AskLater.MORNING, now)
    reminders.update_sent(session, occurrence_id, now, f"later:{again.isoformat()}")


def not_there(session: Session, actor: Actor, occurrence_id: int, now: datetime) -> None:
    unanswered.not_there(session, actor, occurrence_id, now)
    reminders.update_sent(session, occurrence_id, now, f"not_there:{actor.person_id}")


def does_not_know(session: Session, actor: Actor, occurrence_id: int, now: datetime) -> None:
    unanswered.does_not_know(session, actor, occurrence_id, now)
    reminders.update_sent(session, occurrence_id, now, f"does_not_know:{actor.person_id}")


def ask_again(session: Session, actor: Actor, occurrence_id: int, now: datetime) -> None:
    unanswered.ask_again(session, actor, occurrence_id, now)
    reminders.update_sent(session, occurrence_id, now, f"again_in_list:{now.isoformat()}")


def _rows(session: Session, message_id: int, now: datetime) -> list[_Row]:
    """Its own question first."""
    others = shared_questions.of_message(session, message_id)
    if not others:
        return []
    own = (reminders.of_message(session, message_id), session.get_one(OutboxMessage, message_id).due_at)
    return [_row(session, reminder, due_at, now) for reminder, due_at in (own, *others)]


def _row(session: Session, reminder: Reminder, due_at: datetime, now: datetime) -> _Row:
    occurrence = reports.existing(session, reminder.occurrence_id)
    late_limit = kind(occurrence.kind).late_limit
    too_late = reminder_policy.is_too_late(reminder.step, due_at, occurrence.starts_at, now, late_limit)
    overtaken = reminders.is_overtaken(session, reminder, now)
    return _Row(occurrence.id, _question(session, reminder, occurrence, now), too_late, overtaken)


def _question(session: Session, reminder: Reminder, occurrence: Listed, now: datetime) -> SharedQuestion:
    person_id, goes_on = reminder.person_id, occurrence.form in QUESTION_LIKE
    people = occurrences.named(session, occurrence.id)
    step = unanswered.asked_as(session, reminder.step, person_id, Staffed(occurrence, people), now)
    planned = occurrence.state is OccurrenceState.PLANNED and occurrence.sequence == reminder.sequence
    if step and planned:
        if said := _answered(session, step, person_id, occurrence, now):
            return SharedQuestion(said, goes_on, is_open=False)
        again = stored.comes_back(session, occurrence.id, person_id, now)
        instead = _instead(session, occurrence, people, person_id)
        alone = views.reminder(step, occurrence, people, person_id, now, again=again, instead=instead)
        return SharedQuestion(alone, goes_on, is_put_off=again is not None)
    by = outcomes.of_occurrence(session, occurrence.id)
    concerned = step is not None
    alone = views.settled(occurrence, people, person_id, None, by, now, concerned=concerned, newest=False)
    return SharedQuestion(alone, goes_on, is_open=False)


def _answered(session: Session, step: Step, person_id: int, occurrence: Listed, now: datetime) -> Message | None:
    """What the question has become, when the answer was that somebody else must be asked."""
    if step is Step.NEXT_MORNING and stored.has_answered(session, occurrence.id, person_id, reminders.ABSENT):
        passed = unanswered.passed_on(session, person_id, occurrence)
        return answered(occurrence, "Jag var inte med", passed.step, passed.users, now)
    if step is Step.SUBSTITUTE and stored.has_answered(session, occurrence.id, person_id, reminders.UNKNOWN):
        passed = unanswered.to_coordinators(session, person_id, occurrence)
        return answered(occurrence, "Vet inte", passed.step, passed.users, now)
    return None


def _instead(session: Session, occurrence: Listed, people: Sequence[Named], person_id: int) -> Instead | None:
    """Who leads it or takes part does so for themselves."""
    own = any(one.person_id == person_id and one.part is not Part.SUBSTITUTE for one in people)
    return None if own else stand_ins.of(session, person_id, [occurrence]).get(occurrence.id)
