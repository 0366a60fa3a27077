"""Ending agreements, or some of their activities: what holds no longer, and what is ahead of it."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select, update

from bot.domain.calendar import day_bounds
from bot.domain.periods import Period
from bot.domain.words import AgreementState, OccurrenceState
from storage import series
from storage.agreement_rows import STANDS
from storage.models import Activity, Agreement, FocusArea, Occurrence
from storage.occurrences import LISTED, Listed, Staffed

_old, _new = aliased(Agreement), aliased(Agreement)


def hold(session: Session, agreement_id: int) -> Agreement | None:
    """Nobody else ends or revises it until this transaction ends."""
    return session.get(Agreement, agreement_id, with_for_update=True, populate_existing=True)


def activities(session: Session, agreement_id: int, *, until: date | None = None) -> dict[int, str]:
    """Keys by id, of those that have not ended by a decision of their own, or on that day, when the whole ended."""
    statement = (
        select(Activity.id, Activity.key)
        .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
        .where(
            FocusArea.agreement_id == agreement_id,
            or_(col(Activity.ended_on).is_(None), col(Activity.ended_on) == until),
        )
    )
    return dict(session.exec(statement).all())


def ahead(
    session: Session, activity_ids: Collection[int], since: datetime, now: datetime, *, hold: bool = False
) -> list[Staffed]:
    """What is planned to begin from then on and is not over. With `hold` nobody else changes it meanwhile."""
    return _planned(session, now, hold, col(Activity.id).in_(activity_ids), col(Occurrence.starts_at) >= since)


def outside(session: Session, agreement_id: int, days: Period, now: datetime, *, hold: bool = False) -> list[Staffed]:
    """What is planned on other days and is not over. With `hold` nobody else changes it meanwhile."""
    starts, ends = day_bounds(days.first)[0], day_bounds(days.last)[1]
    beyond = or_(col(Occurrence.starts_at) < starts, col(Occurrence.starts_at) >= ends)
    areas = select(col(FocusArea.id)).where(FocusArea.agreement_id == agreement_id)
    return _planned(session, now, hold, col(Activity.focus_area_id).in_(areas), beyond)


def _planned(session: Session, now: datetime, hold: bool, *wanted: ColumnElement[bool]) -> list[Staffed]:
    statement = LISTED.where(
        *wanted, col(Occurrence.state) == OccurrenceState.PLANNED, col(Occurrence.ends_at) > now
    ).order_by(col(Occurrence.starts_at), col(Occurrence.id))
    if hold:
        statement = statement.with_for_update(of=Occurrence)
    return series.people(session, [Listed(*row) for row in session.connection().execute(statement)])


def end_activities(session: Session, activity_ids: Collection[int], last: date) -> None:
    session.exec(update(Activity).where(col(Activity.id).in_(activity_ids)).values(ended_on=last))


def terminate(session: Session, agreement_id: int, last: date) -> None:
    """It holds to that day; its state follows when the day is over."""
    session.exec(update(Agreement).where(col(Agreement.id) == agreement_id).values(terminated_on=last))


def pass_over(session: Session, today: date) -> None:
    """Those whose last day by termination is over, and those in whose place another has begun before they ended."""
    ended = or_(col(Agreement.terminated_on) < today, col(Agreement.terminated_on) < col(Agreement.period_start))
    over = and_(STANDS, ended)
    session.exec(update(Agreement).where(over).values(state=AgreementState.TERMINATED))
    begun = (
        select(_old.id)
        .join(_new, col(_new.replaces_id) == col(_old.id))
        .where(
            col(_new.period_start) <= today,
            col(_new.period_start) <= col(_old.period_end),
            or_(col(_new.terminated_on).is_(None), col(_new.terminated_on) >= today),
        )
    )
    replaced = and_(STANDS, col(Agreement.id).in_(begun))
    session.exec(update(Agreement).where(replaced).values(state=AgreementState.REPLACED))


def successor(session: Session, agreement_id: int) -> Agreement | None:
    return session.exec(select(Agreement).where(Agreement.replaces_id == agreement_id)).first()
