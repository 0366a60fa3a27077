"""Words that somebody wrote, and when: their "i går" is the day before that, whenever they are read."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Written:
    """`at` is aware, to the second."""

    text: str
    at: datetime

    def packed(self) -> str:
        """One text, for a form to carry."""
        return f"{self.at.timestamp():.0f}:{self.text}"


def unpacked(packed: str) -> Written:
    at, _, text = packed.partition(":")
    return Written(text, datetime.fromtimestamp(int(at), UTC))
