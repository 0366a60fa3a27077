"""Questions from one named person to a colleague: can you take this occurrence?"""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from bot.domain.words import HandoverState, Part
from storage.models import Handover, OccurrencePerson


def ask(session: Session, occurrence_id: int, from_id: int, to_id: int, now: datetime) -> Handover:
    handover = Handover(occurrence_id=occurrence_id, from_id=from_id, to_id=to_id, asked_at=now)
    session.add(handover)
    session.flush()
    return handover


def find(session: Session, handover_id: int) -> Handover | None:
    return session.get(Handover, handover_id)


def open_on(session: Session, occurrence_id: int) -> list[Handover]:
    """Those that nobody has answered, the oldest first."""
    statement = select(Handover).where(Handover.occurrence_id == occurrence_id, Handover.state == HandoverState.ASKED)
    return list(session.exec(statement.order_by(col(Handover.id))).all())


def open_of(session: Session, occurrence_id: int, from_id: int) -> Handover | None:
    return next((one for one in open_on(session, occurrence_id) if one.from_id == from_id), None)


def settle(session: Session, handover_id: int, state: HandoverState, now: datetime) -> bool:
    """False when it was answered or withdrawn before: of two answers at once only one counts."""
    result = session.connection().execute(
        update(Handover)
        .where(col(Handover.id) == handover_id, col(Handover.state) == HandoverState.ASKED)
        .values(state=state, answered_at=now)
    )
    return result.rowcount == 1


def swap(session: Session, occurrence_id: int, from_id: int, to_id: int, part: Part) -> None:
    """`to_id` takes the other's place, as `part`, whatever they were on it before."""
    session.connection().execute(
        delete(OccurrencePerson).where(
            col(OccurrencePerson.occurrence_id) == occurrence_id, col(OccurrencePerson.person_id) == to_id
        )
    )
    session.connection().execute(
        update(OccurrencePerson)
        .where(col(OccurrencePerson.occurrence_id) == occurrence_id, col(OccurrencePerson.person_id) == from_id)
        .values(person_id=to_id, part=part)
    )
