"""Where, when and with whom something was, as far as a report says so itself."""

from datetime import datetime, timedelta
from typing import NamedTuple

INSTANT = timedelta(microseconds=1)


class Told(NamedTuple):
    """Whole days are from midnight to midnight in Stockholm; a clock time may stand without an end.

    `part_of_day`: only that was said ("i morse"); the hours are what is usually meant by it, and nobody is told them.

    Parties and counts of them ("2 ordningsvakter"), never people's names.
    """

    place: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    parties: tuple[str, ...] = ()
    part_of_day: bool = False


NOTHING_TOLD = Told()
