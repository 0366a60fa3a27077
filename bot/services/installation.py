"""What a new installation begins with: its first administrator, and the steps that they are led through."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.domain.calendar import local_day
from bot.domain.errors import NotAllowed
from bot.domain.first_steps import FirstStep, FirstSteps
from bot.domain.permissions import Action, Actor
from bot.domain.words import Purpose, Role
from bot.views import first_steps as views
from bot.views.first_steps import NewMunicipality
from storage import agreement_rows, outbox, people, records
from storage import first_steps as stored
from storage.models import Municipality, Person, RoleGrant

ONLY_ADMINISTRATORS = "De första stegen är till för administratören. Inget är ändrat."


def ensure_administrator(session: Session, team_id: str, user_id: str, now: datetime) -> None:
    """Somebody has to add the others, and is told how to begin. Whoever has or had the role is left as they are."""
    person = people.by_slack_id(session, team_id, user_id)
    if person is None:
        person = Person(team_id=team_id, user_id=user_id, added_at=now)
        session.add(person)
        session.flush()
    held = select(RoleGrant).where(RoleGrant.person_id == person.id, col(RoleGrant.role) == Role.ADMINISTRATOR)
    if session.exec(held).first() is None:
        session.add(RoleGrant(person_id=person.id, role=Role.ADMINISTRATOR, valid_from=local_day(now)))
        records.audit(session, now, None, "first_administrator", "person", person.id)
        notice = views.message_of(FirstSteps(stored.setup(session, person.id)))
        key = f"first_steps:{person.id}"
        outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=now, person_id=person.id, payload=notice)


def first_steps(session: Session, actor: Actor) -> FirstSteps:
    """Raises NotAllowed."""
    require_administrator(actor)
    return FirstSteps(stored.setup(session, actor.person_id), stored.left(session, actor.person_id))


def first_steps_ahead(session: Session, actor: Actor) -> FirstSteps | None:
    """None for everybody else, and when they are over."""
    if not actor.may_everywhere(Action.SET_UP):
        return None
    found = first_steps(session, actor)
    return None if found.are_over else found


def leave_step(session: Session, actor: Actor, step: FirstStep) -> FirstSteps:
    """It can be taken up again. Raises NotAllowed."""
    require_administrator(actor)
    stored.save_left(session, actor.person_id, {*stored.left(session, actor.person_id), step})
    return first_steps(session, actor)


def resume_step(session: Session, actor: Actor, step: FirstStep) -> FirstSteps:
    """Raises NotAllowed."""
    require_administrator(actor)
    stored.save_left(session, actor.person_id, stored.left(session, actor.person_id) - {step})
    return first_steps(session, actor)


def add_municipality(session: Session, actor: Actor, new: NewMunicipality, now: datetime) -> Municipality:
    """Without an agreement yet. One that is there already is only put in its police area. Raises NotAllowed."""
    require_administrator(actor)
    area = agreement_rows.ensure_police_area(session, new.police_area) if new.police_area else None
    row = agreement_rows.ensure_municipality(session, new.name, area)
    records.audit(session, now, actor.person_id, "add", "municipality", row.id)
    return row


def require_administrator(actor: Actor) -> None:
    """Raises NotAllowed."""
    if not actor.may_everywhere(Action.SET_UP):
        raise NotAllowed(ONLY_ADMINISTRATORS)
