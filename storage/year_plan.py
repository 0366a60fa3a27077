"""What a plan for a year must know of: what is planned already, what was decided, and when people are taken."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from bot.domain.recurrence import Span
from bot.domain.words import Form, OccurrenceState, Part
from storage.models import Activity, Goal, Occurrence, OccurrencePerson, Person


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


def standing(session: Session, activity_id: int, since: datetime, until: datetime) -> list[Span]:
    """What was planned and not cancelled, by its beginning."""
    statement = (
        select(col(Occurrence.starts_at), col(Occurrence.ends_at))
        .where(
            col(Occurrence.activity_id) == activity_id,
            col(Occurrence.starts_at) >= since,
            col(Occurrence.starts_at) < until,
            col(Occurrence.planned),
            col(Occurrence.state) != OccurrenceState.CANCELLED,
        )
        .order_by(col(Occurrence.starts_at))
    )
    return [Span(*row) for row in session.connection().execute(statement)]


def goal(session: Session, activity_id: int, day: date) -> Goal | None:
    """The one that holds on the day; what was promised goes first."""
    statement = (
        select_rows(Goal)
        .where(Goal.activity_id == activity_id, Goal.valid_from <= day, Goal.valid_to >= day)
        .order_by(col(Goal.origin).desc(), col(Goal.id).desc())
    )
    return session.exec(statement).first()


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


def make_series(session: Session, rows: Sequence[Occurrence]) -> None:
    """They were planned together; one alone is no series."""
    if len(rows) > 1:
        for row in rows:
            row.series_id = rows[0].id
        session.flush()
