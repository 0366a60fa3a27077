"""A time inside a longer line: "fotpatrull igår 18-20 12 samtal". A number that is no time is never taken."""

import re
from datetime import datetime

from bot.domain.calendar import wall_time
from bot.domain.when.clock import TIME
from bot.domain.when.grammar import rule
from bot.domain.when.model import Invalid, Reading, Tense
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
    "(?:for )?<N> (?:timme|minut|halvtimme|dag|vecka|manad) sedan", "om <N> (?:timme|minut|dag|vecka|manad)",
    r"20\d\d-\d{1,2}-\d{1,2}", rf"(?:den )?{_N}(?:(?:-| till ){_N})? <M>(?: 20\d\d)?", r"den \d{1,2}:e",
    r"(?:[0-2]?\d|3[01])/(?:0?[1-9]|1[0-2])(?:[- ]20\d\d)?(?![/\d])", r"i <M>(?: 20\d\d)?",
    r"(?:v|vecka) \d{1,2}(?:-\d{1,2})?(?: 20\d\d)?", r"haromdag\w*|haromkvall\w*|haromveckan|nyligen|nyss",
    "(?:julafton|midsommarafton|nyarsafton|skartorsdag)(?:en)?", "valborg", "langfredagen", "annandag (?:jul|pask)",
    "(?:jul|nyars|national|midsommar)dagen", r"\d:e advent",
)  # fmt: skip
_CLOCK = (
    rf"(?:vid |fran )?kl {TIME}(?:(?:-| till )(?:kl )?{TIME})?", rf"(?:mellan )?kl {TIME} och (?:kl )?{TIME}",
    r"\d{1,2}:\d\d(?:-\d{1,2}[:.]\d\d)?", r"\d{1,2}[.:]\d\d-\d{1,2}[.:]\d\d", "natt (?:till|mot)", "vid lunch",
)  # fmt: skip
# After a day, hours need no "kl", if nothing that is counted follows.
_COUNTED = (
    r"(?! ?(?:%|st|man|ar|kr|ganger|elev|grader|kg|pers\w*|km|m|min\w*|timme|minut|dag|fordon|samtal|barn|"
    r"\w*(?:ar|er|or|arna|erna|orna))(?!\w))"
)
_HOUR = r"\d{1,2}(?:[.:]\d\d)?"
_AFTER_A_DAY = (
    "(?:pa )?<PART>", "lunch", rf"(?:mellan |fran )?{_HOUR}(?:-| till | och ){_HOUR}(?![\d/:.]){_COUNTED}",
    rf"\d{{1,2}}[.:]\d\d(?![\d.,]){_COUNTED}",
)  # fmt: skip


def _pattern(*parts: str) -> re.Pattern[str]:
    return rule("|".join(parts), lambda _found, _said: None).pattern


_START = _pattern(*_DAY, *_CLOCK)
_MORE = _pattern(*_DAY, *_CLOCK, *_AFTER_A_DAY)
_BETWEEN = re.compile(r"(?: |,|den |pa )*")
_PLAIN = re.compile(r"[a-z]+")
Found = tuple[Reading, tuple[int, int]]


def find_when(text: str, now: datetime, tense: Tense) -> Found | None:
    """The first time in the line, and the signs it covers. `text` is composed (NFC), `now` aware."""
    line = spelt(text)
    around = Around(wall_time(now), tense is Tense.FUTURE)
    for start in line.starts:
        ends = _ends(line, start, text)
        for end in reversed(ends):
            reading = read_spelt(line.text[start:end], around)
            if not isinstance(reading, Invalid) or end == ends[0]:
                return reading, line.source(start, end)
    return None


def _ends(line: Line, start: int, text: str) -> list[int]:
    """Where the time that begins here can end: after each of its pieces."""
    ends: list[int] = []
    at = start
    while (found := (_MORE if ends else _START).match(line.text, at)) and not _is_other_word(line, found, text):
        ends.append(found.end())
        between = _BETWEEN.match(line.text, found.end())
        at = between.end() if between else found.end()
    return ends


def _is_other_word(line: Line, found: re.Match[str], text: str) -> bool:
    """ "man" is no Monday: a short weekday that is another word without its dots is only taken with them."""
    first, last = line.source(*found.span())
    return any(word in DOUBTFUL for word in _PLAIN.findall(text[first:last].lower()))
