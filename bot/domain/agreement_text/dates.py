"""Days, months, years and seasons as agreements write them. A day without a year is found too, and is no date yet."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
_TO = r"\s?(?:[–—-]{1,2}|till(?:\soch\smed)?|t\.?o\.?m\.?)\s?(?:den\s)?"
_PACKED = r"(?:20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"  # "180401"
_DATE = re.compile(
    rf"""
      (?<!\d) (?:(?<!\d-)|(?<=-\d\d-)) (?P<iso>{_YEAR}(?:-\d\d?-\d\d?|/\d\d/\d\d|\.\d\d\.\d\d)) (?!\d|-\d(?!\d{{3}}-))
    | (?<![\d-]) (?P<packed>{_PACKED}) (?=\s?[–-]\s?{_PACKED}(?![\d-]))
    | (?:(?<=\d{{6}}[–-])|(?<=\d{{6}}[ ][–-][ ])) (?P<packed_last>{_PACKED}) (?![\d-])
    | \b årsskiftet\s (?P<turn>{_YEAR}) \s?[/–-]\s?(?:20)?\d\d\b
    | \b (?P<slashed>\d{{1,2}}/\d{{1,2}}) (?:[ -/]\s?(?P<year3>{_YEAR})|(?={_TO}\d{{1,2}}/\d{{1,2}}[ -/]\s?{_YEAR}))
    | \b (?P<day>\d{{1,2}}) (?:\s?:?[ea])?\s+ (?P<month>{_MONTH}) (?:,?\s+(?P<year1>{_YEAR}))?
    | \b (?P<only_month>{_MONTH}) (?:\s+(?P<year2>{_YEAR})|(?={_TO}(?:\d{{1,2}}\s)?{_MONTH}\s{_YEAR}))
    | \b (?:(?P<since>vår|sommar|höst)(?:en)?\s(?:och|till|–|-)\s)? {_SEASON}
      \s+(?:år\s+)?(?P<year4>{_YEAR}) (?:\s?[/–-]\s?(?P<year5>(?:20)?\d\d)\b)?
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
    day: int = 0  # 0 when it is a month or more
    month: int = 0
    is_day: bool = False

    def in_year(self, year: int) -> "Said":
        days = _day(year, self.month, self.day) if self.day else _months(year, self.month, self.month)
        return replace(self, days=self.days or days)


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
    if numbers := _in_numbers(found):
        return _dated(start, end, words, *numbers)
    if found["day"] or found["slashed"]:
        day, month = (int(found["day"]), _month(found["month"])) if found["day"] else _slashed(found["slashed"])
        return Said(start, end, words, None, day, month, is_day=True) if day and 1 <= month <= 12 else None
    if found["only_month"] and not found["year2"]:
        return Said(start, end, words, None, 0, _month(found["only_month"]))
    days = _longer(found)
    return Said(start, end, words, days, 0, days.first.month) if days else None


def _longer(found: re.Match[str]) -> Period | None:
    if found["turn"]:
        first = int(found["turn"])
        return Period(date(first + 1, 1, 1), date(first, 12, 31))  # as a beginning the one day, as an end the other
    if found["only_month"]:
        month = _month(found["only_month"])
        return _months(int(found["year2"]), month, month)
    return _seasons(found)


def _in_numbers(found: re.Match[str]) -> tuple[int, int, int] | None:
    """Year, month and day, where all are said."""
    if packed := found["packed"] or found["packed_last"]:
        return int(f"20{packed[:-4]}"[-4:]), int(packed[-4:-2]), int(packed[-2:])
    if found["iso"]:
        number, month, day = (int(part) for part in re.split(r"[-/.]", found["iso"]))
        return number, month, day
    if found["slashed"] and found["year3"]:
        day, month = _slashed(found["slashed"])
        return int(found["year3"]), month, day
    return (int(found["year1"]), _month(found["month"]), int(found["day"])) if found["year1"] else None


def _slashed(words: str) -> tuple[int, int]:
    """Day and month."""
    day, _, month = words.partition("/")
    return int(day), int(month)


def _seasons(found: re.Match[str]) -> Period | None:
    """ "hösten och våren 2016/2017" needs both its years, "våren och hösten 2016" the one."""
    number, since = int(found["year4"]), found["since"]
    first, last = _SEASONS[found["season"].lower()]
    begins = _SEASONS[since.lower()][0] if since else first
    if not found["year5"]:
        return _months(number, begins, last) if begins <= first else None
    ends = _months(number + 1, first, last).last
    goes_on = begins > first and ends.year % 100 == int(found["year5"]) % 100
    return Period(date(number, begins, 1), ends) if goes_on else None


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
