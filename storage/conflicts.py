"""When people are taken by something else."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from bot.domain.words import Form, OccurrenceState, Part
from storage.models import Activity, Occurrence, OccurrencePerson, Person


@dataclass(frozen=True, slots=True)
class Busy:
    """When somebody is on something else."""

    occurrence_id: int
    person_id: int
    user_id: str
    starts_at: datetime
    ends_at: datetime
    title: str
    municipality_id: int
    protected: bool


def busy(session: Session, person_ids: Collection[int], since: datetime, until: datetime) -> list[Busy]:
    """At a time of day, and not as substitute."""
    statement = (
        select(
            col(Occurrence.id), col(Person.id), col(Person.user_id), col(Occurrence.starts_at),
            col(Occurrence.ends_at), col(Activity.title), col(Activity.municipality_id), col(Activity.protected),
        )
        .join(OccurrencePerson, col(OccurrencePerson.occurrence_id) == col(Occurrence.id))
        .join(Person, col(Person.id) == col(OccurrencePerson.person_id))
        .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
        .where(
            col(Person.id).in_(person_ids),
            col(OccurrencePerson.part) != Part.SUBSTITUTE,
            col(Activity.form) == Form.DATED,
            col(Occurrence.state) == OccurrenceState.PLANNED,
            col(Occurrence.starts_at) < until,
            col(Occurrence.ends_at) > since,
        )
        .order_by(col(Occurrence.starts_at), col(Person.id))
    )  # fmt: skip
    return [Busy(*row) for row in session.connection().execute(statement)]
