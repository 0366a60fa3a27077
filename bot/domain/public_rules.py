"""What citizens may see of a follow-up: what was promised and what came of it, nothing that points at a person.

Promised  only a number that stands in the agreement. One that was planned is not shown at all, nor what it was judged
          against it.
Small     what counts people, what they drive or are suspected of is "färre än 5" where it is at least 1 and under the
          threshold. Each such number stands once, for one activity: no sum is shown that it could be taken out of. Of
          another stretch of time, or of the same at another time, it could be: see `public_numbers`.
Protected what is over has its days, never its place; of what is ahead there is only a count for the whole page.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from bot.domain import measures as m
from bot.domain import progress_deviations
from bot.domain.calendar import local_day
from bot.domain.follow_up import Ahead, Followed, FollowedAgreement, FollowedArea, FollowUp, changed
from bot.domain.kinds import kind
from bot.domain.measures import Measure, MeasureGroup
from bot.domain.periods import Period
from bot.domain.progress import Verdict
from bot.domain.public_follow_up import (
    UNTOLD,
    Figure,
    Promise,
    PublicActivity,
    PublicAgreement,
    PublicArea,
    PublicFollowUp,
)
from bot.domain.public_numbers import ToldNumbers, tell
from bot.domain.swedish import number
from bot.domain.words import AgreementState, DeficiencyState, Form, GoalOrigin, OutcomeStatus

COUNTS_PEOPLE = frozenset(
    one.key
    for one in (
        m.ATTENDANCE, m.TALKS, m.REPLIES, m.REACHED, m.HOUSEHOLDS, m.VEHICLES, m.MODIFIED_CARS, m.BREATH_TESTS,
    )
)  # fmt: skip
CLOSED = (AgreementState.ENDED, AgreementState.TERMINATED, AgreementState.REPLACED)


def public(
    found: FollowUp,
    *,
    threshold: int,
    earlier: Iterable[FollowedAgreement] = (),
    told: Collection[ToldNumbers] = (),
    today: date | None = None,
) -> PublicFollowUp:
    """`earlier` are agreements that were over when the period began: what was promised stays to be seen.

    `told` is what has been published already, the oldest first. `today` is given where the numbers are older: what was
    ahead then may be over.
    """
    made_on = local_day(found.made_at)
    teller = _Teller(threshold, told, found.period, today or made_on)
    over = [one for one in found.agreements if one.state in CLOSED or one.period.last < teller.today]
    before = [(one, teller.over(one.period)) for one in earlier]
    return PublicFollowUp(
        place=found.place,
        period=found.period,
        made_on=made_on,
        current=tuple(_agreement(one, teller) for one in found.agreements if one not in over),
        closed=tuple(_agreement(one, teller, over=True) for one in over),
        earlier=tuple(_agreement(one, of_then, over=True) for one, of_then in before),
        newest=found.newest,
        missing=found.missing,
        withheld=teller.count(found.withheld) if found.withheld else "",
        threshold=threshold,
        unchanged=teller.unchanged + sum(of_then.unchanged for _, of_then in before),
        people=teller.people,
        people_before=tuple(ToldNumbers(one.period, of_then.people) for one, of_then in before if of_then.people),
    )


def with_plans_of(latest: FollowUp, settled: FollowUp) -> FollowUp:
    """The numbers that were settled, and what is ahead by now: what was moved or called off since is not promised."""
    by_id = {one.progress.frame.activity_id: one for one in latest.activities() if not one.via}

    def planned(one: Followed) -> Followed:
        now = None if one.via else by_id.get(one.progress.frame.activity_id)
        return replace(one, ahead=now.ahead if now else (), withheld=now.withheld if now else 0)

    return changed(settled, planned)


class _Teller:
    """Tells numbers of a stretch of time, and remembers those of people."""

    def __init__(self, threshold: int, told: Collection[ToldNumbers], period: Period, today: date) -> None:
        self.today = today
        self.people: dict[str, float] = {}
        self.unchanged = 0
        self._threshold = threshold
        self._told = told
        self._period = period

    def over(self, period: Period) -> "_Teller":
        """For another stretch."""
        return _Teller(self._threshold, self._told, period, self.today)

    def count(self, value: float) -> str:
        return f"färre än {self._threshold}" if 0 < value < self._threshold else number(value)

    def measure(self, activity_id: int, measure: Measure, value: float) -> str:
        if not _points_at_people(measure):
            return number(value)
        name = f"{activity_id}:{measure.key}"
        told = tell(name, ToldNumbers(self._period, {name: value}), self._told, self._threshold)
        if told is None:
            return UNTOLD
        self.people[name] = told
        self.unchanged += told != value
        return self.count(told)


def _points_at_people(measure: Measure) -> bool:
    return _group(measure) is MeasureGroup.FOUND or measure.key in COUNTS_PEOPLE


def _group(measure: Measure) -> MeasureGroup:
    """What a walk notes is no offence."""
    return MeasureGroup.DONE if measure is m.DEFICIENCIES else measure.group


def _agreement(one: FollowedAgreement, teller: _Teller, *, over: bool = False) -> PublicAgreement:
    return PublicAgreement(
        title=one.title,
        kind=one.kind,
        state=one.state,
        period=one.period,
        example=one.example,
        signed=one.signed,
        partners=one.partners,
        spokesperson=one.spokesperson,
        areas=tuple(area for area in (_area(area, teller) for area in one.areas) if area.activities),
        via=tuple((some.progress.frame.title, some.via) for some in one.activities() if some.via),
        over=over,
    )


def _area(area: FollowedArea, teller: _Teller) -> PublicArea:
    """What is counted in another agreement stands there, once."""
    told = tuple(_activity(one, teller) for one in area.activities if not one.via)
    return PublicArea(area.title, area.problem, area.goal, told)


def _activity(one: Followed, teller: _Teller) -> PublicActivity:
    frame, tally = one.progress.frame, one.progress.tally
    promise = _promise(one)
    judged = promise is not None or frame.form is Form.DELIVERABLE or one.progress.verdict is Verdict.NOT_NEEDED
    over = [held for held in one.held if held.status in (OutcomeStatus.DONE, OutcomeStatus.PARTLY)]
    counted = [held for held in over if held not in one.uncounted]
    return PublicActivity(
        title=frame.title,
        kind=frame.kind,
        form=frame.form,
        promise=promise,
        verdict=one.progress.verdict if judged else None,
        done=_done(one, teller),
        partly=tally.partly,
        deviations=progress_deviations.gone_otherwise(one.progress),
        figures=_figures(one, MeasureGroup.DONE, teller),
        found=_figures(one, MeasureGroup.FOUND, teller),
        deficiencies=_deficiencies(one),
        held=tuple(Ahead(held.day, held.label, "" if frame.protected else held.place) for held in counted),
        counted=one.progress.period,
        uncounted=len(over) - len(counted),
        ahead=() if frame.protected else tuple(some for some in one.ahead if some.label or some.day >= teller.today),
        more=one.withheld > 0 or (frame.protected and bool(one.ahead)),
        parties=tuple(filter(None, (one.lead, *one.parties))),
        ended=one.progress.ended,
    )


def _promise(one: Followed) -> Promise | None:
    frame, tally = one.progress.frame, one.progress.tally
    if frame.origin is not GoalOrigin.PROMISED or not tally.goal or frame.goal_count is None or frame.per is None:
        return None
    return Promise(frame.goal_count, frame.unit or kind(frame.kind).goal_unit, frame.per, tally.goal)


def _done(one: Followed, teller: _Teller) -> str:
    """In the goal's unit; where that is a number of people, as careful as any other number of them."""
    frame, done = one.progress.frame, one.progress.tally.done
    measure = kind(frame.kind).goal_measure
    if not done or frame.form is Form.DELIVERABLE:
        return ""
    if measure is None:
        return number(done)
    return teller.measure(frame.activity_id, kind(frame.kind).measure(measure), done)


def _figures(one: Followed, group: MeasureGroup, teller: _Teller) -> tuple[Figure, ...]:
    """Not what counts towards the goal, which is told already."""
    sums, of_kind = one.progress.measures, kind(one.progress.frame.kind)
    told = [measure for measure in of_kind.measures if _group(measure) is group and measure.key in sums]
    return tuple(
        Figure(measure.label, teller.measure(one.progress.frame.activity_id, measure, sums[measure.key]))
        for measure in told
        if measure.key != of_kind.goal_measure and not (measure is m.DEFICIENCIES and one.deficiencies)
    )


def _deficiencies(one: Followed) -> tuple[tuple[DeficiencyState, int], ...]:
    states = Counter(noted.state for noted in one.deficiencies)
    return tuple((state, states[state]) for state in DeficiencyState if states[state])
