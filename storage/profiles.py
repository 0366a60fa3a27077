"""Where people are, as their profiles in Slack say; and whom Slack has not been asked about today."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import JSON, Select, and_, bindparam, or_, select, text, update
from sqlmodel import Session, col

from storage.models import Person, Preference

ASKED = "profile_asked"
"""Stands among a person's preferences: the day (UTC) on which Slack was last asked about them."""

DAY_ASKED = col(Preference.value)["on"].as_string()
MARK = text(
    "INSERT INTO preference (person_id, name, value) VALUES (:person, :name, :value)"
    " ON CONFLICT (person_id, name) DO UPDATE SET value = excluded.value"
).bindparams(bindparam("value", type_=JSON()))


@dataclass(frozen=True, slots=True)
class Located:
    """`user_id` is Slack's."""

    person_id: int
    user_id: str
    zone: str


def located(session: Session, team_id: str, user_id: str) -> Located | None:
    """Only those who are active."""
    statement = select(col(Person.id), col(Person.user_id), col(Person.time_zone)).where(
        col(Person.team_id) == team_id, col(Person.user_id) == user_id, col(Person.active)
    )
    row = session.connection().execute(statement).first()
    return Located(*row) if row else None


def set_zone(session: Session, person_id: int, zone: str) -> None:
    session.connection().execute(update(Person).where(col(Person.id) == person_id).values(time_zone=zone))


def is_any_unasked(session: Session, today: date) -> bool:
    return session.connection().execute(_unasked(today).limit(1)).first() is not None


def claim(session: Session, today: date, limit: int) -> list[Located]:
    """Those to ask Slack about now, the new ones first; of two processes only one gets each of them today."""
    mine = _unasked(today).limit(limit).with_for_update(of=Person, key_share=True, skip_locked=True)
    found = [Located(*row) for row in session.connection().execute(mine)]
    if found:
        marks = [{"person": one.person_id, "name": ASKED, "value": {"on": today.isoformat()}} for one in found]
        session.connection().execute(MARK, marks)
    return found


def _unasked(today: date) -> Select[*tuple[Any, ...]]:
    return (
        select(col(Person.id), col(Person.user_id), col(Person.time_zone))
        .outerjoin(Preference, and_(col(Preference.person_id) == col(Person.id), col(Preference.name) == ASKED))
        .where(col(Person.active), or_(col(Preference.person_id).is_(None), today.isoformat() > DAY_ASKED))
        .order_by(col(Preference.person_id).is_not(None), col(Person.id))
    )
