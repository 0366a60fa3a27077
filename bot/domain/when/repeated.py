"""What recurs: the rule as RFC 5545 text, and the first time it gives."""

from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice

from dateutil.rrule import rrulestr

from bot.domain.calendar import DAY
from bot.domain.periods import Period
from bot.domain.when import near
from bot.domain.when.model import Ambiguous, Excluded, Impossible, Reading, Unsure, When
from bot.domain.when.resolve import at, clocks_of, days_of
from bot.domain.when.said import Around, Role, Said, Section, Unit
from bot.domain.when.single import real

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = range(5)
FARTHEST = 2000  # occurrences looked at before a rule counts as empty


def read_repeated(said: Said, around: Around) -> Reading:
    around = Around(around.now, forward=True)  # what recurs goes on, also when it is told of afterwards
    _gather(said)
    if said.unsure or _is_unclear(said):
        raise Unsure
    excluded = _excluded(said, around)
    lowest, until = _bounds(said, around)
    rule, base = _rule(said, lowest)
    clocks: list[tuple[int, int | None] | None] = [*clocks_of(said.main)] or [None]
    found = [_from(rule, base, said, lowest, until, minutes, excluded, around) for minutes in clocks]
    return found[0] if len(found) == 1 else Ambiguous(tuple(sorted(found, key=lambda when: str(when.start))))


def _gather(said: Said) -> None:
    """A time said after "till 18 maj" or "utom v 8" is the time of it all."""
    main = said.main
    for role in (Role.FROM, Role.UNTIL, Role.EXCEPT):
        for section in said.sections.get(role, ()):
            if main.clock and section.clock:
                raise Impossible("Två klockslag står utan att höra ihop.")
            main.clock, main.part = main.clock or section.clock, main.part or section.part
    if said.workdays:
        main.weekdays += [day for day in WORKDAYS if day not in main.weekdays]
    off = {day for section in said.sections.get(Role.EXCEPT, ()) for day in section.weekdays}
    if off:
        main.weekdays = [day for day in main.weekdays or range(7) if day not in off]
        said.unit = None if said.unit is Unit.DAY else said.unit
        said.weekly = True


def _is_unclear(said: Said) -> bool:
    """What does not go together: better asked about than dropped."""
    main = said.main
    unit = Unit.WEEK if said.parity is not None or said.workdays else _unit(said)
    of_month = bool(main.ordinals or main.month_days)
    return (
        (of_month and unit in (Unit.DAY, Unit.WEEK))
        or (said.parity is not None and (said.interval > 1 or said.unit not in (None, Unit.WEEK)))
        or (bool(main.month_days) and bool(main.weekdays))
        or (unit in (Unit.MONTH, Unit.YEAR) and bool(main.weekdays) and not main.ordinals)
        or bool(said.count and (said.one(Role.UNTIL) or said.days_long or said.months_long))
        or (main.part == "natt" and main.clock is not None and main.clock.options("natt")[0][0] >= 24 * 60)
        or main.night_before
        or main.instant_after is not None
    )


def _excluded(said: Said, around: Around) -> Excluded:
    spans: list[Period] = []
    for section in said.sections.get(Role.EXCEPT, ()):
        if section.closes and spans:
            after = Around(at(spans[-1].first, 0), forward=True)
            spans[-1] = Period(spans[-1].first, _one(days_of(section, after)).last)
        else:
            spans += _each(section, around)
    return Excluded(said.no_red_days or said.workdays, tuple(spans))


def _each(section: Section, around: Around) -> Iterator[Period]:
    if section.season:
        raise Unsure
    for phrase in section.days:
        yield from phrase(around)
    for day in section.month_days:
        yield near.month_day(day, around)


def _bounds(said: Said, around: Around) -> tuple[date, date | None]:
    """The first day to look from, and the last. A span in the line itself ("i december", "v 48-50") is both."""
    lowest, until = around.today, None
    begin, end = said.one(Role.FROM), said.one(Role.UNTIL)
    if said.main.days and said.unit is not Unit.YEAR:
        span = days_of(Section(days=said.main.days), around)[0]
        lowest = max(span.first, lowest)
        until = span.last if span.days > 1 else None
    if begin and begin.names_a_day():
        span = _one(days_of(begin, around))
        lowest = span.first
        until = span.last if begin.ranged else until
    if end and end.names_a_day():
        until = _last(end, Around(at(lowest, 0), forward=True))
    if said.months_long:
        until = near.shifted(lowest, said.months_long) - DAY
    if said.days_long:
        until = lowest + (said.days_long - 1) * DAY
    return lowest, until


def _one(days: list[Period]) -> Period:
    return days[0]


def _last(end: Section, after: Around) -> date:
    days = days_of(end, after)
    if end.inclusive:
        return days[-1].last
    return days[0].last - DAY if end.season else days[0].last


def _rule(said: Said, lowest: date) -> tuple[list[str], list[str]]:
    """The parts of the rule, and those that find its first day: without the interval."""
    by = _by(said, lowest)
    unit = _unit(said)
    base = [f"FREQ={unit.value}", *by]
    return [base[0], *([f"INTERVAL={said.interval}"] if said.interval > 1 else []), *by], base


