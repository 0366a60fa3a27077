"""What the numbers of a report come to. What cannot be counted with certainty is kept to be asked about."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.domain.measures import HOURS
from bot.domain.reading.numbers import Pair
from bot.domain.reading.units import IN_HOURS, OCCURRENCES, measure

PERCENT = "procent"


@dataclass(slots=True)
class Tally:
    measures: dict[str, float] = field(default_factory=dict)
    count: int | None = None
    read: list[Pair] = field(default_factory=list)
    unread: list[Pair] = field(default_factory=list)

    def add(self, pair: Pair) -> None:
        counted = self._count(pair) if pair.key == OCCURRENCES else self._measure(pair)
        (self.read if counted else self.unread).append(pair)

    def _count(self, pair: Pair) -> bool:
        if self.count is not None or not pair.value or pair.value != int(pair.value) or pair.percent:
            return False
        self.count = int(pair.value)
        return True

    def _measure(self, pair: Pair) -> bool:
        key = HOURS.key if pair.key in IN_HOURS else pair.key
        if pair.value is None or (key in self.measures and not self._continues(pair)):
            return False
        if key not in IN_HOURS and not pair.percent and isinstance(pair.value, int):
            self.measures[key] = pair.value
            return True
        asked = measure(key)
        value = pair.value * IN_HOURS.get(pair.key, 1)
        if pair.percent > (asked.unit == PERCENT) or (value != int(value) and not asked.decimal):
            return False
        self.measures[key] = _plain(self.measures.get(key, 0) + value)
        return True

    def _continues(self, pair: Pair) -> bool:
        """ "1 timme 30 minuter" is one time in two parts; "20 fordon, 25 fordon" may be anything."""
        return pair.key in IN_HOURS and {pair.key} != {each.key for each in self.read if each.key in IN_HOURS}


def tally(pairs: Iterable[Pair]) -> Tally:
    result = Tally()
    for pair in pairs:
        result.add(pair)
    return result


def _plain(value: float) -> float:
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded
