"""Dates and windows of activities, the people named on them, and hand-overs between those."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from bot.domain.words import HandoverState, OccurrenceState, Part
from storage.models.base import Row
from storage.types import UtcDateTime, choice


class Occurrence(Row, table=True):
    """`label` names a window ("vecka 47"); `sequence` is raised by every move, so that old reminders know it.

    `series_id` is the first of those that were planned together, itself included. `entered_late_at`: when it was
    planned or moved to where it is, if it was over by then.
    """

    __tablename__ = "occurrence"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", name="span"),
        Index(None, "activity_id", "starts_at"),
    )

    id: int = Field(default=None, primary_key=True)
    activity_id: int = Field(foreign_key="activity.id")
    starts_at: datetime = Field(sa_type=UtcDateTime)
    ends_at: datetime = Field(sa_type=UtcDateTime)
    label: str | None = None
    place: str | None = None
    state: OccurrenceState = Field(default=OccurrenceState.PLANNED, sa_type=choice(OccurrenceState))
    sequence: int = 0
    planned: bool = True
    cancel_reason: str | None = None
    entered_late_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    series_id: int | None = Field(default=None, foreign_key="occurrence.id")


class OccurrencePerson(Row, table=True):
    """Unlike an activity's people, changed by hand-overs."""

    __tablename__ = "occurrence_person"

    occurrence_id: int = Field(foreign_key="occurrence.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True, index=True)
    part: Part = Field(sa_type=choice(Part))


class Handover(Row, table=True):
    """The colleague must accept; until then the giver is responsible. One open question an occurrence and giver."""

    __tablename__ = "handover"
    __table_args__ = (
        Index("uq_handover_open", "occurrence_id", "from_id", unique=True,
              sqlite_where=text("state = 'asked'"), postgresql_where=text("state = 'asked'")),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrence.id")
    from_id: int = Field(foreign_key="person.id")
    to_id: int = Field(foreign_key="person.id", index=True)
    state: HandoverState = Field(default=HandoverState.ASKED, sa_type=choice(HandoverState))
    asked_at: datetime = Field(sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
