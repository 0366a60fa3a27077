"""What somebody wants set beside what: "i år jämfört med förra året", "jämför tertial 1 och tertial 2"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain import period_words
from bot.domain.calendar import DAY
from bot.domain.periods import Period, before, months_after, period_of
from bot.domain.swedish import fold
from bot.domain.words import Per

LINK = re.compile(r"\b(?:(?:i )?j[äa]mf[öo]r(?:else|t)? (?:med|mot)|mot|kontra|versus|vs)\b:?", re.IGNORECASE)
# Only after one of these: "inte gjort än i år" compares nothing.
MORE = re.compile(r"\b(?:b[äa]ttre|s[äa]mre|flera?|f[äa]rre|mera?|mindre|oftare)\b", re.IGNORECASE)
THAN = re.compile(r"\b[äa]n\b", re.IGNORECASE)
# Where nothing but this says that two things are set beside each other, "and" means both together.
WEAK_LINK = re.compile(r"\b(?:och|med|mot)\b", re.IGNORECASE)
COMPARES = re.compile(r"\bj[äa]mf[öo]r(?:a|t|else)?\b|\bskillnad(?:en)?\b", re.IGNORECASE)
SAME = re.compile(
    r"\s*(?:hur det (?:var|gick|s[åa]g ut) )?(?:under )?"
    r"(?:samma (?:tid|period|(?P<length>vecka|m[åa]nad|kvartal|tertial|halv[åa]r))\w*(?: som)? ?)?",
    re.IGNORECASE,
)
YEAR_BEFORE = re.compile(
    r"\s*(?:samma (?:tid|period) )?[åa]ret (?:innan|f[öo]re|dessf[öo]rinnan)\b",
    re.IGNORECASE,
)
JUST_BEFORE = re.compile(r"\s*(?:perioden|tiden) (?:innan|f[öo]re|dessf[öo]rinnan)\b", re.IGNORECASE)
LENGTHS = {
    "vecka": Per.WEEK, "manad": Per.MONTH, "kvartal": Per.QUARTER, "tertial": Per.TERTIAL, "halvar": Per.HALF_YEAR,
}  # fmt: skip
LONGER = 3  # days: a quarter may be so much longer than the next one
MOST_YEARS = 50


@dataclass(frozen=True, slots=True)
class AskedTimes:
    """`period` is what is asked about, `other` what it is set beside as it was said, `rest` the text without them."""

    period: Period | None
    other: Period | None
    rest: str


@dataclass(frozen=True, slots=True)
class ComparedTimes:
    """Two stretches of time of the same length.

    `cut_from`, of each: the whole of which it is the beginning, where one of them is not over and of the other there is
    as much. What was still going on at the end of such a beginning (a month's window on the 23rd) is told of neither.
    """

    first: Period
    other: Period
    cut_from: tuple[Period, Period] | None = None


def find(text: str, today: date, first_month: int = 1) -> AskedTimes:
    """As `period_words.find`, with what it is to be compared with."""
    for link in _links(text):
        left, right = text[: link.start()], text[link.end() :]
        period, before_it = period_words.find(left, today, first_month)
        if other := _beginning(right, period, today, first_month):
            said, end = other
            rest = f"{before_it.strip()} {right[end:].strip()}".strip()
            if period is None:
                period, rest = period_words.find(rest, today, first_month)
            period = period or _same_length(right, today, first_month)
            if period is None and today in said and _is_towards(link, text):
                return AskedTimes(said, None, rest)
            return AskedTimes(period, said, rest)
    period, rest = period_words.find(text, today, first_month)
    return AskedTimes(period, None, rest)


def _links(text: str) -> Iterator[re.Match[str]]:
    yield from LINK.finditer(text)
    yield from (link for link in THAN.finditer(text) if MORE.search(text, 0, link.start()))
    if COMPARES.search(text):
        yield from WEAK_LINK.finditer(text)


def _is_towards(link: re.Match[str], text: str) -> bool:
    """As in "hur går det mot 2026": nothing but "mot" before the only time that is named."""
    return fold(link.group()) == "mot" and not COMPARES.search(text)


def _beginning(text: str, period: Period | None, today: date, first_month: int) -> tuple[Period, int] | None:
    """What a text begins with, and where that ends."""
    asked = period or period_of(today, Per.YEAR, first_month)
    if match := YEAR_BEFORE.match(text):
        return years_before(asked, 1), match.end()
    if match := JUST_BEFORE.match(text):
        return before(asked), match.end()
    same = SAME.match(text)
    begins = same.end() if same else 0
    named = period_words.span(text[begins:], today, first_month)
    if named is None or text[begins : begins + named[1]].strip():
        return None
    return named[0], begins + named[2]


def _same_length(text: str, today: date, first_month: int) -> Period | None:
    """The current one, where a text begins with "samma kvartal" or the like."""
    same = SAME.match(text)
    length = fold(same["length"] or "") if same else ""
    return period_of(today, LENGTHS[length], first_month) if length else None


def current_like(other: Period, today: date, first_month: int) -> Period:
    """The month, quarter … of today that is as long; else the year."""
    current = [period_of(today, per, first_month) for per in (*LENGTHS.values(), Per.YEAR)]
    return next((one for one in current if abs(one.days - other.days) <= LONGER), current[-1])


def side_by_side(period: Period, other: Period, today: date) -> ComparedTimes | None:
    """A part of a year is set beside the same part of a year. None of what cannot be compared."""
    if other.days > period.days + LONGER:
        other = _same_part(period, other)
    if max(period.first, other.first) > today or period == other:
        return None
    if abs(period.days - other.days) > LONGER:
        return None
    gone = min((min(today, one.last) - one.first).days for one in (period, other))
    if max(period.last, other.last) < today:
        return ComparedTimes(period, other)
    return ComparedTimes(_so_far(period, gone), _so_far(other, gone), cut_from=(period, other))


def _so_far(period: Period, days: int) -> Period:
    return Period(period.first, min(period.first + days * DAY, period.last))


def _same_part(period: Period, year: Period) -> Period:
    """The days of the year that `period` has in its own; the year itself where it lies in none."""
    for years in range(-MOST_YEARS, MOST_YEARS):
        moved = years_before(period, years)
        if year.first <= moved.first and moved.last <= year.last:
            return moved
    return year


def years_before(period: Period, years: int) -> Period:
    """The same days so many years earlier; whole months stay whole."""
    if period.first.day == 1 and (period.last + DAY).day == 1:
        first, after = (months_after(day, -12 * years) for day in (period.first, period.last + DAY))
        return Period(first, after - DAY)
    return Period(_moved(period.first, years), _moved(period.last, years))


def _moved(day: date, years: int) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - years, day=28 if leap else day.day)
