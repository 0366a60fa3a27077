"""What stands in a person's calendar, the address that it is read from, and what they want of protected ones."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select
from sqlmodel import Session, col

from bot.domain.words import Part
from storage.models import AuditEvent, CalendarFeed, Occurrence, OccurrencePerson, Person, Preference
from storage.occurrences import LISTED, Listed

AS_BUSY = "protected_as_busy"
"""Stands among a person's preferences: they want protected ones in their calendar as "Upptaget"."""

CHANGED_AT = select(func.max(col(AuditEvent.at))).where(col(AuditEvent.subject) == "occurrence")
CHANGED_HERE = CHANGED_AT.where(col(AuditEvent.subject_id) == col(Occurrence.id)).correlate(Occurrence)
MINE = (
    LISTED.join(OccurrencePerson, col(OccurrencePerson.occurrence_id) == col(Occurrence.id))
    .add_columns(col(OccurrencePerson.part), CHANGED_HERE.scalar_subquery())
    .where(
        col(OccurrencePerson.person_id) == bindparam("person"),
        col(OccurrencePerson.part) != Part.SUBSTITUTE,
        col(Occurrence.planned),
        col(Occurrence.ends_at) > bindparam("since"),
    )
    .order_by(col(Occurrence.starts_at), col(Occurrence.id))
)
READER = (
    select(col(Person.id), col(Person.team_id), col(CalendarFeed.made_at))
    .join(CalendarFeed, col(CalendarFeed.person_id) == col(Person.id))
    .where(col(CalendarFeed.secret_hash) == bindparam("secret"), col(Person.active))
)


@dataclass(frozen=True, slots=True)
class CalendarOccurrence:
    """An occurrence in somebody's calendar, and what they are on it; `changed_at` is None where nobody has noted it."""

    occurrence: Listed
    part: Part | None
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Reader:
    person_id: int
    team_id: str
    made_at: datetime


def of_person(session: Session, person_id: int, since: datetime) -> list[CalendarOccurrence]:
    """All that ends after `since`, also what is cancelled or reported."""
    rows = session.connection().execute(MINE, {"person": person_id, "since": since})
    return [CalendarOccurrence(Listed(*listed), part, changed_at) for *listed, part, changed_at in rows]


def changed_at(session: Session, occurrence_id: int) -> datetime | None:
    asked = CHANGED_AT.where(col(AuditEvent.subject_id) == occurrence_id)
    at: datetime | None = session.connection().execute(asked).scalar()
    return at


def reader(session: Session, secret_hash: str) -> Reader | None:
    """None also for those who have left."""
    row = session.connection().execute(READER, {"secret": secret_hash}).first()
    return Reader(*row) if row else None


def made_at(session: Session, person_id: int) -> datetime | None:
    """When the person's address was made, if they have one."""
    feed = session.get(CalendarFeed, person_id, populate_existing=True)
    return feed.made_at if feed else None


def renew(session: Session, person_id: int, secret_hash: str, now: datetime) -> None:
    """An address that was there before is no more."""
    session.merge(CalendarFeed(person_id=person_id, secret_hash=secret_hash, made_at=now))
    session.flush()


def close(session: Session, person_id: int) -> None:
    session.connection().execute(delete(CalendarFeed).where(col(CalendarFeed.person_id) == person_id))


def as_busy(session: Session, person_id: int) -> bool:
    found = session.get(Preference, (person_id, AS_BUSY), populate_existing=True)
    return bool(found and found.value)


def set_as_busy(session: Session, person_id: int, wanted: bool) -> None:
    session.merge(Preference(person_id=person_id, name=AS_BUSY, value=wanted))
    session.flush()
