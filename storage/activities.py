"""Activities as they are planned: where they belong, and who is responsible for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, or_, select
from sqlmodel import Session, col

from bot.domain.words import AgreementState, Form, Part
from storage.models import Activity, ActivityPerson, Agreement, FocusArea, Municipality


@dataclass(frozen=True, slots=True)
class Plannable:
    """`first_month` is the month in which the agreement's years begin."""

    id: int
    title: str
    kind: str
    form: Form
    protected: bool
    place: str | None
    function: str | None
    substitute_function: str | None
    agreement_id: int
    agreement: str
    first_month: int
    municipality_id: int
    municipality: str
    police_area_id: int | None


PLANNABLE: Select[*tuple[Any, ...]] = (
    select(
        col(Activity.id), col(Activity.title), col(Activity.kind), col(Activity.form), col(Activity.protected),
        col(Activity.place), col(Activity.function), col(Activity.substitute_function), col(Agreement.id),
        col(Agreement.title), col(Agreement.first_month), col(Municipality.id), col(Municipality.name),
        col(Municipality.police_area_id),
    )
    .select_from(Activity)
    .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
    .join(Agreement, col(Agreement.id) == col(FocusArea.agreement_id))
    .join(Municipality, col(Municipality.id) == col(Activity.municipality_id))
)  # fmt: skip


def plannable(session: Session, activity_id: int) -> Plannable | None:
    row = session.connection().execute(PLANNABLE.where(col(Activity.id) == activity_id)).first()
    return Plannable(*row) if row else None


def plannable_in(session: Session, municipality_ids: Sequence[int], today: date) -> list[Plannable]:
    """What current agreements there say is to be done, in the order of the agreements' own text."""
    statement = PLANNABLE.where(
        col(Activity.municipality_id).in_(municipality_ids),
        col(Agreement.state) == AgreementState.CURRENT,
        or_(col(Activity.ended_on).is_(None), col(Activity.ended_on) >= today),
    ).order_by(col(Agreement.title), col(FocusArea.position), col(Activity.position), col(Activity.id))
    return [Plannable(*row) for row in session.connection().execute(statement)]


def people(session: Session, activity_id: int) -> list[tuple[int, Part]]:
    """The ids of those responsible: the lead first, then participants and substitutes."""
    statement = (
        select(col(ActivityPerson.person_id), col(ActivityPerson.part))
        .where(col(ActivityPerson.activity_id) == activity_id)
        .order_by(col(ActivityPerson.part), col(ActivityPerson.person_id))
    )
    return [(person_id, part) for person_id, part in session.connection().execute(statement)]
