"""What was read from the text of an agreement: a proposal that somebody goes through before anything is saved."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from bot.domain.words import AgreementKind, Basis, Form, Per


class Source(NamedTuple):
    """Where in the text it stands, as offsets."""

    start: int
    end: int


class Topic(StrEnum):
    """What a question is about."""

    MUNICIPALITY = "municipality"
    PARTIES = "parties"
    KIND = "kind"
    PERIOD = "period"
    SIGNED_ON = "signed_on"
    CADENCE = "cadence"
    ACTIVITIES = "activities"


@dataclass(frozen=True, slots=True)
class Question:
    """What the text leaves open or says in two ways, as a Swedish sentence. `choices` are what it says, if anything."""

    about: Topic
    text: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """`per` is WEEK, MONTH, YEAR or PERIOD."""

    count: int
    per: Per


@dataclass(frozen=True, slots=True)
class ProposedActivity:
    """`text`, `goal` and `recurrence` are words of the source."""

    text: str
    kind: str
    form: Form
    source: Source
    quantity: Quantity | None = None
    goal: str | None = None
    recurrence: str | None = None
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedArea:
    """`source` is where its title stands; None for activities that stand under no title."""

    title: str
    activities: tuple[ProposedActivity, ...]
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often the agreement is followed up, and the words that say so."""

    per: Per
    words: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the text does not say, or says in two ways, is empty here and asked about. Both days of a period belong."""

    municipalities: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    kind: AgreementKind | None = None
    period_start: date | None = None
    period_end: date | None = None
    signed_on: date | None = None
    basis: tuple[Basis, ...] = ()
    focus_areas: tuple[ProposedArea, ...] = ()
    cadence: Cadence | None = None
    questions: tuple[Question, ...] = ()

    @property
    def activities(self) -> tuple[ProposedActivity, ...]:
        return tuple(activity for area in self.focus_areas for activity in area.activities)
