"""Who is named on an occurrence when it is planned, and who may know it."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.permissions import Action, Actor
from bot.domain.words import Part
from storage import activities, people
from storage.activities import Plannable
from storage.occurrences import Named


def parts(session: Session, activity: Plannable, now: datetime) -> dict[int, Part]:
    """Parts by person id: the activity's own people, else those who hold its functions today. One of them leads."""
    if own := activities.people(session, activity.id):
        return dict(own)
    found: dict[int, Part] = {}
    for person_id, part in _holders(session, activity, now):
        led = part is Part.LEAD and Part.LEAD in found.values()
        found.setdefault(person_id, Part.PARTICIPANT if led else part)
    return found


def tells_everyone(actor: Actor, activity: Plannable, named: Mapping[int, Part]) -> bool:
    """Whether the actor may know who all of those on it are; `named` is what `parts` gave."""
    return actor.sees(activity.municipality_id, protected=activity.protected) or actor.person_id in named


def tells_lead(actor: Actor, activity: Plannable, named: Mapping[int, Part]) -> bool:
    """Who leads what is protected is neither its time nor its place: whoever follows it up there may know."""
    return actor.may(Action.FOLLOW_UP, activity.municipality_id) or tells_everyone(actor, activity, named)


def to_be_named(session: Session, activity: Plannable, now: datetime) -> list[Named]:
    """Who will be on the next occurrence that is planned."""
    named = parts(session, activity, now)
    found = people.people(session, list(named))
    return [Named(id_, found[id_].team_id, found[id_].user_id, part) for id_, part in named.items()]


def _holders(session: Session, activity: Plannable, now: datetime) -> Iterator[tuple[int, Part]]:
    place, area, today = activity.municipality_id, activity.police_area_id, local_day(now)
    if activity.function:
        for person, part in people.holders(session, activity.function, place, area, today):
            yield person.id, part
    if activity.substitute_function:
        for person, _ in people.holders(session, activity.substitute_function, place, area, today):
            yield person.id, Part.SUBSTITUTE
