"""Those who asked to be added, those who decide it, and the rows that adding somebody makes."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, or_, text, update
from sqlmodel import Session, col, select

from bot.domain.swedish import sort_key
from bot.domain.words import RequestState, Role
from storage import outbox
from storage.models import AccessRequest, Municipality, Person, RoleGrant
from storage.types import UtcDateTime

DECIDERS = (Role.COORDINATOR, Role.ADMINISTRATOR)
# One open request a person, also when two presses arrive at once.
ASK = text(
    "INSERT INTO access_request (team_id, user_id, external, state, asked_at)"
    " VALUES (:team, :user, :external, 'asked', :now) ON CONFLICT DO NOTHING RETURNING id"
).bindparams(bindparam("now", type_=UtcDateTime()))


def ask(session: Session, team_id: str, user_id: str, external: bool, now: datetime) -> int | None:
    """The new request's id; None when one is waiting already."""
    values = {"team": team_id, "user": user_id, "external": external, "now": now}
    made: int | None = session.connection().execute(ASK, values).scalar()
    return made


def find(session: Session, request_id: int) -> AccessRequest | None:
    return session.get(AccessRequest, request_id, populate_existing=True)


def external_team(session: Session, user_id: str) -> str | None:
    """The team of the only external person with that id."""
    teams = session.exec(select(Person.team_id).where(Person.user_id == user_id, col(Person.external))).all()
    return teams[0] if len(teams) == 1 else None


def waiting_of(session: Session, team_id: str, user_id: str) -> AccessRequest | None:
    return session.exec(
        select(AccessRequest).where(
            AccessRequest.team_id == team_id,
            AccessRequest.user_id == user_id,
            AccessRequest.state == RequestState.ASKED,
        )
    ).first()


def waiting(session: Session) -> list[AccessRequest]:
    """Those that nobody has answered, the oldest first."""
    statement = select(AccessRequest).where(AccessRequest.state == RequestState.ASKED)
    return list(session.exec(statement.order_by(col(AccessRequest.asked_at), col(AccessRequest.id))))


def settle(session: Session, request_id: int, state: RequestState, by_id: int, now: datetime) -> bool:
    """False when somebody answered before: of two answers at once only one counts."""
    result = session.connection().execute(
        update(AccessRequest)
        .where(col(AccessRequest.id) == request_id, col(AccessRequest.state) == RequestState.ASKED)
        .values(state=state, decided_by_id=by_id, decided_at=now)
    )
    return result.rowcount == 1


def deciders(session: Session, today: date) -> list[Person]:
    """Everyone who may add people somewhere: who is asking has no municipality yet."""
    granted = select(RoleGrant.person_id).where(
        col(RoleGrant.role).in_(DECIDERS), RoleGrant.valid_from <= today, _lasts(col(RoleGrant.valid_to), today)
    )
    statement = select(Person).where(col(Person.active), col(Person.id).in_(granted)).order_by(col(Person.id))
    return list(session.exec(statement))


def question_key(request_id: int, person_id: int) -> str:
    return f"access:{request_id}:asked:{person_id}"


def close_questions(session: Session, request_id: int, payload: dict[str, Any], now: datetime) -> None:
    """The questions to all who could decide become `payload`."""
    outbox.replace(session, question_key(request_id, 0).removesuffix("0"), payload, now)


def municipalities(session: Session, ids: Collection[int]) -> list[tuple[int, str]]:
    """Ids and names in Swedish alphabetical order."""
    found: Sequence[Municipality] = session.exec(select(Municipality).where(col(Municipality.id).in_(ids))).all()
    return sorted(((one.id, one.name) for one in found), key=lambda row: sort_key(row[1]))


def _lasts(valid_to: Any, today: date) -> Any:
    return or_(valid_to.is_(None), valid_to >= today)