def _unit(said: Said) -> Unit:
    if said.parity is not None:
        return Unit.YEAR
    if said.unit:
        return said.unit
    return Unit.MONTH if said.main.ordinals or said.main.month_days else Unit.WEEK


def _by(said: Said, lowest: date) -> list[str]:
    main = said.main
    days = ",".join(CODES[day] for day in sorted(set(main.weekdays)))
    if said.parity is not None:
        return _by_week(said, days)
    unit = _unit(said)
    if unit is Unit.MONTH:
        return _by_month(said, days)
    if unit is Unit.YEAR:
        return _by_year(said, lowest)
    if unit is Unit.WEEK and not days:
        return [f"BYDAY={CODES[_only_day(said, lowest).weekday()]}"]
    return [f"BYDAY={days}"] if days else []


def _by_week(said: Said, days: str) -> list[str]:
    """Not INTERVAL=2: after a year of 53 weeks two odd weeks follow each other."""
    if not days:
        raise Unsure
    weeks = range(2 if said.parity == 0 else 1, 54, 2)
    return [f"BYWEEKNO={','.join(map(str, weeks))}", f"BYDAY={days}"]


def _by_month(said: Said, days: str) -> list[str]:
    main = said.main
    if main.month_days:
        if not all(1 <= day <= 31 for day in main.month_days):
            raise Impossible("Så många dagar har ingen månad.")
        return [f"BYMONTHDAY={','.join(map(str, sorted(set(main.month_days))))}"]
    if not main.ordinals:
        if said.one(Role.FROM):
            return []
        raise Unsure
    if any(number > 5 for number in main.ordinals):
        raise Impossible("Så många sådana dagar har ingen månad.")
    if len(main.weekdays) == len(CODES):
        return [f"BYMONTHDAY={','.join(map(str, main.ordinals))}"]
    if main.of_workdays:
        return [f"BYDAY={days}", f"BYSETPOS={','.join(map(str, main.ordinals))}"]
    return ["BYDAY=" + ",".join(f"{number}{CODES[day]}" for number in main.ordinals for day in main.weekdays)]


def _by_year(said: Said, lowest: date) -> list[str]:
    if not said.main.days:
        raise Unsure
    if said.main.ordinals:
        return [
            f"BYMONTH={_month_of(said, lowest)}",
            *_by_month(said, ",".join(CODES[day] for day in said.main.weekdays)),
        ]
    days = days_of(said.main, Around(at(lowest, 0), forward=True))
    if len(days) != 1 or days[0].days > 1 or said.moves:
        raise Unsure
    return [f"BYMONTH={days[0].first.month}", f"BYMONTHDAY={days[0].first.day}"]


def _month_of(said: Said, lowest: date) -> int:
    span = days_of(Section(days=said.main.days), Around(at(lowest, 0), forward=True))[0]
    if span.days > 31:
        raise Unsure
    return span.first.month


def _only_day(said: Said, lowest: date) -> date:
    """ "var tredje vecka från 1 dec" is on that day; "varje vecka" alone leaves the day open."""
    begin = said.one(Role.FROM)
    if begin is None and not said.main.days:
        raise Unsure
    return lowest


def _from(
    rule: list[str],
    base: list[str],
    said: Said,
    lowest: date,
    until: date | None,
    minutes: tuple[int, int | None] | None,
    excluded: Excluded,
    around: Around,
) -> When:
    parts = [*rule]
    if said.count:
        parts.append(f"COUNT={said.count}")
    elif until:
        parts.append(f"UNTIL={until:%Y%m%d}T235959")
    start = _first(";".join(base), lowest, minutes, excluded, around)
    if until and start.date() > until:
        raise Impossible("Ingen sådan dag finns inom den tiden.")
    text = ";".join(parts)
    if minutes is None:
        if said.length:
            raise Impossible("Skriv också vilken tid det börjar.")
        return When(start.date(), None, text, excluded)
    end = start + said.length if said.length else _end(start, minutes)
    return When(real(start), end, text, excluded)


def _end(start: datetime, minutes: tuple[int, int | None]) -> datetime | None:
    return None if minutes[1] is None else at(start.date(), minutes[1] - (minutes[0] - minutes[0] % (24 * 60)))


def _first(
    base: str, lowest: date, minutes: tuple[int, int | None] | None, excluded: Excluded, around: Around
) -> datetime:
    first = at(lowest, minutes[0]) if minutes else datetime.combine(lowest, time.min)
    for start in islice(rrulestr(base, dtstart=first), FARTHEST):
        passed = minutes is not None and start < around.now
        if start.date() not in excluded and not passed:
            return start
    raise Impossible("Det blir ingen gång: alla dagar är undantagna.")


def starts(when: When, many: int) -> list[date | datetime]:
    """The first starts of what recurs; one that does not gives its own."""
    if when.rrule is None:
        return [when.start]
    timed = isinstance(when.start, datetime)
    first = when.start if isinstance(when.start, datetime) else datetime.combine(when.start, time.min)
    found = (
        start for start in islice(rrulestr(when.rrule, dtstart=first), FARTHEST) if start.date() not in when.excluded
    )
    return [start if timed else start.date() for start in islice(found, many)]
