"""What a phrase of time can mean."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, auto

from bot.domain.calendar import red_days
from bot.domain.periods import Period


class Tense(Enum):
    """Which way a day without a year, or a weekday, is meant."""

    FUTURE = auto()
    PAST = auto()


@dataclass(frozen=True, slots=True)
class Excluded:
    """Days when a recurrence does not take place."""

    red_days: bool = False
    spans: tuple[Period, ...] = ()

    def __contains__(self, day: date) -> bool:
        return (self.red_days and day in red_days(day.year)) or any(day in span for span in self.spans)

    def __bool__(self) -> bool:
        return self.red_days or bool(self.spans)


@dataclass(frozen=True, slots=True)
class When:
    """Whole days are dates, times of day are naive Swedish wall time; `end` of a span of days is its last day.

    `rrule` is RFC 5545 text without DTSTART, which is `start`; its UNTIL is wall time too. `part` is what was said
    where no hours were ("kvall"): those of `start` and `end` are only what is usually meant by it.
    """

    start: date | datetime
    end: date | datetime | None = None
    rrule: str | None = None
    excluded: Excluded = Excluded()
    part: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """What a Swede would ask about. Without readings only an open question helps ("snart")."""

    readings: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True)
class Invalid:
    """`reason` is a Swedish sentence."""

    reason: str


@dataclass(frozen=True, slots=True)
class Several:
    """In a longer line: days that are no stretch ("måndag och onsdag"), or what recurs ("varje måndag")."""


Reading = When | Ambiguous | Invalid


class Impossible(Exception):
    """Carries the Swedish sentence of an `Invalid` up to the reader."""


class Unsure(Exception):
    """Only an open question helps."""
