"""What safety walks noted, and what became of it. What belongs to a report that was taken back is left out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, delete, exists, func, insert, or_, select, update
from sqlmodel import Session, col

from bot.domain.calendar import day_bounds
from bot.domain.deficiencies import Handled, Noted
from bot.domain.periods import Period
from bot.domain.words import DeficiencyState
from storage.models import Activity, Deficiency, Municipality, Occurrence, Outcome
from storage.prepared import Prepared, one_of

OPEN = (DeficiencyState.NOTED, DeficiencyState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class FoundDeficiency:
    """A deficiency, and the walk that noted it."""

    id: int
    noted: Noted
    handled: Handled
    walked_at: datetime
    activity_id: int
    activity: str
    municipality_id: int
    municipality: str


@dataclass(frozen=True, slots=True)
class DeficienciesLeft:
    """How many deficiencies of an activity are not done."""

    activity_id: int
    activity: str
    municipality: str
    count: int


_reported = exists().where(col(Outcome.occurrence_id) == col(Occurrence.id), col(Outcome.current))
FOUND: Select[*tuple[Any, ...]] = (
    select(
        col(Deficiency.id), col(Deficiency.category), col(Deficiency.spot), col(Deficiency.state),
        col(Deficiency.owner), col(Deficiency.decision), col(Deficiency.due_on), col(Deficiency.done_on),
        col(Occurrence.starts_at), col(Activity.id), col(Activity.title), col(Municipality.id), col(Municipality.name),
    )
    .join(Occurrence, col(Occurrence.id) == col(Deficiency.occurrence_id))
    .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
    .join(Municipality, col(Municipality.id) == col(Activity.municipality_id))
    .where(_reported)
    .order_by(col(Occurrence.starts_at), col(Deficiency.id))
)  # fmt: skip
# What an earlier walk noted is still followed up until it is done; of a refusal no day is known.
FOLLOWED = FOUND.where(
    col(Activity.id).in_(bindparam("activities", expanding=True)),
    col(Occurrence.starts_at) < bindparam("until"),
    or_(
        col(Occurrence.starts_at) >= bindparam("since"),
        col(Deficiency.state).in_(OPEN),
        and_(col(Deficiency.state) == DeficiencyState.DONE, col(Deficiency.done_on) >= bindparam("first")),
    ),
)
NOT_DONE = (
    select(func.count())
    .select_from(Deficiency)
    .join(Occurrence, col(Occurrence.id) == col(Deficiency.occurrence_id))
    .where(_reported, col(Occurrence.activity_id) == bindparam("activity"), col(Deficiency.state).in_(OPEN))
)
# Of several, and since when.
NOT_DONE_OF = Prepared(
    select(func.count(), func.min(col(Occurrence.starts_at)))
    .select_from(Deficiency)
    .join(Occurrence, col(Occurrence.id) == col(Deficiency.occurrence_id))
    .where(
        _reported,
        one_of(col(Occurrence.activity_id), "activities"),
        or_(*[col(Deficiency.state) == state for state in OPEN]),
    )
)


def not_done_in(session: Session, municipality_ids: Collection[int]) -> list[DeficienciesLeft]:
    """By activity, the one with the oldest first."""
    rows = session.connection().execute(
        select(col(Activity.id), col(Activity.title), col(Municipality.name), func.count())
        .select_from(Deficiency)
        .join(Occurrence, col(Occurrence.id) == col(Deficiency.occurrence_id))
        .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
        .join(Municipality, col(Municipality.id) == col(Activity.municipality_id))
        .where(_reported, col(Municipality.id).in_(municipality_ids), col(Deficiency.state).in_(OPEN))
        .group_by(col(Activity.id), col(Activity.title), col(Municipality.name))
        .order_by(func.min(col(Occurrence.starts_at)), col(Activity.id))
    )
    return [DeficienciesLeft(*row) for row in rows]


def count_not_done(session: Session, activity_id: int) -> int:
    return session.connection().execute(NOT_DONE, {"activity": activity_id}).scalar_one()


def not_done_of(session: Session, activity_ids: Collection[int]) -> tuple[int, datetime | None]:
    """How many, and when the oldest of them was noted."""
    [(count, oldest)] = NOT_DONE_OF.all(session, activities=list(activity_ids))
    return count, oldest


def of_activity(session: Session, activity_id: int) -> list[FoundDeficiency]:
    """The oldest first."""
    return [_found(row) for row in session.connection().execute(FOUND.where(col(Activity.id) == activity_id))]


def followed(session: Session, activity_ids: Collection[int], period: Period) -> list[FoundDeficiency]:
    """What walks noted in the period, and what they had noted before and was not done when it began."""
    since, until = day_bounds(period.first)[0], day_bounds(period.last)[1]
    values = {"activities": list(activity_ids), "first": period.first, "since": since, "until": until}
    return [_found(row) for row in session.connection().execute(FOLLOWED, values)]


def find(session: Session, deficiency_id: int) -> FoundDeficiency | None:
    row = session.connection().execute(FOUND.where(col(Deficiency.id) == deficiency_id)).first()
    return _found(row) if row else None


def noted_at(session: Session, occurrence_id: int) -> tuple[Noted, ...]:
    """Those that nobody has handled yet: the others are no longer the reporter's to change."""
    rows = session.connection().execute(
        select(col(Deficiency.category), col(Deficiency.spot))
        .where(col(Deficiency.occurrence_id) == occurrence_id, col(Deficiency.state) == DeficiencyState.NOTED)
        .order_by(col(Deficiency.id))
    )
    return tuple(Noted(category, spot) for category, spot in rows)


def note(session: Session, occurrence_id: int, noted: Sequence[Noted]) -> None:
    """In place of what was noted there before and nobody has handled."""
    if noted == noted_at(session, occurrence_id):
        return
    session.connection().execute(
        delete(Deficiency).where(
            col(Deficiency.occurrence_id) == occurrence_id, col(Deficiency.state) == DeficiencyState.NOTED
        )
    )
    rows = [
        {"occurrence_id": occurrence_id, "category": one.category, "spot": one.spot, "state": DeficiencyState.NOTED}
        for one in noted
    ]
    if rows:
        session.connection().execute(insert(Deficiency), rows)


def handle(session: Session, deficiency_id: int, handled: Handled) -> None:
    values = {
        "state": handled.state,
        "owner": handled.owner or None,
        "decision": handled.decision or None,
        "due_on": handled.due_on,
        "done_on": handled.done_on,
    }
    session.connection().execute(update(Deficiency).where(col(Deficiency.id) == deficiency_id).values(**values))


def _found(row: Sequence[Any]) -> FoundDeficiency:
    id_, category, spot, state, owner, decision, due_on, done_on, *walk = row
    return FoundDeficiency(
        id_, Noted(category, spot), Handled(state, owner or "", decision or "", due_on, done_on), *walk
    )
