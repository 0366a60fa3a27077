"""From what a coordinator wishes to the occurrences of a year, and what was avoided on the way."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import groupby, takewhile

from dateutil.rrule import rrulestr

from bot.domain import spans
from bot.domain.calendar import DAY, day_bounds, local_day
from bot.domain.errors import FieldErrors
from bot.domain.kinds import kind
from bot.domain.periods import Period, period_of
from bot.domain.plan_line import STRETCHES, Days, EachWindow, Hours, InHolidays, Line, Recurring, Times, Windows
from bot.domain.recurrence import Span, span, windows
from bot.domain.school_holidays import Habit
from bot.domain.season import left_to_plan
from bot.domain.suitable_days import Taste, days_for, evenly
from bot.domain.swedish import fold
from bot.domain.words import Form

MOST = 366
TOO_MANY = f"Det blir fler än {MOST} tillfällen. Korta perioden eller planera glesare."
NEEDS_TIME = "Skriv vilken tid det börjar."
NEEDS_DAY = "Skriv också vilken veckodag, till exempel: varje tisdag kl. 18–20."
NEEDS_ONE_DAY = "Skriv vilka dagar, till exempel: tisdag vecka 49, torsdag vecka 50."
NO_HOLIDAYS = "Inga sådana skollov är inlagda för perioden. Lägg in dem under Skollov, eller skriv datumen."


@dataclass(frozen=True, slots=True)
class YearWish:
    """`count` or `line`; where both are None nobody has decided yet. `clock` is for lines that name none."""

    within: Period
    count: int | None
    line: Line | None
    clock: Hours | None
    taste: Taste
    first_month: int = 1
    stretch: Windows = STRETCHES["month"]


@dataclass(frozen=True, slots=True)
class NotedDay:
    """A day, and what it is: "annandag påsk"."""

    day: date
    why: str


@dataclass(frozen=True, slots=True)
class YearProposal:
    """`avoided` would have been there otherwise; `anyway` could not be; so many were `outside` the period.

    `crowded`: how many of the number there was no day or window for.
    """

    spans: tuple[Span, ...]
    avoided: tuple[NotedDay, ...] = ()
    anyway: tuple[NotedDay, ...] = ()
    outside: int = 0
    crowded: int = 0


@dataclass(frozen=True, slots=True)
class _Plan:
    """Days or windows in order, each with its time of day; `left_out` were taken away."""

    days: Sequence[tuple[Period, Hours | None]]
    left_out: Sequence[NotedDay] = ()


def propose(wish: YearWish, kind_key: str, form: Form, now: datetime) -> YearProposal:
    """Raises FieldErrors at what has to be said otherwise."""
    if wish.line is None and wish.count is None:
        return YearProposal(())
    plan = _by_count(wish, form) if wish.line is None else _by_line(wish, wish.line, form)
    inside = [one for one in plan.days if one[0].first in wish.within and one[0].last in wish.within]
    if len(inside) > MOST:
        raise FieldErrors({"line" if wish.line else "count": TOO_MANY})
    found = sorted({_span(days, clock or wish.clock, kind_key, form) for days, clock in inside})
    ahead = tuple(one for one in found if (one.starts if form is Form.DATED else one.ends) > now)
    anyway = tuple(_anyway(ahead, wish)) if form is Form.DATED else ()
    return YearProposal(ahead, tuple(plan.left_out), anyway, len(plan.days) - len(inside), len(inside) - len(found))


def _anyway(ahead: Iterable[Span], wish: YearWish) -> Iterator[NotedDay]:
    # Who asks for the school holidays does not avoid them.
    taste = replace(wish.taste, school=Habit.EITHER) if isinstance(wish.line, InHolidays) else wish.taste
    for day in (local_day(one.starts) for one in ahead):
        if why := taste.why_not(day):
            yield NotedDay(day, why)


def _by_count(wish: YearWish, form: Form) -> _Plan:
    count = wish.count or 0
    if count > MOST:
        raise FieldErrors({"count": TOO_MANY})
    if form is not Form.DATED:
        return _windows(wish, wish.stretch, count)
    chosen = days_for(count, wish.within, wish.taste)
    ideal = evenly(count, [day for day in wish.within.each_day() if wish.taste.on_weekday(day)])
    avoided = (NotedDay(day, why) for day in ideal if day not in chosen and (why := wish.taste.why_not(day)))
    return _Plan([(Period(day, day), None) for day in chosen], list(avoided))


def _windows(wish: YearWish, stretch: Windows, count: int | None) -> _Plan:
    """All of them, or so many evenly; one that is school holiday from end to end is avoided where others remain."""
    whole = _whole(wish, stretch)
    if count is None:
        return _Plan([(one, None) for one in whole])
    suits = [one for one in whole if not _unsuited(one, wish.taste)]
    chosen = evenly(
        count, suits if len(suits) >= count else whole, lambda one: any(map(wish.taste.likes, one.each_day()))
    )
    left = (
        NotedDay(one.first, why)
        for one in evenly(count, whole)
        if one not in chosen and (why := _unsuited(one, wish.taste))
    )
    return _Plan([(one, None) for one in chosen], list(left))


def _whole(wish: YearWish, stretch: Windows) -> list[Period]:
    """Those that lie in the period for the most part: three days of a month are no month."""
    within, first_month = wish.within, wish.first_month
    found = windows(stretch.per, within.first, within.last, weeks=stretch.weeks, first_month=first_month)
    cut = [Period(one.first, one.last) for one in found]
    most = [one for one in cut if 2 * one.days >= period_of(one.first, stretch.per, first_month).days * stretch.weeks]
    return most or cut


def _unsuited(window: Period, taste: Taste) -> str | None:
    reasons = [taste.why_not(day) for day in window.each_day() if taste.on_weekday(day)]
    return reasons[0] if reasons and all(reasons) else None


def _by_line(wish: YearWish, line: Line, form: Form) -> _Plan:
    match line:
        case Recurring():
            return _recurring(wish, line)
        case Days(days):
            if form is Form.DATED and any(one.first != one.last for one, _ in days):
                raise FieldErrors({"line": NEEDS_ONE_DAY})
            return _Plan(days)
        case EachWindow(stretch):
            if form is Form.DATED:
                raise FieldErrors({"line": NEEDS_DAY})
            return _windows(wish, stretch, None)
        case InHolidays():
            return _in_holidays(wish, line, form)
        case Times(count, per):
            return _by_count(replace(wish, count=left_to_plan(count, per, wish.within, already=0) or 1), form)


def _recurring(wish: YearWish, line: Recurring) -> _Plan:
    """The rule's own exceptions are no news; red days and school holidays are told of."""
    start = line.when.start if isinstance(line.when.start, datetime) else datetime.combine(line.when.start, time.min)
    starts = rrulestr(line.when.rrule or "", dtstart=start)
    endless = "UNTIL" not in (line.when.rrule or "") and "COUNT" not in (line.when.rrule or "")
    last = wish.within.last if endless else date.max
    days = [one.date() for one in _some(takewhile(lambda one: one.date() <= last, starts))]
    days = [day for day in days if day not in line.when.excluded]
    kept = [day for day in days if not wish.taste.why_not(day)]
    left = (NotedDay(day, why) for day in days if day in wish.within and (why := wish.taste.why_not(day)))
    return _Plan([(Period(day, day), line.clock) for day in kept], list(left))


