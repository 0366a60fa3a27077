"""The stretch of time that somebody means: "i år", "tertial 2", "april 2021–mars 2022", "sedan 1 juli".

What is named without a year is the latest of its name that has begun. Where the agreement's year begins in another
month than January, a year and its parts are of that year: "2021" is April 2021–March 2022. Months are the calendar's.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from bot.domain.calendar import DAY
from bot.domain.periods import MONTHS_IN, Period, before, following, months_after, period_of
from bot.domain.swedish import MONTHS, MONTHS_SHORT, fold
from bot.domain.swedish_number import word_number
from bot.domain.words import Per

NAMES = {name: number for names in (MONTHS, MONTHS_SHORT) for number, name in enumerate(names, 1)} | {"sept": 9}
LENGTHS = {
    "veck": Per.WEEK, "manad": Per.MONTH, "kvartal": Per.QUARTER, "tertial": Per.TERTIAL, "halvar": Per.HALF_YEAR,
    "verksamhetsar": Per.YEAR,
}  # fmt: skip
PARTS = {"q": Per.QUARTER, "t": Per.TERTIAL, "h": Per.HALF_YEAR, **LENGTHS}
ORDERS = {"forsta": 1, "andra": 2, "tredje": 3, "fjarde": 4, "ett": 1, "tva": 2, "tre": 3, "fyra": 4}
STEPS = {"forra": -1, "foregaende": -1, "senaste": -1, "nasta": 1}
MOST = 600  # days, weeks, months or years back
SEASONS = {"var": 3, "som": 6, "host": 9, "vint": 12}  # first months; each has three

YEAR = r"(?:19|20)\d\d"
MONTH = "|".join(sorted(NAMES, key=len, reverse=True))
SAID_YEAR = rf"{YEAR}|i ar|detta ar|det har aret|innevarande ar|hela aret|forra aret|i fjol|fjolaret|nasta ar"
OF_YEAR = rf"(?:,? \(?(?P<year>{SAID_YEAR}))?"
LINK = r" ?(?:[-–—]|till och med|t ?o ?m|till) ?"
DAY_OF = rf"\d{{4}}-\d\d-\d\d|\d{{1,2}} (?:{MONTH})(?: {YEAR})?"


@dataclass(frozen=True, slots=True)
class _Calendar:
    today: date
    first_month: int

    def year(self, said: str) -> Period:
        if said.isdecimal():
            return period_of(date(int(said), self.first_month, 1), Per.YEAR, self.first_month)
        current = period_of(self.today, Per.YEAR, self.first_month)
        if "forra" in said or "fjol" in said:
            return before(current)
        return following(current.last + DAY, Per.YEAR) if "nasta" in said else current

    def month(self, name: str, year: str | None) -> Period:
        number = NAMES[name]
        latest = self.today.year - (number > self.today.month)
        said = _Calendar(self.today, 1).year(year).first.year if year else latest
        return following(date(said, number, 1), Per.MONTH)

    def day(self, text: str) -> date:
        """Raises ValueError for a day that no month has."""
        if "-" in text:
            return date.fromisoformat(text)
        day, name, *year = text.split()
        if year:
            return date(int(year[0]), NAMES[name], int(day))
        found = date(self.today.year, NAMES[name], int(day))
        return found if found <= self.today else found.replace(year=found.year - 1)


Read = Callable[[_Calendar, re.Match[str]], Period | None]


def find(text: str, today: date, first_month: int = 1) -> tuple[Period | None, str]:
    """The period that a text names and the text without it, or None and the whole text."""
    if (named := span(text, today, first_month)) is None:
        return None, text
    period, start, end = named
    return period, _without(text, start, end)


def span(text: str, today: date, first_month: int = 1) -> tuple[Period, int, int] | None:
    """The period that a text names, and where in it that begins and ends."""
    folded, places = _folded(text)
    calendar = _Calendar(today, first_month)
    for pattern, read in _readings():
        for match in pattern.finditer(folded):
            if period := _valid(read, calendar, match):
                return period, places[match.start()], places[match.end()]
    return None


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """And where in the text each of its signs comes from: one may become several, or none."""
    folded = fold(text)
    if len(folded) == len(text):
        return folded, range(len(text) + 1)
    signs = [(sign, place) for place, one in enumerate(text) for sign in fold(one)]
    return "".join(sign for sign, _ in signs), [*(place for _, place in signs), len(text)]


def choices(today: date, first_month: int = 1) -> tuple[Period, ...]:
    """What is mostly followed up: of year, half-year, tertial and quarter the current one and the one before it."""
    current = [period_of(today, per, first_month) for per in (Per.YEAR, Per.HALF_YEAR, Per.TERTIAL, Per.QUARTER)]
    return tuple(one for period in current for one in (period, before(period)))


def _valid(read: Read, calendar: _Calendar, match: re.Match[str]) -> Period | None:
    """What no calendar has ("31 juni", "vecka 60") is no period."""
    try:
        return read(calendar, match)
    except ValueError:
        return None


def _without(text: str, start: int, end: int) -> str:
    left, right = text[:start].rstrip(" ,("), text[end:].lstrip(" ,)")
    return f"{left}{' ' if left and right and right[0] not in '?.!' else ''}{right}"


def _days(calendar: _Calendar, match: re.Match[str]) -> Period | None:
    """Without a year the first is the latest of its name; the last comes after it."""
    first, last = match["first"], match["last"]
    if first.isdecimal():  # "3–17 november"
        first = f"{first} {last.split()[1]}"
    if re.search(rf"{YEAR}$", last) and "-" not in first:
        first = first if re.search(rf"{YEAR}$", first) else f"{first} {last[-4:]}"
    begins, ends = calendar.day(first), calendar.day(last)
    if ends < begins and "-" not in last:
        ends = ends.replace(year=begins.year + (ends.replace(year=begins.year) < begins))
    return Period(begins, ends) if begins <= ends else None


def _one_day(day: date) -> Period:
    return Period(day, day)


def _months(calendar: _Calendar, match: re.Match[str]) -> Period | None:
    """As in "april 2021–mars 2022"; a year that stands last is that of the last month."""
    if match["year"] and not match["first_year"]:
        last = calendar.month(match["last"], match["year"])
        return Period(months_after(last.first, -((NAMES[match["last"]] - NAMES[match["first"]]) % 12)), last.last)
    first = calendar.month(match["first"], match["first_year"])
    if match["year"]:
        last = calendar.month(match["last"], match["year"])
    else:
        gap = (NAMES[match["last"]] - NAMES[match["first"]]) % 12
        last = following(months_after(first.first, gap), Per.MONTH)
    return Period(first.first, last.last) if first.first <= last.last else None


def _years(calendar: _Calendar, match: re.Match[str]) -> Period | None:
    """Both years of "2021–2022", but of years that begin in April it is the one that lies in both."""
    first, last = match["first"], f"{match['first'][:2]}{match['last']}"[-4:]
    one, other = calendar.year(first), calendar.year(last)
    if calendar.first_month > 1 and int(last) == int(first) + 1:
        return one
    return Period(one.first, other.last) if one.first < other.first else None


def _since(calendar: _Calendar, match: re.Match[str]) -> Period | None:
    what = match["what"]
    if what[0].isdecimal():
        first = calendar.day(what)
    elif what in ("nyar", "arsskiftet"):
        first = calendar.today.replace(month=1, day=1)
    else:
        name, _, year = what.partition(" ")
        first = calendar.month(name, year or None).first
    return Period(first, calendar.today) if first <= calendar.today else None


def _latest(calendar: _Calendar, match: re.Match[str]) -> Period | None:
    """As in "de senaste tre månaderna", counted back from today."""
    said = match["count"] or "en"
    count = int(said) if said.isdecimal() else word_number(said)
    if not count or count > MOST:
        return None
    today, unit = calendar.today, match["unit"]
    if unit in ("dag", "veck"):
        return Period(today - (count * (7 if unit == "veck" else 1) - 1) * DAY, today)
    month = months_after(today, -count * (12 if unit == "ar" else 1))
    last = (months_after(month, 1) - DAY).day
    return Period(month.replace(day=min(today.day, last)) + DAY, today)


def _part(calendar: _Calendar, match: re.Match[str]) -> Period | None:
    """As in "tertial 2 2025", "andra kvartalet i fjol", "h1", "2026-Q3"."""
    per, number = PARTS[match["length"]], ORDERS.get(match["order"]) or int(match["order"][0])
    months = MONTHS_IN[per]
    if number * months > 12:
        return None
    year = calendar.year(match["year"] or "i ar")
    found = following(months_after(year.first, (number - 1) * months), per)
    if match["year"] or found.first <= calendar.today:
        return found
    return following(months_after(found.first, -12), per)


def _week(calendar: _Calendar, match: re.Match[str]) -> Period:
    today = calendar.today
    if match["year"]:
        year = _Calendar(today, 1).year(match["year"]).first.year
    else:
        current = today.isocalendar()
        year = current.year - (int(match["number"]) > current.week)
    return following(date.fromisocalendar(year, int(match["number"]), 1), Per.WEEK)


def _near(calendar: _Calendar, match: re.Match[str]) -> Period:
    """As in "förra tertialet", "det här kvartalet", "verksamhetsåret"."""
    per = LENGTHS[match["length"]]
    current = period_of(calendar.today, per, calendar.first_month)
    step = STEPS.get(match["step"] or "", 0)
    if step > 0:
        return following(current.last + DAY, per)
    return before(current) if step else current


def _season(calendar: _Calendar, match: re.Match[str]) -> Period:
    first = calendar.month(MONTHS[SEASONS[match["season"]] - 1], match["year"]).first
    return Period(first, months_after(first, 3) - DAY)


@cache
def _readings() -> tuple[tuple[re.Pattern[str], Read], ...]:
    """The longest first: "1 juli–30 september 2025" names a month and a year too."""
    order, length, part = rf"{'|'.join(ORDERS)}|[1-4](?::[ae])?", "|".join(LENGTHS), "kvartal|tertial|halvar"
    near = f"{'|'.join(STEPS)}|det har|den har|detta|denna|innevarande|hela"
    readings: tuple[tuple[str, Read], ...] = (
        (rf"(?P<year>{YEAR})[- ]?(?P<length>[qth])(?P<order>[1-4])", _part),
        (rf"(?P<first>{DAY_OF}|\d{{1,2}}){LINK}(?P<last>{DAY_OF})", _days),
        (rf"(?P<first>{MONTH})(?: (?P<first_year>{YEAR}))?{LINK}(?P<last>{MONTH}){OF_YEAR}", _months),
        (rf"(?:verksamhetsaret )?(?P<first>{YEAR})(?:/|{LINK})(?P<last>{YEAR}|\d\d)", _years),
        (rf"(?:sedan|fran och med|fr ?o ?m|fran) (?P<what>{DAY_OF}|(?:{MONTH})(?: {YEAR})?|nyar|arsskiftet)", _since),
        (rf"(?:den )?(?P<day>{DAY_OF})", lambda at, found: _one_day(at.day(found["day"]))),
        (r"(?:de[nt]? )?senaste (?:(?P<count>\w+) )?(?P<unit>dag|veck|manad|ar)(?:en|et|an|[aeo]rna)", _latest),
        (rf"(?P<length>{part}|[qth])(?:et|en)? ?(?P<order>{order}){OF_YEAR}", _part),
        (rf"(?P<order>{order}) (?P<length>{part})(?:et|en)?{OF_YEAR}", _part),
        (rf"v(?:eckan?|\.)? ?(?P<number>\d{{1,2}}){OF_YEAR}", _week),
        (rf"(?P<step>{near}) (?P<length>{length})(?:et|en|an|a)?", _near),
        (r"(?P<step>)(?P<length>verksamhetsar)et", _near),
        (rf"(?:i |under )?(?P<season>var|som|host|vint)(?:as|en|ras|maren|ern){OF_YEAR}", _season),
        (
            rf"(?:i |under )?(?P<month>{MONTH})(?: manad)?{OF_YEAR}",
            lambda at, found: at.month(found["month"], found["year"]),
        ),
        (rf"(?:hittills )?(?:verksamhetsaret )?(?P<year>{SAID_YEAR})", lambda at, found: at.year(found["year"])),
    )
    return tuple((re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])"), read) for pattern, read in readings)
