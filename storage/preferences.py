"""How each person wants to be told, and when they are away. Who has said nothing has the defaults of `Manners`."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import and_, bindparam, delete, insert, select, union
from sqlmodel import Session, col

from bot.domain.calendar import STOCKHOLM
from bot.domain.manners import Away, Manners, Wants
from bot.domain.words import OccurrenceState
from storage.models import Absence, Activity, ActivityPerson, Occurrence, OccurrencePerson, Person, Preference

OWN = ("quiet_from", "quiet_to", "work_from", "work_to", "workdays", "works_red_days", "muted", "wants")
"""The rows of a person's preferences are named as the fields of `Manners`."""

CHOSEN = (
    select(col(Person.id), col(Person.time_zone), col(Preference.name), col(Preference.value))
    .outerjoin(Preference, and_(col(Preference.person_id) == col(Person.id), col(Preference.name).in_(OWN)))
    .where(col(Person.id).in_(bindparam("people", expanding=True)))
)
AWAY = (
    select(col(Absence.person_id), col(Absence.starts_on), col(Absence.ends_on), col(Absence.substitute_id))
    .where(col(Absence.person_id).in_(bindparam("people", expanding=True)), col(Absence.ends_on) >= bindparam("today"))
    .order_by(col(Absence.starts_on), col(Absence.id))
)
INSERT = insert(Preference)
ON_ACTIVITIES = (
    select(col(Activity.kind))
    .join(ActivityPerson, col(ActivityPerson.activity_id) == col(Activity.id))
    .where(col(ActivityPerson.person_id) == bindparam("person"))
)
ON_OCCURRENCES = (
    select(col(Activity.kind))
    .join(Occurrence, col(Occurrence.activity_id) == col(Activity.id))
    .join(OccurrencePerson, col(OccurrencePerson.occurrence_id) == col(Occurrence.id))
    .where(col(OccurrencePerson.person_id) == bindparam("person"), col(Occurrence.state) == OccurrenceState.PLANNED)
)
KINDS = union(ON_ACTIVITIES, ON_OCCURRENCES)


def manners_of(session: Session, person_ids: Collection[int], today: date) -> dict[int, Manners]:
    """Of everyone asked for, in two statements; absences that are over are left out."""
    people = list(set(person_ids))
    away: dict[int, list[Away]] = {}
    for person_id, first, last, substitute_id in session.connection().execute(AWAY, {"people": people, "today": today}):
        away.setdefault(person_id, []).append(Away(first, last, substitute_id))
    zones: dict[int, str] = {}
    chosen: dict[int, dict[str, Any]] = {}
    for person_id, zone, name, value in session.connection().execute(CHOSEN, {"people": people}):
        zones[person_id] = zone
        chosen.setdefault(person_id, {}).update({name: value} if name else {})
    return {one: _manners(zones.get(one), chosen.get(one, {}), away.get(one, ())) for one in people}


def save(session: Session, person_id: int, manners: Manners) -> None:
    """All but the zone, which comes from Slack, and the absences, which are rows of their own."""
    mine = delete(Preference).where(col(Preference.person_id) == person_id, col(Preference.name).in_(OWN))
    session.connection().execute(mine)
    rows = [{"person_id": person_id, "name": name, "value": _stored(getattr(manners, name))} for name in OWN]
    session.connection().execute(INSERT, rows)


def kinds_of(session: Session, person_id: int) -> set[str]:
    """The kinds of what the person is responsible for or named on."""
    return set(session.connection().execute(KINDS, {"person": person_id}).scalars())


def zone_of(name: str | None) -> ZoneInfo | None:
    """None for what is not the name of a zone that this machine knows."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):  # unknown; a path; a folder of zones
        return None


def _manners(zone: str | None, chosen: Mapping[str, Any], away: Iterable[Away]) -> Manners:
    values = {name: _read(name, value) for name, value in chosen.items()}
    return Manners(zone=zone_of(zone) or STOCKHOLM, away=tuple(away), **values)


def _read(name: str, value: Any) -> Any:
    match name:
        case "quiet_from" | "quiet_to" | "work_from" | "work_to":
            return time.fromisoformat(value)
        case "workdays" | "muted":
            return frozenset(value)
        case "wants":
            return Wants(value)
    return value


def _stored(value: Any) -> Any:
    """As JSON; sets sorted, so that the same choice is the same text."""
    if isinstance(value, time):
        return value.isoformat("minutes")
    return sorted(value) if isinstance(value, frozenset) else value
