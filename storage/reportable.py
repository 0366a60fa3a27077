"""The activities that somebody may report on without a planned occurrence, and the occurrence that is then made."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, case, exists, insert, or_, select
from sqlmodel import Session, col

from bot.domain.recurrence import Span
from bot.domain.words import OccurrenceState, Part
from storage.agreement_rows import IN_FORCE
from storage.models import (
    Activity,
    ActivityPerson,
    Agreement,
    FocusArea,
    Municipality,
    Occurrence,
    OccurrencePerson,
)


@dataclass(frozen=True, slots=True)
class Reportable:
    """An activity of an agreement in force. `mine`: the person is responsible for it; `prefix` is of report numbers."""

    id: int
    title: str
    kind: str
    municipality: str
    municipality_id: int
    prefix: str
    mine: bool


_mine = exists().where(
    col(ActivityPerson.activity_id) == col(Activity.id), col(ActivityPerson.person_id) == bindparam("person")
)
REPORTABLE: Select[*tuple[Any, ...]] = (
    select(
        col(Activity.id), col(Activity.title), col(Activity.kind), col(Municipality.name), col(Municipality.id),
        col(Municipality.prefix), case((_mine, True), else_=False),
    )
    .select_from(Activity)
    .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
    .join(Agreement, col(Agreement.id) == col(FocusArea.agreement_id))
    .join(Municipality, col(Municipality.id) == col(Activity.municipality_id))
    .where(
        IN_FORCE,
        col(Activity.ended_on).is_(None),
        or_(_mine, col(Municipality.id).in_(bindparam("municipalities", expanding=True))),
    )
    .order_by(col(Municipality.name), col(Agreement.id), col(FocusArea.position), col(Activity.position))
)  # fmt: skip


def activities(session: Session, person_id: int, municipalities: Collection[int], today: date) -> list[Reportable]:
    """The person's own, and those of the municipalities."""
    values = {"person": person_id, "municipalities": list(municipalities), "today": today}
    rows: Sequence[Any] = session.connection().execute(REPORTABLE, values).all()
    return [Reportable(*row) for row in rows]


def add_occurrence(session: Session, activity_id: int, person_id: int, span: Span, place: str | None = None) -> int:
    """What nobody had planned, with the one who carried it out as its lead."""
    row = {
        "activity_id": activity_id,
        "starts_at": span.starts,
        "ends_at": span.ends,
        "place": place,
        "state": OccurrenceState.PLANNED,
        "planned": False,
        "sequence": 0,
    }
    made: int = session.connection().execute(insert(Occurrence).returning(col(Occurrence.id)), row).scalar_one()
    who = {"occurrence_id": made, "person_id": person_id, "part": Part.LEAD}
    session.connection().execute(insert(OccurrencePerson), who)
    return made
