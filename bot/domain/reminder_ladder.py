"""How the asking goes on when nobody reports: the lead twice, then the substitute, last the coordinators, who end it.

Each rung is on a morning of the one who is asked, counted in that person's own working days from the end. What goes on
(continuous, when needed) is counted from a week after the first question. A question that would come at night is left
to the next rung, and so is one that would come after the coordinators have been told that nobody else is asked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.calendar import DAY, at, local_day, wall_time, working_day_until
from bot.domain.good_times import (
    awake_before,
    can_be_asked,
    good_after,
    good_before,
    is_small_hours,
    last_working_day,
    morning,
    working_day_after,
)
from bot.domain.manners import Manners
from bot.domain.reminder_policy import Facts, Involved, Named, PlannedReminder, before, present
from bot.domain.words import Form, Part, Step

CADENCES = (Form.CONTINUOUS, Form.WHEN_NEEDED)
CADENCE_QUESTION, AFTERNOON = time(9), time(15)
WORKING_DAYS = {Step.NEXT_MORNING: 1, Step.SUBSTITUTE: 2, Step.COORDINATOR: 4}
SIX_DAYS = 6 * DAY
A_WHILE = timedelta(hours=1)
"""Whoever enters something that is over may be about to report it too."""


@dataclass(frozen=True, slots=True)
class Coordinator:
    """Of the municipality, both days included; no last one: until further notice."""

    person_id: int
    manners: Manners
    first: date
    last: date | None = None

    def is_on(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def all_of(
    facts: Facts,
    named: Named,
    coordinators: Iterable[Coordinator],
    manners: Mapping[int, Manners],
) -> list[PlannedReminder]:
    """Every reminder of an occurrence from the first to the last, also those whose time has been.

    `manners` are those of everyone named and of everyone who may stand in for them.
    """
    people = present(facts, named, manners)
    announced = [one for person in people if person.part is not Part.SUBSTITUTE for one in before(facts, person)]
    last = [one for person in coordinators for one in _coordinator(facts, people, person)]
    asked = [one for person in people for one in _asked(facts, person)]
    ends = min((one.due_at for one in last), default=None)
    return [*announced, *(one for one in asked if ends is None or one.due_at < ends), *last]


def _asked(facts: Facts, person: Involved) -> Iterator[PlannedReminder]:
    if person.part is Part.SUBSTITUTE:
        steps = {Step.SUBSTITUTE: _rung(facts, person.manners, Step.SUBSTITUTE, facts.absent_at)}
    elif person.part is Part.LEAD and person.wants(facts.kind):
        again = _rung(facts, person.manners, Step.NEXT_MORNING)
        steps = {Step.AFTER: _first_question(facts, person.manners), Step.NEXT_MORNING: again}
    else:
        steps = {}
    yield from (PlannedReminder(person.person_id, step, moment) for step, moment in steps.items() if moment)


def _coordinator(facts: Facts, people: Iterable[Involved], person: Coordinator) -> Iterator[PlannedReminder]:
    has_substitute = any(one.part is Part.SUBSTITUTE for one in people)
    answered_at = facts.unknown_at or (None if has_substitute else facts.absent_at)
    moment = _rung(facts, person.manners, Step.COORDINATOR, answered_at)
    if moment and person.is_on(local_day(moment)):
        yield PlannedReminder(person.person_id, Step.COORDINATOR, moment)


def _rung(facts: Facts, manners: Manners, step: Step, answered_at: datetime | None = None) -> datetime | None:
    """On its own day, or at once when the one below has answered that somebody else must be asked."""
    day = working_day_after(manners, _counted_from(facts, manners), WORKING_DAYS[step])
    usual = morning(manners, day) if day else None
    at_once = good_after(manners, answered_at) if answered_at else None
    # Its own day may have been before anybody was asked at all: then it is not too late.
    return at_once or usual


def _first_question(facts: Facts, manners: Manners) -> datetime | None:
    if facts.entered_late_at:
        return good_after(manners, facts.entered_late_at + A_WHILE)
    if facts.form is Form.DATED:
        return facts.ends_at if can_be_asked(manners, facts.ends_at) else None
    clock = CADENCE_QUESTION if facts.form in CADENCES else AFTERNOON
    day = last_working_day(manners, facts.days)
    if day is None:
        return _on_a_day_off(manners, at(facts.days.last, clock))
    moment, begins = at(day, clock), morning(manners, day)
    return begins if moment < begins else good_before(manners, moment)


def _on_a_day_off(manners: Manners, moment: datetime) -> datetime | None:
    """Who has work planned for days when they are off is on duty then, unless they are away."""
    away = any(one.covers(local_day(moment)) for one in manners.away)
    return None if away else awake_before(manners, moment)


def _counted_from(facts: Facts, manners: Manners) -> date:
    """Of what was entered when it was over, from then: its ladder has all its rungs."""
    end = _end(facts, manners)
    return max(end, local_day(facts.entered_late_at, manners.zone)) if facts.entered_late_at else end


def _end(facts: Facts, manners: Manners) -> date:
    if facts.form is Form.DATED:
        end = wall_time(facts.ends_at, manners.zone)
        return end.date() - DAY if is_small_hours(manners, end.time()) else end.date()
    if facts.form in CADENCES:
        return max(working_day_until(facts.days.last), facts.days.first) + SIX_DAYS
    return facts.days.last
