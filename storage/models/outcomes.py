"""What came of an occurrence. A saved outcome is a public record: a change is a new version, nothing is overwritten."""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from bot.domain.words import DeficiencyState, OutcomeStatus, Reason
from storage.models.base import KEYED, NEVER_REUSED, Row
from storage.types import UtcDateTime, choice


class Outcome(Row, table=True):
    """`number` stays the same through the versions; one version of an occurrence is current, none when withdrawn.

    `place`, `started_at`, `ended_at`, `part_of_day` and `parties` are what the report says: see `bot.domain.told`.
    """

    __tablename__ = "outcome"
    __table_args__ = (
        UniqueConstraint("number", "version"),
        CheckConstraint("count >= 1", name="count"),
        # Written as SQLAlchemy writes it in a join, or SQLite does not see that the index fits.
        Index("uq_outcome_current", "occurrence_id", unique=True,
              sqlite_where=text("current = 1"), postgresql_where=text("current")),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrence.id")
    number: str
    version: int = 1
    current: bool = True
    status: OutcomeStatus = Field(sa_type=choice(OutcomeStatus))
    reason: Reason | None = Field(default=None, sa_type=choice(Reason))
    count: int = 1
    note: str = ""
    place: str = ""
    started_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    part_of_day: bool = False
    parties: list[str] = Field(default_factory=list, sa_type=JSON)
    reported_by_id: int = Field(foreign_key="person.id", index=True)
    reported_at: datetime = Field(sa_type=UtcDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class OutcomeMeasure(Row, table=True):
    """`key` is a measure of the activity's kind."""

    __tablename__ = "outcome_measure"
    __table_args__ = KEYED

    outcome_id: int = Field(foreign_key="outcome.id", primary_key=True)
    key: str = Field(primary_key=True)
    value: float


class Deficiency(Row, table=True):
    """What a safety walk noted; a refusal says why in `decision`."""

    __tablename__ = "deficiency"
    __table_args__ = NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrence.id", index=True)
    category: str
    spot: str
    state: DeficiencyState = Field(default=DeficiencyState.NOTED, sa_type=choice(DeficiencyState))
    owner: str | None = None
    decision: str | None = None
    due_on: date | None = None
    done_on: date | None = None
