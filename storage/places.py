"""Municipalities, police areas and parties to choose among."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlmodel import Session, col

from bot.domain.places import Place
from bot.domain.swedish import sort_key
from storage.models import Municipality, Party, PoliceArea
from storage.prepared import one_of

Choice = tuple[int, str]
"""An id and its name."""

NAMES = select(col(Municipality.id), col(Municipality.name)).where(one_of(col(Municipality.id), "municipalities"))


def municipalities_of(session: Session, place: Place) -> list[int]:
    if place.municipality_id is not None:
        return [place.municipality_id]
    within = select(col(Municipality.id)).where(col(Municipality.police_area_id) == place.police_area_id)
    return list(session.connection().execute(within.order_by(col(Municipality.id))).scalars())


def hold(session: Session, *municipality_ids: int) -> None:
    """Nobody else writes a follow-up of them, or publishes or withholds their pages, until this transaction ends.

    Others may go on saying that something is of the municipality. In one order, so that of two who hold several
    neither waits for the other.
    """
    mine = select(col(Municipality.id)).where(col(Municipality.id).in_(municipality_ids))
    session.connection().execute(mine.order_by(col(Municipality.id)).with_for_update(key_share=True))


def names(session: Session, municipality_ids: Collection[int]) -> dict[int, str]:
    rows: Sequence[Any] = session.connection().execute(NAMES, {"municipalities": list(municipality_ids)}).all()
    return dict(rows)


def areas_within(session: Session, municipality_ids: Collection[int]) -> list[Choice]:
    """Police areas that have nothing outside of these, by name."""
    outside = select(col(Municipality.police_area_id)).where(
        col(Municipality.police_area_id).is_not(None), col(Municipality.id).not_in(municipality_ids)
    )
    inside = select(col(Municipality.police_area_id)).where(col(Municipality.id).in_(municipality_ids))
    found = select(col(PoliceArea.id), col(PoliceArea.name)).where(
        col(PoliceArea.id).in_(inside), col(PoliceArea.id).not_in(outside)
    )
    return _by_name(session, found)


def parties_in(session: Session, municipality_ids: Collection[int]) -> list[Choice]:
    """Those of the municipalities and their police areas, and those that belong nowhere in particular; by name."""
    areas = select(col(Municipality.police_area_id)).where(col(Municipality.id).in_(municipality_ids))
    nowhere = and_(col(Party.municipality_id).is_(None), col(Party.police_area_id).is_(None))
    here = or_(col(Party.municipality_id).in_(municipality_ids), col(Party.police_area_id).in_(areas), nowhere)
    return _by_name(session, select(col(Party.id), col(Party.name)).where(here))


def _by_name(session: Session, statement: Select[int, str]) -> list[Choice]:
    found = [(id_, name) for id_, name in session.connection().execute(statement)]
    return sorted(found, key=lambda row: sort_key(row[1]))
