"""When people are reminded of an occurrence and asked about it. Everyone named before, only the lead after.

Form          before                                          asked                        asked again
dated         as the kind says (a week, a day, two hours)     when it ends                 first working morning after
window        its first working morning, if over a week long  15.00, last working day      first working morning after
continuous    –                                               09.00, last working day      a week later
when_needed   –                                               09.00, last working day      a week later
deliverable   30 and 7 days before it is due                  15.00, last working day      first working morning after

What would ring at night before an occurrence comes earlier, never later; hours before are kept to the minute, for those
who are on duty then. A question that would come at night is left to the next working morning.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.calendar import (
    at,
    local_day,
    next_working_day,
    to_utc,
    wall_time,
    working_day_from,
    working_day_until,
)
from bot.domain.words import Form, Part, Step

MORNING = time(8)
CADENCE_QUESTION = time(9)
AFTERNOON = time(15)
EARLIEST, LATEST = time(7, 30), time(20)
LATEST_QUESTION = time(21)

HALF_DAY = timedelta(hours=12)
TWO_DAYS = timedelta(days=2)
WEEK = timedelta(days=7)
DELIVERABLE_BEFORE = {Step.DUE_SOON: timedelta(days=30), Step.WEEK_BEFORE: WEEK}

BEFORE = frozenset({Step.WEEK_BEFORE, Step.DAY_BEFORE, Step.HOURS_BEFORE, Step.DUE_SOON})

Times = Mapping[Step, datetime]


@dataclass(frozen=True, slots=True)
class Due:
    """One reminder to each person who is `part` on the occurrence, at an instant in UTC."""

    step: Step
    at: datetime
    part: Part


def due_times(
    *, form: Form, remind_before: Sequence[timedelta], starts_at: datetime, ends_at: datetime, now: datetime
) -> list[Due]:
    """What is still ahead of `now`, in order of time.

    Forms of whole days (all but dated) start and end at midnight in Stockholm: the end is the one after the last day.
    """
    before = _before(form, remind_before, starts_at, ends_at)
    asked = _asked(form, starts_at, ends_at)
    everyone = [Due(step, moment, part) for step, moment in before.items() for part in (Part.LEAD, Part.PARTICIPANT)]
    lead = [Due(step, moment, Part.LEAD) for step, moment in asked.items()]
    return sorted((due for due in everyone + lead if due.at > now), key=lambda due: due.at)


def is_too_late(step: Step, due_at: datetime, happens_at: datetime, now: datetime, late_limit: timedelta) -> bool:
    """Whether to show it as missed instead of sending it: "i morgon" must not come when the occurrence has begun.

    `happens_at` is the start, or for a deliverable when it is due.
    """
    return now > due_at + late_limit or (step in BEFORE and now >= happens_at)


def _before(form: Form, remind_before: Sequence[timedelta], starts_at: datetime, ends_at: datetime) -> Times:
    match form:
        case Form.DATED:
            # Longest first: of two with the same step the later one stands, as steps are unique.
            return {_step(ahead): _ahead_of(starts_at, ahead) for ahead in sorted(remind_before, reverse=True)}
        case Form.DELIVERABLE:
            due_day = _last_day(ends_at)
            return {step: at(due_day - ahead, MORNING) for step, ahead in DELIVERABLE_BEFORE.items()}
        case Form.WINDOW if wall_time(ends_at) - wall_time(starts_at) > WEEK:
            return {Step.OPENS: at(working_day_from(local_day(starts_at)), MORNING)}
        case _:
            return {}


def _asked(form: Form, starts_at: datetime, ends_at: datetime) -> Times:
    first, last = local_day(starts_at), _last_day(ends_at)
    match form:
        case Form.DATED:
            return _asked_when_over(ends_at)
        case Form.CONTINUOUS | Form.WHEN_NEEDED:
            asked = _last_working_day(first, last)
            again = working_day_from(asked + WEEK)
            return {Step.AFTER: at(asked, CADENCE_QUESTION), Step.NEXT_MORNING: at(again, MORNING)}
        case Form.WINDOW | Form.DELIVERABLE:
            asked = _last_working_day(first, last)
            return {Step.AFTER: at(asked, AFTERNOON), Step.NEXT_MORNING: at(next_working_day(last), MORNING)}


def _asked_when_over(ends_at: datetime) -> Times:
    end = wall_time(ends_at)
    if end.time() < EARLIEST:
        return {Step.NEXT_MORNING: at(working_day_from(end.date()), MORNING)}
    next_morning = at(next_working_day(end.date()), MORNING)
    if end.time() > LATEST_QUESTION:
        return {Step.NEXT_MORNING: next_morning}
    return {Step.AFTER: ends_at, Step.NEXT_MORNING: next_morning}


def _step(ahead: timedelta) -> Step:
    if ahead >= TWO_DAYS:
        return Step.WEEK_BEFORE
    return Step.DAY_BEFORE if ahead >= HALF_DAY else Step.HOURS_BEFORE


def _ahead_of(starts_at: datetime, ahead: timedelta) -> datetime:
    if ahead < HALF_DAY:
        return starts_at - ahead
    # Days are taken from the clock on the wall: a day before 18.00 is 18.00 also when clocks change between.
    wall = wall_time(starts_at) - ahead
    if wall.time() < EARLIEST:
        wall = datetime.combine(wall.date() - timedelta(days=1), LATEST)
    elif wall.time() > LATEST:
        wall = datetime.combine(wall.date(), LATEST)
    return to_utc(wall)


def _last_day(ends_at: datetime) -> date:
    return local_day(ends_at - timedelta(microseconds=1))


def _last_working_day(first: date, last: date) -> date:
    """Within the span; its last day when it has no working day, so that nobody is asked before it began."""
    day = working_day_until(last)
    return day if day >= first else last
