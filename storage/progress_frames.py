"""What progress is judged by: an activity with its agreement's years and its goal on a day."""

from datetime import date

from sqlalchemy import and_, bindparam, case, select
from sqlmodel import Session, col

from bot.domain.standing import Frame
from bot.domain.words import GoalOrigin
from storage.models import Activity, Agreement, FocusArea, Goal
from storage.prepared import Prepared

LAST_DAY = case(
    (col(Agreement.terminated_on) >= col(Agreement.period_start), col(Agreement.terminated_on)),
    else_=col(Agreement.period_end),
)
"""Of the period, or by termination."""

FRAME = (
    select(
        col(Activity.id), col(FocusArea.id), col(FocusArea.title), col(Activity.title), col(Activity.kind),
        col(Activity.form), col(Activity.protected), col(Agreement.id), col(Agreement.first_month),
        col(Agreement.period_start), LAST_DAY, col(Goal.origin), col(Goal.count), col(Goal.unit),
        col(Goal.per), col(Goal.decided_by), col(Goal.decided_on), col(Goal.valid_from), col(Goal.valid_to),
        col(Agreement.partly_counts),
    )
    .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
    .join(Agreement, col(Agreement.id) == col(FocusArea.agreement_id))
    .outerjoin(
        Goal,
        and_(
            col(Goal.activity_id) == col(Activity.id),
            col(Goal.valid_from) <= bindparam("goals_to"),
            col(Goal.valid_to) >= bindparam("goals_from"),
        ),
    )
    .order_by(col(FocusArea.position), col(Activity.position), col(Goal.origin).desc(), col(Goal.valid_from))
)  # fmt: skip
FRAMES_OF_ACTIVITY = Prepared(FRAME.order_by(None).where(col(Activity.id) == bindparam("activity")))


def frame_of_activity(session: Session, activity_id: int, today: date) -> Frame | None:
    """The first by FRAME's order, which takes a database longer to set up than to look at one row or two."""
    rows = FRAMES_OF_ACTIVITY.all(session, activity=activity_id, goals_from=today, goals_to=today)
    return min((Frame(*row) for row in rows), key=_promised_first, default=None)


def _promised_first(one: Frame) -> tuple[bool, date | None]:
    return one.origin is not GoalOrigin.PROMISED, one.valid_from
