"""What the law asks of a municipality every second year: when it was last done."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, case, func, select
from sqlmodel import Session, col

from bot.domain.calendar import local_day
from bot.domain.words import OutcomeStatus, Per
from storage import records
from storage.models import Activity, AgreementMunicipality, AuditEvent, FollowUpDuty, Occurrence, Outcome
from storage.types import UtcDateTime

SITUATION, COUNCIL = "lagesbild", "radsmote"
PLACE, FOLLOWED_UP = "municipality", "followed_up"

_done_at = case((col(Occurrence.ends_at) < col(Outcome.reported_at), col(Occurrence.ends_at)),
                else_=col(Outcome.reported_at))  # fmt: skip
LAST_DONE = (
    select(col(Activity.municipality_id), func.max(_done_at, type_=UtcDateTime()))
    .join(Occurrence, col(Occurrence.activity_id) == col(Activity.id))
    .join(Outcome, and_(col(Outcome.occurrence_id) == col(Occurrence.id), col(Outcome.current)))
    .where(col(Activity.kind) == bindparam("kind"), col(Outcome.status) == OutcomeStatus.DONE)
    .group_by(col(Activity.municipality_id))
)

# A council follows the work up where an agreement there says that it does so at each meeting.
AT_MEETINGS = (
    select(col(FollowUpDuty.id))
    .join(AgreementMunicipality, col(AgreementMunicipality.agreement_id) == col(FollowUpDuty.agreement_id))
    .where(
        col(AgreementMunicipality.municipality_id) == col(Activity.municipality_id),
        col(FollowUpDuty.per) == Per.MEETING,
    )
    .exists()
)
LAST_MEETING = LAST_DONE.where(AT_MEETINGS)
SAID = select(col(AuditEvent.subject_id), col(AuditEvent.detail)).where(
    col(AuditEvent.subject) == PLACE, col(AuditEvent.action) == FOLLOWED_UP
)


def pictures(session: Session) -> dict[int, date]:
    """When a situation picture was last reported, by municipality; for a time ahead, when the report was given."""
    return _days(session.connection().execute(LAST_DONE, {"kind": SITUATION}).all())


def follow_ups(session: Session) -> dict[int, date]:
    """When the plan was last followed up: by a council that does so at each meeting, or as a coordinator has said."""
    found = _days(session.connection().execute(LAST_MEETING, {"kind": COUNCIL}).all())
    for place, detail in session.connection().execute(SAID):
        found[place] = max(found.get(place, date.min), date.fromisoformat(detail["on"]))
    return found


def follow_up(session: Session, person_id: int, municipality_id: int, on: date, now: datetime) -> None:
    """It is kept who said so, as with everything that somebody decides."""
    records.audit(session, now, person_id, FOLLOWED_UP, PLACE, municipality_id, on=on.isoformat())


def _days(rows: Sequence[Any]) -> dict[int, date]:
    return {place: local_day(at) for place, at in rows}
