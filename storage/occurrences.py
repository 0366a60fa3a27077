"""Occurrences with what there is to say about them, as plain rows."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, case, insert, or_, select, update
from sqlmodel import Session, col

from bot.domain.words import Form, OccurrenceState, Part
from storage.models import Activity, FocusArea, Municipality, Occurrence, OccurrencePerson, Person


class Listed(NamedTuple):
    """An occurrence and the activity, agreement and municipality that it belongs to."""

    id: int
    starts_at: datetime
    ends_at: datetime
    label: str | None
    place: str | None
    state: OccurrenceState
    sequence: int
    planned: bool
    activity_id: int
    title: str
    kind: str
    form: Form
    protected: bool
    agreement_id: int
    municipality_id: int
    municipality: str
    prefix: str


@dataclass(frozen=True, slots=True)
class Named:
    """A person on an occurrence."""

    person_id: int
    team_id: str
    user_id: str
    part: Part


@dataclass(frozen=True, slots=True)
class Staffed:
    """An occurrence and everyone named on it, the lead first."""

    occurrence: Listed
    named: Sequence[Named]

    def has(self, person_id: int) -> bool:
        return any(person.person_id == person_id for person in self.named)

    def others(self, person_id: int | None) -> list[Named]:
        return [person for person in self.named if person.person_id != person_id]


LISTED: Select[*tuple[Any, ...]] = (
    select(
        col(Occurrence.id), col(Occurrence.starts_at), col(Occurrence.ends_at), col(Occurrence.label),
        col(Occurrence.place), col(Occurrence.state), col(Occurrence.sequence), col(Occurrence.planned),
        col(Activity.id), col(Activity.title), col(Activity.kind), col(Activity.form), col(Activity.protected),
        col(FocusArea.agreement_id), col(Municipality.id), col(Municipality.name), col(Municipality.prefix),
    )
    .select_from(Occurrence)
    .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
    .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
    .join(Municipality, col(Municipality.id) == col(Activity.municipality_id))
)  # fmt: skip
# What has a time is next by its beginning; what only has to be done before a day, by that day.
NEXT_AT = case((col(Activity.form) == Form.DATED, col(Occurrence.starts_at)), else_=col(Occurrence.ends_at))
MINE = LISTED.join(OccurrencePerson, col(OccurrencePerson.occurrence_id) == col(Occurrence.id)).where(
    col(OccurrencePerson.person_id) == bindparam("person"), col(Occurrence.state) == OccurrenceState.PLANNED
)
ONE = LISTED.where(col(Occurrence.id) == bindparam("occurrence"))
HELD = ONE.with_for_update(of=Occurrence)
UPCOMING = MINE.where(col(Occurrence.starts_at) > bindparam("now")).order_by(
    col(Occurrence.starts_at), col(Occurrence.id)
)
NAMED = (
    select(col(Person.id), col(Person.team_id), col(Person.user_id), col(OccurrencePerson.part))
    .join(OccurrencePerson, col(OccurrencePerson.person_id) == col(Person.id))
    .where(col(OccurrencePerson.occurrence_id) == bindparam("occurrence"))
    .order_by(col(OccurrencePerson.part), col(Person.id))
)
OPEN = (
    LISTED.where(col(Occurrence.state) == OccurrenceState.PLANNED, col(Occurrence.ends_at) > bindparam("since"))
    .order_by(col(Occurrence.id))
    .with_for_update(of=Occurrence)
)
PARTS = (
    select(col(OccurrencePerson.occurrence_id), col(OccurrencePerson.person_id), col(OccurrencePerson.part))
    .where(col(OccurrencePerson.occurrence_id).in_(bindparam("occurrences", expanding=True)))
    .order_by(col(OccurrencePerson.occurrence_id), col(OccurrencePerson.person_id))
)
STARTS = select(col(Occurrence.activity_id), col(Occurrence.starts_at)).where(
    col(Occurrence.activity_id).in_(bindparam("activities", expanding=True)),
    col(Occurrence.planned),
    col(Occurrence.state) != OccurrenceState.CANCELLED,
)


def find(session: Session, occurrence_id: int) -> Listed | None:
    row = session.connection().execute(ONE, {"occurrence": occurrence_id}).first()
    return Listed(*row) if row else None


def hold(session: Session, occurrence_id: int) -> Listed | None:
    """Nobody else changes it until this transaction ends. (SQLite has one writer, and needs no lock.)"""
    row = session.connection().execute(HELD, {"occurrence": occurrence_id}).first()
    return Listed(*row) if row else None


def upcoming(session: Session, person_id: int, now: datetime, limit: int) -> list[Listed]:
    return _listed(session, UPCOMING.limit(limit), person=person_id, now=now)


def planned_in(
    session: Session, municipality_ids: Sequence[int], now: datetime, limit: int, *, skip: int = 0
) -> list[Listed]:
    """What is planned and not over in these municipalities, the next first."""
    statement = (
        LISTED.where(
            col(Activity.municipality_id).in_(municipality_ids),
            col(Occurrence.state) == OccurrenceState.PLANNED,
            col(Occurrence.ends_at) > now,
        )
        .order_by(NEXT_AT, col(Occurrence.id))
        .offset(skip)
        .limit(limit)
    )
    return _listed(session, statement)


def named(session: Session, occurrence_id: int) -> list[Named]:
    """Everyone on it: the lead first, then participants and substitutes."""
    return [Named(*row) for row in session.connection().execute(NAMED, {"occurrence": occurrence_id})]


def open_of_activity(session: Session, activity_id: int, since: datetime) -> list[Listed]:
    """Those that wait for a report and ended after `since` or will; nobody else changes them meanwhile."""
    return _listed(session, OPEN.where(col(Activity.id) == activity_id), since=since)


def open_of_people(
    session: Session, person_ids: Collection[int], municipality_ids: Collection[int], since: datetime
) -> list[Listed]:
    """As `open_of_activity`, of what any of the people is named on, and of what is in the municipalities."""
    theirs = select(col(OccurrencePerson.occurrence_id)).where(col(OccurrencePerson.person_id).in_(person_ids))
    about = or_(col(Occurrence.id).in_(theirs), col(Municipality.id).in_(municipality_ids))
    return _listed(session, OPEN.where(about), since=since)


def parts(session: Session, occurrence_ids: Collection[int]) -> dict[int, list[tuple[int, Part]]]:
    """Ids of people and what they are, by occurrence."""
    found: dict[int, list[tuple[int, Part]]] = {occurrence_id: [] for occurrence_id in occurrence_ids}
    for occurrence_id, person_id, part in session.connection().execute(PARTS, {"occurrences": list(found)}):
        found[occurrence_id].append((person_id, part))
    return found


def starts(session: Session, activity_ids: Collection[int]) -> dict[int, list[datetime]]:
    """When all that was ever planned begins, by activity, also what is over."""
    found: dict[int, list[datetime]] = {activity_id: [] for activity_id in activity_ids}
    for activity_id, starts_at in session.connection().execute(STARTS, {"activities": list(found)}):
        found[activity_id].append(starts_at)
    return found


def add(session: Session, rows: Sequence[Occurrence], people: Iterable[tuple[int, Part]]) -> None:
    """The same people are named on each of them."""
    session.add_all(rows)
    session.flush()
    named = [
        {"occurrence_id": row.id, "person_id": person_id, "part": part} for person_id, part in people for row in rows
    ]
    if named:
        session.connection().execute(insert(OccurrencePerson), named)


def move(session: Session, moved: Listed, entered_late_at: datetime | None) -> None:
    """Saves when, where, and the sequence."""
    _change(
        session,
        moved.id,
        starts_at=moved.starts_at,
        ends_at=moved.ends_at,
        label=moved.label,
        place=moved.place,
        sequence=moved.sequence,
        entered_late_at=entered_late_at,
    )


def entered_late(session: Session, occurrence_ids: Collection[int]) -> dict[int, datetime]:
    """Those that were over when they were planned or moved, and when that was."""
    statement = select(col(Occurrence.id), col(Occurrence.entered_late_at)).where(
        col(Occurrence.id).in_(occurrence_ids), col(Occurrence.entered_late_at).is_not(None)
    )
    return {id_: at for id_, at in session.connection().execute(statement) if at}


def cancel(session: Session, occurrence_id: int, reason: str) -> None:
    _change(session, occurrence_id, state=OccurrenceState.CANCELLED, cancel_reason=reason)


def _change(session: Session, occurrence_id: int, **values: Any) -> None:
    session.exec(update(Occurrence).where(col(Occurrence.id) == occurrence_id).values(**values))


def _listed(session: Session, statement: Select[*tuple[Any, ...]], **values: Any) -> list[Listed]:
    rows: Sequence[Any] = session.connection().execute(statement, values).all()
    return [Listed(*row) for row in rows]
