"""Where an activity stands: what it is, what was counted, the verdict.

Values that storage fills, services judge and views show.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, NamedTuple

from pydantic import Field

from bot.domain.periods import Period
from bot.domain.progress import Tally, Verdict
from bot.domain.words import Form, GoalOrigin, Per

COUNT = "count"
"""What a frame's `goal_count` is called where it is stored: a tuple has a `count` of its own."""


class Frame(NamedTuple):
    """An activity with its agreement's years and, where there is one, the goal valid on the day asked about.

    `valid_from` and `valid_to` are the goal's days. `partly_counts`: so the agreement's coordinator has decided.
    """

    activity_id: int
    focus_area_id: int
    focus_area: str
    title: str
    kind: str
    form: Form
    protected: bool
    agreement_id: int
    first_month: int
    period_start: date
    period_end: date
    origin: GoalOrigin | None
    goal_count: Annotated[int | None, Field(alias=COUNT)]
    unit: str | None
    per: Per | None
    decided_by: str | None
    decided_on: date | None
    valid_from: date | None
    valid_to: date | None
    partly_counts: bool = False


class ActivityProgress(NamedTuple):
    """An activity in `period`: the agreement's current year (for a goal per period: the whole period) or what was asked
    about, within the goal's days.

    `missing_since` is the oldest day that lacks its report. `ended`: its agreement is over, nothing more comes of it.
    """

    frame: Frame
    period: Period
    tally: Tally
    verdict: Verdict
    expected: int
    measures: Mapping[str, float]
    missing_since: date | None = None
    ended: bool = False


def when_ended(one: ActivityProgress) -> ActivityProgress:
    """Of an agreement that is over. What was to be delivered and was not is late, though no day was ever set."""
    is_late = one.frame.form is Form.DELIVERABLE and one.verdict in (Verdict.NOT_STARTED, Verdict.ON_TRACK)
    return one._replace(ended=True, verdict=Verdict.BEHIND if is_late else one.verdict)
