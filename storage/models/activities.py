"""What is to be done, by whom, how often."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from bot.domain.words import Form, GoalOrigin, Part, Per
from storage.models.base import Row
from storage.types import choice


class Activity(Row, table=True):
    """`kind` is a key of `bot.domain.kinds`; `municipality_id` is whose report series and rights apply.

    `function` names who is responsible; `recurrence` is what is agreed of how often or when, in words; `cadence` is how
    often continuous work is asked about; `window` how long the windows of a year are ("week", "fortnight", "month").
    """

    __tablename__ = "activity"
    __table_args__ = (UniqueConstraint("focus_area_id", "key"),)

    id: int = Field(default=None, primary_key=True)
    focus_area_id: int = Field(foreign_key="focus_area.id")
    municipality_id: int = Field(foreign_key="municipality.id", index=True)
    key: str
    title: str
    kind: str
    form: Form = Field(sa_type=choice(Form))
    protected: bool
    lead_party_id: int | None = Field(default=None, foreign_key="party.id")
    function: str | None = None
    substitute_function: str | None = None
    place: str | None = None
    recurrence: str | None = None
    cadence: Per | None = Field(default=None, sa_type=choice(Per))
    window: str | None = None
    due_on: date | None = None
    position: int = 0
    ended_on: date | None = None


class ActivityParty(Row, table=True):
    """The parties beside the leading one; may be others than those who signed."""

    __tablename__ = "activity_party"

    activity_id: int = Field(foreign_key="activity.id", primary_key=True)
    party_id: int = Field(foreign_key="party.id", primary_key=True)


class ActivityPerson(Row, table=True):
    """The people responsible; new occurrences begin with these."""

    __tablename__ = "activity_person"

    activity_id: int = Field(foreign_key="activity.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True, index=True)
    part: Part = Field(sa_type=choice(Part))


class Goal(Row, table=True):
    """`origin` promised stands in the agreement; planned was decided by somebody, on a day."""

    __tablename__ = "goal"
    __table_args__ = (CheckConstraint("count > 0", name="count"),)

    id: int = Field(default=None, primary_key=True)
    activity_id: int = Field(foreign_key="activity.id", index=True)
    origin: GoalOrigin = Field(sa_type=choice(GoalOrigin))
    count: int
    unit: str
    per: Per = Field(sa_type=choice(Per))
    valid_from: date
    valid_to: date
    decided_by: str | None = None
    decided_on: date | None = None
