"""Bringing in somebody whom a coordinator has picked, or found by e-mail; the address itself is kept nowhere."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import UserError
from bot.domain.permissions import Actor
from bot.domain.words import Purpose, RequestState
from bot.services import giving as giver
from bot.views import invitations as views
from bot.views.giving import Giving, Offered
from storage import access, members, outbox, people, records
from storage.members import Member
from storage.models import Person

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
    """Raises NotAllowed."""
    known = people.by_slack_id(session, whom.team_id, whom.user_id)
    member = members.member(session, known.id, local_day(now)) if known else None
    return Invitable(member, giver.offered(session, actor))


def invite(session: Session, actor: Actor, whom: Colleague, giving: Giving, now: datetime) -> Member:
    """A new person, one who had left, or one who gets more; who had asked to be added has their answer in this.

    Raises NotAllowed and FieldErrors.
    """
    person = _person(session, actor, whom, now)
    before = members.member(session, person.id, local_day(now))
    giver.give(session, actor, person, giving, now)
    _answer_request(session, actor, whom, now)
    member = members.member(session, person.id, local_day(now))
    if before is None or member is None:
        raise RuntimeError("a person was lost in the transaction that added them")
    given = replace(member, given=[one for one in member.given if one not in before.given])
    if given.given:
        notice = views.notice(given, actor.user_id, giving.roles, now)
        key = f"invited:{person.id}:{now.isoformat()}"
        outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=now, person_id=person.id, payload=notice)
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


def _answer_request(session: Session, actor: Actor, whom: Colleague, now: datetime) -> None:
    waiting = access.waiting_of(session, whom.team_id, whom.user_id)
    if waiting and access.settle(session, waiting.id, RequestState.ACCEPTED, actor.person_id, now):
        access.close_questions(session, waiting.id, views.answered(whom.user_id, actor.user_id), now)
