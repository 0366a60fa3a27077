"""Occurrences that were planned together."""

from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from bot.domain.words import OccurrenceState
from storage.models import Activity, Occurrence
from storage.occurrences import LISTED, Listed, Staffed, named


def ahead(session: Session, one: Listed, now: datetime, *, hold: bool = False) -> list[Listed]:
    """Those planned with it that wait and are not over, itself included, by time. With `hold` nobody changes them."""
    series = select(col(Occurrence.series_id)).where(col(Occurrence.id) == one.id).scalar_subquery()
    statement = LISTED.where(
        col(Activity.id) == one.activity_id,
        (col(Occurrence.series_id) == series) | (col(Occurrence.id) == one.id),
        col(Occurrence.state) == OccurrenceState.PLANNED,
        col(Occurrence.ends_at) > now,
    ).order_by(col(Occurrence.starts_at), col(Occurrence.id))
    if hold:
        statement = statement.with_for_update(of=Occurrence)
    return [Listed(*row) for row in session.connection().execute(statement)]


def people(session: Session, found: list[Listed]) -> list[Staffed]:
    """Hand-overs may have made them differ."""
    return [Staffed(one, named(session, one.id)) for one in found]
