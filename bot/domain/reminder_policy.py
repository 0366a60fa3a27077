"""Which reminders an occurrence has: for whom, which, when. Everything else about reminders follows from this.

Form          before, to those who take part                  asked afterwards, the lead
dated         as the kind says (a week, a day, two hours)     when it ends
window        their first working morning, if over a week     15.00, their last working day of it
continuous    –                                               09.00, their last working day of it
when_needed   –                                               09.00, their last working day of it
deliverable   30 and 7 days before it is due                  15.00, their last working day of it

What would come in a bad time before an occurrence comes earlier, never later (see `good_times`). Hours before it people
are on duty, and only quiet hours count. Protected activities keep their own hours. What happens more often than every
fortnight is not announced. How the asking goes on when nobody reports: see `reminder_ladder`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise
from statistics import median

from bot.domain import spans
from bot.domain.calendar import DAY, at, local_day, to_utc, wall_time
from bot.domain.good_times import awake_after, awake_before, good_before, is_away, morning, working_day_after
from bot.domain.kinds import Kind
from bot.domain.manners import Manners, Wants
from bot.domain.periods import Period
from bot.domain.words import Form, Part, Step

MORNING = time(8)
HALF_DAY = timedelta(hours=12)
TWO_DAYS = timedelta(days=2)
WEEK = timedelta(days=7)
ENOUGH = timedelta(hours=1)
"""Before an early occurrence: as soon as quiet hours are over still helps, and is nearer than the evening before."""
FORTNIGHT_DAYS = 14
A_RHYTHM = 3
"""Occurrences; two that happen to stand close have none."""
DELIVERABLE_BEFORE = {Step.DUE_SOON: timedelta(days=30), Step.WEEK_BEFORE: WEEK}

BEFORE = frozenset({Step.WEEK_BEFORE, Step.DAY_BEFORE, Step.HOURS_BEFORE, Step.DUE_SOON})

FIRST = (Part.LEAD, Part.PARTICIPANT, Part.SUBSTITUTE)

Times = Mapping[Step, datetime]
Named = Sequence[tuple[int, Part]]
"""Ids of people, and what they are on the occurrence."""


@dataclass(frozen=True, slots=True)
class PlannedReminder:
    """One reminder to one person, at an instant in UTC."""

    person_id: int
    step: Step
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """Of an occurrence. Forms of whole days (all but dated) begin and end at midnight in Stockholm, the end after the
    last day. `frequent`: of an activity that is too common to be announced. `absent_at`, `unknown_at`: when the lead
    answered that they were not there, and the substitute that they do not know. `entered_late_at`: when it was planned
    or moved, if it was over by then.
    """

    form: Form
    kind: Kind
    starts_at: datetime
    ends_at: datetime
    protected: bool = False
    frequent: bool = False
    absent_at: datetime | None = None
    unknown_at: datetime | None = None
    entered_late_at: datetime | None = None

    @property
    def days(self) -> Period:
        return spans.days(self.form, self.starts_at, self.ends_at)


@dataclass(frozen=True, slots=True)
class Involved:
    person_id: int
    part: Part
    manners: Manners

    def wants(self, kind: Kind) -> bool:
        return kind.key not in self.manners.muted


def is_frequent(starts: Iterable[datetime]) -> bool:
    """Whether occurrences that begin then follow upon each other within less than a fortnight, as a rule."""
    days = sorted(local_day(start) for start in starts)
    return len(days) >= A_RHYTHM and median((b - a).days for a, b in pairwise(days)) < FORTNIGHT_DAYS


def present(facts: Facts, named: Named, manners: Mapping[int, Manners]) -> list[Involved]:
    """Who will be on it: for those who are away, whoever stands in. Nobody comes twice."""
    parts: dict[int, Part] = {}
    for person_id, part in sorted(named, key=lambda one: FIRST.index(one[1])):
        there = _there(facts, person_id, part, named, manners)
        if there is not None:
            parts.setdefault(there, part)
    return [Involved(person_id, part, manners[person_id]) for person_id, part in parts.items()]


def stands_in_for(
    facts: Facts, named: Named, manners: Mapping[int, Manners], person_id: int
) -> tuple[int, Part] | None:  # fmt: skip
    """Who is away and has this person instead, and as what; None for who stands in for nobody."""
    for absent_id, part in sorted(named, key=lambda one: FIRST.index(one[1])):
        if absent_id != person_id and _there(facts, absent_id, part, named, manners) == person_id:
            return absent_id, part
    return None


def replaced_by(
    facts: Facts, named: Named, manners: Mapping[int, Manners], person_id: int
) -> tuple[Part, int | None] | None:  # fmt: skip
    """Of somebody who is away: as what, and who does it instead, if anybody does; None for who is there."""
    part = next((its_part for one, its_part in named if one == person_id), Part.SUBSTITUTE)
    instead = _there(facts, person_id, part, named, manners)
    return None if instead == person_id else (part, instead)


def before(facts: Facts, person: Involved) -> list[PlannedReminder]:
    """What somebody who takes part is told, in order of time."""
    if facts.frequent or person.manners.wants is Wants.WEEKLY or not person.wants(facts.kind):
        return []
    announced = _announced(facts, person.manners).items()
    moved = ((step, _moved(facts, person.manners, step, moment)) for step, moment in announced)
    # Two that would come together are one: the later.
    by_time = {moment: step for step, moment in moved if moment is not None}
    return [PlannedReminder(person.person_id, step, moment) for moment, step in by_time.items()]


def is_too_late(step: Step, due_at: datetime, happens_at: datetime, now: datetime, late_limit: timedelta) -> bool:
    """Whether to show it as missed instead of sending it: "i morgon" must not come when the occurrence has begun.

    `happens_at` is the start, or for a deliverable when it is due.
    """
    return now > due_at + late_limit or (step in BEFORE and now >= happens_at)


def _there(
    facts: Facts, person_id: int, part: Part, named: Named, manners: Mapping[int, Manners]
) -> int | None:  # fmt: skip
    """The person, or whoever does it instead; None when nobody does."""
    own = manners[person_id]
    if part is Part.SUBSTITUTE or not is_away(own, facts.days):
        return person_id
    chosen = (away.substitute_id for away in own.away if away.covers(facts.days.first))
    # Time and place of what is protected are only for those named.
    allowed = {one for one, _ in named} if facts.protected else manners.keys()
    wished = [one for one in chosen if one in allowed]
    if part is Part.LEAD:
        wished += [one for one, its_part in named if its_part is Part.SUBSTITUTE]
    return next((one for one in wished if one is not None and not is_away(manners[one], facts.days)), None)


def _announced(facts: Facts, manners: Manners) -> Times:
    """Before anybody's manners, but for the morning on which a long window opens to them."""
    match facts.form:
        case Form.DATED:
            # Longest first: of two with the same step the later one stands, as steps are unique.
            ahead = sorted(facts.kind.remind_before, reverse=True)
            return {_step(one): _ahead_of(facts.starts_at, one) for one in ahead}
        case Form.DELIVERABLE:
            return {step: at(facts.days.last - ahead, MORNING) for step, ahead in DELIVERABLE_BEFORE.items()}
        case Form.WINDOW if wall_time(facts.ends_at) - wall_time(facts.starts_at) > WEEK:
            opens = working_day_after(manners, facts.days.first - DAY, 1)
            return {Step.OPENS: morning(manners, opens)} if opens and opens <= facts.days.last else {}
        case _:
            return {}


def _moved(facts: Facts, manners: Manners, step: Step, moment: datetime) -> datetime | None:
    if facts.protected or step is Step.OPENS:
        return moment
    if step is not Step.HOURS_BEFORE:
        return good_before(manners, moment)
    later = awake_after(manners, moment)
    return later if later <= facts.starts_at - ENOUGH else awake_before(manners, moment)


def _step(ahead: timedelta) -> Step:
    if ahead >= TWO_DAYS:
        return Step.WEEK_BEFORE
    return Step.DAY_BEFORE if ahead >= HALF_DAY else Step.HOURS_BEFORE


def _ahead_of(starts_at: datetime, ahead: timedelta) -> datetime:
    """Days are taken from the clock on the wall: a day before 18.00 is 18.00 also when clocks change between."""
    return starts_at - ahead if ahead < HALF_DAY else to_utc(wall_time(starts_at) - ahead)
