"""Where, when and with whom something was, as far as a report says so itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta

INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Told:
    """Whole days are from midnight to midnight in Stockholm; a clock time may stand without an end.

    A part of a day ("i morse") ends an instant before the hour: nobody has said its hours, and nobody is told them.

    Parties and counts of them ("2 ordningsvakter"), never people's names.
    """

    place: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    parties: tuple[str, ...] = ()

    @property
    def only_part_of_day(self) -> bool:
        return self.ended_at is not None and bool(self.ended_at.microsecond)


NOTHING_TOLD = Told()
