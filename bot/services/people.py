"""Who is acting; and asking to be added, being added, being declined."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import Gone, HasLeft, NotAllowed, NotKnown
from bot.domain.permissions import Action, Actor
from bot.domain.words import Purpose, RequestState, Role
from bot.views import people as views
from bot.views.blocks import Message
from bot.views.people import AskedAccess
from storage import access, outbox, people, records
from storage.models import AccessRequest, Person


def actor(session: Session, team_id: str, user_id: str, now: datetime) -> Actor:
    """Raises NotKnown, or HasLeft."""
    found = people.find_actor(session, team_id, user_id, local_day(now))
    if found is None:
        raise _stranger(session, team_id, user_id, now)
    return found


def _stranger(session: Session, team_id: str, user_id: str, now: datetime) -> NotKnown:
    person = people.by_slack_id(session, team_id, user_id)
    if person is None:
        return NotKnown()
    places = people.was_in(session, person.id)
    found = people.with_role_in(session, Role.COORDINATOR, places, local_day(now))
    return HasLeft([one.user_id for one in found])


def visitor(session: Session, team_id: str, user_id: str, now: datetime) -> Actor:
    """Who opened Home: there Slack names the bot's own team, also for those of another. Raises NotKnown."""
    found = people.find_actor(session, team_id, user_id, local_day(now))
    return found or actor(session, access.external_team(session, user_id) or team_id, user_id, now)


def picked(session: Session, actor: Actor, user_id: str) -> Person | None:
    """Somebody whom the actor picked in a menu, where Slack tells the team of nobody; None if we do not know them."""
    found = people.by_slack_id(session, actor.team_id, user_id)
    if found is None and (other := access.external_team(session, user_id)):
        found = people.by_slack_id(session, other, user_id)
    return found if found and found.active else None


def waiting_since(session: Session, team_id: str, user_id: str) -> datetime | None:
    """When somebody unknown asked to be added, if nobody has answered."""
    request = access.waiting_of(session, team_id, user_id)
    return request.asked_at if request else None


def ask(session: Session, team_id: str, user_id: str, now: datetime) -> AskedAccess:
    """To be added. Everyone who may add people gets the question, once however often it is asked."""
    if people.find_actor(session, team_id, user_id, local_day(now)):
        return AskedAccess(known=True)
    deciders = access.deciders(session, local_day(now))
    # Who shares a team with none of them comes from another organisation, through Slack Connect.
    external = bool(deciders) and all(person.team_id != team_id for person in deciders)
    request_id = access.ask(session, team_id, user_id, external, now)
    if request_id is None:
        return AskedAccess(since=waiting_since(session, team_id, user_id))
    records.audit(session, now, None, "ask", "access_request", request_id)
    question = views.question(user_id, request_id, external=external)
    for person in deciders:
        key = access.question_key(request_id, person.id)
        _put(session, key, question, now, Purpose.QUESTION, person_id=person.id)
    return AskedAccess(coordinators=len(deciders))


def requested(session: Session, actor: Actor, request_id: int) -> AccessRequest:
    """One that waits. Raises NotAllowed, and Gone when it is answered."""
    _check_may_decide(actor)
    return _waiting(session, request_id)


def accept(session: Session, actor: Actor, request_id: int, now: datetime) -> AccessRequest:
    """Whoever does gives them something in the same transaction. Raises NotAllowed, and Gone when it is answered."""
    _check_may_decide(actor)
    return _settled(session, actor, request_id, RequestState.ACCEPTED, now)


def decline(session: Session, actor: Actor, request_id: int, now: datetime) -> None:
    """Raises NotAllowed, and Gone when somebody answered first."""
    _check_may_decide(actor)
    request = _settled(session, actor, request_id, RequestState.DECLINED, now)
    records.audit(session, now, actor.person_id, "decline", "access_request", request_id)
    access.close_questions(session, request_id, views.declined_question(request.user_id, actor.user_id), now)
    notice = views.declined_notice(actor.user_id, request.asked_at, now)
    _put(session, f"access:{request_id}:answered", notice, now, Purpose.NOTICE, channel=request.user_id)


def _check_may_decide(actor: Actor) -> None:
    if not (actor.may_anywhere(Action.ADD_PEOPLE) or actor.may_everywhere(Action.ADD_PEOPLE)):
        raise NotAllowed("Bara samordnaren lägger till personer. Inget är ändrat.")


def _waiting(session: Session, request_id: int) -> AccessRequest:
    request = access.find(session, request_id)
    if request is None:
        raise Gone("Den frågan finns inte längre, så inget är ändrat.")
    if request.state is not RequestState.ASKED:
        raise Gone(_answered(session, request))
    return request


def _settled(session: Session, actor: Actor, request_id: int, state: RequestState, now: datetime) -> AccessRequest:
    request = _waiting(session, request_id)
    if not access.settle(session, request_id, state, actor.person_id, now):
        raise Gone("Någon annan svarade nyss, så inget mer är ändrat.")
    return request


def _answered(session: Session, request: AccessRequest) -> str:
    decided = request.decided_by_id
    by = people.people(session, [decided]).get(decided) if decided else None
    who = f" av {views.mention(by.user_id)}" if by else ""
    done = "redan tillagd" if request.state is RequestState.ACCEPTED else "inte tillagd: frågan är redan avslagen"
    return f"{views.mention(request.user_id)} är {done}{who}, så inget mer är ändrat."


def _put(
    session: Session, key: str, message: Message, now: datetime, purpose: Purpose,
    *, person_id: int | None = None, channel: str | None = None,
) -> None:  # fmt: skip
    outbox.put(session, key=key, purpose=purpose, due_at=now, person_id=person_id, channel=channel, payload=message)
