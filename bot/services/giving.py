"""Giving somebody roles, a function and a party, in one or more places, from day to day."""

from datetime import date, datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import FieldErrors, NotAllowed
from bot.domain.permissions import GIVEN, Action, Actor
from bot.domain.places import Place
from bot.domain.words import Role
from bot.services import reminders
from bot.views.giving import Giving, Offered
from storage import access, members, places, records
from storage.models import Person

NOT_HERE = "Du kan bara ändra i dina egna kommuner. Inget är ändrat."
NOT_GIVEN = "Den behörigheten ges inte här, bara av den som driver boten. Inget är ändrat."
ONLY_COORDINATORS = "Bara samordnaren ser och ändrar vilka som är med. Inget är ändrat."


def giver_in(actor: Actor) -> list[int]:
    """The municipalities where the actor may. Raises NotAllowed."""
    found = actor.municipalities(Action.ADD_PEOPLE)
    if not found:
        raise NotAllowed(ONLY_COORDINATORS)
    return found


def offered(session: Session, actor: Actor) -> Offered:
    """Raises NotAllowed."""
    here = giver_in(actor)
    areas = places.areas_within(session, here)
    return Offered(areas, access.municipalities(session, here), places.parties_in(session, here))


def give(session: Session, actor: Actor, person: Person, giving: Giving, now: datetime) -> None:
    """Raises NotAllowed and FieldErrors."""
    covered = [town for place in giving.places for town in _covered(session, actor, place)]
    _check(giving, person, local_day(now))
    for place in giving.places:
        _give_at(session, person.id, giving, place)
    person.party_id = giving.party_id
    session.add(person)
    records.audit(
        session, now, actor.person_id, "give", "person", person.id,
        roles=list(giving.roles), function=giving.function, places=[place.key for place in giving.places],
        party=giving.party_id, first=str(giving.first), last=str(giving.last) if giving.last else None,
    )  # fmt: skip
    session.flush()
    if Role.COORDINATOR in giving.roles:
        reminders.replan_places(session, covered, now)


def _give_at(session: Session, person_id: int, giving: Giving, place: Place) -> None:
    for role in giving.roles:
        members.grant(session, person_id, role, place, giving.first, giving.last)
    if giving.function:
        members.hold_function(session, person_id, giving.function, place, giving.first, giving.last)


def _covered(session: Session, actor: Actor, place: Place) -> list[int]:
    """A police area takes the right to all of it. Raises NotAllowed."""
    towns = places.municipalities_of(session, place)
    if not towns or not all(actor.may(Action.ADD_PEOPLE, town) for town in towns):
        raise NotAllowed(NOT_HERE)
    return towns


def _check(giving: Giving, person: Person, today: date) -> None:
    if not (giving.roles or giving.function or giving.party_id != person.party_id):
        raise FieldErrors({"role": "Välj behörighet, funktion eller båda."})
    if not set(giving.roles) <= set(GIVEN):
        raise NotAllowed(NOT_GIVEN)
    if giving.first < today:
        raise FieldErrors({"first": "Dagen har redan varit. Välj i dag eller senare."})
    if giving.last and giving.last < giving.first:
        raise FieldErrors({"last": "Sista dagen kan inte vara före den första."})
