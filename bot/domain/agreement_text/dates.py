"""Days, months, years and seasons as agreements write them. A day without a year is found too, and is no date yet."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.periods import Period
from bot.domain.swedish import MONTHS, MONTHS_SHORT

_MONTH = rf"(?:{'|'.join(sorted((*MONTHS, *MONTHS_SHORT), key=len, reverse=True))})\b\.?"
_YEAR = r"(?:19|20)\d\d"
_DIGIT = re.compile(r"\d")
_SEASONS = {
    "vår": (1, 6), "sommar": (6, 8), "höst": (7, 12), "vårtermin": (1, 6), "hösttermin": (7, 12),
    "första halvår": (1, 6), "andra halvår": (7, 12),
}  # fmt: skip
_SEASON = r"(?P<season>vårtermin|hösttermin|första\shalvår|andra\shalvår|vår|höst|sommar)(?:en|et)?"
_DATE = re.compile(
    rf"""
      (?<!\d)(?<!\d-) (?P<iso>{_YEAR}-\d\d?-\d\d?|{_YEAR}/\d\d/\d\d|{_YEAR}\.\d\d\.\d\d) (?!\d|-\d)
    | \b (?P<slashed>\d{{1,2}}/\d{{1,2}}) (?:[ -/]\s?(?P<year3>{_YEAR}))
    | \b (?P<day>\d{{1,2}}) (?:\s?:?[ea])?\s+ (?P<month>{_MONTH}) (?:,?\s+(?P<year1>{_YEAR}))?
    | \b (?P<only_month>{_MONTH}) (?:\s+(?P<year2>{_YEAR}))
    | \b (?:(?P<since>vår|sommar|höst)(?:en)?\s(?:och|till|–|-)\s)? {_SEASON} (?:\s+(?:år\s+)?(?P<year4>{_YEAR}))
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A date in a text: `days` are all the days it can mean, None when its year is missing."""

    start: int
    end: int
    words: str
    days: Period | None
    day: int = 0
    month: int = 0
    is_day: bool = False

    def in_year(self, year: int) -> "Said":
        days = _day(year, self.month, self.day) if self.days is None else self.days
        return Said(self.start, self.end, self.words, days, self.day, self.month, self.is_day)


def dates(text: str) -> Iterator[Said]:
    if not _DIGIT.search(text):
        return
    for found in _DATE.finditer(text):
        if said := _said(found):
            yield said


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


def _said(found: re.Match[str]) -> Said | None:
    start, end, words = *found.span(), found[0]
    if found["iso"]:
        numbers = [int(part) for part in re.split(r"[-/.]", found["iso"])]
        return _dated(start, end, words, numbers[0], numbers[1], numbers[2])
    if found["slashed"]:
        day, month = map(int, found["slashed"].split("/"))
        return _dated(start, end, words, int(found["year3"]), month, day)
    if found["day"]:
        month = _month(found["month"])
        if found["year1"]:
            return _dated(start, end, words, int(found["year1"]), month, int(found["day"]))
        return Said(start, end, words, None, int(found["day"]), month, is_day=True)
    if found["only_month"]:
        month = _month(found["only_month"])
        return Said(start, end, words, _months(int(found["year2"]), month, month), 0, month)
    first, last = _SEASONS[found["season"].lower()]
    first = min(first, _SEASONS[found["since"].lower()][0]) if found["since"] else first
    return Said(start, end, words, _months(int(found["year4"]), first, last), 0, first)


def _dated(start: int, end: int, words: str, number: int, month: int, day: int) -> Said | None:
    days = _day(number, month, day)
    return Said(start, end, words, days, day, month, is_day=True) if days else None


def _day(number: int, month: int, day: int) -> Period | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(number, month)[1]:
        return None
    return Period(date(number, month, day), date(number, month, day))


def _months(number: int, first: int, last: int) -> Period:
    return Period(date(number, first, 1), date(number, last, monthrange(number, last)[1]))


def _month(name: str) -> int:
    short = name.lower().rstrip(".")
    return (MONTHS.index(short) if short in MONTHS else MONTHS_SHORT.index(short)) + 1
