"""What was published before something that it may tell of was protected."""

from datetime import datetime
from typing import Any

from sqlalchemy import CompoundSelect, bindparam, func, select, union
from sqlmodel import Session, col

from storage.models import Activity, AgreementMunicipality, AuditEvent, FocusArea
from storage.types import UtcDateTime

_of_activity = col(Activity.id) == bindparam("activity")
TELLING_OF: CompoundSelect[*tuple[Any, ...]] = union(
    select(col(Activity.municipality_id).label("municipality_id")).where(_of_activity),
    select(col(AgreementMunicipality.municipality_id))
    .join(FocusArea, col(FocusArea.agreement_id) == col(AgreementMunicipality.agreement_id))
    .join(Activity, col(Activity.focus_area_id) == col(FocusArea.id))
    .where(_of_activity),
).order_by("municipality_id")
_told_of_here = union(
    select(col(Activity.id)).where(col(Activity.municipality_id) == bindparam("municipality")),
    select(col(Activity.id))
    .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
    .join(AgreementMunicipality, col(AgreementMunicipality.agreement_id) == col(FocusArea.agreement_id))
    .where(col(AgreementMunicipality.municipality_id) == bindparam("municipality")),
)
PROTECTED = (
    select(col(Activity.id))
    .where(col(Activity.protected), col(Activity.id).in_(_told_of_here))
    .order_by(col(Activity.id))
)
PROTECTED_AT = (
    select(func.max(col(AuditEvent.at), type_=UtcDateTime()))
    .join(Activity, col(Activity.id) == col(AuditEvent.subject_id))
    .where(
        col(AuditEvent.subject) == "activity",
        col(AuditEvent.action) == "protect",
        col(Activity.protected),
        col(Activity.id).in_(_told_of_here),
    )
)


def telling_of(session: Session, activity_id: int) -> list[int]:
    """The municipalities whose pages may tell of it: its own, and all that its agreement holds in."""
    return list(session.connection().execute(TELLING_OF, {"activity": activity_id}).scalars())


def protected(session: Session, municipality_id: int) -> list[int]:
    """Of the activities that its pages may tell of, those that are."""
    return list(session.connection().execute(PROTECTED, {"municipality": municipality_id}).scalars())


def protected_at(session: Session, municipality_id: int) -> datetime | None:
    """When something that its pages may tell of was last protected, and still is."""
    found: datetime | None = session.connection().execute(PROTECTED_AT, {"municipality": municipality_id}).scalar()
    return found
