"""The wheel of the year: what a municipality has planned and done, month by month, and what is not planned yet."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import NotAllowed
from bot.domain.kinds import kind
from bot.domain.periods import Period
from bot.domain.permissions import Action, Actor
from bot.domain.progress_question import read
from bot.domain.season import left_to_plan
from bot.domain.words import Form
from bot.views.year_wheel import Unplanned, Wheel, WhichYear
from storage import access, activities, agreements, year_wheel
from storage.year_wheel import WheelOccurrence

PLANNED_FORMS = (Form.DATED, Form.WINDOW)
NOT_HERE = "Du kan inte se årshjulet där. Samordnaren kan lägga till dig."


def ask(session: Session, actor: Actor, text: str, now: datetime) -> Wheel | WhichYear:
    """`text` may name a municipality and a year. Raises NotAllowed."""
    names = agreements.places(session)
    asked = read(text, names, local_day(now))
    year = asked.period.first.year if asked.period else local_day(now).year
    seen = set(actor.municipalities(Action.SEE_PROGRESS))
    there = {one for name in asked.places for one in names[name]}
    places = seen & there if there else seen
    if not places:
        raise NotAllowed(NOT_HERE)
    if len(places) > 1:
        return WhichYear(access.municipalities(session, places), year)
    return show(session, actor, places.pop(), year, now)


def show(session: Session, actor: Actor, municipality_id: int, year: int, now: datetime) -> Wheel:
    """Raises NotAllowed."""
    if not actor.may(Action.SEE_PROGRESS, municipality_id):
        raise NotAllowed(NOT_HERE)
    days = Period(date(year, 1, 1), date(year, 12, 31))
    turns = year_wheel.turns(session, municipality_id, days)
    (_, name), *_ = access.municipalities(session, [municipality_id])
    unplanned = list(_unplanned(session, actor, municipality_id, days, turns, now))
    sees, plans = actor.sees(municipality_id, protected=True), actor.may(Action.PLAN, municipality_id)
    return Wheel(municipality_id, name, year, turns, unplanned, sees, plans)


def _unplanned(
    session: Session, actor: Actor, municipality_id: int, year: Period, turns: Sequence[WheelOccurrence], now: datetime
) -> Iterator[Unplanned]:
    """Of what is agreed on and can be planned ahead."""
    known = [
        one
        for one in activities.plannable_in(session, [municipality_id], max(local_day(now), year.first))
        if one.form in PLANNED_FORMS and one.days.first <= year.last and year.last >= local_day(now)
    ]
    goals = year_wheel.goals(session, [one.id for one in known], year)
    for one in known:
        within = year.within(one.days)
        planned = sum(turn.activity_id == one.id and turn.stands for turn in turns)
        goal = None if kind(one.kind).goal_measure else goals.get(one.id)
        left = left_to_plan(goal.count, goal.per, within, planned) if goal else None
        if left or not planned:
            plans = actor.may(Action.PLAN, municipality_id) and actor.sees(municipality_id, protected=one.protected)
            yield Unplanned(one.id if plans else None, one.title, planned, left)
