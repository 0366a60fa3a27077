"""What a new installation begins with."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.domain.calendar import local_day
from bot.domain.words import Role
from storage import people, records
from storage.models import Person, RoleGrant


def ensure_administrator(session: Session, team_id: str, user_id: str, now: datetime) -> None:
    """Somebody has to add the others. Whoever has or had the role already is left as they are."""
    person = people.by_slack_id(session, team_id, user_id)
    if person is None:
        person = Person(team_id=team_id, user_id=user_id, added_at=now)
        session.add(person)
        session.flush()
    held = select(RoleGrant).where(RoleGrant.person_id == person.id, col(RoleGrant.role) == Role.ADMINISTRATOR)
    if session.exec(held).first() is None:
        session.add(RoleGrant(person_id=person.id, role=Role.ADMINISTRATOR, valid_from=local_day(now)))
        records.audit(session, now, None, "first_administrator", "person", person.id)
