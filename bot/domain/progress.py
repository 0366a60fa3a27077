"""How an activity is going, defined once.

Done       what counts towards the goal, in the goal's unit. Partly done counts 0 and is shown beside ("+2 delvis"),
           unless the agreement says `partly_counts`: then it counts as 1, and is shown as part ("varav 2 delvis").
Expected   what the plan had by today, whether it was done, was not, or lacks its report. Where less is planned than
           the goal, the unplanned rest is expected at an even pace; where more is planned, the goal's share of it.
           A goal that is a number in the reports, not of occurrences, is expected at an even pace alone.
Verdict    the first that holds:
  klar                  the goal is reached; a deliverable is done
  behövdes inte         of what happens when needed, all reports say that it was not
  går inte att bedöma   no goal to compare with: counts are shown, and that there is no goal
  ligger efter          less done than expected, even if all that lacks its report was done; a deliverable past its day
  risk                  nobody can say that it is behind, but (a) only what lacks its report makes up for the lag, or
                        (b) it had been planned in full, and what is done, lacks its report and is ahead no longer
                        reaches the goal: something was called off, and nothing stands instead
  inte påbörjad         nothing done, and nothing expected yet
  enligt plan           everything else, and a part of the year in which nothing was to be done

What was not needed lowers neither the goal nor what was expected. Who set the goal changes no verdict: promised and
planned are judged alike, and told apart in the text; of both, the promised one. So are those that nobody had planned,
which count towards the goal like the others: "24 av 24 planerade, och 1 som inte var planerad". Continuous work without
a goal is never judged: its counts are shown, and how old the newest report is. Found and effect are no part of this.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from bot.domain.words import Form, GoalOrigin, Reason


class Verdict(StrEnum):
    """In order of urgency: what a chief should read first stands first."""

    BEHIND = "behind"
    RISK = "risk"
    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    CANNOT_ASSESS = "cannot_assess"
    FINISHED = "finished"
    NOT_NEEDED = "not_needed"


URGENT = frozenset({Verdict.BEHIND, Verdict.RISK})
"""Told in full, with the reasons."""


NO_REASONS: Mapping[Reason, int] = {}  # plain: a proxy could not go to the process that writes Word


class Tally(NamedTuple):
    """One activity in one period. `done`, `unplanned` and `goal` are in the goal's unit, the others count occurrences
    or reports.

    `planned_to_date` is what was planned to be over by now; what was called off beforehand is in neither `planned_*`,
    only in `cancelled`. `ahead` is not over and not reported. Where the goal is a number that reports hold (households
    reached), these four are 0: no plan says how large it will be. `unplanned` is the part of `done` in no plan.
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
    not_done_reasons: Mapping[Reason, int] = NO_REASONS
    goal: int | None = None
    goal_origin: GoalOrigin | None = None
    newest_report: date | None = None
    next_start: datetime | None = None
    unplanned: int = 0
    cancelled: int = 0
    ahead: int = 0

    @property
    def beside(self) -> int:
        """What is more than was planned, and stood in no plan: "24 av 24 planerade" never becomes 25."""
        if self.goal_origin is not GoalOrigin.PLANNED or not self.planned_total or not self.goal:
            return 0
        return min(self.unplanned, max(self.done - self.goal, 0))


def expected(tally: Tally, elapsed: Fraction) -> int:
    """Expected by now, in whole units rounded down; `elapsed` is how much of the goal's period is over, 0 to 1."""
    if tally.goal is None:
        return tally.planned_to_date
    if tally.planned_total > tally.goal:
        return tally.goal * tally.planned_to_date // tally.planned_total
    unplanned = tally.goal - tally.planned_total
    return tally.planned_to_date + unplanned * elapsed.numerator // elapsed.denominator


def assess(tally: Tally, awaited: int) -> Verdict:
    """`awaited` is what was expected by now."""
    if tally.form is Form.DELIVERABLE:
        return _assess_deliverable(tally)
    if tally.goal and tally.done >= tally.goal:
        return Verdict.FINISHED
    if tally.form is Form.WHEN_NEEDED and _never_needed(tally):
        return Verdict.NOT_NEEDED
    if tally.goal is None:
        return Verdict.CANNOT_ASSESS
    return _assess_goal(tally, tally.goal, awaited)


def _assess_goal(tally: Tally, goal: int, awaited: int) -> Verdict:
    if tally.done + tally.missing_reports < awaited:
        return Verdict.BEHIND
    if tally.done < awaited or _falls_short(tally, goal):
        return Verdict.RISK
    return Verdict.ON_TRACK if tally.done or tally.partly or awaited or not goal else Verdict.NOT_STARTED


def _assess_deliverable(tally: Tally) -> Verdict:
    if tally.done:
        return Verdict.FINISHED
    if tally.planned_to_date:
        return Verdict.RISK if tally.missing_reports else Verdict.BEHIND
    return Verdict.ON_TRACK if tally.partly else Verdict.NOT_STARTED


def _falls_short(tally: Tally, goal: int) -> bool:
    planned_in_full = tally.planned_total + tally.cancelled >= goal
    return planned_in_full and tally.done + tally.missing_reports + tally.ahead < goal


def _never_needed(tally: Tally) -> bool:
    return tally.not_needed > 0 and not (tally.done or tally.partly or tally.not_done or tally.unknown)
