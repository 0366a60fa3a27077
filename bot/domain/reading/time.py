"""When it was: "igår 18-20", "i fredags", "kl 19-21". Swedish time is only read where a word may be one."""

import re
from datetime import datetime

from bot.domain.reading.known import known
from bot.domain.reading.line import Line, is_number
from bot.domain.swedish import MONTHS_SHORT, WEEKDAYS, fold
from bot.domain.when import Ambiguous, Invalid, Reading, Several, Tense, When, find_when, read_when

_DAYS = "|".join(fold(day) for day in WEEKDAYS)
_MONTHS = "|".join(month[:3] for month in MONTHS_SHORT)
_TIME_WORD = re.compile(
    rf"(?:{_DAYS}|(?:man|tis|ons|tor|tors|fre|lor|son)-)\w*|(?:man|tis|ons|tor|tors|fre|lor|son)\w?s?|(?:{_MONTHS})\w*|i?(?:gar|forrgar|dag|kvall|natt|morse)\w*|"
    r"kl|klockan|v[0-9]{0,2}|vecka\w*|veckan|den|mellan|fran|nyss|nu|nyligen|harom\w*|sedan|sen|helg\w*|forra|haromkvallen|\w*afton\w*|"
    r"(?:i|iover|over)?mor(?:gon|ron|rn|n)\w*|lunch|midnatt|\w*dagen|halv|kvart|eftermiddags?|formiddags?|i(?:eftermiddag|formiddag)|forrgar"
)
_AFTER_I = frozenset({"gar", "dag", "kvall", "natt", "morse", "forrgar"})
_HOURS = re.compile(
    r"(?:[01]?[0-9]|2[0-4])(?:[.:][0-5][0-9])?[-–](?:[01]?[0-9]|2[0-4])(?:[.:][0-5][0-9])?"
    r"|(?:[01][0-9]|2[0-3])[0-5][0-9][-–](?:[01][0-9]|2[0-4])[0-5][0-9]"  # "1830-2000"
)
_UNITS = frozenset("ukv")
_NUMBERS = frozenset("NSTWC:")
_FRACTIONS = frozenset({"1/2", "1/4", "3/4"})
_CLOCKS = frozenset({"halv", "kvart", "kl", "klockan", "mellan"})
_OTHER = re.compile(r"(?:\w+(?:er|or|ar|re|tal|on)|st|barn|\w*prov)")


@known
def _may_be_time(word: str) -> bool:
    return bool(_TIME_WORD.fullmatch(word))


def take_time(line: Line, signs: str, now: datetime) -> tuple[Reading | Several, range] | None:
    """What is said, with its places. Taken from the line only when it is sure."""
    if "C" not in signs and not any(map(_may_be_time, line.words())):
        return None
    found = find_when(line.text, now, Tense.PAST)
    if found is None:
        return _hours(line, signs, now)
    reading, (first, last) = found
    places = _places(line, first, last)
    if line.slice(places) in _FRACTIONS:
        return None
    if isinstance(reading, When) and not isinstance(reading.start, datetime) and reading.end is None:
        reading, places = _with_hours_before(line, reading, places, now)
    if _are_counted(line, signs, places) or _cuts_a_number(line, first, last):
        return Ambiguous(), places
    if isinstance(reading, When):
        line.take(places)
    return reading, places


def _are_counted(line: Line, signs: str, places: range) -> bool:
    """ "Mellan 10 och 20 besök" are no hours; in "18-20 besök 12" the visits have a number of their own."""
    after, following = signs[places.stop : places.stop + 1], signs[places.stop + 1 : places.stop + 2]
    ends_in_number = is_number(line.pieces[places.stop - 1].strip())
    return ends_in_number and after in _UNITS and following not in _NUMBERS


def _cuts_a_number(line: Line, first: int, last: int) -> bool:
    """ "November 2026-2027": a number that is only half read may mean anything."""
    begins = [at for at in line.starts() if at <= first][-1]
    ends = next(at for at in line.starts() if at >= last)
    return any(map(str.isdecimal, line.text[begins:first] + line.text[last:ends]))


def _places(line: Line, first: int, last: int) -> range:
    starts = line.starts()
    within = [at for at in range(len(line)) if starts[at + 1] > first and starts[at] < last]
    begins_late = line.word(within[0]) in _AFTER_I and line.word(within[0] - 1) == "i"
    return range(within[0] - begins_late, within[-1] + 1)


def _with_hours_before(line: Line, day: When, places: range, now: datetime) -> tuple[When, range]:
    """ "20-22 igår", "halv åtta till nio igår": hours may stand before their day."""
    for start in range(max(places.start - 6, 0), places.start):
        if line.word(start) in _CLOCKS or _HOURS.fullmatch(line.pieces[start].strip()):
            reading = read_when(line.slice(range(start, places.stop)), now, tense=Tense.PAST)
            if isinstance(reading, When) and isinstance(reading.start, datetime) and line.free[start]:
                return reading, range(start, places.stop)
    return day, places


def _hours(line: Line, signs: str, now: datetime) -> tuple[Reading, range] | None:
    """ "18-20" alone is hours, if it does not count anything."""
    for at, sign in enumerate(signs):
        if sign != "C" or not _HOURS.fullmatch(line.pieces[at].strip()):
            continue
        after = line.word(at + 1)
        if signs[at + 1 : at + 2] in ("u", "k", "v") or _OTHER.fullmatch(after) or not _stands_alone(line, at):
            continue
        reading = read_when(f"kl {line.pieces[at].strip()}", now, tense=Tense.PAST)
        if isinstance(reading, When):
            line.take((at,))
            return reading, range(at, at + 1)
    return None


def _stands_alone(line: Line, at: int) -> bool:
    """ "åk 7-9" and "v 47-48" have a name before them."""
    return line.word(at - 1) not in {"ak", "arskurs", "klass", "v", "vecka", "veckorna", "nr", "buss", "linje", "plan"}


__all__ = ["Ambiguous", "Invalid", "Reading", "Several", "When", "take_time"]
