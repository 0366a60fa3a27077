"""Numbers of people that have been told to citizens, and what could be worked out of them.

Who keeps two versions of a page knows their difference: 12 in May and 13 in June are one person in June. So a number
that has been told of a stretch of time stands as it was until it differs by at least the threshold from all that were
told of it.

Who knows the year and two of its tertials knows the third. So a number is not told where a whole, less those of its
parts that are told exactly, leaves at least one and fewer than the threshold, whether what is left has been published
as small or not at all. Stretches of time that overlap without one holding the other are not compared.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.periods import Period

Number = tuple[Period, float]


@dataclass(frozen=True, slots=True)
class ToldNumbers:
    """What was published about a stretch of time: numbers by name, also those that were too small to be shown."""

    period: Period
    numbers: Mapping[str, float]


def tell(name: str, here: ToldNumbers, before: Collection[ToldNumbers], threshold: int) -> float | None:
    """The number to tell, which may be one that was told before; None where any would give a small one away.

    `before` is all that was published, the oldest first.
    """
    number = steady(name, here, before, threshold)
    shown = ToldNumbers(here.period, {name: number})
    return None if gives_away(name, shown, before, threshold) else number


def steady(name: str, here: ToldNumbers, before: Iterable[ToldNumbers], threshold: int) -> float:
    """The nearest number that was told of the same stretch, where it is nearer than the threshold."""
    now = here.numbers[name]
    told = [one.numbers[name] for one in before if name in one.numbers and one.period == here.period]
    near = [one for one in told if abs(one - now) < threshold and not _small(one, threshold)]
    return now if _small(now, threshold) else min(near, key=lambda one: abs(one - now), default=now)


def gives_away(name: str, here: ToldNumbers, before: Iterable[ToldNumbers], threshold: int) -> bool:
    """Whether telling `name` about `here` lets a small number be worked out, with what was told of other stretches."""
    new = (here.period, here.numbers[name])
    others = [(one.period, one.numbers[name]) for one in before if name in one.numbers and one.period != here.period]
    known = list(dict.fromkeys([new, *reversed(others)]))  # the newest first
    for whole in (one for one in known if one == new or _within(new[0], one[0])):
        parts = [one for one in known if _within(one[0], whole[0])]
        sets = [[one] for one in parts] + [_side_by_side(parts)]
        for some in sets:
            if new in (whole, *some) and 0 < _left(whole, some, threshold) < threshold:
                return True
    return False


def _small(number: float, threshold: int) -> bool:
    return 0 < number < threshold


def _left(whole: Number, parts: Sequence[Number], threshold: int) -> float:
    """Of the whole when the parts that are told exactly are taken from it; 0 where the whole is not."""
    exact = [number for _, number in parts if not _small(number, threshold)]
    is_told = whole[1] >= threshold
    return whole[1] - sum(exact) if is_told and parts else 0


def _within(part: Period, whole: Period) -> bool:
    return part != whole and whole.first <= part.first and part.last <= whole.last


def _side_by_side(parts: Iterable[Number]) -> list[Number]:
    """As many as there are that do not overlap, each as it was told last."""
    found: list[Number] = []
    for one in sorted(parts, key=lambda part: (part[0].last, -part[0].first.toordinal())):
        if not found or found[-1][0].last < one[0].first:
            found.append(one)
    return found
