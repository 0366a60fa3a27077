"""Follow-ups as they were when they were made."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from bot.domain.words import FollowUpState
from storage.models.base import Row
from storage.types import UtcDateTime, choice


class FollowUpVersion(Row, table=True):
    """Of a municipality and the days `first` to `last`. `content` is the whole follow-up, as `bot.report` writes it.

    Never deleted, and once it is settled never changed.
    """

    __tablename__ = "follow_up_version"
    __table_args__ = (UniqueConstraint("municipality_id", "first", "last", "version"),)

    id: int = Field(default=None, primary_key=True)
    municipality_id: int = Field(foreign_key="municipality.id")
    first: date
    last: date
    version: int
    state: FollowUpState = Field(sa_type=choice(FollowUpState))
    content: str
    made_by_id: int = Field(foreign_key="person.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    settled_by_id: int | None = Field(default=None, foreign_key="person.id")
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
