"""What one person has ahead, has yet to report and has reported; and what a coordinator has to keep an eye on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.report import Report
from bot.domain.words import HandoverState, MessageState, Part, Purpose
from storage.models import (
    Activity,
    AuditEvent,
    Handover,
    Occurrence,
    OccurrencePerson,
    OutboxMessage,
    Outcome,
    OutcomeMeasure,
    Person,
    Reminder,
    RoleGrant,
)
from storage.occurrences import LISTED, MINE, NEXT_AT, Listed
from storage.reminders import ABSENT

TAKES_PART = MINE.where(col(OccurrencePerson.part) != Part.SUBSTITUTE)
NEXT = TAKES_PART.where(col(Occurrence.ends_at) > bindparam("now")).order_by(NEXT_AT, col(Occurrence.id))
WAS_NOT_THERE = exists().where(
    col(AuditEvent.subject) == "occurrence",
    col(AuditEvent.subject_id) == col(Occurrence.id),
    col(AuditEvent.actor_id) == bindparam("person"),
    col(AuditEvent.action) == ABSENT,
)
"""Who has answered so is not asked to report it any more."""
TO_REPORT = TAKES_PART.where(col(Occurrence.ends_at) <= bindparam("now"), ~WAS_NOT_THERE).order_by(
    col(Occurrence.ends_at), col(Occurrence.id)
)
_own = aliased(Outcome)
BY_ME = select(col(_own.number)).where(col(_own.reported_by_id) == bindparam("person"))
"""Also what a colleague or the coordinator has changed since."""

KINDS = (
    select(col(Activity.kind))
    .join(Occurrence, col(Occurrence.activity_id) == col(Activity.id))
    .join(Outcome, col(Outcome.occurrence_id) == col(Occurrence.id))
    .where(col(Outcome.number).in_(BY_ME), col(Outcome.current))
    .distinct()
)
GIVEN = (
    LISTED.join(Outcome, col(Outcome.occurrence_id) == col(Occurrence.id))
    .add_columns(
        col(Outcome.id), col(Outcome.number), col(Outcome.status), col(Outcome.reason), col(Outcome.count),
        col(Outcome.note),
    )
    .where(col(Outcome.number).in_(BY_ME), col(Outcome.current))
    .order_by(col(Outcome.reported_at).desc(), col(Outcome.id).desc())
)  # fmt: skip
REPORTS = GIVEN.where(col(Occurrence.starts_at) >= bindparam("since"), col(Occurrence.starts_at) < bindparam("until"))
LATELY = GIVEN.where(col(Activity.kind) == bindparam("kind"), col(Outcome.reported_at) > bindparam("since"))
MEASURES = select(col(OutcomeMeasure.outcome_id), col(OutcomeMeasure.key), col(OutcomeMeasure.value)).where(
    col(OutcomeMeasure.outcome_id).in_(bindparam("outcomes", expanding=True))
)
_giver, _colleague = aliased(Person), aliased(Person)
HANDOVERS = (
    LISTED.join(Handover, col(Handover.occurrence_id) == col(Occurrence.id))
    .join(_giver, col(_giver.id) == col(Handover.from_id))
    .join(_colleague, col(_colleague.id) == col(Handover.to_id))
    .add_columns(col(_giver.user_id), col(_colleague.user_id), col(Handover.asked_at))
    .where(
        col(Activity.municipality_id).in_(bindparam("municipalities", expanding=True)),
        col(Handover.state) == HandoverState.ASKED,
        col(Occurrence.ends_at) > bindparam("now"),
    )
    .order_by(col(Occurrence.starts_at), col(Handover.id))
)
REMINDERS_OF = (
    select(col(Reminder.message_id))
    .join(Occurrence, col(Occurrence.id) == col(Reminder.occurrence_id))
    .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
    .where(col(Activity.municipality_id).in_(bindparam("municipalities", expanding=True)))
)
WIDER = -1  # a role in more than one municipality: of interest in each
WORK_THERE = select(col(RoleGrant.person_id)).where(
    func.coalesce(col(RoleGrant.municipality_id), WIDER).in_(bindparam("here", expanding=True))
)
UNSENT = (
    select(col(Person.user_id), col(OutboxMessage.purpose), col(OutboxMessage.error))
    .join(Person, col(Person.id) == col(OutboxMessage.person_id))
    .where(
        col(OutboxMessage.state).in_((MessageState.FAILED, MessageState.MISSED)),
        col(OutboxMessage.due_at) >= bindparam("since"),
        or_(
            col(OutboxMessage.id).in_(REMINDERS_OF),
            and_(
                col(OutboxMessage.purpose).in_((Purpose.QUESTION, Purpose.NOTICE)),
                col(OutboxMessage.person_id).in_(WORK_THERE),
            ),
        ),
    )
    .order_by(col(OutboxMessage.due_at), col(OutboxMessage.id))
)


@dataclass(frozen=True, slots=True)
class MyReport:
    """A report as it stands now."""

    outcome_id: int
    number: str
    occurrence: Listed
    report: Report


@dataclass(frozen=True, slots=True)
class OpenHandover:
    """A question that the colleague has not answered; `giver` and `colleague` are Slack users."""

    occurrence: Listed
    giver: str
    colleague: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Unsent:
    """A message to a Slack user that did not get away: too late, or refused with Slack's word for why."""

    user_id: str
    purpose: Purpose
    error: str | None


