"""Agreements that somebody is going through, and the messages that show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, and_, col, delete, or_, select

from bot.domain.new_activity import key_of
from bot.domain.words import DraftPurpose, PartyKind, Purpose
from storage import outbox
from storage.models import Agreement, Draft, Municipality, OutboxMessage, Party

REVIEW, TEXT = "review", "text"
"""What the payload is about; under the same purpose there are files that wait too."""


@dataclass(frozen=True, slots=True)
class KeptDraft:
    id: int
    payload: dict[str, Any]
    expires_at: datetime


def find(session: Session, draft_id: int, person_id: int, now: datetime, *, hold: bool = False) -> KeptDraft | None:
    """None when it expired, was settled, or is somebody else's. With `hold` nobody else changes it meanwhile."""
    statement = select(Draft).where(Draft.id == draft_id, Draft.person_id == person_id, col(Draft.expires_at) >= now)
    row = session.exec(statement.with_for_update() if hold else statement).first()
    return KeptDraft(row.id, row.payload[REVIEW], row.expires_at) if row and REVIEW in row.payload else None


def keep(session: Session, draft_id: int, review: Mapping[str, Any], expires_at: datetime) -> None:
    row = session.get_one(Draft, draft_id)
    row.payload, row.expires_at = {REVIEW: dict(review)}, expires_at
    session.add(row)
    session.flush()


def forget(session: Session, draft_id: int) -> None:
    session.exec(delete(Draft).where(col(Draft.id) == draft_id))


def of_person(session: Session, person_id: int, now: datetime) -> Sequence[KeptDraft]:
    """The latest first."""
    statement = select(Draft).where(
        Draft.person_id == person_id, Draft.purpose == DraftPurpose.AGREEMENT, col(Draft.expires_at) >= now
    )
    rows = session.exec(statement.order_by(col(Draft.id).desc())).all()
    return [KeptDraft(row.id, row.payload[REVIEW], row.expires_at) for row in rows if REVIEW in row.payload]


def say(
    session: Session, draft_id: int, part: str, person_id: int, payload: dict[str, Any], now: datetime, cause: str
) -> None:
    """`part` is said once, and becomes this when it is there already."""
    key = f"agreement:{draft_id}:{part}:"
    if session.exec(select(OutboxMessage.id).where(OutboxMessage.key == key)).first():
        outbox.become(session, key, payload, now, cause)
    else:
        outbox.put(session, key=key, purpose=Purpose.REPLY, due_at=now, person_id=person_id, payload=payload)


def known_parties(session: Session, municipality: str) -> dict[PartyKind, str]:
    """What the police and others there are called in other agreements, where there is one of the kind."""
    place = select(Municipality).where(Municipality.name == municipality)
    found = session.exec(place).first()
    if found is None:
        return {}
    here = or_(
        col(Party.municipality_id) == found.id,
        and_(col(Party.police_area_id).is_not(None), col(Party.police_area_id) == found.police_area_id),
    )
    by_kind: dict[PartyKind, list[str]] = {}
    for kind, name in session.exec(select(Party.kind, Party.name).where(here)).all():
        by_kind.setdefault(PartyKind(kind), []).append(name)
    return {kind: names[0] for kind, names in by_kind.items() if len(names) == 1}


def free_key(session: Session, base: str) -> str:
    """Of an agreement: "timra_2027_2028", or "timra_2027_2028_2" where that is taken."""
    return key_of(base, set(session.exec(select(Agreement.key)).all()))
