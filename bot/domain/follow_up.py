"""A follow-up as a value: what was promised beside what came of it, in one place and period.

Everything that is written about how it went is made of this: Word, page, table, the council's standing item. It is
frozen whole when somebody settles it, so it holds all that is shown and nothing that may not be.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.calendar import local_day
from bot.domain.follow_up_places import FollowedPlace
from bot.domain.periods import Period
from bot.domain.standing import ActivityProgress
from bot.domain.words import AgreementKind, AgreementState, Basis, DeficiencyState, Form, OutcomeStatus, Reason


@dataclass(frozen=True, slots=True)
class Held:
    """An occurrence that is over and has its report. `place` is empty where it is not told; `day` is its first, of
    a deliverable the day it was delivered.

    `count` is in the goal's unit; `label` names a window ("vecka 47").
    """

    day: date
    label: str | None
    status: OutcomeStatus
    reason: Reason | None
    count: int
    place: str
    note: str
    planned: bool


@dataclass(frozen=True, slots=True)
class Ahead:
    """Planned and not over, also some months after the period; a deliverable on its last day.

    Of protected ones there is only a count, see `Followed.withheld`.
    """

    day: date
    label: str | None
    place: str


@dataclass(frozen=True, slots=True)
class NotedDeficiency:
    """A deficiency, and what became of it; why not stands in `decision` where it is refused."""

    noted_on: date
    category: str
    spot: str
    state: DeficiencyState
    owner: str
    decision: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Followed:
    """An activity. `progress` is judged against what was promised where a number was, else against what was planned.

    `planned` is the same judged against the planned number, where there is a promised one too. `before` is the same
    stretch of time just before, None where the agreement did not hold then. `via` is the title of the agreement that
    counts it, where that is another.
    """

    progress: ActivityProgress
    planned: ActivityProgress | None
    before: ActivityProgress | None
    lead: str
    parties: tuple[str, ...]
    held: tuple[Held, ...]
    ahead: tuple[Ahead, ...]
    withheld: int
    deficiencies: tuple[NotedDeficiency, ...]
    via: str = ""

    @property
    def uncounted(self) -> tuple[Held, ...]:
        """Of `held`, those on days that the number is not of: it may hold from the middle of a year."""
        if self.progress.frame.form is Form.DELIVERABLE:
            return ()
        return tuple(one for one in self.held if one.day not in self.progress.period)


@dataclass(frozen=True, slots=True)
class FollowedArea:
    title: str
    problem: str
    cause: str
    goal: str
    activities: tuple[Followed, ...]


@dataclass(frozen=True, slots=True)
class FollowedAgreement:
    """`signed` and `partners` are names of parties: those who signed, and those who take part without having.

    `municipalities` are named where the follow-up is of several.
    """

    id: int
    key: str
    title: str
    kind: AgreementKind
    state: AgreementState
    period: Period
    signed_on: date | None
    example: bool
    basis: tuple[Basis, ...]
    signed: tuple[str, ...]
    partners: tuple[str, ...]
    spokesperson: str
    areas: tuple[FollowedArea, ...]
    municipalities: tuple[str, ...] = ()

    def activities(self) -> Iterator[Followed]:
        return (one for area in self.areas for one in area.activities)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What was told to the citizens, how and when: `channel` as people say it ("webbsidan", "pressmeddelande")."""

    day: date
    channel: str
    about: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """`made_at` is when the numbers were taken; `newest` the day of the newest report among them.

    `places` stand side by side where there are several.
    """

    place: str
    period: Period
    made_at: datetime
    agreements: tuple[FollowedAgreement, ...]
    feedback: tuple[Feedback, ...]
    newest: date | None
    missing: int
    missing_since: date | None
    places: tuple[FollowedPlace, ...] = ()

    def activities(self) -> Iterator[Followed]:
        return (one for agreement in self.agreements for one in agreement.activities())

    @property
    def over(self) -> bool:
        """Whether the period was over when the numbers were taken."""
        return self.period.last < local_day(self.made_at)

    @property
    def withheld(self) -> int:
        """Protected occurrences ahead that are counted and not shown."""
        return sum(one.withheld for one in self.activities() if not one.via)


def same(one: FollowUp, other: FollowUp) -> bool:
    """Whether they tell the same. What this year is compared with grows a day each day: that alone is nothing new."""
    return _undated(one) == replace(_undated(other), made_at=one.made_at)


def _undated(found: FollowUp) -> FollowUp:
    def undated(one: Followed) -> Followed:
        return replace(one, before=one.before._replace(period=found.period)) if one.before else one

    return changed(found, undated)


def protecting(found: FollowUp, activity_ids: Collection[int]) -> FollowUp:
    """As it may be shown where somebody has protected activities after it was settled; the numbers stay."""
    return changed(found, lambda one: _protected(one) if one.progress.frame.activity_id in activity_ids else one)


def changed(found: FollowUp, change: Callable[[Followed], Followed]) -> FollowUp:
    """With each activity as `change` makes it."""

    def area(one: FollowedArea) -> FollowedArea:
        return replace(one, activities=tuple(map(change, one.activities)))

    agreements = (replace(one, areas=tuple(map(area, one.areas))) for one in found.agreements)
    return replace(found, agreements=tuple(agreements))


def _protected(one: Followed) -> Followed:
    frame, tally = one.progress.frame._replace(protected=True), one.progress.tally._replace(next_start=None)
    return replace(
        one,
        progress=one.progress._replace(frame=frame, tally=tally),
        held=tuple(replace(held, place="", note="") for held in one.held),
        ahead=(),
        withheld=one.withheld + len(one.ahead),
        deficiencies=tuple(replace(noted, spot="") for noted in one.deficiencies),
    )
