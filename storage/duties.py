"""The follow-ups that agreements ask for, and which of them somebody has said are handed over."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.calendar import DAY, day_bounds, local_day
from bot.domain.duties import FORGIVEN, Duty
from bot.domain.periods import Period
from storage import records
from storage.models import Agreement, AgreementMunicipality, AuditEvent, FollowUpDuty, Municipality
from storage.statute import PLACE
from storage.types import UtcDateTime

DELIVERED = "follow_up_delivered"
_newer = aliased(Agreement)
_added = (
    select(col(AuditEvent.subject_id), func.min(col(AuditEvent.at), type_=UtcDateTime()).label("at"))
    .where(col(AuditEvent.subject) == "agreement", col(AuditEvent.action) == "add")
    .group_by(col(AuditEvent.subject_id))
    .subquery()
)
DUTIES = (
    select(
        FollowUpDuty,
        Agreement,
        col(Municipality.id).label("municipality_id"),
        col(Municipality.name).label("municipality"),
        col(_newer.period_start).label("newer"),
        _added.c.at.label("added"),
    )
    .join(Agreement, col(Agreement.id) == col(FollowUpDuty.agreement_id))
    .join(AgreementMunicipality, col(AgreementMunicipality.agreement_id) == col(Agreement.id))
    .join(Municipality, col(Municipality.id) == col(AgreementMunicipality.municipality_id))
    .outerjoin(_newer, col(_newer.replaces_id) == col(Agreement.id))
    .outerjoin(_added, _added.c.subject_id == col(Agreement.id))
    .where(col(Agreement.period_start) <= bindparam("today"), col(Agreement.period_end) >= bindparam("since"))
    .order_by(col(Agreement.kind), col(Agreement.id), col(FollowUpDuty.id), col(Municipality.id))
)
HANDED_OVER = (
    select(col(AuditEvent.subject_id), col(AuditEvent.detail), col(AuditEvent.at))
    .where(
        col(AuditEvent.subject) == PLACE,
        col(AuditEvent.action) == DELIVERED,
        col(AuditEvent.at) >= bindparam("since"),
    )
    .order_by(col(AuditEvent.id))
)


@dataclass(frozen=True, slots=True)
class Delivered:
    municipality_id: int
    period: Period
    on: date


def all_of(session: Session, today: date, municipality_ids: Collection[int] | None = None) -> list[Duty]:
    """Of agreements that hold, or did lately; everywhere where no municipality is given."""
    statement = DUTIES
    if municipality_ids is not None:
        statement = statement.where(col(Municipality.id).in_(municipality_ids))
    rows = session.execute(statement, {"today": today, "since": today - FORGIVEN - FORGIVEN})
    found = [_duty(row) for row in rows]
    return [one for one in found if one.held.first <= one.held.last]


def delivered(session: Session, since: date) -> list[Delivered]:
    """What somebody has said from that day on."""
    rows = session.connection().execute(HANDED_OVER, {"since": day_bounds(since)[0]})
    return [Delivered(place, _period(detail), local_day(at)) for place, detail, at in rows]


def deliver(session: Session, person_id: int, municipality_id: int, period: Period, now: datetime) -> None:
    """It is kept who said so."""
    days = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    records.audit(session, now, person_id, DELIVERED, PLACE, municipality_id, **days)


def _period(detail: Mapping[str, str]) -> Period:
    return Period(date.fromisoformat(detail["first"]), date.fromisoformat(detail["last"]))


def _duty(row: Any) -> Duty:
    """It holds until it ends, is terminated, or another begins in its place."""
    agreement: Agreement = row.Agreement
    duty: FollowUpDuty = row.FollowUpDuty
    ends = [agreement.period_end, agreement.terminated_on, row.newer and row.newer - DAY]
    return Duty(
        municipality_id=row.municipality_id,
        municipality=row.municipality,
        agreement=agreement.kind,
        first_month=agreement.first_month,
        held=Period(agreement.period_start, min(day for day in ends if day)),
        form=duty.form,
        per=duty.per,
        owner=duty.owner,
        recipients=tuple(duty.recipients),
        known_since=local_day(row.added) if row.added else agreement.period_start,
    )
