"""One row of somebody's calendar, as calendar programs know it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """Days or aware datetimes; `ends` is the first day or instant after it.

    `uid` and `sequence` tell a program which row it has already, and that this one is newer. `engages`: nothing else
    goes on in that time. `private`: others who may look in the calendar should not see it.
    """

    uid: str
    sequence: int
    changed_at: datetime
    starts: date | datetime
    ends: date | datetime
    summary: str
    place: str = ""
    description: str = ""
    cancelled: bool = False
    engages: bool = True
    private: bool = False
