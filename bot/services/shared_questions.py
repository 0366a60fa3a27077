"""Questions that share a message: what it says, and the answers that must leave the others in it alone."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.domain import reminder_policy
from bot.domain.kinds import kind
from bot.domain.permissions import Actor
from bot.domain.report import Report
from bot.domain.words import MessageState, OccurrenceState, OutcomeStatus, Step
from bot.services import outcomes as reports
from bot.services import unanswered
from bot.services.unanswered import Later
from bot.views import reminders as views
from bot.views.blocks import Message
from bot.views.reminder_answers import answered
from bot.views.shared_questions import Question, together
from storage import occurrences, outcomes, reminders, shared_questions
from storage import unanswered as stored
from storage.models import OutboxMessage, Reminder
from storage.occurrences import Listed, Staffed


@dataclass(frozen=True, slots=True)
class _Row:
    occurrence_id: int
    question: Question
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


def in_list(session: Session, message_id: int, now: datetime, *, is_sent: bool = False) -> dict[int, Question]:
    """By occurrence, what a list asks about; before it is sent, what there is still reason to ask."""
    rows = [_row(session, one, due_at, now) for one, due_at in shared_questions.of_message(session, message_id)]
    shown = [row for row in rows if is_sent or (row.question.is_open and not (row.overtaken or row.too_late))]
    return {row.occurrence_id: row.question for row in shown}


def settle(session: Session, actor: Actor, occurrence_id: int, status: OutcomeStatus, now: datetime) -> None:
    """One tap. The message is updated like everybody else's about the same."""
    reports.save(session, actor, reports.existing(session, occurrence_id), Report(status), now)


def later(session: Session, actor: Actor, occurrence_id: int, now: datetime) -> None:
    """The next working morning."""
    _, again = unanswered.snooze(session, actor, occurrence_id, Later.MORNING, now)
    reminders.update_sent(session, occurrence_id, now, f"later:{again.isoformat()}")


def not_there(session: Session, actor: Actor, occurrence_id: int, now: datetime) -> None:
    unanswered.not_there(session, actor, occurrence_id, now)
    reminders.update_sent(session, occurrence_id, now, f"not_there:{actor.person_id}")


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


def _question(session: Session, reminder: Reminder, occurrence: Listed, now: datetime) -> Question:
    people = occurrences.named(session, occurrence.id)
    step = unanswered.asked_as(session, reminder.step, reminder.person_id, Staffed(occurrence, people), now)
    planned = occurrence.state is OccurrenceState.PLANNED and occurrence.sequence == reminder.sequence
    if step is Step.NEXT_MORNING and planned and stored.was_not_there(session, occurrence.id, reminder.person_id):
        return Question(_answered(session, reminder.person_id, occurrence, now), is_open=False)
    if step and planned:
        again = stored.comes_back(session, occurrence.id, reminder.person_id, now)
        alone = views.reminder(step, occurrence, people, reminder.person_id, now, again=again)
        return Question(alone, is_put_off=again is not None)
    by = outcomes.of_occurrence(session, occurrence.id)
    concerned = step is not None
    alone = views.settled(occurrence, people, reminder.person_id, None, by, now, concerned=concerned, newest=False)
    return Question(alone, is_open=False)


def _answered(session: Session, person_id: int, occurrence: Listed, now: datetime) -> Message:
    passed = unanswered.passed_on(session, person_id, occurrence)
    return answered(occurrence, "Jag var inte med", passed.step, passed.users, now)
