"""Planning, moving and cancelling."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.domain import spans
from bot.domain.calendar import local_day
from bot.domain.errors import Gone, NotAllowed
from bot.domain.periods import Period, period_text
from bot.domain.permissions import Action, Actor
from bot.domain.words import Form, Part, Purpose, Role
from bot.services import handovers, naming, reminders
from bot.services.open_occurrences import changeable, shown
from bot.views import occurrences as views
from bot.views.blocks import Message
from storage import activities, occurrences, outbox, people, records, year_plan
from storage import reminders as stored_reminders
from storage.activities import Plannable
from storage.models import Occurrence
from storage.occurrences import Named, Staffed

SHOWN = 10
KNOWN_BY_DAY = (Form.DATED, Form.DELIVERABLE)

People = Iterable[tuple[int, Part]]
Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class PlanOverview:
    """The next occurrences, what else is planned as far as the actor may know, and what more can be planned for.

    `after` is how many come before those that are not here yet; None when these are the last.
    """

    upcoming: list[Staffed]
    hidden: list[Staffed]
    activities: list[Plannable]
    after: int | None


def overview(session: Session, actor: Actor, now: datetime, *, skip: int = 0) -> PlanOverview:
    """Raises NotAllowed."""
    places = actor.municipalities(Action.PLAN)
    if not places:
        raise NotAllowed("Bara samordnaren planerar tillfällen.")
    found = occurrences.planned_in(session, places, now, SHOWN + 1, skip=skip)
    upcoming = [Staffed(one, occurrences.named(session, one.id)) for one in found[:SHOWN]]
    may_plan = activities.plannable_in(session, places, local_day(now))
    return PlanOverview(
        upcoming=[one for one in upcoming if shown(actor, one)],
        hidden=[one for one in upcoming if not shown(actor, one)],
        activities=[one for one in may_plan if actor.sees(one.municipality_id, protected=one.protected)],
        after=skip + SHOWN if len(found) > SHOWN else None,
    )


def coordinators(session: Session, actor: Actor, now: datetime) -> list[str]:
    """The Slack users to ask, wherever the actor has a role."""
    found = people.with_role_in(session, Role.COORDINATOR, list(actor.roles), local_day(now))
    return [person.user_id for person in found]


def plannable(session: Session, actor: Actor, activity_id: int) -> Plannable:
    """Raises Gone or NotAllowed."""
    activity = standing(session, activity_id)
    if not actor.may(Action.PLAN, activity.municipality_id):
        raise NotAllowed("Bara samordnaren planerar tillfällen. Inget är planerat.")
    if not actor.sees(activity.municipality_id, protected=activity.protected):
        raise NotAllowed("Bara samordnaren planerar skyddade tillfällen. Inget är planerat.")
    return activity


def plan(
    session: Session, actor: Actor, activity_id: int, starts_at: datetime, ends_at: datetime, now: datetime,
    *, label: str | None = None, place: str | None = None, people: People | None = None,
) -> Occurrence:  # fmt: skip
    """Without `place` and `people`, those of the activity; an empty place means none.

    Raises Gone, NotAllowed, and FieldErrors for days that the activity is not agreed on for.
    """
    activity = plannable(session, actor, activity_id)
    row = _row(activity, (starts_at, ends_at), now, place)
    row.label = label or row.label
    _save(session, activity, [row], people, now)
    records.audit(session, now, actor.person_id, "plan", "occurrence", row.id)
    return row


def put(session: Session, activity: Plannable, span: Span, now: datetime) -> Occurrence:
    """As `plan`, of what the agreement itself says when it is to be done: whoever enters that has the right."""
    row = _row(activity, span, now)
    _save(session, activity, [row], None, now)
    return row


def plan_series(
    session: Session, actor: Actor, activity_id: int, spans: Iterable[Span], now: datetime,
    *, people: People | None = None, place: str | None = None,
) -> list[Occurrence]:  # fmt: skip
    """As `plan`, any number; they know that they were planned together."""
    activity = plannable(session, actor, activity_id)
    rows = [_row(activity, span, now, place) for span in spans]
    _save(session, activity, rows, people, now)
    year_plan.make_series(session, rows)
    records.audit(session, now, actor.person_id, "plan", "activity", activity.id, occurrences=len(rows))
    return rows


def move(
    session: Session, actor: Actor, occurrence_id: int, starts_at: datetime, ends_at: datetime, now: datetime,
    *, place: str | None = None,
) -> Staffed:  # fmt: skip
    """Without `place` it stays where it was; an empty one means none. Raises Gone, NotAllowed and FieldErrors."""
    found = changeable(session, actor, occurrence_id, now, hold=True)
    activity = standing(session, found.occurrence.activity_id)
    moved = moved_to(session, actor, activity, found, (starts_at, ends_at), place, now)
    if moved is found:
        return found
    reminders.replan(session, occurrence_id, now)
    notice = views.moved(found.occurrence, moved.occurrence, actor.user_id, now)
    cause = f"moved:{occurrence_id}:{moved.occurrence.sequence}"
    tell(session, found.others(actor.person_id), cause, notice, now)
    return moved


def moved_to(
    session: Session, actor: Actor | None, activity: Plannable, found: Staffed, span: Span, place: str | None,
    now: datetime,
) -> Staffed:  # fmt: skip
    """As `move`, of one that is held; its reminders are left to replan, nobody is told. No actor: the command line."""
    before, sequence = found.occurrence, found.occurrence.sequence + 1
    where = before.place if place is None else place or None
    if (*span, where) == (before.starts_at, before.ends_at, before.place):
        return found
    label = _label(activity, _agreed(activity, span, now))
    starts_at, ends_at = span
    moved = before._replace(starts_at=starts_at, ends_at=ends_at, place=where, label=label, sequence=sequence)
    occurrences.move(session, moved, entered_late_at=_late(ends_at, now))
    # What was sent is updated first: to replan is only to drop and replace what waits.
    stored_reminders.close(session, before.id, now, f"moved:{sequence}")
    by = actor.person_id if actor else None
    records.audit(session, now, by, "move", "occurrence", before.id, sequence=sequence)
    handovers.drop_open(session, actor, moved, now)
    return Staffed(moved, found.named)


def cancel(session: Session, actor: Actor, occurrence_id: int, reason: str, now: datetime) -> Staffed:
    """Raises Gone or NotAllowed."""
    found = changeable(session, actor, occurrence_id, now, hold=True)
    call_off(session, actor, found, reason, now)
    reminders.replan(session, occurrence_id, now)
    notice = views.cancelled(found.occurrence, reason, actor.user_id, now)
    tell(session, found.others(actor.person_id), f"cancelled:{occurrence_id}", notice, now)
    return found


def call_off(session: Session, actor: Actor | None, found: Staffed, reason: str, now: datetime) -> None:
    """As `cancel`, of one that is held; its reminders are left to replan, and nobody is told."""
    occurrence_id = found.occurrence.id
    occurrences.cancel(session, occurrence_id, reason)
    stored_reminders.close(session, occurrence_id, now, "cancelled")
    records.audit(session, now, actor.person_id if actor else None, "cancel", "occurrence", occurrence_id)
    handovers.drop_open(session, actor, found.occurrence, now)


def standing(session: Session, activity_id: int) -> Plannable:
    """Raises Gone."""
    activity = activities.plannable(session, activity_id)
    if activity is None:
        raise Gone("Den aktiviteten gäller inte längre, så inget är ändrat.")
    return activity


def _row(activity: Plannable, span: Span, now: datetime, place: str | None = None) -> Occurrence:
    starts_at, ends_at = span
    return Occurrence(
        activity_id=activity.id,
        starts_at=starts_at,
        ends_at=ends_at,
        label=_label(activity, _agreed(activity, span, now)),
        place=activity.place if place is None else place or None,
        entered_late_at=_late(ends_at, now),
    )


def _late(ends_at: datetime, now: datetime) -> datetime | None:
    return now if ends_at <= now else None


def _agreed(activity: Plannable, span: Span, now: datetime) -> Period:
    """The span's days. Raises FieldErrors when the activity is not agreed on for them."""
    days = spans.days(activity.form, *span)
    spans.check_within(days, activity.form, activity.days, now)
    return days


def _label(activity: Plannable, days: Period) -> str | None:
    """What windows are called ("vecka 47"); the others are known by their day."""
    return None if activity.form in KNOWN_BY_DAY else period_text(days, first_month=activity.first_month)


def _save(
    session: Session, activity: Plannable, rows: Sequence[Occurrence], chosen: People | None, now: datetime
) -> None:
    if not rows:
        return
    occurrences.add(session, rows, naming.parts(session, activity, now).items() if chosen is None else list(chosen))
    reminders.replan_activity(session, activity.id, now)


def tell(session: Session, to: Iterable[Named], cause: str, notice: Message, now: datetime) -> None:
    for person in to:
        key, to_whom = f"{cause}:{person.person_id}", person.person_id
        outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=now, person_id=to_whom, payload=notice)
