"""Follow-ups that have been made: the newest draft of each period, and what was settled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, bindparam, insert, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.periods import Period
from bot.domain.words import FollowUpState
from storage.models import FollowUpVersion, Municipality, Person


@dataclass(frozen=True, slots=True)
class Version:
    """`made_by` and `settled_by` are Slack user ids."""

    id: int
    municipality_id: int
    place: str
    period: Period
    number: int
    state: FollowUpState
    content: str
    made_by: str
    made_at: datetime
    settled_by: str | None
    settled_at: datetime | None


_settler = aliased(Person)
VERSIONS: Select[*tuple[Any, ...]] = (
    select(
        col(FollowUpVersion.id), col(FollowUpVersion.municipality_id), col(Municipality.name),
        col(FollowUpVersion.first), col(FollowUpVersion.last), col(FollowUpVersion.version),
        col(FollowUpVersion.state), col(FollowUpVersion.content), col(Person.user_id),
        col(FollowUpVersion.made_at), col(_settler.user_id), col(FollowUpVersion.settled_at),
    )
    .join(Municipality, col(Municipality.id) == col(FollowUpVersion.municipality_id))
    .join(Person, col(Person.id) == col(FollowUpVersion.made_by_id))
    .outerjoin(_settler, col(_settler.id) == col(FollowUpVersion.settled_by_id))
    .order_by(col(FollowUpVersion.version).desc())
)  # fmt: skip
ONE = VERSIONS.where(col(FollowUpVersion.id) == bindparam("version"))
OF_PERIOD = VERSIONS.where(
    col(FollowUpVersion.municipality_id) == bindparam("municipality"),
    col(FollowUpVersion.first) == bindparam("first"),
    col(FollowUpVersion.last) == bindparam("last"),
).limit(1)
SETTLED = OF_PERIOD.where(col(FollowUpVersion.state) == FollowUpState.SETTLED)
_draft = (col(FollowUpVersion.id) == bindparam("id_"), col(FollowUpVersion.state) == FollowUpState.DRAFT)
RENEW = (
    update(FollowUpVersion).where(*_draft).values(content=bindparam("new_content"), made_at=bindparam("new_made_at"))
)
SETTLE = (
    update(FollowUpVersion)
    .where(*_draft)
    .values(state=FollowUpState.SETTLED, settled_by_id=bindparam("person"), settled_at=bindparam("now"))
)


def find(session: Session, version_id: int) -> Version | None:
    return _first(session, ONE, version=version_id)


def latest(session: Session, municipality_id: int, period: Period) -> Version | None:
    return _first(session, OF_PERIOD, municipality=municipality_id, first=period.first, last=period.last)


def settled(session: Session, municipality_id: int, period: Period) -> Version | None:
    """The latest that is."""
    return _first(session, SETTLED, municipality=municipality_id, first=period.first, last=period.last)


def add(
    session: Session, municipality_id: int, period: Period, number: int, content: str, person_id: int, now: datetime
) -> None:
    """A draft."""
    row = {
        "municipality_id": municipality_id, "first": period.first, "last": period.last, "version": number,
        "state": FollowUpState.DRAFT, "content": content, "made_by_id": person_id, "made_at": now,
    }  # fmt: skip
    session.connection().execute(insert(FollowUpVersion), row)


def renew(session: Session, version_id: int, content: str, made_at: datetime) -> None:
    """Of a draft."""
    values = {"id_": version_id, "new_content": content, "new_made_at": made_at}
    session.connection().execute(RENEW, values)


def settle(session: Session, version_id: int, person_id: int, now: datetime) -> bool:
    """False when somebody was first."""
    values = {"id_": version_id, "person": person_id, "now": now}
    return session.connection().execute(SETTLE, values).rowcount == 1


def _first(session: Session, statement: Select[*tuple[Any, ...]], **values: int | date) -> Version | None:
    rows: Iterable[Any] = session.connection().execute(statement, values)
    for id_, municipality_id, place, first, last, *rest in rows:
        return Version(id_, municipality_id, place, Period(first, last), *rest)
    return None
