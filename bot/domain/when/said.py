"""What a line has said so far, piece by piece; nothing is worked out before all of it is read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum, auto

from bot.domain.periods import Period
from bot.domain.when.clock import SaidHours
from bot.domain.when.model import Impossible


@dataclass(frozen=True, slots=True)
class Around:
    """Where a day is looked for: from `now` on, or from `now` back."""

    now: datetime
    forward: bool

    @property
    def today(self) -> date:
        return self.now.date()


Days = Callable[[Around], list[Period]]
"""The periods that a phrase can mean. Raises Impossible for a day that does not exist, Unsure for "våren"."""


class SectionRole(Enum):
    MAIN = auto()
    FROM = auto()
    UNTIL = auto()
    EXCEPT = auto()


class Unit(Enum):
    DAY = "DAILY"
    WEEK = "WEEKLY"
    MONTH = "MONTHLY"
    YEAR = "YEARLY"


@dataclass(slots=True)
class Section:
    days: list[Days] = field(default_factory=list)
    weekdays: list[int] = field(default_factory=list)
    through: bool = False  # "måndag till onsdag": the days between are meant too
    month_days: list[int] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)  # "andra och fjärde": 2, 4; "sista": -1
    clock: SaidHours | None = None
    dotted: tuple[int, int] | None = None  # "12.10" is a day or a time
    of_workdays: bool = False  # "sista vardagen": of all such days in the month
    part: str = ""
    closes: bool = False  # "utom 20 december till 7 januari": the last day of what the section before began
    weekend: bool = False
    ranged: bool = False  # "v 3 till 20": both ends are said in one
    inclusive: bool = False  # "till och med"
    stretch: bool = False  # "3-5 december": every day of it, whatever the time
    season: bool = False  # "jul": until then means before its eve
    clock_24: bool = False  # "kl 24", which unlike "midnatt" ends the day named
    night_before: bool = False  # "natten till lördag" begins on Friday
    instant_after: timedelta | None = None  # from now: "om en timme"

    def names_a_day(self) -> bool:
        return bool(self.days or self.weekdays or self.month_days or self.ordinals)

    def is_empty(self) -> bool:
        return not (self.names_a_day() or self.clock or self.part or self.instant_after is not None or self.dotted)


@dataclass(slots=True)
class Said:
    sections: dict[SectionRole, list[Section]] = field(default_factory=lambda: {SectionRole.MAIN: [Section()]})
    role: SectionRole = SectionRole.MAIN
    unit: Unit | None = None
    interval: int = 1
    weekly: bool = False  # the weekdays recur: "måndagar"
    parity: int | None = None
    workdays: bool = False
    count: int | None = None
    length: timedelta | None = None
    days_long: int | None = None
    months_long: int | None = None
    no_red_days: bool = False
    unsure: bool = False
    moves: bool = False  # its date differs from year to year
    softly: bool = False  # "till" can be "on" as well as "until"
    last: str = ""  # what kind of piece came last

    @property
    def main(self) -> Section:
        return self.sections[SectionRole.MAIN][0]

    @property
    def here(self) -> Section:
        return self.sections[self.role][-1]

    def begin(self, role: SectionRole) -> None:
        self.role = role
        self.sections.setdefault(role, []).append(Section())

    def one(self, role: SectionRole) -> Section | None:
        found = [section for section in self.sections.get(role, ()) if not section.is_empty()]
        if len(found) > 1:
            raise Impossible("Början eller slutet är sagt två gånger.")
        return found[0] if found else None

    def repeats(self) -> bool:
        return bool(self.unit or self.weekly or self.parity is not None or self.workdays)
