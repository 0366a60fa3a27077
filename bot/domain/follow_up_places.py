"""The municipalities of a police area side by side: what is counted in each, and how it stands."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain import progress_text
from bot.domain.kinds import kind
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import joined, sort_key
from bot.domain.words import Form, GoalOrigin

NOTHING_AGREED = "inget gällde"
Judged = tuple[ActivityProgress, ActivityProgress | None]
Agreed = Mapping[tuple[str, ...], Sequence[Judged]]
"""By the names of the municipalities: each activity as it is judged, and by what was planned where both are."""


@dataclass(frozen=True, slots=True)
class FollowedPlace:
    """Sums of the activities that have a number, of times and not of what reports count; None where none has.

    `state` says in words how all the activities stand. What several municipalities have agreed on together is a place
    of its own.
    """

    name: str
    promised: int | None
    planned: int | None
    done: int
    expected: int
    missing: int
    state: str


def side_by_side(agreed: Agreed, every: Collection[str], *, over: bool) -> tuple[FollowedPlace, ...]:
    """Each of `every` municipality has its row, also where nothing was agreed on."""
    rows = [_place(joined(names), activities, over=over) for names, activities in agreed.items()]
    rows += [_place(name, [], over=over) for name in every if not any(name in names for names in agreed)]
    return tuple(sorted(rows, key=lambda one: sort_key(one.name)))


def _place(name: str, activities: Sequence[Judged], *, over: bool) -> FollowedPlace:
    own = [one for one, _ in activities]
    numbered = [one for one in own if _is_counted(one)]
    both = [one for pair in activities for one in pair if one and _is_counted(one)]
    return FollowedPlace(
        name=name,
        promised=_goals(both, GoalOrigin.PROMISED),
        planned=_goals(both, GoalOrigin.PLANNED),
        done=sum(one.tally.done for one in numbered),
        expected=sum(one.expected for one in numbered),
        missing=sum(one.tally.missing_reports for one in own),
        state=progress_text.summary(own, over=over, noun=False) if own else NOTHING_AGREED,
    )


def _is_counted(one: ActivityProgress) -> bool:
    measured = kind(one.frame.kind).goal_measure is not None
    return one.tally.goal is not None and one.frame.form is not Form.DELIVERABLE and not measured


def _goals(numbered: Iterable[ActivityProgress], origin: GoalOrigin) -> int | None:
    goals = [one.tally.goal or 0 for one in numbered if one.tally.goal_origin is origin]
    return sum(goals) if goals else None
