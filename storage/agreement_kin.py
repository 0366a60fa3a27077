"""Agreements that belong to another or show what it does, and what has taken its place."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import String, cast
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from storage.agreement_rows import STANDS, STOPPED
from storage.models import Activity, Agreement, FocusArea

_part, _old, _new = aliased(Agreement), aliased(Agreement), aliased(Agreement)


def parts(session: Session, agreement_id: int, since: date) -> Sequence[Agreement]:
    """Those that belong to it, and hold some time from the day on."""
    statement = select(Agreement).where(Agreement.parent_id == agreement_id, STANDS, Agreement.period_end >= since)
    return session.exec(statement.order_by(col(Agreement.id))).all()


def adopt(session: Session, today: date) -> None:
    """What has begun in the place of another has the parts of that one, as far as they have not ended before."""
    begun = (
        select(_part, _new.id)
        .join(_old, col(_old.id) == col(_part.parent_id))
        .join(_new, col(_new.replaces_id) == col(_old.id))
        .where(
            col(_new.state).not_in(STOPPED),
            col(_new.period_start) <= today,
            col(_part.period_end) >= col(_new.period_start),
        )
    )
    for part, new_id in session.exec(begun).all():
        part.parent_id = new_id
    session.flush()


def showing(session: Session, key: str, since: date) -> list[FocusArea]:
    """Focus areas that show activities of the agreement, in those that hold some time from the day on."""
    statement = (
        select(FocusArea)
        .join(Agreement, col(Agreement.id) == col(FocusArea.agreement_id))
        .where(STANDS, Agreement.period_end >= since, cast(col(FocusArea.via), String).contains(f"{key}/"))
    )
    found = session.exec(statement.order_by(col(FocusArea.id))).all()
    return [area for area in found if any(reference.startswith(f"{key}/") for reference in area.via)]


def activity_keys(session: Session, agreement_id: int) -> set[str]:
    within = select(col(FocusArea.id)).where(FocusArea.agreement_id == agreement_id)
    return set(session.exec(select(Activity.key).where(col(Activity.focus_area_id).in_(within))))


def in_place_of(session: Session, agreement: Agreement, day: date) -> Agreement | None:
    """What it was renewed as, and that again, until one holds on the day. None where itself or nothing does."""
    newer: Agreement | None = agreement
    while newer and newer.period_end < day:
        newer = session.exec(select(Agreement).where(Agreement.replaces_id == newer.id, STANDS)).first()
    return newer if newer is not agreement and newer and newer.period_start <= day else None
