"""One time: a day, a span of days, or from one moment to another."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.calendar import DAY, STOCKHOLM, to_utc, wall_time
from bot.domain.periods import WEEK, Period
from bot.domain.swedish import MONTHS
from bot.domain.when import near
from bot.domain.when.clock import SaidHours, Time
from bot.domain.when.model import Ambiguous, Impossible, Reading, Unsure, When
from bot.domain.when.resolve import at, clocks_of, days_of
from bot.domain.when.said import Around, Said, Section, SectionRole

LONGEST_SPAN = 366


def read_single(said: Said, around: Around) -> Reading:
    main, until = _ends(said)
    if main.instant_after is not None and (main.instant_after or not main.names_a_day()):
        return _moment(said, main, around)
    found = list(_readings(said, main, until, around))
    found = _right_way(found, around) if main.clock or main.part else found
    if not around.forward and main.weekdays and not main.days:
        found = [_last(when, around) for when in found]
    if main.part and not main.clock:
        found = [replace(when, part=main.part) for when in found]
    unique = sorted(set(found), key=_order)
    return unique[0] if len(unique) == 1 else Ambiguous(tuple(unique))


def _ends(said: Said) -> tuple[Section, Section | None]:
    """Where it begins, and where it ends if that is said; "till fredag" alone is on Friday."""
    main, begin, until = said.one(SectionRole.MAIN), said.one(SectionRole.FROM), said.one(SectionRole.UNTIL)
    if main is None and begin is None and until is not None and said.softly:
        return until, None
    if main and begin:
        main = _joined(begin, main)
    return main or begin or said.main, until


def _joined(one: Section, other: Section) -> Section:
    if one.clock and other.clock:
        raise Impossible("Två klockslag står utan att höra ihop.")
    one.days += other.days
    one.weekdays += other.weekdays
    one.month_days += other.month_days
    one.ordinals += other.ordinals
    one.clock, one.part = one.clock or other.clock, one.part or other.part
    return one


def _moment(said: Said, section: Section, around: Around) -> When:
    if section.clock or section.names_a_day():
        raise Impossible("Tiden är sagd två gånger på olika sätt.")
    assert section.instant_after is not None
    moment = to_utc(around.now) + section.instant_after
    start = wall_time(moment).replace(second=0, microsecond=0)
    return When(start, start + said.length if said.length else None)


def _readings(said: Said, main: Section, until: Section | None, around: Around) -> Iterator[When]:
    if until and until.clock and not until.names_a_day():
        _end_by_clock(main, until)
        until = None
    if until and not until.names_a_day():
        raise Unsure
    if until:
        yield from _spans(said, main, until, around)
        return
    clocks = clocks_of(main)
    for days in days_of(main, around):
        if not clocks:
            yield _whole_days(said, days)
        for minutes in clocks:
            yield from _timed(said, main, days, minutes)
    if not main.names_a_day():
        yield from _some_day(said, clocks, around)


def _end_by_clock(main: Section, until: Section) -> None:
    if main.clock is None or main.clock.end or until.clock is None:
        raise Impossible("Jag förstår när det slutar, men inte när det börjar.")
    main.clock = SaidHours(main.clock.start, until.clock.start)
    main.part = main.part or until.part


def _whole_days(said: Said, days: Period) -> When:
    if said.length:
        raise Impossible("Skriv också vilken tid det börjar.")
    last = days.last
    if said.months_long:
        last = near.shifted(days.first, said.months_long) - DAY
    if said.days_long:
        last = days.first + (said.days_long - 1) * DAY
    return When(days.first, None if last == days.first else last)


def _timed(said: Said, section: Section, days: Period, minutes: tuple[int, int | None]) -> Iterator[When]:
    if days.days > 1 or said.days_long or said.months_long:
        yield from _every_day_of(said, section, days, minutes)
        return
    for day, start, end in _nights(section, days.first, minutes):
        yield _from_clock(said, day, start, end)


def _nights(section: Section, day: date, minutes: tuple[int, int | None]) -> Iterator[tuple[date, int, int | None]]:
    """ "fredag natt" can be the night that Friday begins with or the one it ends with; "natten till fredag" cannot."""
    midnight = section.clock is not None and section.clock.start == Time(24 * 60, sure=True)
    evening = section.clock is not None and minutes[0] < 24 * 60
    if section.night_before:
        yield day - DAY, *minutes
    elif (section.part == "natt" and not evening) or (midnight and not section.clock_24):
        yield day - DAY, *minutes
        yield day, *minutes
    else:
        yield day, *minutes


def _every_day_of(said: Said, section: Section, days: Period, minutes: tuple[int, int | None]) -> Iterator[When]:
    """ "3-5 december kl 10-14" is three such days, or one long stretch."""
    if section.weekend and not said.days_long:
        for day in days.each_day():
            yield _from_clock(said, day, *minutes)
        return
    if said.months_long or not (said.days_long or section.stretch or section.through):
        raise Unsure
    length = said.days_long or days.days
    start, end = minutes
    first = _from_clock(said, days.first, start, end)
    yield When(first.start, first.end, f"FREQ=DAILY;COUNT={length}")
    if end is not None and not section.part:
        yield When(first.start, at(days.first + (length - 1) * DAY, end % (24 * 60)))


def _from_clock(said: Said, day: date, start: int, end: int | None) -> When:
    begins = real(at(day, start))
    if said.length and end is not None and said.length != (end - start) * timedelta(minutes=1):
        raise Impossible("Sluttiden och hur länge det varar går inte ihop.")
    if said.length:
        return When(begins, begins + said.length)
    return When(begins, None if end is None else real(at(day, end)))


def _some_day(said: Said, clocks: list[tuple[int, int | None]], around: Around) -> Iterator[When]:
    """A time without a day: the next such, or the last in a report."""
    for start, end in clocks:
        moment = at(around.today, start)
        if around.forward and moment < around.now:
            yield _from_clock(said, around.today + DAY, start, end)
        elif not around.forward and moment > around.now:
            yield _from_clock(said, around.today - DAY, start, end)
        else:
            yield _from_clock(said, around.today, start, end)


def _spans(said: Said, main: Section, until: Section, around: Around) -> Iterator[When]:
    if said.length or said.days_long or said.months_long:
        raise Impossible("Slutet är sagt två gånger.")
    begins = list(_readings(said, main, None, around)) if not main.is_empty() else [When(around.today)]
    if main.is_empty() or main.names_a_day():
        begins = _right_way(begins, around) if main.clock else begins
    for begin in begins:
        first = begin.start.date() if isinstance(begin.start, datetime) else begin.start
        after = Around(at(first, 0), forward=True)
        # The day "till måndag" begins with is not the Monday it ends with.
        last = [days for days in days_of(until, after) if days.last > first or until.clock] or days_of(until, after)
        yield _span(begin, last[0].last, until, first)


def _span(begin: When, last: date, until: Section, first: date) -> When:
    if last < first or (last - first).days > LONGEST_SPAN or (last.month == first.month and last.year > first.year):
        raise Impossible("Slutet ligger före början.")
    if until.clock is None and until.part:
        raise Unsure
    if until.clock is None:
        if isinstance(begin.start, datetime):
            raise Impossible("Skriv också vilken tid det slutar.")
        return When(begin.start, None if last == begin.start else last)
    if not isinstance(begin.start, datetime):
        raise Impossible("Skriv också vilken tid det börjar.")
    end = at(last, clocks_of(until)[0][0])
    if end <= begin.start:
        raise Impossible("Slutet ligger före början.")
    return When(begin.start, end)


def _right_way(found: Iterable[When], around: Around) -> list[When]:
    """Times that have been are not planned for, if there are others; nor are those to come reported."""
    found = list(found)
    right = [when for when in found if _is_ahead(when, around) == around.forward]
    return right or found


def _last(when: When, around: Around) -> When:
    """ "lördag 22-01" in a report on Saturday noon: today is the nearest Saturday, but its night is still to come."""
    if not isinstance(when.start, datetime) or when.rrule or not _is_ahead(when, around):
        return when
    return replace(when, start=when.start - WEEK, end=when.end and when.end - WEEK)


def _is_ahead(when: When, around: Around) -> bool:
    return not isinstance(when.start, datetime) or when.start >= around.now


def real(wall: datetime) -> datetime:
    """Raises Impossible for the hour that spring skips."""
    if wall_time(to_utc(wall, STOCKHOLM)) != wall:
        day = f"{wall.day} {MONTHS[wall.month - 1]} {wall.year}"
        raise Impossible(f"Klockan {wall:%H.%M} finns inte {day}: då ställs klockan fram.")
    return wall


def _order(when: When) -> tuple[str, str, str]:
    return when.start.isoformat(), when.end.isoformat() if when.end else "", when.rrule or ""
