"""A time inside a longer line: "fotpatrull igår 18-20 12 samtal". A number that is no time is never taken."""

import re
from datetime import datetime

from bot.domain.calendar import wall_time
from bot.domain.when.clock import TIME
from bot.domain.when.grammar import rule
from bot.domain.when.model import Ambiguous, Invalid, Reading, Several, Tense, When
from bot.domain.when.reading import read_spelt
from bot.domain.when.said import Around
from bot.domain.when.spelling import Line, spelt
from bot.domain.when.words import DOUBTFUL

_N = r"\d{1,2}(?::e)?"
# These begin a time anywhere. A number needs more than itself: a month, a slash, "kl", "v" or "den".
_DAY = (
    "i (?:dag|morgon|overmorgon|gar|forrgar|morse|formiddag|eftermiddag|kvall|natt)",
    "i <WD>s", "(?:nasta|forra|kommande) <WD>", "(?:pa )?<WD>",
    r"(?:i|till|nasta|forra|denna|den har) (?:helg|vecka)", r"helg(?! \d)", "(?:forra|nasta|denna) (?:manad|ar)",
    "(?:for )?<N> (?:timme|minut|halvtimme|dag|dar|vecka|manad) sedan", "om <N> (?:timme|minut|dag|dar|vecka|manad)",
    r"20\d\d-\d{1,2}-\d{1,2}|20\d\d[01]\d[0-3]\d", rf"(?:den )?{_N}(?:(?:-| till ){_N})? <M>(?: 20\d\d)?",
    r"den \d{1,2}:e",
    rf"(?:den )?{_N}(?:(?: ,| och|-| till) (?:den )?{_N})+ <M>(?: 20\d\d)?",
    r"(?:(?:[0-2]?\d|3[01])(?:-| till ))?(?:[0-2]?\d|3[01])/(?:0?[1-9]|1[0-2])(?:[- ]20\d\d)?(?![/\d])",
    r"i <M>(?: 20\d\d)?", r"(?:v|vecka) \d{1,2}(?:(?:-| och | till )(?:v )?\d{1,2})?(?: 20\d\d)?",
    r"harom\w+|nyligen|nyss|just nu",
    "(?:julafton|midsommarafton|nyarsafton|skartorsdag)(?:en)?", "valborg", "langfredagen", "annandag (?:jul|pask)",
    "natt mellan <WD> och <WD>", "(?:jul|nyars|national|midsommar)dagen", r"\d:e advent",
)  # fmt: skip
# After a day, hours need no "kl", if nothing that is counted follows.
_COUNTED = (
    r"(?! ?(?:%|st|man|ar|kr|ganger|elev|grader|kg|pers\w*|km|m|min\w*|timme|minut|dag|fordon|samtal|barn|"
    r"\w*(?:ar|er|or|arna|erna|orna))(?!\w))"
)
_SPOKEN = r"(?:(?:\d{1,2}|kvart) (?:i|over) )?halv (?:\d{1,2}|en)|kvart (?:i|over) (?:\d{1,2}|en)"
_NOTHING_COUNTED = r"(?=$| ?,| \d{1,3} [a-z]| (?:i|pa|vid|med|igar|idag|utanfor|langs)(?!\w))(?! \d+ <M>)"
_BY_24 = r"(?:[01]?\d|2[0-4])(?:[.:]\d\d)?"
_CLOCK = (
    rf"(?:mellan {_BY_24}(?: och |-)|fran {_BY_24}(?: till |-)){_BY_24}{_NOTHING_COUNTED}",
    rf"(?:(?:vid|ca|fran) )*(?:kl )?{_BY_24}-? ?tiden",
    rf"(?:vid |fran |mellan )?(?:{_SPOKEN})(?:(?:-| till | och ){TIME})?{_COUNTED}",
    rf"(?:vid |fran )?kl {TIME}(?:(?:-| till )(?:kl )?{TIME})?", rf"(?:mellan )?kl {TIME} och (?:kl )?{TIME}",
    r"\d{1,2}:\d\d(?:-\d{1,2}[:.]\d\d)?", r"\d{1,2}[.:]\d\d-\d{1,2}[.:]\d\d", "natt (?:till|mot)", "vid lunch",
)  # fmt: skip
_HOUR = r"(?:\d{1,2}(?:[.:]\d\d)?|[0-2]\d[0-5]\d)"
_AFTER_A_DAY = (
    "(?:pa )?<PART>", "lunch", rf"vid {_BY_24}{_NOTHING_COUNTED}",
    rf"(?:mellan |fran )?{_HOUR}(?:-| till | och ){_HOUR}(?![\d/:.]){_COUNTED}",
    rf"\d{{1,2}}[.:]\d\d(?![\d.,]){_COUNTED}",
)  # fmt: skip


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile(rule("|".join(parts), lambda _found, _said: None).pattern)


