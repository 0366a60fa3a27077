"""When a person wants to hear from the bot, and when not. Clock times and days are those of the person's own wall."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.calendar import STOCKHOLM


class Wants(StrEnum):
    """How reminders before an occurrence come: one by one, or all in Monday's list."""

    DIRECT = "direct"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Away:
    """Both days included. The substitute, if there is one, is told instead."""

    first: date
    last: date
    substitute_id: int | None = None

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Manners:
    """`workdays` are numbers from 0, Monday; `muted` are keys of kinds; `works_red_days`: shifts know no holidays."""

    zone: ZoneInfo = STOCKHOLM
    quiet_from: time = time(20)
    quiet_to: time = time(7, 30)
    work_from: time = time(8)
    work_to: time = time(17)
    workdays: frozenset[int] = frozenset(range(5))
    works_red_days: bool = False
    muted: frozenset[str] = frozenset()
    wants: Wants = Wants.DIRECT
    away: tuple[Away, ...] = ()
