"""Who may be reminded without being named on an occurrence: coordinators, and those who stand in for others."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, exists, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.calendar import local_day
from bot.domain.words import OccurrenceState, Part, Role
from storage.models import Absence, Municipality, Occurrence, OccurrencePerson, Person, RoleGrant
from storage.occurrences import LISTED, NEXT_AT, Listed
from storage.people import GRANTED_IN

Grant = tuple[int, int, date, date | None]
"""Of a coordinator: municipality, person, first and last day."""

COORDINATORS: Select[*tuple[Any, ...]] = (
    select(col(Municipality.id), col(Person.id), col(RoleGrant.valid_from), col(RoleGrant.valid_to))
    .select_from(RoleGrant)
    .join(Person, col(Person.id) == col(RoleGrant.person_id))
    .join(Municipality, GRANTED_IN)
    .where(
        col(RoleGrant.role) == Role.COORDINATOR,
        col(Person.active),
        or_(col(RoleGrant.valid_to).is_(None), col(RoleGrant.valid_to) >= bindparam("since")),
    )
    .order_by(col(Municipality.id), col(Person.id), col(RoleGrant.id))
)

_mine, _absent = aliased(OccurrencePerson), aliased(OccurrencePerson)
AS_SUBSTITUTE = exists().where(
    col(_mine.occurrence_id) == col(Occurrence.id),
    col(_mine.person_id) == bindparam("person"),
    col(_mine.part) == Part.SUBSTITUTE,
)
SOMEBODY_AWAY = exists().where(
    col(_absent.occurrence_id) == col(Occurrence.id),
    col(_absent.part) != Part.SUBSTITUTE,
    col(Absence.person_id) == col(_absent.person_id),
    col(Absence.ends_on) >= bindparam("day"),
    or_(col(Absence.substitute_id) == bindparam("person"), AS_SUBSTITUTE),
)
CANDIDATES = LISTED.where(
    SOMEBODY_AWAY,
    col(Occurrence.state) == OccurrenceState.PLANNED,
    col(Occurrence.ends_at) > bindparam("since"),
).order_by(NEXT_AT, col(Occurrence.id))


def coordinators(session: Session, municipality_ids: Collection[int], since: date) -> list[Grant]:
    """Those whose roles hold on that day or later."""
    return _grants(session, col(Municipality.id).in_(municipality_ids), since)


def coordinated_by(session: Session, person_id: int, since: date) -> set[int]:
    """Municipalities, on that day or later."""
    return {place for place, *_ in _grants(session, col(Person.id) == person_id, since)}


def stood_in_for(session: Session, person_id: int, since: date) -> list[int]:
    """People who are away that day or later, and have chosen this person as substitute."""
    statement = select(col(Absence.person_id)).where(
        col(Absence.substitute_id) == person_id, col(Absence.ends_on) >= since
    )
    return list(session.connection().execute(statement.distinct()).scalars())


def candidates(session: Session, person_id: int, since: datetime) -> list[Listed]:
    """What ended after `since` or will, lacks its report, and has somebody on it who is away some day after then and
    has chosen this person, or has them as a substitute there; the next first."""
    values = {"person": person_id, "since": since, "day": local_day(since)}
    return [Listed(*row) for row in session.connection().execute(CANDIDATES, values)]


def _grants(session: Session, which: ColumnElement[bool], since: date) -> list[Grant]:
    return [tuple(row) for row in session.connection().execute(COORDINATORS.where(which), {"since": since})]
