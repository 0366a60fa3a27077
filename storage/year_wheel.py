"""What was planned and done in a municipality's year, and what was decided for it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from bot.domain.calendar import day_bounds
from bot.domain.periods import Period
from bot.domain.words import Form, OccurrenceState, OutcomeStatus
from storage.models import Activity, FocusArea, Goal, Occurrence, Outcome


@dataclass(frozen=True, slots=True)
class WheelOccurrence:
    """An occurrence; `status` is what was reported, if anything."""

    id: int
    activity_id: int
    title: str
    form: Form
    protected: bool
    starts_at: datetime
    ends_at: datetime
    label: str | None
    state: OccurrenceState
    planned: bool
    status: OutcomeStatus | None

    @property
    def stands(self) -> bool:
        """It was planned, and not called off."""
        return self.planned and self.state is not OccurrenceState.CANCELLED


def turns(session: Session, municipality_id: int, year: Period) -> list[WheelOccurrence]:
    """What begins in the year, by activity in the order of the agreements, then by time."""
    since, until = day_bounds(year.first)[0], day_bounds(year.last)[1]
    statement = (
        select(
            col(Occurrence.id), col(Activity.id), col(Activity.title), col(Activity.form), col(Activity.protected),
            col(Occurrence.starts_at), col(Occurrence.ends_at), col(Occurrence.label), col(Occurrence.state),
            col(Occurrence.planned), col(Outcome.status),
        )
        .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
        .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
        .outerjoin(Outcome, and_(col(Outcome.occurrence_id) == col(Occurrence.id), col(Outcome.current)))
        .where(
            col(Activity.municipality_id) == municipality_id,
            col(Occurrence.starts_at) >= since,
            col(Occurrence.starts_at) < until,
        )
        .order_by(
            col(FocusArea.agreement_id), col(FocusArea.position), col(Activity.position), col(Activity.id),
            col(Occurrence.starts_at),
        )
    )  # fmt: skip
    rows: Iterable[Any] = session.connection().execute(statement)
    return [WheelOccurrence(*row) for row in rows]


def goals(session: Session, activity_ids: Collection[int], year: Period) -> dict[int, Goal]:
    """By activity, one that holds some time in the year: the last, and of a promised and a planned one the promised."""
    statement = (
        select_rows(Goal)
        .where(col(Goal.activity_id).in_(activity_ids), Goal.valid_from <= year.last, Goal.valid_to >= year.first)
        .order_by(col(Goal.origin), col(Goal.valid_from), col(Goal.id))
    )
    return {goal.activity_id: goal for goal in session.exec(statement)}
