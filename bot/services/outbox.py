"""What a leased message says: built from the rows as they are when it is sent, not as they were when it was planned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.domain import reminder_policy
from bot.domain.kinds import kind
from bot.domain.words import Form, MessageState, OccurrenceState, Part, Purpose, Step
from bot.services import (
    channel_posts,
    dates,
    deficiencies,
    digests,
    follow_up_sent,
    progress,
    progress_chart,
    shared_questions,
    stand_ins,
)
from bot.services.files_sent import FILE, INSTEAD, PICTURE, Upload
from bot.services.unanswered import asked_as
from bot.views import reminders as views
from bot.views.absences import Instead
from bot.views.outcomes import Changed, Receipt
from storage import occurrences, outbox, outcomes, outgoing, reminders, unanswered
from storage.leases import Taken
from storage.models import OutboxMessage
from storage.occurrences import Listed, Staffed
from storage.outcomes import Saved
from storage.outgoing import ReminderFacts


@dataclass(frozen=True, slots=True)
class Outgoing:
    """`channel` may be a user id: Slack opens the DM. `update_ts` is the message to replace, None for a new one.

    `upload` is made when it is sent, with what `payload` says beside it. `has_other`: something else is sent should
    Slack refuse this one.
    """

    payload: dict[str, Any]
    channel: str
    update_ts: str | None = None
    upload: Upload | None = None
    has_other: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """Not to be sent: missed, or no longer needed. `channel` is where an earlier attempt may have left it."""

    state: MessageState
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """The message that this one updates is still on its way to Slack."""


Built = Outgoing | Ended | Wait
BUILD = {Purpose.DIGEST: digests.build, Purpose.POST: channel_posts.build}


def build_all(session: Session, messages: Sequence[Taken], now: datetime) -> list[Built]:
    """Raises whatever hinders one of them."""
    known = outgoing.facts(session, [message.id for message in messages if message.purpose is Purpose.REMINDER], now)
    return [_built(session, message, known, now) for message in messages]


def _built(session: Session, message: Taken, known: Mapping[int, ReminderFacts], now: datetime) -> Built:
    if message.updates_id is not None:
        return _update(session, message, message.updates_id, now)
    if message.purpose is Purpose.REMINDER:
        return _reminder(session, message, known[message.id], now)
    if message.purpose is Purpose.QUESTION and outbox.is_replaced(session, message.id):
        return Ended(MessageState.DROPPED, message.channel)
    if message.payload is None:
        return _found_out(session, message.id, message.channel, now)
    said = {key: value for key, value in message.payload.items() if key not in (PICTURE, FILE, INSTEAD)}
    upload, other = _upload(session, message.payload, now), message.payload.get(INSTEAD)
    return Outgoing(said, message.channel, upload=upload, has_other=bool(other))


def _upload(session: Session, payload: Mapping[str, Any], now: datetime) -> Upload | None:
    if picture := payload.get(PICTURE):
        return progress_chart.upload(picture)
    if file := payload.get(FILE):
        return follow_up_sent.upload(session, file, now)
    return None


def _found_out(session: Session, message_id: int, channel: str, now: datetime) -> Built:
    """Written down ahead of time without a word: what there is to say is known now."""
    message = session.get_one(OutboxMessage, message_id)
    said = BUILD.get(message.purpose, dates.build)(session, message, now)
    return Ended(said, channel) if isinstance(said, MessageState) else Outgoing(said, channel)


def _reminder(session: Session, message: Taken, facts: ReminderFacts, now: datetime) -> Built:
    found, person_id, channel = facts.found, facts.person_id, message.channel
    occurrence = found.occurrence
    if facts.asks_more and (shared := shared_questions.asked(session, message.id, now)):
        return Ended(shared, channel) if isinstance(shared, MessageState) else Outgoing(shared, channel)
    step = asked_as(session, facts.step, person_id, found, now)
    if step is None or not _is_as_planned(facts.sequence, occurrence):
        return Ended(MessageState.DROPPED, channel)
    happens_at = occurrence.ends_at if occurrence.form is Form.DELIVERABLE else occurrence.starts_at
    late_limit = kind(occurrence.kind).late_limit
    if reminder_policy.is_too_late(facts.step, message.due_at, happens_at, now, late_limit):
        return Ended(MessageState.MISSED, channel)
    if facts.is_overtaken:
        return Ended(MessageState.DROPPED, channel)
    stands_in = facts.may_stand_in or _replaces_lead(step, found, person_id)
    instead = _instead(session, occurrence, person_id) if stands_in else None
    said = views.reminder(step, occurrence, found.named, person_id, now, instead=instead)
    if step in reminder_policy.BEFORE:
        said = deficiencies.mentioned(session, said, occurrence)
    return Outgoing(said, channel)


def _replaces_lead(step: Step, found: Staffed, person_id: int) -> bool:
    """A named substitute gets what others get only while the lead is away."""
    part = next((one.part for one in found.named if one.person_id == person_id), None)
    return part is Part.SUBSTITUTE and step is not Step.SUBSTITUTE


def _instead(session: Session, occurrence: Listed, person_id: int) -> Instead | None:
    return stand_ins.of(session, person_id, [occurrence]).get(occurrence.id)


def _is_as_planned(sequence: int, occurrence: Listed) -> bool:
    return occurrence.state is OccurrenceState.PLANNED and occurrence.sequence == sequence


def _update(session: Session, message: Taken, updates_id: int, now: datetime) -> Built:
    target = session.get_one(OutboxMessage, updates_id)
    if _is_on_its_way(target):
        return Wait()
    if target.slack_ts is None or target.slack_channel is None:
        return Ended(MessageState.DROPPED)
    payload = message.payload or _as_it_is_now(session, target, now)
    return Outgoing(payload, target.slack_channel, target.slack_ts) if payload else Ended(MessageState.DROPPED)


def _as_it_is_now(session: Session, target: OutboxMessage, now: datetime) -> dict[str, Any] | None:
    if target.purpose is Purpose.DIGEST:
        return digests.again(session, target, now)
    return _settled(session, target.id, now)


def _settled(session: Session, message_id: int, now: datetime) -> dict[str, Any]:
    reminder = reminders.of_message(session, message_id)
    occurrence = _occurrence(session, reminder.occurrence_id)
    if shared := shared_questions.settled(session, message_id, now):
        return shared
    people = occurrences.named(session, occurrence.id)
    by = outcomes.of_occurrence(session, occurrence.id)
    step = asked_as(session, reminder.step, reminder.person_id, Staffed(occurrence, people), now)
    if by is None and step and _is_as_planned(reminder.sequence, occurrence):
        again = unanswered.comes_back(session, occurrence.id, reminder.person_id, now)
        instead = _instead(session, occurrence, reminder.person_id)
        said = views.reminder(step, occurrence, people, reminder.person_id, now, again=again, instead=instead)
        return deficiencies.mentioned(session, said, occurrence) if step in reminder_policy.BEFORE else said
    saved = _receipt(session, occurrence, by, now) if by else None
    by = by and outcomes.as_first_given(session, by)
    newest = not reminders.is_overtaken(session, reminder, now)
    return views.settled(
        occurrence, people, reminder.person_id, saved, by, now, concerned=step is not None, newest=newest
    )


def _is_on_its_way(target: OutboxMessage) -> bool:
    """For the first time: what is to be sent anew still stands in Slack as it was."""
    if target.state is MessageState.PENDING:
        return target.attempts > 0 or target.slack_ts is None
    return target.state is MessageState.LEASED


def _receipt(session: Session, occurrence: Listed, saved: Saved, now: datetime) -> Receipt:
    report = deficiencies.with_noted(session, outcomes.report_of(session, saved), occurrence)
    standing = progress.of_activity(session, occurrence.activity_id, now)
    of_own = outcomes.first_of(session, saved).reported_by_id == saved.reported_by_id
    changed = Changed(saved.user_id, saved.reported_at, of_own) if saved.version > 1 else None
    return Receipt(saved.id, saved.number, occurrence, report, standing, changed)


def _occurrence(session: Session, occurrence_id: int) -> Listed:
    found = occurrences.find(session, occurrence_id)
    if found is None:
        raise LookupError(f"occurrence {occurrence_id}")
    return found