def _some(starts: Iterable[datetime]) -> Iterator[datetime]:
    for number, start in enumerate(starts):
        if number > 2 * MOST:
            raise FieldErrors({"line": TOO_MANY})
        yield start


def _in_holidays(wish: YearWish, line: InHolidays, form: Form) -> _Plan:
    meant = [one for one in wish.taste.holidays if fold(one.name).startswith(line.names)]
    if not meant:
        raise FieldErrors({"line": NO_HOLIDAYS})
    if form is not Form.DATED:
        return _Plan([(one.days, None) for one in meant])
    taste = Taste(wish.taste.weekday if line.weekday is None else line.weekday, wish.taste.avoid_red)
    return _Plan([(Period(day, day), line.clock) for one in meant for day in days_for(1, one.days, taste)])


def _span(days: Period, clock: Hours | None, kind_key: str, form: Form) -> Span:
    if form is not Form.DATED:
        return Span(day_bounds(days.first)[0], day_bounds(days.last)[1])
    if clock is None:
        raise FieldErrors({"starts": NEEDS_TIME})
    starts = datetime.combine(days.first, clock.begins)
    if clock.ends is None:
        return span(starts, kind(kind_key).duration)
    night = clock.ends < clock.begins and clock.begins >= spans.EVENING and clock.ends <= spans.MORNING
    ends = datetime.combine(days.first + DAY * night, clock.ends)
    if ends <= starts:
        raise FieldErrors({"ends": "Slutet måste komma efter starten. Välj en senare tid."})
    return span(starts, ends - starts)


def by_month(found: Iterable[Span]) -> Iterator[tuple[date, list[Span]]]:
    """The first day of each month, and what begins in it."""
    for month, some in groupby(found, key=lambda one: local_day(one.starts).replace(day=1)):
        yield month, list(some)
