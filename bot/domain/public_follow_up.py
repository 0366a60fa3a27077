"""A follow-up as citizens may see it: values that hold nothing else, made by `public_rules`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.domain.follow_up import Ahead
from bot.domain.periods import Period
from bot.domain.progress import Verdict
from bot.domain.public_numbers import ToldNumbers
from bot.domain.words import AgreementKind, AgreementState, DeficiencyState, Form, Per

UNTOLD = "visas inte"


@dataclass(frozen=True, slots=True)
class Figure:
    """`text` is the number, or why it is not told."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A number that stands in the agreement. `here` is its share of the time that is followed up."""

    count: int
    unit: str
    per: Per
    here: int


@dataclass(frozen=True, slots=True)
class PublicActivity:
    """`done` is empty where nothing is; `verdict` is None where no promised number says how it should be judged.

    `held` and `ahead` are days and, unless it is protected, places; `more`: there are days ahead that are not told.
    `counted` are the days that the number is of, and `uncounted` is how many were held on others.
    `ended`: its agreement is over, and the page is about the time to its end.
    """

    title: str
    kind: str
    form: Form
    promise: Promise | None
    verdict: Verdict | None
    done: str
    partly: int
    deviations: str
    figures: tuple[Figure, ...]
    found: tuple[Figure, ...]
    deficiencies: tuple[tuple[DeficiencyState, int], ...]
    held: tuple[Ahead, ...]
    counted: Period
    uncounted: int
    ahead: tuple[Ahead, ...]
    more: bool
    parties: tuple[str, ...]
    ended: bool = False


@dataclass(frozen=True, slots=True)
class PublicArea:
    title: str
    problem: str
    goal: str
    activities: tuple[PublicActivity, ...]


@dataclass(frozen=True, slots=True)
class PublicAgreement:
    """`via` are activities that another agreement counts: their titles, and its. `over`: it holds no more."""

    title: str
    kind: AgreementKind
    state: AgreementState
    period: Period
    example: bool
    signed: tuple[str, ...]
    partners: tuple[str, ...]
    spokesperson: str
    areas: tuple[PublicArea, ...]
    via: tuple[tuple[str, str], ...]
    over: bool = False

    @property
    def activities(self) -> Iterator[PublicActivity]:
        return (one for area in self.areas for one in area.activities)


@dataclass(frozen=True, slots=True)
class PublicFollowUp:
    """`closed` are over since the period began, `earlier` were over before it.

    `people` are the numbers of people that are told, or are too small to be, by "activity id:measure", `people_before`
    those of `earlier`: they are kept, so that no later page gives the small ones away, and shown nowhere.
    `unchanged` is how many of them stand as they were told before, though they are a little more or less by now.
    """

    place: str
    period: Period
    made_on: date
    current: tuple[PublicAgreement, ...]
    closed: tuple[PublicAgreement, ...]
    earlier: tuple[PublicAgreement, ...]
    newest: date | None
    missing: int
    withheld: str
    threshold: int
    unchanged: int = field(repr=False)
    people: Mapping[str, float] = field(repr=False)
    people_before: tuple[ToldNumbers, ...] = field(repr=False)

    @property
    def small(self) -> int:
        """How many are too small."""
        return sum(0 < value < self.threshold for value in self.people.values())

    @property
    def agreements(self) -> tuple[PublicAgreement, ...]:
        return (*self.current, *self.closed, *self.earlier)

    @property
    def activities(self) -> Iterator[PublicActivity]:
        """Those of the period."""
        return (one for agreement in (*self.current, *self.closed) for one in agreement.activities)

    @property
    def example(self) -> bool:
        return any(one.example for one in self.agreements)
