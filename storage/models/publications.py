"""What citizens were told, and whom they may turn to."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from bot.domain.words import Conformity, PublicationForm
from storage.models.base import Row
from storage.types import UtcDateTime, choice


class Publication(Row, table=True):
    """`content` is what was published, about the days `first` to `last`; a row is never changed but to be withdrawn.

    `people` are the numbers of people in it, also those too small to be shown, by "activity id:measure"; after a space
    stand the first and the last day of what was over before.
    """

    __tablename__ = "publication"

    id: int = Field(default=None, primary_key=True)
    municipality_id: int = Field(foreign_key="municipality.id", index=True)
    first: date
    last: date
    form: PublicationForm = Field(sa_type=choice(PublicationForm))
    content: str
    people: Any = Field(sa_type=JSON)
    published_by_id: int = Field(foreign_key="person.id")
    published_at: datetime = Field(sa_type=UtcDateTime)
    withdrawn_by_id: int | None = Field(default=None, foreign_key="person.id")
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PublicContact(Row, table=True):
    """The authority behind a municipality's page, a function of it to turn to, and what is said of accessibility."""

    __tablename__ = "public_contact"

    municipality_id: int = Field(foreign_key="municipality.id", primary_key=True)
    authority: str
    function: str
    reach: str
    conformity: Conformity = Field(sa_type=choice(Conformity))
    shortcomings: str
    tested: str
    supervisor: str
    changed_by_id: int = Field(foreign_key="person.id")
    changed_at: datetime = Field(sa_type=UtcDateTime)
