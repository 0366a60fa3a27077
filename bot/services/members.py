"""The people of a coordinator's municipalities: what they may do and are responsible as, from when and until when."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import FieldErrors, Gone, NotAllowed
from bot.domain.permissions import GIVEN, Action, Actor
from bot.domain.words import Role
from bot.services import reminders
from bot.services.people import NOT_GIVEN
from bot.views.members import Giving
from storage import access, members, records
from storage.members import Granted, Member
from storage.models import RoleGrant

SHOWN = 20
NOT_HERE = "Du kan bara ändra i dina egna kommuner. Inget är ändrat."


@dataclass(frozen=True, slots=True)
class Listing:
    """`after` is how many come before those that are not here yet; None when these are the last."""

    members: list[Member]
    after: int | None


@dataclass(frozen=True, slots=True)
class Changeable:
    """`may_end` are the keys of what the actor may end; `places` are where the actor may give more."""

    member: Member
    may_end: frozenset[str]
    places: list[tuple[int, str]]


def listing(session: Session, actor: Actor, now: datetime, *, skip: int = 0) -> Listing:
    """Raises NotAllowed."""
    found = members.members(session, _places(actor), local_day(now))
    return Listing(found[skip : skip + SHOWN], skip + SHOWN if len(found) > skip + SHOWN else None)


def changeable(session: Session, actor: Actor, person_id: int, now: datetime) -> Changeable:
    """Raises NotAllowed, or Gone when they have left."""
    places = _places(actor)
    found = _member(session, person_id, now)
    mine = {given.key for given in found.given if _may_end(session, actor, members.find(session, given.key))}
    return Changeable(found, frozenset(mine), access.municipalities(session, places))


def give(session: Session, actor: Actor, person_id: int, giving: Giving, now: datetime) -> Member:
    """Raises NotAllowed, Gone and FieldErrors."""
    place = giving.municipality_id
    if not actor.may(Action.ADD_PEOPLE, place):
        raise NotAllowed(NOT_HERE)
    _check(giving, local_day(now))
    _member(session, person_id, now)
    if giving.role:
        members.grant(session, person_id, giving.role, place, giving.first, giving.last)
    if giving.function:
        members.hold_function(session, person_id, giving.function, place, giving.first, giving.last)
    records.audit(
        session, now, actor.person_id, "give", "person", person_id,
        role=giving.role, function=giving.function, municipality=place, first=str(giving.first),
        last=str(giving.last) if giving.last else None,
    )  # fmt: skip
    if giving.role is Role.COORDINATOR:
        reminders.replan_places(session, [place], now)
    return _member(session, person_id, now)


def end(session: Session, actor: Actor, key: str, now: datetime) -> Changeable:
    """Yesterday was its last day. Raises NotAllowed, or Gone when it has ended already."""
    row = members.find(session, key)
    if row is None or (row.valid_to and row.valid_to < local_day(now)):
        raise Gone("Det har redan upphört, så inget är ändrat.")
    if not _may_end(session, actor, row):
        raise NotAllowed(NOT_HERE)
    places = members.municipalities_of(session, row)
    members.end(session, row, local_day(now))
    subject = "role_grant" if isinstance(row, RoleGrant) else "function_holder"
    records.audit(session, now, actor.person_id, "end", subject, row.id)
    if isinstance(row, RoleGrant) and row.role is Role.COORDINATOR:
        reminders.replan_places(session, places, now)
    return changeable(session, actor, row.person_id, now)


def _places(actor: Actor) -> list[int]:
    places = actor.municipalities(Action.ADD_PEOPLE)
    if not places:
        raise NotAllowed("Bara samordnaren ser och ändrar vilka som är med. Inget är ändrat.")
    return places


def _member(session: Session, person_id: int, now: datetime) -> Member:
    found = members.member(session, person_id, local_day(now))
    if found is None:
        raise Gone("Personen har lämnat, så inget är ändrat.")
    return found


def _may_end(session: Session, actor: Actor, row: Granted | None) -> bool:
    """What holds in many municipalities takes the right to all of them."""
    return row is not None and all(
        actor.may(Action.ADD_PEOPLE, place) for place in members.municipalities_of(session, row)
    )


def _check(giving: Giving, today: date) -> None:
    if not (giving.role or giving.function):
        raise FieldErrors({"role": "Välj behörighet, funktion eller båda."})
    if giving.role and giving.role not in GIVEN:
        raise NotAllowed(NOT_GIVEN)
    if giving.first < today:
        raise FieldErrors({"first": "Dagen har redan varit. Välj i dag eller senare."})
    if giving.last and giving.last < giving.first:
        raise FieldErrors({"last": "Sista dagen kan inte vara före den första."})
