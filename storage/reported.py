"""What has been reported already of an occurrence that the person is on, so that it is not counted once more."""

from datetime import datetime

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.words import Form
from storage.models import Activity, Occurrence, OccurrencePerson, Outcome
from storage.occurrences import LISTED, Listed

_own = aliased(Outcome)
BY_ME = select(col(_own.number)).where(col(_own.reported_by_id) == bindparam("person"))
REPORTED = (
    LISTED.join(OccurrencePerson, col(OccurrencePerson.occurrence_id) == col(Occurrence.id))
    .join(Outcome, col(Outcome.occurrence_id) == col(Occurrence.id))
    .where(
        col(Activity.id) == bindparam("activity"),
        col(OccurrencePerson.person_id) == bindparam("person"),
        col(Occurrence.planned),
        col(Occurrence.starts_at) <= bindparam("now"),
        col(Occurrence.ends_at) > bindparam("since"),
        col(Outcome.current),
        or_(col(Outcome.number).not_in(BY_ME), col(Activity.form).in_([Form.DATED, Form.WINDOW])),
    )
    .order_by(col(Occurrence.ends_at).desc(), col(Occurrence.id))
    .limit(20)
)


def of_activity(session: Session, person_id: int, activity_id: int, since: datetime, now: datetime) -> list[Listed]:
    """What ended after `since`, was planned, and is reported: the line may be about it. The latest first.

    What the person goes on doing (`Form.CONTINUOUS`) and has reported is left out: each line of it counts.
    """
    values = {"person": person_id, "activity": activity_id, "since": since, "now": now}
    return [Listed(*row) for row in session.connection().execute(REPORTED, values)]
