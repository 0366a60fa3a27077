"""Numbers of people that have been told to citizens, and what could be worked out of them.

Who knows the year and two of its tertials knows the third. So a number is not told where a whole, less those of its
parts that are told exactly, leaves at least one and fewer than the threshold, whether what is left has been published
as small or not at all. Stretches of time that overlap without one holding the other are not compared, nor what was
told of the same stretch before: that grows by what has happened since.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Told:
    """What was published about a stretch of time: numbers by name, also those that were too small to be shown."""

    period: Period
    numbers: Mapping[str, float]


def gives_away(name: str, here: Told, before: Iterable[Told], threshold: int) -> bool:
    """Whether telling `name` about `here` lets a small number be worked out, with what was told before."""
    known = [here, *(one for one in before if name in one.numbers and one.period != here.period)]
    for whole in known:
        parts = [one for one in known if _within(one.period, whole.period)]
        sets = [[one] for one in parts] + [_side_by_side(parts)]
        for some in sets:
            if here in (whole, *some) and 0 < _left(name, whole, some, threshold) < threshold:
                return True
    return False


def _left(name: str, whole: Told, parts: Sequence[Told], threshold: int) -> float:
    """Of the whole when the parts that are told exactly are taken from it; 0 where the whole is not."""
    exact = [one.numbers[name] for one in parts if not 0 < one.numbers[name] < threshold]
    is_told = whole.numbers[name] >= threshold
    return whole.numbers[name] - sum(exact) if is_told and parts else 0


def _within(part: Period, whole: Period) -> bool:
    return part != whole and whole.first <= part.first and part.last <= whole.last


def _side_by_side(parts: Iterable[Told]) -> list[Told]:
    """As many as there are that do not overlap."""
    found: list[Told] = []
    for one in sorted(parts, key=lambda part: (part.period.last, -part.period.first.toordinal())):
        if not found or found[-1].period.last < one.period.first:
            found.append(one)
    return found
