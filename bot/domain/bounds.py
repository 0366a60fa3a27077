"""How often something may be asked for. Times are seconds of any clock that does not go back."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Bounds:
    """Counts anew when `seconds` have passed since the first that was counted."""

    seconds: float
    _asked: Counter[Hashable] = field(default_factory=Counter)
    _since: float = float("-inf")

    def allows(self, asker: Hashable, most: int, now: float) -> bool:
        """At most so many times for one asker. What is refused is not counted."""
        if now - self._since >= self.seconds:
            self._asked.clear()
            self._since = now
        if self._asked[asker] >= most:
            return False
        self._asked[asker] += 1
        return True
