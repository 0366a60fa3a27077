"""When something is planned, as a coordinator writes it: a recurrence, some days, or the school holidays."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from bot.domain.calendar import day_bounds
from bot.domain.errors import FieldErrors
from bot.domain.periods import Period
from bot.domain.swedish import fold, joined
from bot.domain.swedish_number import word_number
from bot.domain.when import Ambiguous, Invalid, Tense, When, read_when, say
from bot.domain.words import Per

HOLIDAY = r"(\w*?)(?:skol)?lov(?:en|et|s|sdag|sdagar)?(?![a-z])"
AND = r"(?:, | och | samt )"
IN_HOLIDAYS = re.compile(rf"(?:varje|alla|vartenda|pa|under)?\s*(?P<names>{HOLIDAY}(?:{AND}{HOLIDAY})*)")
EVERY = re.compile(r"(?:i |per |varje |var )?(?P<which>(?:varannan |varje )?(?:vecka|manad))(?:e?n)?")
OCCASIONS = (
    r"gang(?:er)?|ggr|st(?:ycken)?|tillfallen?|traff(?:ar)?|pass|dag(?:ar)?|kvall(?:ar)?|eftermiddag(?:ar)?|helg(?:er)?"
)
SPAN = r"(?P<per>(?:las|kalender|halv)?ar|vecka|manad|kvartal|tertial|termin)"
TIMES = re.compile(
    rf"(?:minst |ca |cirka |ungefar )?(?P<count>\w+)(?: (?:{OCCASIONS}))? ?(?:per|om|i|varje|/) ?{SPAN}(?:e?[nt])?"
)
PERS = {
    "ar": Per.YEAR, "lasar": Per.YEAR, "kalenderar": Per.YEAR, "vecka": Per.WEEK, "manad": Per.MONTH,
    "kvartal": Per.QUARTER, "tertial": Per.TERTIAL, "halvar": Per.HALF_YEAR, "termin": Per.HALF_YEAR,
}  # fmt: skip
WEEKS = re.compile(rf"(?:vecka|v\.?) ?\d\d?(?:{AND}\d\d?)+", re.IGNORECASE)
SHORT_DAY = re.compile(r"(\w+dag)s?- och (\w+dag)s?(kväll(?:ar)?|nätter|natt|eftermiddagar)", re.IGNORECASE)
SHORT_HOLIDAYS = re.compile(r"(\w+)-(?=(?:, \w+-)* (?:och|samt) \w+lov)", re.IGNORECASE)
ADVERBS = {
    "arligen": Per.YEAR, "halvarsvis": Per.HALF_YEAR, "terminsvis": Per.HALF_YEAR, "tertialvis": Per.TERTIAL,
    "kvartalsvis": Per.QUARTER,
}  # fmt: skip
ONCE_EACH = re.compile(rf"(?:per |varje |var )?(?!vecka|manad){SPAN}|(?P<adverb>{'|'.join(ADVERBS)})")
SAME = {"veckovis": "varje vecka", "månadsvis": "varje månad", "månatligen": "varje månad"}
BETWEEN = re.compile(r"\s*(?:[,;\n]|\boch\b)\s*")
SAID = {"vecka": "week", "varannan vecka": "fortnight", "manad": "month"}
EXAMPLE = "Skriv till exempel: varannan tisdag kl. 18–20 till maj."


class Windows(NamedTuple):
    """How long windows are."""

    per: Per
    weeks: int = 1


# As activities keep them, in `window` or as their cadence.
STRETCHES: Mapping[str, Windows] = {
    "week": Windows(Per.WEEK), "fortnight": Windows(Per.WEEK, 2), "month": Windows(Per.MONTH),
    "quarter": Windows(Per.QUARTER), "tertial": Windows(Per.TERTIAL), "half_year": Windows(Per.HALF_YEAR),
    "year": Windows(Per.YEAR),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hours:
    """`ends` may be the next morning; None where only the beginning was said."""

    begins: time
    ends: time | None = None


@dataclass(frozen=True, slots=True)
class Recurring:
    when: When
    clock: Hours | None


@dataclass(frozen=True, slots=True)
class Days:
    """Each a day, or several that are one window."""

    days: tuple[tuple[Period, Hours | None], ...]


@dataclass(frozen=True, slots=True)
class InHolidays:
    """`names` are folded, and empty where any will do: "sport" of "varje sportlov"."""

    names: tuple[str, ...]
    weekday: int | None
    clock: Hours | None


@dataclass(frozen=True, slots=True)
class EachWindow:
    """Every week, fortnight or month, without a day."""

    stretch: Windows


@dataclass(frozen=True, slots=True)
class Times:
    """A pace: "tre gånger per år"."""

    count: int
    per: Per


Line = Recurring | Days | InHolidays | EachWindow | Times


def read_line(text: str, now: datetime) -> Line:
    """Raises FieldErrors at "line"."""
    text = _written_out(text.strip())
    folded = fold(text)
    if found := IN_HOLIDAYS.match(folded):
        return _in_holidays(tuple(re.findall(HOLIDAY, found["names"])), folded[found.end() :].strip(" ,:"), now)
    if without_days := _pace(folded) or _each_window(folded):
        return without_days
    whole = read_when(text, now, tense=Tense.FUTURE)
    if isinstance(whole, When) and whole.rrule:
        return Recurring(whole, _clock(whole))
    if isinstance(whole, When):
        return Days((_day(whole),))
    parts = [part for part in BETWEEN.split(text) if part]
    if len(parts) > 1 and not isinstance(whole, Ambiguous):
        return _several(parts, now)
    raise FieldErrors({"line": _why(text, whole, now)})


def ahead_of(within: Period, now: datetime) -> datetime:
    """When what is written about a period is read: "3 mars" of a plan for the year after next is in that year."""
    return max(now, day_bounds(within.first)[0])


def _written_out(text: str) -> str:
    """Gives "vecka 12, vecka 40" for "vecka 12 och 40", "fredagskvällar och lördagskvällar", "jullov och sportlov"."""
    if WEEKS.fullmatch(text):
        return ", ".join(f"vecka {week}" for week in re.findall(r"\d+", text))
    whole = SHORT_HOLIDAYS.sub(r"\1lov", SHORT_DAY.sub(r"\1s\3 och \2s\3", text))
    return SAME.get(whole.lower(), whole)


def _pace(folded: str) -> Times | None:
    if once := ONCE_EACH.fullmatch(folded):
        return Times(1, ADVERBS[once["adverb"]] if once["adverb"] else PERS[once["per"]])
    found = TIMES.fullmatch(folded)
    count = found and (int(found["count"]) if found["count"].isdecimal() else word_number(found["count"]))
    return Times(count, PERS[found["per"]]) if found and count else None


def _each_window(folded: str) -> EachWindow | None:
    found = EVERY.fullmatch(folded)
    key = SAID.get(found["which"].removeprefix("varje ")) if found else None
    return EachWindow(STRETCHES[key]) if key else None


def _in_holidays(names: tuple[str, ...], rest: str, now: datetime) -> InHolidays:
    if not rest:
        return InHolidays(names, None, None)
    on_a_day = re.search(r"man|tis|ons|tor|fre|lor|son", rest) is not None
    read = read_when(f"varje {rest}" if on_a_day else rest, now, tense=Tense.FUTURE)
    if not isinstance(read, When) or on_a_day is not bool(read.rrule):
        raise FieldErrors({"line": "Jag förstår inte tiden. Skriv till exempel: varje skollov, fredag kl. 19–22."})
    return InHolidays(names, _date(read.start).weekday() if on_a_day else None, _clock(read))


def _several(parts: list[str], now: datetime) -> Days:
    """A time after the last day is the time of all: "3 mars, 7 april och 5 maj kl. 18–20"."""
    found = []
    for part in parts:
        read = read_when(part, now, tense=Tense.FUTURE)
        if not isinstance(read, When) or read.rrule:
            raise FieldErrors({"line": _why(part, read, now)})
        found.append(_day(read))
    last = found[-1][1]
    return Days(tuple((days, clock or last) for days, clock in found))


def _day(read: When) -> tuple[Period, Hours | None]:
    first = _date(read.start)
    last = first if isinstance(read.start, datetime) else _date(read.end or read.start)
    return Period(first, last), _clock(read)


def _date(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _clock(read: When) -> Hours | None:
    if not isinstance(read.start, datetime):
        return None
    return Hours(read.start.time(), read.end.time() if isinstance(read.end, datetime) else None)


def _why(text: str, read: When | Ambiguous | Invalid, now: datetime) -> str:
    if isinstance(read, Ambiguous) and read.readings:
        either = joined([f"”{say(one, now)}”" for one in read.readings[:3]], "eller")
        return f"Menar du {either}? Skriv det så."
    if isinstance(read, Invalid):
        return f"{read.reason} {EXAMPLE}"
    return f"Jag förstår inte vilka dagar ”{text.strip()}” är. {EXAMPLE}"
