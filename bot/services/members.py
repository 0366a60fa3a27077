"""The people of a coordinator's municipalities: what they may do and are responsible as, from when and until when."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import Gone, NotAllowed
from bot.domain.permissions import GIVEN, Action, Actor
from bot.domain.words import Role
from bot.services import giving as giver
from bot.services import reminders
from bot.views.giving import Giving, Offered
from storage import members, records
from storage.members import Granted, Member
from storage.models import Person, RoleGrant

SHOWN = 20


@dataclass(frozen=True, slots=True)
class MemberList:
    """`after` is how many come before those that are not here yet; None when these are the last."""

    members: list[Member]
    after: int | None


@dataclass(frozen=True, slots=True)
class ChangeableMember:
    """`may_end` are the keys of what the actor may end; `offered` is what the actor may give more of."""

    member: Member
    may_end: frozenset[str]
    offered: Offered


def listing(session: Session, actor: Actor, now: datetime, *, skip: int = 0) -> MemberList:
    """Raises NotAllowed."""
    found = members.members(session, giver.giver_in(actor), local_day(now))
    return MemberList(found[skip : skip + SHOWN], skip + SHOWN if len(found) > skip + SHOWN else None)


def changeable(session: Session, actor: Actor, person_id: int, now: datetime) -> ChangeableMember:
    """Raises NotAllowed, or Gone when they have left."""
    offered = giver.offered(session, actor)
    found = _member(session, person_id, now)
    mine = {given.key for given in found.given if _may_end(session, actor, members.find(session, given.key))}
    return ChangeableMember(found, frozenset(mine), offered)


def give(session: Session, actor: Actor, person_id: int, giving: Giving, now: datetime) -> Member:
    """Raises NotAllowed, Gone and FieldErrors."""
    _member(session, person_id, now)
    giver.give(session, actor, session.get_one(Person, person_id), giving, now)
    return _member(session, person_id, now)


def end(session: Session, actor: Actor, key: str, now: datetime) -> ChangeableMember:
    """Yesterday was its last day. Raises NotAllowed, or Gone when it has ended already."""
    row = members.find(session, key, hold=True)
    if row is None or (row.valid_to and row.valid_to < local_day(now)):
        raise Gone("Det har redan upphört, så inget är ändrat.")
    if not _may_end(session, actor, row):
        raise NotAllowed(giver.NOT_HERE)
    places = members.municipalities_of(session, row)
    members.end(session, row, local_day(now))
    subject = "role_grant" if isinstance(row, RoleGrant) else "function_holder"
    records.audit(session, now, actor.person_id, "end", subject, row.id)
    if isinstance(row, RoleGrant) and row.role is Role.COORDINATOR:
        reminders.replan_places(session, places, now)
    return changeable(session, actor, row.person_id, now)


def _member(session: Session, person_id: int, now: datetime) -> Member:
    found = members.member(session, person_id, local_day(now))
    if found is None:
        raise Gone("Personen har lämnat, så inget är ändrat.")
    return found


def _may_end(session: Session, actor: Actor, row: Granted | None) -> bool:
    """What holds in many municipalities takes the right to all of them; an administrator's role, to be one."""
    if row is None:
        return False
    if isinstance(row, RoleGrant) and row.role not in GIVEN:
        return actor.may_everywhere(Action.SET_UP)
    places = members.municipalities_of(session, row)
    return bool(places) and all(actor.may(Action.ADD_PEOPLE, place) for place in places)
