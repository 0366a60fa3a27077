"""Which days suit a plan, and how a number of occurrences is spread evenly over them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from bot.domain.calendar import SATURDAY, eves, red_days
from bot.domain.periods import Period
from bot.domain.school_holidays import Habit, NamedHoliday, holiday_on

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Taste:
    """Without a weekday any from Monday to Friday will do; `avoid_red` means red days and their eves."""

    weekday: int | None = None
    avoid_red: bool = True
    school: Habit = Habit.EITHER
    holidays: tuple[NamedHoliday, ...] = ()

    def why_not(self, day: date) -> str | None:
        """What the day is, when that is to be avoided: "annandag påsk", "höstlov"."""
        return self._red(day) or (self._school(day) if self.school is Habit.AVOID else None)

    def likes(self, day: date) -> bool:
        return self.school is Habit.PREFER and self._school(day) is not None

    def on_weekday(self, day: date) -> bool:
        return day.weekday() < SATURDAY if self.weekday is None else day.weekday() == self.weekday

    def cost(self, day: date) -> int:
        """0 suits; a red day is worst, then a weekend that was not asked for, another weekday, a school holiday."""
        weekend = day.weekday() >= SATURDAY and not self.on_weekday(day)
        avoided = self.school is Habit.AVOID and self._school(day) is not None
        return 8 * (self._red(day) is not None) + 4 * weekend + 2 * (not self.on_weekday(day)) + avoided

    def _red(self, day: date) -> str | None:
        return red_days(day.year).get(day) or eves(day.year).get(day) if self.avoid_red else None

    def _school(self, day: date) -> str | None:
        return holiday_on(day, self.holidays)


def days_for(count: int, span: Period, taste: Taste) -> list[date]:
    """`count` days evenly over those that suit; only when they are too few, over the next best too."""
    days = _enough(count, sorted(span.each_day(), key=taste.cost), taste.cost)
    return evenly(count, days, taste.likes)


def evenly(count: int, items: Sequence[T], liked: Callable[[T], bool] = lambda _: False) -> list[T]:
    """One of each of `count` equal stretches of `items`: the middle one, or the liked one that is nearest to it.

    An item comes twice only when there are too few.
    """
    return [_of_stretch(number, count, items, liked) for number in range(count)] if items else []


def _of_stretch(number: int, count: int, items: Sequence[T], liked: Callable[[T], bool]) -> T:
    first, end = (edge * len(items) // count for edge in (number, number + 1))
    middle = (2 * number + 1) * len(items) // (2 * count)
    near = sorted(range(first, end), key=lambda index: abs(index - middle))
    return items[next((index for index in near if liked(items[index])), middle)]


def _enough(count: int, by_cost: Sequence[date], cost: Callable[[date], int]) -> list[date]:
    """All that suit as well as the best; what is missing then is taken where the gaps are widest."""
    found: list[date] = []
    for wanted in sorted({cost(day) for day in by_cost}):
        some = [day for day in by_cost if cost(day) == wanted]
        missing = count - len(found)
        if missing <= 0:
            break
        found += some if not found or len(some) <= missing else _in_gaps(missing, some, found)
    return sorted(found)


def _in_gaps(count: int, some: Iterable[date], taken: Sequence[date]) -> list[date]:
    near = {day: min(abs((day - other).days) for other in taken) for day in some}
    found: list[date] = []
    for _ in range(count):
        best = max(near, key=lambda day: (near[day], -day.toordinal()))
        found.append(best)
        del near[best]
        near = {day: min(gap, abs((day - best).days)) for day, gap in near.items()}
    return found
