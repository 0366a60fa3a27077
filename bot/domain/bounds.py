"""How often something may be asked for. Times are seconds of any clock that does not go back."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Bounds:
    """At most `each` times for one asker and `altogether` for everybody, in every `seconds` from the first."""

    each: int
    altogether: int
    seconds: float
    _asked: Counter[Hashable] = field(default_factory=Counter)
    _since: float = float("-inf")

    def allows(self, asker: Hashable, now: float) -> bool:
        """Counts what it allows; what is refused costs nothing, so the counts stay few."""
        if now - self._since >= self.seconds:
            self._asked.clear()
            self._since = now
        if self._asked[asker] >= self.each or self._asked.total() >= self.altogether:
            return False
        self._asked[asker] += 1
        return True
