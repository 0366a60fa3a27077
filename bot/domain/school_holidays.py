"""The school holidays of a municipality: which kinds of activity they suit, and how people write them."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from bot.domain.errors import FieldErrors
from bot.domain.periods import Period
from bot.domain.screening import refusal
from bot.domain.swedish import sentence
from bot.domain.when import Tense, When, read_when

LONGEST_NAME = 40
LONGEST_DAYS = 120
MOST_LINES = 40

SPLIT = re.compile(r"(?P<name>[^\d]*[^\d\W])(?P<dates>[\s:,(–-]+\d.*)")
SHOWN = "Höstlov 26–30 oktober 2026"


class Habit(StrEnum):
    """What school holidays mean to a plan."""

    AVOID = "avoid"
    PREFER = "prefer"
    EITHER = "either"


class NamedHoliday(NamedTuple):
    name: str
    days: Period


# Schools are empty then, and the young are out in town.
HABITS: Mapping[str, Habit] = {
    "dialog": Habit.AVOID,
    "foraldramote": Habit.AVOID,
    "informationsinsats": Habit.AVOID,
    "radsmote": Habit.AVOID,
    "ungdomsforum": Habit.AVOID,
    "alkoholfri_aktivitet": Habit.PREFER,
    "nattvandring": Habit.PREFER,
    "uppsokande_arbete": Habit.PREFER,
}


def habit(kind: str) -> Habit:
    return HABITS.get(kind, Habit.EITHER)


def holiday_on(day: date, holidays: tuple[NamedHoliday, ...]) -> str | None:
    """What it is called, in small letters: "höstlov"."""
    return next((one.name.lower() for one in holidays if day in one.days), None)


def read_lines(text: str, now: datetime) -> list[NamedHoliday]:
    """One a line, such as "Höstlov 26–30 oktober 2026". Raises FieldErrors at "lines", with each line that is not."""
    lines = [line.strip(" -•*\t") for line in text.splitlines() if line.strip(" -•*\t")]
    if len(lines) > MOST_LINES:
        raise FieldErrors({"lines": f"Skriv högst {MOST_LINES} rader åt gången."})
    found, faults = list[NamedHoliday](), list[str]()
    for number, line in enumerate(lines, 1):
        try:
            found.append(_read_line(line, now))
        except ValueError as fault:
            faults.append(f"Rad {number}: {fault}")
    if faults:
        raise FieldErrors({"lines": f"{' '.join(faults[:3])} Skriv så här: {SHOWN}."})
    return found


def checked(name: str, first: date, last: date) -> NamedHoliday:
    """Raises ValueError with a Swedish sentence."""
    if not name or len(name) > LONGEST_NAME:
        raise ValueError(f"Namnet behöver ha mellan 1 och {LONGEST_NAME} tecken.")
    if why := refusal(name):
        raise ValueError(why)
    if last < first:
        raise ValueError("Sista dagen kan inte komma före den första.")
    if (last - first).days >= LONGEST_DAYS:
        raise ValueError(f"Ett lov är högst {LONGEST_DAYS} dagar långt.")
    return NamedHoliday(sentence(name), Period(first, last))


def _read_line(line: str, now: datetime) -> NamedHoliday:
    parts = _by_week(line) or SPLIT.fullmatch(line)
    if parts is None:
        raise ValueError("Jag hittar inget namn följt av en dag.")
    read = read_when(parts["dates"].strip(" :,().\t"), now, tense=Tense.FUTURE)
    if not isinstance(read, When) or read.rrule or isinstance(read.start, datetime) or isinstance(read.end, datetime):
        raise ValueError("Jag förstår inte vilka dagar det är.")
    return checked(parts["name"].strip(" :,("), read.start, read.end or read.start)


def _by_week(line: str) -> re.Match[str] | None:
    """ "Sportlov vecka 9 2027": there the dates begin with a word."""
    return re.fullmatch(r"(?P<name>.+?)[\s:,(]+(?P<dates>(?:v|v\.|vecka|veckorna) ?\d.*)", line, re.IGNORECASE)
