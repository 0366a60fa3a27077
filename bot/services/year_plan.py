"""A year of an activity at once: what the coordinator wishes, what it becomes, and saving it whole."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import FieldErrors, Gone, NotAllowed
from bot.domain.kinds import kind
from bot.domain.permissions import Action, Actor
from bot.domain.plan_line import STRETCHES
from bot.domain.progress_question import ActivityTopic, match, read
from bot.domain.recurrence import Span
from bot.domain.season import left_to_plan, season
from bot.domain.suitable_days import Taste
from bot.domain.swedish import range_text
from bot.domain.words import Form, Part
from bot.domain.year_plan import YearWish, propose
from bot.domain.year_plan_start import Agreed, start
from bot.services import conflicts, naming, occurrences
from bot.services.activities import wanted
from bot.views.year_plan import AskedYear, YearForm
from bot.views.year_plan_preview import PlannedYear, Preview
from storage import activities, agreements, people, records, school_holidays, year_plan
from storage.activities import Plannable
from storage.occurrences import Named


def find(session: Session, actor: Actor, text: str, now: datetime) -> list[Plannable]:
    """The activities that the words may mean, where the actor plans. Raises NotAllowed."""
    places = actor.municipalities(Action.PLAN)
    if not places:
        raise NotAllowed("Bara samordnaren planerar tillfällen.")
    names = agreements.places(session)
    asked = read(text, names, local_day(now))
    there = {one for name in asked.places for one in names[name]} or set(places)
    every = _known(session, actor, [place for place in places if place in there], now)
    known = [one for one in every if asked.period is None or one.days.meets(asked.period)]
    meant = match(asked.words, [ActivityTopic(one.id, one.kind, one.title) for one in known])
    return [one for one in known if one.id in meant or not asked.words]


def of_agreement(session: Session, actor: Actor, agreement_id: int, now: datetime) -> list[Plannable]:
    """What there is to plan in it, where the actor plans."""
    known = _known(session, actor, actor.municipalities(Action.PLAN), now)
    return [one for one in known if one.agreement_id == agreement_id]


def _known(session: Session, actor: Actor, places: Sequence[int], now: datetime) -> list[Plannable]:
    """What can be planned for a year."""
    return [
        one
        for one in activities.plannable_in(session, places, local_day(now))
        if one.form is not Form.DELIVERABLE and actor.sees(one.municipality_id, protected=one.protected)
    ]


def form(session: Session, actor: Actor, activity_id: int, now: datetime) -> YearForm:
    """Raises Gone or NotAllowed."""
    activity = occurrences.plannable(session, actor, activity_id)
    within = season(activity.days, activity.first_month, local_day(now))
    goal = year_plan.goal(session, activity_id, within.first)
    already = len(year_plan.standing(session, activity_id, within))
    agreed = Agreed(activity.recurrence, activity.form, within, already, goal.per if goal else None)
    if goal and not kind(activity.kind).goal_measure:
        agreed = replace(agreed, left=left_to_plan(goal.count, goal.per, within, already))
    named = naming.to_be_named(session, activity, now)
    has_holidays = bool(school_holidays.from_day(session, [activity.municipality_id], local_day(now)))
    return YearForm(activity, within, goal, already, start(agreed, now), named, has_holidays)


def preview(session: Session, actor: Actor, asked: AskedYear, now: datetime) -> Preview:
    """Nothing is saved. Raises Gone, NotAllowed and FieldErrors."""
    activity = occurrences.plannable(session, actor, asked.activity_id)
    _check_within(activity, asked, now)
    found = propose(_wish(session, activity, asked, now), activity.kind, activity.form, now)
    there = set(year_plan.standing(session, activity.id, asked.within))
    new = replace(found, spans=tuple(one for one in found.spans if one not in there))
    named = _named(session, actor, asked)
    taken = conflicts.found(session, actor, new.spans, named) if activity.form is Form.DATED else []
    return Preview(activity, asked, new, len(found.spans) - len(new.spans), named, taken)


def save(
    session: Session, actor: Actor, asked: AskedYear, left_out: Collection[str], seen: str, now: datetime
) -> PlannedYear | Preview:
    """All that was seen but what is left out, in one transaction; a preview again if it has changed meanwhile.

    Raises Gone and NotAllowed.
    """
    year_plan.hold(session, asked.activity_id)
    try:
        found = preview(session, actor, asked, now)
    except FieldErrors as why:
        raise Gone(why.sentence) from why  # its fields are out of sight by now
    if found.fingerprint != seen:
        return found
    spans = [one for one in found.proposal.spans if one.starts.isoformat() not in left_out]
    parts = [(one.person_id, one.part) for one in found.named]
    made = occurrences.plan_series(session, actor, asked.activity_id, spans, now, people=parts, place=asked.place)
    decided = _decide(session, actor, found, len(spans), now)
    return PlannedYear(found.activity, [Span(row.starts_at, row.ends_at) for row in made], found.named, decided)


def _decide(session: Session, actor: Actor, found: Preview, count: int, now: datetime) -> int | None:
    """A number that nobody had decided is decided by who plans it."""
    activity, asked = found.activity, found.asked
    undecided = year_plan.goal(session, activity.id, asked.within.first) is None
    counts = activity.form in (Form.DATED, Form.WINDOW) and not kind(activity.kind).goal_measure
    if asked.line or not (count and counts and undecided):
        return None
    activities.add_planned_goal(session, activity, count, local_day(now), within=asked.within)
    records.audit(session, now, actor.person_id, "decide_goal", "activity", activity.id, count=count)
    return count


def _wish(session: Session, activity: Plannable, asked: AskedYear, now: datetime) -> YearWish:
    stored = school_holidays.from_day(session, [activity.municipality_id], min(asked.within.first, local_day(now)))
    taste = Taste(asked.weekday, asked.avoid_red, asked.school, tuple(one.holiday for one in stored))
    stretch = STRETCHES[asked.stretch]
    return YearWish(asked.within, asked.count, asked.line, asked.clock, taste, activity.first_month, stretch)


def _check_within(activity: Plannable, asked: AskedYear, now: datetime) -> None:
    days, today = activity.days, local_day(now)
    if asked.within.last < today:
        raise FieldErrors({"last": "Tiden har redan varit. Välj en senare dag."})
    for edge, day in (("first", asked.within.first), ("last", asked.within.last)):
        if day not in days:
            said = range_text(days.first, days.last, today)
            raise FieldErrors({edge: f"Aktiviteten gäller {said}. Välj en dag då."})


def _named(session: Session, actor: Actor, asked: AskedYear) -> list[Named]:
    parts = wanted(session, actor, asked.chosen)
    found = people.people(session, list(parts))
    order = sorted(parts, key=lambda one: [Part.LEAD, Part.PARTICIPANT, Part.SUBSTITUTE].index(parts[one]))
    return [Named(one, found[one].team_id, found[one].user_id, parts[one]) for one in order]
