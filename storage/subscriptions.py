"""How often people want to hear of something in their list of the week."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, delete, insert, select
from sqlmodel import Session, col

from storage.models import Subscription


@dataclass(frozen=True, slots=True)
class Subscribed:
    id: int
    subject: str
    cadence: str


ROWS = select(col(Subscription.id), col(Subscription.subject), col(Subscription.cadence))


def of_person(session: Session, person_id: int) -> list[Subscribed]:
    """In the order they were asked for."""
    theirs = ROWS.where(col(Subscription.person_id) == person_id).order_by(col(Subscription.id))
    return [Subscribed(*row) for row in session.connection().execute(theirs)]


def find(session: Session, person_id: int, subscription_id: int) -> Subscribed | None:
    theirs = ROWS.where(col(Subscription.person_id) == person_id, col(Subscription.id) == subscription_id)
    row = session.connection().execute(theirs).first()
    return Subscribed(*row) if row else None


def cadence(session: Session, person_id: int, subject: str) -> str | None:
    """How often the person has asked to hear of it, if they have."""
    found: str | None = session.scalar(select(col(Subscription.cadence)).where(_of(person_id, subject)))
    return found


def subscribe(session: Session, person_id: int, subject: str, cadence: str) -> None:
    """Instead of what they asked for before."""
    end(session, person_id, subject)
    session.connection().execute(insert(Subscription), {"person_id": person_id, "subject": subject, "cadence": cadence})


def end(session: Session, person_id: int, subject: str) -> None:
    session.connection().execute(delete(Subscription).where(_of(person_id, subject)))


def _of(person_id: int, subject: str) -> ColumnElement[bool]:
    return and_(col(Subscription.person_id) == person_id, col(Subscription.subject) == subject)