def coming(session: Session, person_id: int, now: datetime, limit: int) -> list[Listed]:
    """What is not over and has the person on it, other than as a substitute; the next first."""
    rows: Sequence[Any] = session.connection().execute(NEXT.limit(limit), {"person": person_id, "now": now}).all()
    return [Listed(*row) for row in rows]


def to_report(session: Session, person_id: int, now: datetime) -> list[Listed]:
    """What is over and lacks its report, the oldest first."""
    rows: Sequence[Any] = session.connection().execute(TO_REPORT, {"person": person_id, "now": now}).all()
    return [Listed(*row) for row in rows]


def kinds_reported(session: Session, person_id: int) -> list[str]:
    return list(session.connection().execute(KINDS, {"person": person_id}).scalars())


def reports(
    session: Session, person_id: int, since: datetime, until: datetime, *, kind: str | None = None, limit: int
) -> list[MyReport]:
    """Of what began in the span, the latest reported first."""
    statement = REPORTS.where(col(Activity.kind) == kind) if kind else REPORTS
    values = {"person": person_id, "since": since, "until": until}
    return _my_reports(session, session.connection().execute(statement.limit(limit), values).all())


def reported_since(session: Session, person_id: int, kind: str, since: datetime) -> list[MyReport]:
    values = {"person": person_id, "kind": kind, "since": since}
    return _my_reports(session, session.connection().execute(LATELY, values).all())


def open_handovers(session: Session, municipality_ids: Sequence[int], now: datetime) -> list[OpenHandover]:
    values = {"municipalities": municipality_ids, "now": now}
    rows: Sequence[Any] = session.connection().execute(HANDOVERS, values).all()
    return [OpenHandover(Listed(*listed), *asked) for *listed, giver, to, at in rows for asked in [(giver, to, at)]]


def _my_reports(session: Session, rows: Sequence[Any]) -> list[MyReport]:
    measures = _measures(session, [row[-6] for row in rows]) if rows else {}
    return [_my_report(row, measures.get(row[-6], {})) for row in rows]


def unsent(session: Session, municipality_ids: Sequence[int], since: datetime) -> list[Unsent]:
    """Reminders of what is planned there, and questions and notices to those who work there; the oldest first."""
    values = {"municipalities": municipality_ids, "here": [*municipality_ids, WIDER], "since": since}
    return [Unsent(*row) for row in session.connection().execute(UNSENT, values)]


def _my_report(row: Sequence[Any], measures: Mapping[str, float]) -> MyReport:
    *listed, outcome_id, number, status, reason, count, note = row
    return MyReport(outcome_id, number, Listed(*listed), Report(status, reason, count, measures, note))


def _measures(session: Session, outcome_ids: Sequence[int]) -> dict[int, dict[str, float]]:
    found: dict[int, dict[str, float]] = {}
    for outcome_id, key, value in session.connection().execute(MEASURES, {"outcomes": outcome_ids}):
        found.setdefault(outcome_id, {})[key] = value
    return found
