"""Tells what has happened, by the services that people use, each event at its own time on the business clock."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random

from sqlmodel import Session

from bot.domain.deficiencies import KEY as DEFICIENCIES
from bot.domain.deficiencies import Noted
from bot.domain.permissions import Actor
from bot.domain.recurrence import Span
from bot.domain.report import Report
from bot.domain.words import Part
from bot.sandbox.personas import DINA, Persona
from bot.sandbox.story_dates import reported_at
from bot.sandbox.story_numbers import usual
from bot.services import handovers, occurrences, outcomes, people, unplanned
from storage import agreement_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What is planned of an activity (agreement key/activity key), and who reports it.

    `spans` and `told` have the same keys. What `told` leaves out went as usual; None there: nobody has told yet.
    `noted` is what walks noted, by the same keys. Without `named` and `place`, the activity's own.
    """

    activity: str
    by: Persona
    spans: Mapping[int, Span]
    told: Mapping[int, Report | None] = field(default_factory=dict)
    noted: Mapping[int, Sequence[Noted]] = field(default_factory=dict)
    named: Mapping[Persona, Part] | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that happens once."""

    at: datetime
    act: Callable[["Stage", datetime], object]


class Stage:
    """Finds those who act, and what they act on, by the names that the story has for them (KeyError)."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._activities = agreement_rows.by_reference(session)
        self._occurrences: dict[tuple[str, int], int] = {}
        self._actors: dict[Persona, Actor] = {}
        self._draw = Random(48)

    def actor(self, persona: Persona, now: datetime) -> Actor:
        """Looked up once: nobody's duties change in the story."""
        if persona not in self._actors:
            self._actors[persona] = people.actor(self.session, persona.team_id, persona.user_id, now)
        return self._actors[persona]

    def activity(self, reference: str) -> int:
        return self._activities[reference].id

    def occurrence(self, reference: str, key: int) -> int:
        return self._occurrences[reference, key]

    def question(self, giver: Persona, reference: str, key: int, now: datetime) -> int:
        """The open question of a hand-over. Raises LookupError when there is none."""
        occurrence = outcomes.existing(self.session, self.occurrence(reference, key))
        found = handovers.asked(self.session, self.actor(giver, now), occurrence)
        if found is None:
            raise LookupError(reference, key)
        return found.id

    def plan(self, course: Course, now: datetime) -> None:
        dina, activity_id = self.actor(DINA, now), self._activities[course.activity].id
        named = self._named(course, now)
        if course.place is None:
            spans = course.spans.values()
            made = occurrences.plan_series(self.session, dina, activity_id, spans, now, people=named)
        else:
            made = [
                occurrences.plan(self.session, dina, activity_id, *one, now, place=course.place, people=named)
                for one in course.spans.values()
            ]
        for key, row in zip(course.spans, made, strict=True):
            self._occurrences[course.activity, key] = row.id

    def report(self, course: Course, key: int, now: datetime) -> None:
        found = outcomes.existing(self.session, self.occurrence(course.activity, key))
        report = course.told.get(key) or usual(self._activities[course.activity], self._draw)
        if noted := tuple(course.noted.get(key, ())):
            report = replace(report, measures={**report.measures, DEFICIENCIES: len(noted)}, deficiencies=noted)
        outcomes.save(self.session, self.actor(course.by, now), found, report, now)

    def report_unplanned(self, persona: Persona, reference: str, now: datetime) -> None:
        activity = self._activities[reference]
        report = usual(activity, self._draw)
        unplanned.save(self.session, self.actor(persona, now), activity.id, report, now)

    def _named(self, course: Course, now: datetime) -> list[tuple[int, Part]] | None:
        if course.named is None:
            return None
        return [(self.actor(persona, now).person_id, part) for persona, part in course.named.items()]


def tell(
    session: Session, courses: Sequence[Course], scenes: Iterable[Scene], *, planned_at: datetime, until: datetime
) -> None:
    """Everything is planned at once; then each thing at its time, as far as `until`."""
    stage = Stage(session)
    for course in courses:
        stage.plan(course, planned_at)
    events = [*scenes, *(scene for course in courses for scene in _reports(course))]
    for event in sorted(events, key=lambda scene: scene.at):
        if event.at < until:
            event.act(stage, event.at)


def _reports(course: Course) -> Iterable[Scene]:
    for key, span in course.spans.items():
        if course.told.get(key) or key not in course.told:
            yield Scene(reported_at(span, key), _reporting(course, key))


def _reporting(course: Course, key: int) -> Callable[[Stage, datetime], object]:
    return lambda stage, now: stage.report(course, key, now)
