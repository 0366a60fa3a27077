"""How far a new installation has come, and which first steps its administrator has left."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlmodel import Session, col

from bot.domain.first_steps import FirstStep, Setup
from bot.domain.words import Form
from storage.models import Activity, Agreement, Municipality, Occurrence, Person, Preference, RoleGrant

LEFT = "first_steps_left"
"""Stands among a person's preferences."""

NAMES = select(col(Municipality.name)).order_by(col(Municipality.id))
AGREEMENTS = select(func.count(col(Agreement.id)))
WITH_A_ROLE = (
    select(func.count(func.distinct(col(Person.id))))
    .join(RoleGrant, col(RoleGrant.person_id) == col(Person.id))
    .where(col(Person.active))
)
# What goes on and what is to be delivered gets its days by itself: nobody has planned a year by that.
PLANNED = (
    select(col(Occurrence.id))
    .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
    .where(col(Occurrence.planned), col(Activity.form).in_([Form.DATED, Form.WINDOW]))
    .limit(1)
)


def setup(session: Session, person_id: int) -> Setup:
    """As that person's work: the others are all but them."""
    ask = session.connection().execute
    return Setup(
        municipalities=list(ask(NAMES).scalars()),
        agreements=ask(AGREEMENTS).scalar_one(),
        others=ask(WITH_A_ROLE.where(col(Person.id) != person_id)).scalar_one(),
        planned=len(ask(PLANNED).all()),
    )


def left(session: Session, person_id: int) -> set[FirstStep]:
    found = session.get(Preference, (person_id, LEFT), populate_existing=True)
    return {FirstStep(step) for step in found.value} if found else set()


def save_left(session: Session, person_id: int, steps: Collection[FirstStep]) -> None:
    session.merge(Preference(person_id=person_id, name=LEFT, value=sorted(steps)))
    session.flush()
