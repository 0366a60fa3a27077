"""What a chart of how it is going shows: of each activity that has a number to reach, what is done beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.progress import Verdict
from bot.domain.progress_text import called, short
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import sentence
from bot.domain.words import Form, GoalOrigin

MOST = 20
LONGEST_LABEL = 20
"""So many bars, and signs below a bar, Slack draws."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """`label` is its own and short, `called` as it is; `expected` is None when the time is over.

    `said` is "21 av 24 planerade".
    """

    label: str
    called: str
    done: int
    expected: int | None
    goal: int
    origin: GoalOrigin | None
    said: str


def rows(activities: Iterable[ActivityProgress], today: date) -> list[ChartRow]:
    """The most urgent first."""
    found = list(activities)
    drawn = sorted((one for one in found if is_drawn(one)), key=lambda one: [*Verdict].index(one.verdict))
    frames = [one.frame for one in found]
    made: list[ChartRow] = []
    for one in drawn[:MOST]:
        name = sentence(called(one.frame, frames))
        made.append(_row(one, name, _label(name, {row.label for row in made}), today))
    return made


def is_drawn(one: ActivityProgress) -> bool:
    return one.tally.goal is not None and one.tally.form is not Form.DELIVERABLE


def _row(one: ActivityProgress, name: str, label: str, today: date) -> ChartRow:
    expected = one.expected if today <= one.period.last else None
    said = short(one, with_origin=True)
    return ChartRow(label, name, one.tally.done, expected, one.tally.goal or 0, one.tally.goal_origin, said)


def _label(name: str, taken: set[str]) -> str:
    """Cut, and with a number where two would be alike."""
    label, number = _cut(name, LONGEST_LABEL), 1
    while label in taken:
        number += 1
        label = f"{_cut(name, LONGEST_LABEL - len(str(number)) - 1)} {number}"
    return label


def _cut(name: str, longest: int) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"
