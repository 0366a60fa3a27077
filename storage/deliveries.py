"""What is planned of what is to be delivered."""

from collections.abc import Collection

from sqlmodel import Session, col

from storage.models import Activity, Occurrence
from storage.occurrences import LISTED, Listed


def of_activities(session: Session, activity_ids: Collection[int]) -> dict[int, list[Listed]]:
    """By activity, whatever became of them. Nobody changes them until this transaction ends."""
    statement = LISTED.where(col(Activity.id).in_(activity_ids)).order_by(col(Occurrence.id))
    found: dict[int, list[Listed]] = {}
    for row in session.connection().execute(statement.with_for_update(of=Occurrence)):
        one = Listed(*row)
        found.setdefault(one.activity_id, []).append(one)
    return found
