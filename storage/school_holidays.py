"""The school holidays of municipalities."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, delete, select

from bot.domain.periods import Period
from bot.domain.school_holidays import NamedHoliday
from storage.models import Municipality
from storage.models import SchoolHoliday as Row


@dataclass(frozen=True, slots=True)
class StoredHoliday:
    id: int
    municipality_id: int
    municipality: str
    holiday: NamedHoliday


def from_day(session: Session, municipality_ids: Collection[int], day: date) -> list[StoredHoliday]:
    """Those that are not over on the day, the next first."""
    statement = (
        select(Row, Municipality.name)
        .join(Municipality, col(Municipality.id) == col(Row.municipality_id))
        .where(col(Row.municipality_id).in_(municipality_ids), col(Row.ends_on) >= day)
        .order_by(col(Row.starts_on), col(Row.name))
    )
    return [_stored(row, name) for row, name in session.exec(statement)]


def find(session: Session, holiday_id: int) -> StoredHoliday | None:
    statement = (
        select(Row, Municipality.name)
        .join(Municipality, col(Municipality.id) == col(Row.municipality_id))
        .where(Row.id == holiday_id)
    )
    found = session.exec(statement).first()
    return _stored(*found) if found else None


def put(session: Session, municipality_id: int, holidays: Sequence[NamedHoliday]) -> None:
    """One of the same name that begins on the same day gets its new end."""
    there = {
        (row.name, row.starts_on): row
        for row in session.exec(select(Row).where(Row.municipality_id == municipality_id))
    }
    for name, days in holidays:
        row = there.setdefault(
            (name, days.first),
            Row(municipality_id=municipality_id, name=name, starts_on=days.first, ends_on=days.last),
        )
        row.ends_on = days.last
        session.add(row)
    session.flush()


def remove(session: Session, holiday_id: int) -> None:
    session.exec(delete(Row).where(col(Row.id) == holiday_id))


def _stored(row: Row, municipality: str) -> StoredHoliday:
    days = Period(row.starts_on, row.ends_on)
    return StoredHoliday(row.id, row.municipality_id, municipality, NamedHoliday(row.name, days))
