"""What an agreement says is to be delivered by a day is planned when that is entered, so that somebody is reminded."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from bot.domain import spans
from bot.domain.agreement_file import AgreementFile
from bot.domain.calendar import local_day
from bot.domain.permissions import Actor
from bot.domain.words import OccurrenceState
from bot.services import occurrences, reminders
from storage import activities, agreement_activities, agreement_rows, deliveries, records, series
from storage.activities import Plannable
from storage.occurrences import Listed


def plan(
    session: Session, before: AgreementFile | None, wanted: AgreementFile, now: datetime, actor: Actor | None
) -> None:  # fmt: skip
    """One occurrence each; it follows when its day is changed. Without an actor it is the command line."""
    due = _due(wanted)
    agreement = agreement_rows.by_key(session, wanted.key) if due else None
    if agreement is None:
        return
    was, ids = _due(before), agreement_activities.ids(session, agreement.id)
    there = deliveries.of_activities(session, [ids[key] for key in due])
    for key, day in due.items():
        activity, some = activities.plannable(session, ids[key]), there.get(ids[key], [])
        if activity and (not some or was.get(key) != day) and local_day(now) <= day in activity.days:
            _follow(session, activity, some, day, now, actor)


def _due(file: AgreementFile | None) -> dict[str, date]:
    return {one.key: one.due_on for one in file.activities if one.due_on} if file else {}


def _follow(
    session: Session, activity: Plannable, some: Sequence[Listed], day: date, now: datetime, actor: Actor | None
) -> None:
    """What was reported stays; what was cancelled is planned anew when it got another day."""
    standing = [one for one in some if one.state is not OccurrenceState.CANCELLED]
    waiting = [one for one in standing if one.state is OccurrenceState.PLANNED]
    first = max(activity.period_start, local_day(now))
    if not standing:
        made = occurrences.put(session, activity, spans.of_days(first, day, now), now)
        records.audit(session, now, actor.person_id if actor else None, "plan", "occurrence", made.id)
    for one in series.people(session, waiting):
        days = spans.days(activity.form, one.occurrence.starts_at, one.occurrence.ends_at)
        to = spans.of_days(min(days.first, day), day, now)
        occurrences.moved_to(session, actor, activity, one, to, None, now)
    if waiting:
        reminders.replan_activity(session, activity.id, now)
