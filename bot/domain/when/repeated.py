"""What recurs: the rule as RFC 5545 text, and the first time it gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from dateutil.rrule import rrulestr

from bot.domain.calendar import DAY
from bot.domain.periods import Period
from bot.domain.when import near
from bot.domain.when.model import Ambiguous, Excluded, Impossible, Reading, Unsure, When
from bot.domain.when.resolve import at, clocks_of, days_of
from bot.domain.when.rules import is_unclear, rule_parts
from bot.domain.when.said import Around, Said, Section, SectionRole, Unit
from bot.domain.when.single import real

WORKDAYS = range(5)
FARTHEST = 2000  # occurrences looked at before a rule counts as empty


@dataclass(frozen=True, slots=True)
class Plan:
    """`base` is the rule without what counts from its first day: with it, that day is looked for from `lowest`."""

    rule: str
    base: str
    lowest: date
    until: date | None
    excluded: Excluded
    not_before: datetime
    length: timedelta | None

    def on_whole_days(self) -> When:
        if self.length:
            raise Impossible("Skriv också vilken tid det börjar.")
        return When(self._first(0).date(), None, self.rule, self.excluded)

    def at(self, minutes: int, end: int | None) -> When:
        """From and to minutes after midnight."""
        start = real(self._first(minutes))
        length = self.length or (None if end is None else (end - minutes) * timedelta(minutes=1))
        return When(start, start + length if length else None, self.rule, self.excluded)

    def _first(self, minutes: int) -> datetime:
        for start in islice(rrulestr(self.base, dtstart=at(self.lowest, minutes)), FARTHEST):
            if self.until and start.date() > self.until:
                break
            if start.date() not in self.excluded and (start >= self.not_before or not minutes):
                return start
        raise Impossible("Ingen sådan dag finns inom den tiden.")


def read_repeated(said: Said, around: Around) -> Reading:
    around = Around(around.now, forward=True)  # what recurs goes on, also when it is told of afterwards
    _gather(said)
    if said.unsure or is_unclear(said):
        raise Unsure
    plan = _plan(said, around)
    found = [plan.at(start, end) for start, end in clocks_of(said.main)] or [plan.on_whole_days()]
    return found[0] if len(found) == 1 else Ambiguous(tuple(sorted(found, key=lambda when: str(when.start))))


def _plan(said: Said, around: Around) -> Plan:
    lowest, until = _bounds(said, around)
    rule, base = rule_parts(said, lowest)
    if said.count:
        rule.append(f"COUNT={said.count}")
    elif until:
        rule.append(f"UNTIL={until:%Y%m%d}T235959")
    begins = said.one(SectionRole.FROM)
    not_before = at(lowest, 0) if begins and begins.names_a_day() else around.now
    excluded = _excluded(said, around)
    return Plan(";".join(rule), ";".join(base), lowest, until, excluded, not_before, said.length)


def _gather(said: Said) -> None:
    """A time said after "till 18 maj" or "utom v 8" is the time of it all."""
    main = said.main
    for role in (SectionRole.FROM, SectionRole.UNTIL, SectionRole.EXCEPT):
        for section in said.sections.get(role, ()):
            if main.clock and section.clock:
                raise Impossible("Två klockslag står utan att höra ihop.")
            main.clock, main.part = main.clock or section.clock, main.part or section.part
    if said.workdays:
        main.weekdays += [day for day in WORKDAYS if day not in main.weekdays]
    off = {day for section in said.sections.get(SectionRole.EXCEPT, ()) for day in section.weekdays}
    if off:
        main.weekdays = [day for day in main.weekdays or range(7) if day not in off]
        said.unit = None if said.unit is Unit.DAY else said.unit
        said.weekly = True


def _excluded(said: Said, around: Around) -> Excluded:
    spans: list[Period] = []
    for section in said.sections.get(SectionRole.EXCEPT, ()):
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
        yield near.month_day(day, around)[0]


def _bounds(said: Said, around: Around) -> tuple[date, date | None]:
    """The first day to look from, and the last. A span in the line itself ("i december", "v 48-50") is both."""
    lowest, until = around.today, None
    begin, end = said.one(SectionRole.FROM), said.one(SectionRole.UNTIL)
    if said.main.days and said.unit is not Unit.YEAR:
        span = _one(days_of(Section(days=said.main.days), around))
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
    if len(days) != 1:
        raise Unsure
    return days[0]


def _last(end: Section, after: Around) -> date:
    days = days_of(end, after)
    if end.inclusive:
        return days[-1].last
    return days[0].last - DAY if end.season else days[0].last


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
