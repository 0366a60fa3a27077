"""Who uses the bot, and what they may do. Slack ids only: names are read from Slack by those who see them there."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from bot.domain.words import Part, RequestState, Role
from storage.models.base import NEVER_REUSED, Row
from storage.types import UtcDateTime, choice

ONE_PLACE = "municipality_id IS NULL OR police_area_id IS NULL"


class Person(Row, table=True):
    """`external`: of another organisation through Slack Connect; may press and write, not run commands.

    `leaves_on` is the first day without them, while it is ahead; `successor_id` who takes over then.
    `party_id` is the organisation that they are there for, where somebody has said so.
    """

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("team_id", "user_id"),)

    id: int = Field(default=None, primary_key=True)
    team_id: str
    user_id: str
    dm_channel: str | None = None
    time_zone: str = "Europe/Stockholm"
    external: bool = False
    active: bool = True
    added_by_id: int | None = Field(default=None, foreign_key="person.id")
    added_at: datetime = Field(sa_type=UtcDateTime)
    leaves_on: date | None = None
    successor_id: int | None = Field(default=None, foreign_key="person.id")
    party_id: int | None = Field(default=None, foreign_key="party.id")


class RoleGrant(Row, table=True):
    """A role in a municipality, a police area, or (neither) everywhere; from–to for acting chiefs, both included."""

    __tablename__ = "role_grant"
    __table_args__ = (CheckConstraint(ONE_PLACE, name="one_place"), Index(None, "person_id"))

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    role: Role = Field(sa_type=choice(Role))
    municipality_id: int | None = Field(default=None, foreign_key="municipality.id")
    police_area_id: int | None = Field(default=None, foreign_key="police_area.id")
    valid_from: date
    valid_to: date | None = None


class FunctionHolder(Row, table=True):
    """Who is kommunpolis somewhere, say; an activity names the function, planning resolves it to these people."""

    __tablename__ = "function_holder"
    __table_args__ = (CheckConstraint(ONE_PLACE, name="one_place"), Index(None, "function", "municipality_id"))

    id: int = Field(default=None, primary_key=True)
    function: str
    person_id: int = Field(foreign_key="person.id")
    part: Part = Field(default=Part.LEAD, sa_type=choice(Part))
    municipality_id: int | None = Field(default=None, foreign_key="municipality.id")
    police_area_id: int | None = Field(default=None, foreign_key="police_area.id")
    valid_from: date
    valid_to: date | None = None


class Absence(Row, table=True):
    __tablename__ = "absence"
    __table_args__ = (Index(None, "person_id", "ends_on"), NEVER_REUSED)

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    starts_on: date
    ends_on: date
    substitute_id: int | None = Field(default=None, foreign_key="person.id")


class Preference(Row, table=True):
    __tablename__ = "preference"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    name: str = Field(primary_key=True)
    value: Any = Field(sa_type=JSON)


class CalendarFeed(Row, table=True):
    """The address that a person's calendar program reads from: of its secret only the hash (SHA-256) is kept."""

    __tablename__ = "calendar_feed"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    secret_hash: str = Field(unique=True)
    made_at: datetime = Field(sa_type=UtcDateTime)


class AccessRequest(Row, table=True):
    """Somebody the bot does not know asked to be added. One open request a person."""

    __tablename__ = "access_request"
    __table_args__ = (
        Index("uq_access_request_open", "team_id", "user_id", unique=True,
              sqlite_where=text("state = 'asked'"), postgresql_where=text("state = 'asked'")),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    team_id: str
    user_id: str
    external: bool = False
    state: RequestState = Field(default=RequestState.ASKED, sa_type=choice(RequestState))
    asked_at: datetime = Field(sa_type=UtcDateTime)
    decided_by_id: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Subscription(Row, table=True):
    """How often somebody wants to hear of something in Monday's list."""

    __tablename__ = "subscription"
    __table_args__ = (UniqueConstraint("person_id", "subject"),)

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    subject: str
    cadence: str
