"""What belongs to an agreement, or shows its activities, goes on with the one that takes its place when that begins."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from storage import agreement_kin, agreement_rows
from storage.models import Agreement, FocusArea


def followers(session: Session, key: str, since: date) -> tuple[str, ...]:
    """Titles of those that will belong to what takes its place on the day."""
    old = agreement_rows.by_key(session, key)
    return tuple(one.title for one in agreement_kin.parts(session, old.id, since)) if old else ()


def follow(session: Session, key: str) -> None:
    """References to what it replaces are to the agreement with the key too; those to the old one count its own time."""
    new = agreement_rows.by_key(session, key)
    old = session.get(Agreement, new.replaces_id) if new and new.replaces_id else None
    if new is None or old is None:
        return
    keys = agreement_kin.activity_keys(session, new.id)
    for area in agreement_kin.showing(session, old.key, new.period_start):
        _show(area, (f"{new.key}/{one}" for one in _shown(area, old.key) if one in keys))
    _go_on_with_others(session, new)
    session.flush()


def _go_on_with_others(session: Session, new: Agreement) -> None:
    """What it belongs to and shows may have been renewed before it."""
    parent = session.get(Agreement, new.parent_id) if new.parent_id else None
    if parent and (newer := agreement_kin.in_place_of(session, parent, new.period_start)):
        new.parent_id = newer.id
    for area in agreement_rows.focus_areas(session, new.id):
        for key in {reference.partition("/")[0] for reference in area.via}:
            shown = agreement_rows.by_key(session, key)
            if shown and (newer := agreement_kin.in_place_of(session, shown, new.period_start)):
                keys = agreement_kin.activity_keys(session, newer.id)
                _show(area, (f"{newer.key}/{one}" for one in _shown(area, key) if one in keys))


def _shown(area: FocusArea, key: str) -> list[str]:
    """Keys of the activities of that agreement."""
    return [own for agreement, _, own in (one.partition("/") for one in area.via) if agreement == key]


def _show(area: FocusArea, more: Iterable[str]) -> None:
    area.via = [*dict.fromkeys([*area.via, *more])]
