"""How dates, times and figures are written in Swedish. A relative word always has its date beside it."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from bot.domain.calendar import local, local_day

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
MONTHS_SHORT = ("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")

NO_BREAK_SPACE = "\u00a0"
EVENING_HOUR = 17
NIGHT_HOURS = range(6)
NIGHT = timedelta(hours=12)

# Neither database sorts å ä ö last; in ASCII, these three signs stand after z.
_ALPHABET = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})
_PLAIN = tuple(zip("åäöéæø", "aaoeao", strict=True))


def day_text(day: date, today: date) -> str:
    """Gives "i morgon, tisdag 24 november"; the year only when it is not this one."""
    near = {-1: "i går, ", 0: "i dag, ", 1: "i morgon, "}.get((day - today).days, "")
    return near + _full_day(day, today)


def day_short(day: date, today: date | None = None) -> str:
    """Gives "fre 20 nov", for buttons and lists; with the year if `today` is given and in another year."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS_SHORT[day.month - 1]}{_year(day, today)}"


def span_text(starts: datetime, ends: datetime | None = None) -> str:
    """Gives "kl. 18–20", "kl. 20.30–22", "kl. 22–01"; more than a night gets its last day too."""
    begin = local(starts)
    if ends is None or ends <= starts:
        return f"kl. {_clock(begin)}"
    end = local(ends)
    if end.date() == begin.date() or ends - starts < NIGHT:
        return f"kl. {_clock(begin)}–{_clock(end)}"
    return f"kl. {_clock(begin)} till {_full_day(end.date(), begin.date())} kl. {_clock(end)}"


def when_text(starts: datetime, ends: datetime | None, now: datetime) -> str:
    """Gives "i kväll, fredag 20 november kl. 19–21"."""
    day = day_text(local_day(starts), local_day(now))
    if local(starts).hour >= EVENING_HOUR:
        day = day.replace("i dag,", "i kväll,")
    return f"{day} {span_text(starts, ends)}"


def range_text(first: date, last: date, today: date | None = None) -> str:
    """Two dates, both included: "3–17 november", "28 november–4 december"."""
    begin, end = (f"{day.day} {MONTHS[day.month - 1]}" for day in (first, last))
    if first.year != last.year:
        return f"{begin} {first.year}–{end} {last.year}"
    if first.month == last.month:
        begin = f"{first.day}"
    return (end if first == last else f"{begin}–{end}") + _year(last, today)


def relative_age(day: date, today: date) -> str:
    """Gives "i går", "för 3 veckor sedan"; whole units, rounded down. A day ahead counts as today."""
    days = max((today - day).days, 0)
    if days < 2:
        return ("i dag", "i går")[days]
    for length, one, many in ((365, "år", "år"), (30, "månad", "månader"), (7, "vecka", "veckor")):
        # Under two weeks days say more; beyond that the largest unit that fits.
        if days >= max(length, 14):
            count = days // length
            return f"för {count} {one if count == 1 else many} sedan"
    return f"för {days} dagar sedan"


@lru_cache(1024)  # small counts stand in every message
def number(value: float | Decimal) -> str:
    """Gives "1 500" (with a space that never breaks), "2,5"; at most two decimals."""
    whole, _, decimals = f"{abs(value):,.2f}".partition(".")
    decimals = decimals.rstrip("0")
    text = whole.replace(",", NO_BREAK_SPACE) + ("," + decimals if decimals else "")
    return f"−{text}" if value < 0 and text != "0" else text


def joined(words: Sequence[str], last: str = "och") -> str:
    """Gives "a, b och c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def sentence(text: str) -> str:
    """The same text with a capital first letter; the rest is left alone ("E4", "Hofors")."""
    return text[:1].upper() + text[1:]


@lru_cache(1024)  # the same names are put in order again and again
def sort_key(text: str) -> str:
    """Swedish alphabetical order: å, ä and ö after z, other accents ignored."""
    return _without_accents(unicodedata.normalize("NFC", text).lower().translate(_ALPHABET))


_IN_FILES = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")


def fold(text: str) -> str:
    """Lower case without dots, for matching what people type: "Läget" and "laget" are the same."""
    lower = text.lower()
    if lower.isascii():
        return lower
    for dotted, plain in _PLAIN:  # `translate` looks for each sign by an error: ten times as long
        lower = lower.replace(dotted, plain)
    return _without_accents(lower)


def file_stem(text: str, link: str = "_") -> str:
    """For the name of a file: only what every file system takes, "Malung-Sälen 2026" as "malung-salen_2026"."""
    return link.join(_IN_FILES.findall(fold(text).replace("–", "-")))


def _full_day(day: date, today: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{_year(day, today)}"


def _year(day: date, today: date | None) -> str:
    return f" {day.year}" if today is not None and day.year != today.year else ""


def _clock(moment: datetime) -> str:
    # Night hours have two digits, so that "01" is not read as one in the afternoon.
    hour = f"{moment.hour:02}" if moment.hour in NIGHT_HOURS else str(moment.hour)
    return f"{hour}.{moment.minute:02}" if moment.minute else hour


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
