"""Bringing in somebody whom a coordinator has picked, or found by e-mail; the address itself is kept nowhere."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import UserError
from bot.domain.permissions import Actor
from bot.domain.words import Purpose
from bot.services import giving as giver
from bot.services import people as asking
from bot.views import invitations as views
from bot.views.giving import Giving, Offered
from storage import access, members, outbox, people, records
from storage.members import Member
from storage.models import AccessRequest, Person

NO_MUNICIPALITY = "Det finns ingen kommun att bjuda in till än, så inget är ändrat. Lägg in en kommun först."


@dataclass(frozen=True, slots=True)
class Colleague:
    """A Slack user, of whatever organisation."""

    team_id: str
    user_id: str


@dataclass(frozen=True, slots=True)
class Invitable:
    """`known` is what they are and have already, if they are with us."""

    known: Member | None
    offered: Offered


def require_inviter(actor: Actor) -> None:
    """Raises NotAllowed, and UserError where there is no municipality yet."""
    if actor.everywhere and not actor.roles:
        raise UserError(NO_MUNICIPALITY)
    giver.giver_in(actor)


def invitable(session: Session, actor: Actor, whom: Colleague, now: datetime) -> Invitable:
    """Raises NotAllowed, and UserError where there is no municipality yet."""
    require_inviter(actor)
    known = people.by_slack_id(session, whom.team_id, whom.user_id)
    member = members.member(session, known.id, local_day(now)) if known else None
    return Invitable(member, giver.offered(session, actor))


def invite(
    session: Session, actor: Actor, whom: Colleague, giving: Giving, now: datetime, *, request_id: int | None = None
) -> Member:
    """A new person, one who had left, or one who gets more. Who had asked to be added has their answer in this.

    Raises NotAllowed, FieldErrors, and Gone when somebody has answered that request already.
    """
    request = _accepted(session, actor, whom, request_id, now)
    person = _person(session, actor, whom, now)
    before = _member(session, person, now)
    giver.give(session, actor, person, giving, now)
    member = _member(session, person, now)
    given = replace(member, given=[one for one in member.given if one not in before.given])
    if request:
        access.close_questions(session, request.id, views.answered(given, actor.user_id, now), now)
    if given.given:
        notice = views.notice(given, actor.user_id, giving.roles, request.asked_at if request else None, now)
        key = f"invited:{person.id}:{now.isoformat()}"
        outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=now, person_id=person.id, payload=notice)
    return member


def _accepted(
    session: Session, actor: Actor, whom: Colleague, request_id: int | None, now: datetime
) -> AccessRequest | None:
    """The request that this answers, if there is one."""
    waiting = None if request_id else access.waiting_of(session, whom.team_id, whom.user_id)
    answered = request_id or (waiting.id if waiting else None)
    return asking.accept(session, actor, answered, now) if answered else None


def _member(session: Session, person: Person, now: datetime) -> Member:
    member = members.member(session, person.id, local_day(now))
    if member is None:
        raise RuntimeError("a person was lost in the transaction that added them")
    return member


def _person(session: Session, actor: Actor, whom: Colleague, now: datetime) -> Person:
    known = people.by_slack_id(session, whom.team_id, whom.user_id)
    if known and known.active:
        return known
    person = known or Person(
        team_id=whom.team_id,
        user_id=whom.user_id,
        external=(whom.team_id == actor.team_id) is actor.external,
        added_by_id=actor.person_id,
        added_at=now,
    )
    person.active, person.leaves_on, person.successor_id = True, None, None
    session.add(person)
    session.flush()
    records.audit(session, now, actor.person_id, "add", "person", person.id)
    return person