_A_DAY = _pattern(*_DAY)
_START = _pattern(*_DAY, *_CLOCK)
_MORE = _pattern(*_DAY, *_CLOCK, *_AFTER_A_DAY)
_BETWEEN = re.compile(r"(?: |,|den |pa )*")
_AND = re.compile(r"(?: ?, ?| och | samt | resp |-| till | tom )+(?:pa |den |i (?=i ))?")
_RECURS = re.compile(r"(?:varje|alla|varannan|var \d:e) $")
_PLAIN = re.compile(r"[a-z]+")
Found = tuple[Reading | Several, tuple[int, int]]


def find_when(text: str, now: datetime, tense: Tense) -> Found | None:
    """The first time in the line, and the signs it covers. `text` is composed (NFC), `now` aware.

    A clock time that can be meant in two ways gives way to a day that cannot.
    """
    line = spelt(text)
    around = Around(wall_time(now), tense is Tense.FUTURE)
    unsure: Found | None = None
    for start in line.starts:
        ends = _ends(line, start, text)
        if not ends:
            continue
        found = _longest(line, start, ends, around)
        if not isinstance(found[0], Ambiguous) or _is_day(line.text, start):
            return found
        unsure = unsure or found
    return unsure


def _longest(line: Line, start: int, ends: list[int], around: Around) -> Found:
    if _is_day(line.text, start):
        last, recurs = _also(line.text, ends[-1]), _RECURS.search(line.text, 0, start)
        if recurs or last > ends[-1]:
            reading = read_spelt(line.text[start:last], around)
            several = recurs or not isinstance(reading, When) or reading.rrule
            return (Several() if several else reading), line.source(start, last)
    return _read(line, start, ends, around)


def _read(line: Line, start: int, ends: list[int], around: Around) -> Found:
    found: Reading = Ambiguous()
    for end in reversed(ends):
        found = read_spelt(line.text[start:end], around)
        if isinstance(found, When) or end == ends[0]:
            break
    contradicted = end < ends[-1] and _is_day(line.text, start) and _is_day(line.text, _next(line.text, end))
    recurs = found.rrule if isinstance(found, When) else isinstance(found, Invalid) and " och " in line.text[start:end]
    if contradicted or recurs:
        return Several(), line.source(start, ends[-1])
    return found, line.source(start, end)


def _is_day(text: str, at: int) -> bool:
    return _A_DAY.match(text, at) is not None


def _next(text: str, end: int) -> int:
    """Where the piece after the one that ends there may begin."""
    between = _BETWEEN.match(text, end)
    return between.end() if between else end


def _also(text: str, at: int) -> int:
    """Where the last of the days ends that follow the one before `at`: "och onsdag", "till fredag"."""
    while (between := _AND.match(text, at)) and (day := _A_DAY.match(text, between.end())):
        at = day.end()
    return at


def _ends(line: Line, start: int, text: str) -> list[int]:
    """Where the time that begins here can end: after each of its pieces."""
    ends: list[int] = []
    at = start
    while (found := (_MORE if ends else _START).match(line.text, at)) and not _is_other_word(line, found, text):
        ends.append(found.end())
        at = _next(line.text, found.end())
    return ends


def _is_other_word(line: Line, found: re.Match[str], text: str) -> bool:
    """ "man" is no Monday: a short weekday that is another word without its dots is only taken with them."""
    first, last = line.source(*found.span())
    return any(word in DOUBTFUL for word in _PLAIN.findall(text[first:last].lower()))
