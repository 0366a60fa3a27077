"""When people are away, who stands in for them, and what they would have been on."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, delete

from bot.domain.manners import Away
from storage.mine import TAKES_PART
from storage.models import Absence, Occurrence, Person
from storage.occurrences import NEXT_AT, Listed


@dataclass(frozen=True, slots=True)
class PlannedAbsence:
    """`person` and `substitute` are Slack users."""

    id: int
    person_id: int
    person: str
    away: Away
    substitute: str | None


_substitute = aliased(Person)
PLANNED = (
    select(
        col(Absence.id), col(Absence.person_id), col(Person.user_id), col(Absence.starts_on), col(Absence.ends_on),
        col(Absence.substitute_id), col(_substitute.user_id),
    )
    .join(Person, col(Person.id) == col(Absence.person_id))
    .outerjoin(_substitute, col(_substitute.id) == col(Absence.substitute_id))
    .order_by(col(Absence.starts_on), col(Absence.id))
)  # fmt: skip


def add(session: Session, person_id: int, away: Away) -> int:
    row = Absence(person_id=person_id, starts_on=away.first, ends_on=away.last, substitute_id=away.substitute_id)
    session.add(row)
    session.flush()
    return row.id


def find(session: Session, absence_id: int) -> PlannedAbsence | None:
    row = session.connection().execute(PLANNED.where(col(Absence.id) == absence_id)).first()
    return _planned(*row) if row else None


def remove(session: Session, absence_id: int) -> None:
    session.exec(delete(Absence).where(col(Absence.id) == absence_id))


def planned(session: Session, person_id: int, today: date) -> list[PlannedAbsence]:
    """Those of the person that end today or later, the first first."""
    mine = PLANNED.where(col(Absence.person_id) == person_id, col(Absence.ends_on) >= today)
    return [_planned(*row) for row in session.connection().execute(mine)]


def of_people(session: Session, people: Collection[int], since: date) -> list[PlannedAbsence]:
    """Those that end that day or later."""
    theirs = PLANNED.where(col(Absence.person_id).in_(people), col(Absence.ends_on) >= since)
    return [_planned(*row) for row in session.connection().execute(theirs)]


def occurrences(session: Session, person_id: int, since: datetime, until: datetime) -> list[Listed]:
    """What has the person on it, other than as a substitute, and happens in the span; the first first."""
    statement = TAKES_PART.where(since <= NEXT_AT, until > NEXT_AT).order_by(NEXT_AT, col(Occurrence.id))
    return [Listed(*row) for row in session.connection().execute(statement, {"person": person_id})]


def _planned(
    absence_id: int, person_id: int, person: str, first: date, last: date, substitute_id: int | None, user: str | None
) -> PlannedAbsence:
    return PlannedAbsence(absence_id, person_id, person, Away(first, last, substitute_id), user)
