"""What a plan for a year must know of: what is planned already, and what was decided."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from bot.domain.calendar import day_bounds
from bot.domain.periods import Period
from bot.domain.recurrence import Span
from bot.domain.words import OccurrenceState
from storage.models import Activity, Goal, Occurrence


def standing(session: Session, activity_id: int, days: Period) -> list[Span]:
    """What was planned and not cancelled, by its beginning."""
    since, until = day_bounds(days.first)[0], day_bounds(days.last)[1]
    statement = (
        select(col(Occurrence.starts_at), col(Occurrence.ends_at))
        .where(
            col(Occurrence.activity_id) == activity_id,
            col(Occurrence.starts_at) >= since,
            col(Occurrence.starts_at) < until,
            col(Occurrence.planned),
            col(Occurrence.state) != OccurrenceState.CANCELLED,
        )
        .order_by(col(Occurrence.starts_at))
    )
    return [Span(*row) for row in session.connection().execute(statement)]


def goal(session: Session, activity_id: int, day: date) -> Goal | None:
    """The one that holds on the day; what was promised goes first."""
    statement = (
        select_rows(Goal)
        .where(Goal.activity_id == activity_id, Goal.valid_from <= day, Goal.valid_to >= day)
        .order_by(col(Goal.origin).desc(), col(Goal.id).desc())
    )
    return session.exec(statement).first()


def hold(session: Session, activity_id: int) -> None:
    """Of two who plan it at once the second waits, and finds what the first has planned."""
    held = select(col(Activity.id)).where(col(Activity.id) == activity_id)
    session.connection().execute(held.with_for_update(key_share=True))


def make_series(session: Session, rows: Sequence[Occurrence]) -> None:
    """They were planned together; one alone is no series."""
    if len(rows) > 1:
        for row in rows:
            row.series_id = rows[0].id
        session.flush()
