"""How an activity is going, defined once.

Done       what counts towards the goal, in the goal's unit. Partly done counts 0 and is shown beside ("+2 delvis").
Expected   what the plan had by today, whether it was done, was not, or lacks its report. Where less is planned than
           the goal, the unplanned rest is expected at an even pace; where more is planned, the goal's share of it.
           A goal that is a number in the reports, not of occurrences, is expected at an even pace alone.
Verdict    the first that holds:
  klar                  the goal is reached; a deliverable is done
  behövdes inte         of what happens when needed, all reports say that it was not
  går inte att bedöma   nobody has set a goal: counts are shown, and that there is no goal
  ligger efter          less done than expected; a deliverable past its due date
  inte påbörjad         nothing done, and nothing expected yet
  enligt plan           everything else

What was not needed lowers neither the goal nor what was expected. Who set the goal changes no verdict: promised and
planned are judged alike, and told apart in the text. So are those that nobody had planned, which count towards the goal
like the others: "24 av 24 planerade, och 1 som inte var planerad".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from bot.domain.words import Form, GoalOrigin, Reason


class Verdict(StrEnum):
    """In order of urgency: what a chief should read first stands first."""

    BEHIND = "behind"
    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    CANNOT_ASSESS = "cannot_assess"
    FINISHED = "finished"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Tally:
    """One activity in one period. `done`, `unplanned` and `goal` are in the goal's unit, the others count occurrences
    or reports.

    `planned_to_date` is what was planned to be over by now; cancelled occurrences are in neither `planned_*`. Where the
    goal is a number that reports hold (households reached), both are 0: no plan says how large it will be.
    `unplanned` is the part of `done` that stood in no plan.
    """

    form: Form
    done: int = 0
    partly: int = 0
    not_done: int = 0
    not_needed: int = 0
    unknown: int = 0
    planned_to_date: int = 0
    planned_total: int = 0
    missing_reports: int = 0
    not_done_reasons: Mapping[Reason, int] = field(default_factory=dict)
    goal: int | None = None
    goal_origin: GoalOrigin | None = None
    newest_report: date | None = None
    next_start: datetime | None = None
    unplanned: int = 0

    @property
    def beside(self) -> int:
        """What is more than was planned, and stood in no plan: "24 av 24 planerade" never becomes 25."""
        if self.goal_origin is not GoalOrigin.PLANNED or not self.planned_total or not self.goal:
            return 0
        return min(self.unplanned, max(self.done - self.goal, 0))


def expected(tally: Tally, elapsed: Fraction | float) -> int:
    """Expected by now, in whole units rounded down; `elapsed` is how much of the goal's period is over, 0 to 1."""
    if not tally.goal:
        return tally.planned_to_date
    if tally.planned_total > tally.goal:
        return tally.goal * tally.planned_to_date // tally.planned_total
    unplanned = tally.goal - tally.planned_total
    return tally.planned_to_date + (int(unplanned * elapsed) if unplanned else 0)


def assess(tally: Tally, elapsed: Fraction | float) -> Verdict:
    if tally.form is Form.DELIVERABLE:
        return _assess_deliverable(tally)
    if tally.goal and tally.done >= tally.goal:
        return Verdict.FINISHED
    if tally.form is Form.WHEN_NEEDED and _never_needed(tally):
        return Verdict.NOT_NEEDED
    if not tally.goal:
        return Verdict.CANNOT_ASSESS
    awaited = expected(tally, elapsed)
    if tally.done < awaited:
        return Verdict.BEHIND
    return Verdict.ON_TRACK if tally.done or tally.partly or awaited else Verdict.NOT_STARTED


def _assess_deliverable(tally: Tally) -> Verdict:
    if tally.done:
        return Verdict.FINISHED
    if tally.planned_to_date:
        return Verdict.BEHIND
    return Verdict.ON_TRACK if tally.partly else Verdict.NOT_STARTED


def _never_needed(tally: Tally) -> bool:
    return tally.not_needed > 0 and not (tally.done or tally.partly or tally.not_done or tally.unknown)
