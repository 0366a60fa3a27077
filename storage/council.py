"""When a municipality's council meets, and what of its page stands in no follow-up."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlmodel import Session, col

from bot.domain.calendar import DAY, local_day
from bot.domain.words import Form, OccurrenceState, OutcomeStatus, Step
from storage.models import Activity, Occurrence, OutboxMessage, Outcome, Reminder
from storage.occurrences import LISTED, Listed
from storage.statute import COUNCIL

HELD = (OutcomeStatus.DONE, OutcomeStatus.PARTLY)
_asked_last = (
    select(col(Reminder.message_id))
    .join(OutboxMessage, col(OutboxMessage.id) == col(Reminder.message_id))
    .where(col(Reminder.occurrence_id) == col(Occurrence.id), col(Reminder.sequence) == col(Occurrence.sequence))
    .where(col(Reminder.step) == Step.COORDINATOR)
)


def met_on(session: Session, municipality_id: int, now: datetime) -> date | None:
    """The last day; also of a meeting that lacks its report, but of none that is reported as not held."""
    statement = (
        LISTED.outerjoin(Outcome, and_(col(Outcome.occurrence_id) == col(Occurrence.id), col(Outcome.current)))
        .where(*_meetings(municipality_id), col(Occurrence.ends_at) <= now)
        .where(
            or_(
                col(Occurrence.state) == OccurrenceState.PLANNED,
                and_(col(Occurrence.state) == OccurrenceState.REPORTED, col(Outcome.status).in_(HELD)),
            )
        )
        .order_by(col(Occurrence.ends_at).desc(), col(Occurrence.id).desc())
    )
    row = session.connection().execute(statement.limit(1)).first()
    return _last_day(Listed(*row)) if row else None


def meets_on(session: Session, municipality_id: int, now: datetime) -> date | None:
    statement = (
        LISTED.where(*_meetings(municipality_id), col(Occurrence.ends_at) > now)
        .where(col(Occurrence.state) == OccurrenceState.PLANNED)
        .order_by(col(Occurrence.starts_at), col(Occurrence.id))
    )
    row = session.connection().execute(statement.limit(1)).first()
    return _last_day(Listed(*row)) if row else None


def unanswered(session: Session, municipality_id: int, now: datetime) -> list[Listed]:
    """What lacks its report although everybody has been asked, the oldest first."""
    statement = LISTED.where(
        col(Activity.municipality_id) == municipality_id,
        col(Occurrence.state) == OccurrenceState.PLANNED,
        col(Occurrence.ends_at) <= now,
        _asked_last.where(col(OutboxMessage.due_at) <= now).exists(),
    ).order_by(col(Occurrence.ends_at), col(Occurrence.id))
    return [Listed(*row) for row in session.connection().execute(statement)]


def withheld(session: Session, municipality_id: int, now: datetime, until: datetime) -> int:
    """How many protected ones are planned and not over."""
    statement = (
        select(func.count())
        .select_from(Occurrence)
        .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
        .where(
            col(Activity.municipality_id) == municipality_id,
            col(Activity.protected),
            col(Occurrence.state) == OccurrenceState.PLANNED,
            col(Occurrence.ends_at) > now,
            col(Occurrence.starts_at) < until,
        )
    )
    return session.connection().execute(statement).scalar_one()


def _meetings(municipality_id: int) -> tuple[ColumnElement[bool], ...]:
    return (col(Activity.municipality_id) == municipality_id, col(Activity.kind) == COUNCIL)


def _last_day(meeting: Listed) -> date:
    """Of a week or a month in which it meets, the last."""
    return local_day(meeting.starts_at if meeting.form is Form.DATED else meeting.ends_at - DAY)
