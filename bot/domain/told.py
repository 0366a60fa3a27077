"""Where, when and with whom something was, as far as a report says so itself."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Told:
    """Whole days are from midnight to midnight in Stockholm; a clock time may stand without an end.

    Parties and counts of them ("2 ordningsvakter"), never people's names.
    """

    place: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    parties: tuple[str, ...] = ()


NOTHING_TOLD = Told()
