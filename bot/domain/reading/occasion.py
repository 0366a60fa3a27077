"""What a line's time and place tell about which occurrence it is, or about a new one."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from bot.domain.calendar import at, local_day, to_utc
from bot.domain.periods import Period
from bot.domain.reading import place_words
from bot.domain.reading.circumstances import Circumstances
from bot.domain.reading.municipalities import MUNICIPALITIES
from bot.domain.recurrence import Span
from bot.domain.swedish import fold
from bot.domain.when import When

T = TypeVar("T")
NOON = time(12)
SLACK = timedelta(hours=2)
INSTANT = timedelta(microseconds=1)
_WORD = re.compile(r"\be[0-9]+|[0-9]+|[^\W\d]{2,}")  # "E4an" as "E4", "rv83" as "rv 83"
EVERYDAY = frozenset({"centrum", "norra", "sodra", "ostra", "vastra", "vid", "och", "pa", "centrala"})
UNNAMED = place_words.AT | place_words.INSIDE | place_words.IN | place_words.TO | place_words.WHERE | place_words.ROADS
ANYWHERE = (place_words.KNOWN | {*place_words.KNOWN_ENDS} | place_words.TAILS) - {"centrum"}  # a square, an Ica
SHORTEST_PART = 4  # letters


def is_unsure(around: Circumstances) -> bool:
    """A time is said, but nobody can know which day ("häromdagen", "31/2", "förra veckan")."""
    return around.when is not None and days(around) is None


def days(around: Circumstances) -> Period | None:
    """The days that are said, the first and the last."""
    when = around.when
    if not isinstance(when, When):
        return None
    first, last = _day(when.start), _day(when.end or when.start)
    overnight = isinstance(when.end, datetime) and last > first and when.end.time() <= NOON
    return Period(first, first if overnight else last)


def is_of_days(around: Circumstances, starts_at: datetime, ends_at: datetime) -> bool:
    """An occurrence that can be meant. Where no time is said, every one can."""
    if around.when is None:
        return True
    said = days(around)
    last = max(starts_at, ends_at - INSTANT)  # weeks and months end at midnight, and have no part in that day
    return said is not None and local_day(starts_at) <= said.last and said.first <= local_day(last)


def is_at_clock(around: Circumstances, starts_at: datetime, ends_at: datetime) -> bool:
    """It goes on at the hours that are said."""
    when = around.when
    if not isinstance(when, When) or not isinstance(when.start, datetime):
        return False
    start = to_utc(when.start)
    end = to_utc(when.end) if isinstance(when.end, datetime) else start
    return starts_at <= end and start <= ends_at


def may_be(around: Circumstances, starts_at: datetime, ends_at: datetime) -> bool:
    """Of the days that are said, and near the hours, if any are: two who were there together seldom say the same."""
    when = around.when
    by_clock = isinstance(when, When) and isinstance(when.start, datetime)
    near = not by_clock or is_at_clock(around, starts_at - SLACK, ends_at + SLACK)
    return near and is_of_days(around, starts_at, ends_at)


def new_span(around: Circumstances, length: timedelta, now: datetime) -> Span | None:
    """When something was that nobody had planned: of several days, from the first to the last of those that have been.

    None when no day is said, or one to come.
    """
    when, said = around.when, days(around)
    if not isinstance(when, When) or said is None:
        return None
    starts = to_utc(when.start) if isinstance(when.start, datetime) else at(said.first, NOON) - length
    ends = _end_of(when, said, starts + length)
    if starts > now:
        return (
            Span(now - length, now) if said.first == local_day(now) and not isinstance(when.start, datetime) else None
        )
    return Span(starts, min(ends, now)) if starts < now else Span(now - length, now)  # "nyss" has just ended


def _end_of(when: When, said: Period, usual: datetime) -> datetime:
    if isinstance(when.end, datetime):
        return to_utc(when.end)
    return at(said.last, NOON) if said.last > said.first else usual


def at_place(around: Circumstances, some: Sequence[T], names: Callable[[T], str]) -> Sequence[T]:
    """Those that are named by the place; all of them where that chooses none."""
    said = _words(around.place)
    return [one for one in some if said & _words(names(one))] or some if said else some


def is_at(around: Circumstances, place: str | None) -> bool:
    """One of the words that are said is in the occurrence's place."""
    return bool(place and _names(around.place) & _names(place))


def is_elsewhere(around: Circumstances, place: str | None, municipality: str, title: str) -> bool:
    """The line says a place that is clearly another than the occurrence's, not one that is near it or in it.

    A name is held to a name ("Vivsta", "E4 Sörberge"), a square to a station: the square may be anywhere.
    """
    home = _words(municipality)
    said = _names(around.place) - home
    if not said:
        return False
    if not place or said <= MUNICIPALITIES:
        return said <= MUNICIPALITIES and not said & _words(f"{place or ''} {title}")
    there = _names(place) - home
    return bool(there) and _is_named(said) == _is_named(there) and not _overlap(said, there | _names(title))


def _names(text: str) -> set[str]:
    return {*_WORD.findall(fold(text))} - UNNAMED - {"och"}


def _is_named(place: set[str]) -> bool:
    return not place <= ANYWHERE


def _overlap(some: set[str], others: set[str]) -> bool:
    """A word is the same, or a part of the other: "Sörberge" and "Sörbergeskolan", "centrum" and "resecentrum"."""
    return any(
        one == other or (min(len(one), len(other)) >= SHORTEST_PART and (one in other or other in one))
        for one in some
        for other in others
    )


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _words(text: str) -> set[str]:
    return {*_WORD.findall(fold(text))} - EVERYDAY
