"""The activities of one agreement, with their goals and parties: read all at once and written in bulk.

A plan may hold thousands, and others wait to write meanwhile: everything here is one statement, whatever the number.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute
from sqlmodel import Session, col

from storage.models import Activity, ActivityParty, FocusArea, Goal, Occurrence, Outcome, Party
from storage.prepared import Prepared

Values = dict[str, Any]
"""Of a row, by column."""

ACTIVITY: tuple[InstrumentedAttribute[Any], ...] = tuple(
    getattr(Activity, name)
    for name in (
        "focus_area_id", "position", "key", "title", "kind", "form", "window", "cadence", "due_on", "protected",
        "lead_party_id", "function", "substitute_function", "place", "recurrence",
    )
)  # fmt: skip
GOAL: tuple[InstrumentedAttribute[Any], ...] = tuple(
    getattr(Goal, name)
    for name in ("origin", "count", "unit", "per", "valid_from", "valid_to", "decided_by", "decided_on")
)
INSERT = Prepared(insert(Activity))
UPDATE = Prepared(
    update(Activity)
    .where(col(Activity.id) == bindparam("row"))
    .values({column.key: bindparam(column.key) for column in ACTIVITY})
)
INSERT_PARTY, INSERT_GOAL = Prepared(insert(ActivityParty)), Prepared(insert(Goal))
FORGET_PARTIES = Prepared(delete(ActivityParty).where(col(ActivityParty.activity_id) == bindparam("activity")))
FORGET_GOALS = Prepared(delete(Goal).where(col(Goal.activity_id) == bindparam("activity")))


@dataclass(frozen=True, slots=True)
class StoredActivity:
    """An activity as it is; `others` are names of parties."""

    id: int
    values: Values
    lead: str | None
    others: Sequence[str]
    goals: Sequence[Values]


def read(session: Session, agreement_id: int) -> list[StoredActivity]:
    """In the order of the agreement."""
    statement = (
        select(col(Activity.id), *ACTIVITY, col(Party.name))
        .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
        .outerjoin(Party, col(Party.id) == col(Activity.lead_party_id))
        .where(col(FocusArea.agreement_id) == agreement_id)
        .order_by(col(FocusArea.position), col(Activity.position), col(Activity.id))
    )
    others, goals = _others(session, agreement_id), _goals(session, agreement_id)
    names = [column.key for column in ACTIVITY]
    return [
        StoredActivity(id_, dict(zip(names, values, strict=True)), lead, others[id_], goals[id_])
        for id_, *values, lead in session.connection().execute(statement)
    ]


def with_reports(session: Session, agreement_id: int) -> set[str]:
    """Keys of those that somebody has reported on."""
    statement = (
        select(col(Activity.key))
        .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
        .join(Occurrence, col(Occurrence.activity_id) == col(Activity.id))
        .join(Outcome, col(Outcome.occurrence_id) == col(Occurrence.id))
        .where(col(FocusArea.agreement_id) == agreement_id)
        .distinct()
    )
    return set(session.connection().execute(statement).scalars())


def insert_all(session: Session, rows: Sequence[Values]) -> None:
    INSERT.run_each(session, rows)


def update_all(session: Session, rows: Sequence[Values]) -> None:
    """Each with the columns of `ACTIVITY`, and its id as `row`."""
    UPDATE.run_each(session, rows)


def ids(session: Session, agreement_id: int) -> dict[str, int]:
    """By key."""
    statement = (
        select(col(Activity.key), col(Activity.id))
        .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
        .where(col(FocusArea.agreement_id) == agreement_id)
    )
    return {row[0]: row[1] for row in session.connection().execute(statement)}


def set_others(session: Session, parties: Mapping[int, Iterable[int]], *, fresh: bool) -> None:
    """By activity: these take part beside the lead, nobody else. `fresh`: none did before."""
    if not fresh:
        FORGET_PARTIES.run_each(session, [{"activity": id_} for id_ in parties])
    rows = [{"activity_id": id_, "party_id": party} for id_, ones in parties.items() for party in ones]
    INSERT_PARTY.run_each(session, rows)


def set_goals(session: Session, goals: Mapping[int, Iterable[Values]], *, fresh: bool) -> None:
    """By activity: these are its goals, no others. `fresh`: it had none before."""
    if not fresh:
        FORGET_GOALS.run_each(session, [{"activity": id_} for id_ in goals])
    INSERT_GOAL.run_each(session, [{"activity_id": id_, **goal} for id_, ones in goals.items() for goal in ones])


def _others(session: Session, agreement_id: int) -> Mapping[int, list[str]]:
    statement = (
        select(col(ActivityParty.activity_id), col(Party.name))
        .join(Party, col(Party.id) == col(ActivityParty.party_id))
        .join(Activity, col(Activity.id) == col(ActivityParty.activity_id))
        .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
        .where(col(FocusArea.agreement_id) == agreement_id)
        .order_by(col(Party.id))
    )
    found: dict[int, list[str]] = defaultdict(list)
    for activity_id, name in session.connection().execute(statement):
        found[activity_id].append(name)
    return found


def _goals(session: Session, agreement_id: int) -> Mapping[int, list[Values]]:
    statement = (
        select(col(Goal.activity_id), *GOAL)
        .join(Activity, col(Activity.id) == col(Goal.activity_id))
        .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
        .where(col(FocusArea.agreement_id) == agreement_id)
        .order_by(col(Goal.id))
    )
    names = [column.key for column in GOAL]
    found: dict[int, list[Values]] = defaultdict(list)
    for activity_id, *values in session.connection().execute(statement):
        found[activity_id].append(dict(zip(names, values, strict=True)))
    return found
