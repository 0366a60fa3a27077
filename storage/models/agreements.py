"""What was signed: agreements, their parties and focus areas, and the duties to follow up."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint
from sqlmodel import Field

from bot.domain.words import AgreementKind, AgreementState, FollowUpForm, PartyKind, Per
from storage.models.base import Row
from storage.types import choice


class Agreement(Row, table=True):
    """`basis`: `Basis` words; `questions`: what the text leaves open; `parent_mentioned`: an agreement not at hand.

    `partly_counts`: a report of what was partly done counts towards the goals like one of what was done.
    """

    __tablename__ = "agreement"
    __table_args__ = (
        CheckConstraint("period_start <= period_end", name="period"),
        CheckConstraint("first_month BETWEEN 1 AND 12", name="first_month"),
    )

    id: int = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: AgreementKind = Field(sa_type=choice(AgreementKind))
    state: AgreementState = Field(sa_type=choice(AgreementState))
    title: str
    period_start: date
    period_end: date
    signed_on: date | None = None
    first_month: int = 1
    partly_counts: bool = False
    basis: list[str] = Field(sa_type=JSON)
    questions: list[str] = Field(sa_type=JSON)
    example: bool = False
    spokesperson: str | None = None
    parent_id: int | None = Field(default=None, foreign_key="agreement.id")
    parent_mentioned: str | None = None
    replaces_id: int | None = Field(default=None, foreign_key="agreement.id")
    terminated_on: date | None = None


class AgreementMunicipality(Row, table=True):
    __tablename__ = "agreement_municipality"

    agreement_id: int = Field(foreign_key="agreement.id", primary_key=True)
    municipality_id: int = Field(foreign_key="municipality.id", primary_key=True, index=True)


class Party(Row, table=True):
    __tablename__ = "party"

    id: int = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    kind: PartyKind = Field(sa_type=choice(PartyKind))
    municipality_id: int | None = Field(default=None, foreign_key="municipality.id")
    police_area_id: int | None = Field(default=None, foreign_key="police_area.id")


class AgreementParty(Row, table=True):
    """`signed`: false for those who take part without having signed."""

    __tablename__ = "agreement_party"

    agreement_id: int = Field(foreign_key="agreement.id", primary_key=True)
    party_id: int = Field(foreign_key="party.id", primary_key=True)
    signed: bool = True


class FocusArea(Row, table=True):
    """`via`: activities of other agreements ("agreement key/activity key"), shown here and counted there."""

    __tablename__ = "focus_area"

    id: int = Field(default=None, primary_key=True)
    agreement_id: int = Field(foreign_key="agreement.id", index=True)
    position: int
    title: str
    problem: str | None = None
    cause: str | None = None
    goal: str | None = None
    via: list[str] = Field(default_factory=list, sa_type=JSON)


class FollowUpDuty(Row, table=True):
    __tablename__ = "follow_up_duty"

    id: int = Field(default=None, primary_key=True)
    agreement_id: int = Field(foreign_key="agreement.id", index=True)
    form: FollowUpForm = Field(sa_type=choice(FollowUpForm))
    per: Per = Field(sa_type=choice(Per))
    owner: str
    recipients: Any = Field(sa_type=JSON)
