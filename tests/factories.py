"""Rows for tests: few, small, and named after who they stand for."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from sqlmodel import Session

from bot.domain.calendar import to_utc
from bot.domain.permissions import Actor
from bot.domain.words import AgreementKind, AgreementState, Form, Part, Role
from bot.services.people import actor
from storage.models import (
    Activity,
    ActivityPerson,
    Agreement,
    FocusArea,
    Municipality,
    Occurrence,
    OccurrencePerson,
    Person,
    PoliceArea,
    RoleGrant,
)

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)  # a Friday, 10.00 in Stockholm
TEAM = "T1"


def stockholm(day: int, hour: int, minute: int = 0, *, month: int = 11, year: int = 2026) -> datetime:
    return to_utc(datetime(year, month, day, hour, minute))


def municipality(session: Session, name: str = "Hofors") -> Municipality:
    area = PoliceArea(key=f"area-{name}", name=f"Lokalpolisområde {name}")
    session.add(area)
    session.flush()
    row = Municipality(key=name, name=name, prefix=name[:3].upper(), police_area_id=area.id)
    session.add(row)
    session.flush()
    return row


def person(session: Session, user: str, *roles: Role, place: Municipality | None = None) -> Person:
    """Without a place, the roles hold everywhere."""
    row = Person(team_id=TEAM, user_id=user, added_at=NOW)
    session.add(row)
    session.flush()
    where = place.id if place else None
    session.add_all(
        RoleGrant(person_id=row.id, role=role, municipality_id=where, valid_from=date(2026, 1, 1)) for role in roles
    )
    session.flush()
    return row


def acting(session: Session, who: Person, now: datetime = NOW) -> Actor:
    return actor(session, who.team_id, who.user_id, now)


def activity(
    session: Session,
    place: Municipality,
    *people: tuple[Person, Part],
    form: Form = Form.DATED,
    kind: str = "trygghetsvandring",
    protected: bool = False,
) -> Activity:
    """In a current agreement of its own."""
    area = FocusArea(agreement_id=agreement(session).id, position=1, title="Trygghet")
    session.add(area)
    session.flush()
    row = Activity(
        focus_area_id=area.id, municipality_id=place.id, key=kind, title="Trygga kvällar", kind=kind, form=form,
        protected=protected, place="Hofors centrum",
    )  # fmt: skip
    session.add(row)
    session.flush()
    session.add_all(ActivityPerson(activity_id=row.id, person_id=who.id, part=part) for who, part in people)
    session.flush()
    return row


def agreement(session: Session) -> Agreement:
    row = Agreement(
        key=str(uuid4()), kind=AgreementKind.CITIZEN_PROMISE, state=AgreementState.CURRENT, title="Medborgarlöfte",
        period_start=date(2026, 1, 1), period_end=date(2026, 12, 31), basis=[], questions=[],
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row


def occurrence(
    session: Session,
    of: Activity,
    *people: tuple[Person, Part],
    starts: datetime | None = None,
    length: timedelta = timedelta(hours=2),
) -> Occurrence:
    """Without `starts`: Tuesday 24 November 18–20."""
    begins = starts or stockholm(24, 18)
    row = Occurrence(activity_id=of.id, starts_at=begins, ends_at=begins + length, place=of.place)
    session.add(row)
    session.flush()
    session.add_all(OccurrencePerson(occurrence_id=row.id, person_id=who.id, part=part) for who, part in people)
    session.flush()
    return row
