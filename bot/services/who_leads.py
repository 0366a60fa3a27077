"""Who answers for an activity, for those who may see how it is going; of what is protected see `naming`."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain import progress_question
from bot.domain.calendar import local_day
from bot.domain.permissions import Action, Actor
from bot.domain.progress_question import ActivityTopic
from bot.domain.words import Part, Role
from bot.services import naming, progress_allowed
from bot.views.who_leads import Led, WhoLeads
from storage import activities, agreements, people
from storage.activities import Plannable
from storage.occurrences import Named

MOST = 8


def ask(session: Session, actor: Actor, text: str, now: datetime) -> WhoLeads:
    """`text` is what stood behind "vem ansvarar"; without a subject all that is agreed on. Raises NotAllowed."""
    today, names = local_day(now), agreements.places(session)
    question = progress_question.read(text, names, today)
    places = {place: names[place] for place in question.places}
    allowed = progress_allowed.allowed(session, actor, places, today)
    known = activities.plannable_in(session, allowed, today)
    found = _fitting(question.words, known) if question.words else known
    there = {one.municipality_id for one in found} or set(allowed)
    return WhoLeads(
        subject=" ".join(question.words),
        places=question.places,
        led=[_led(session, actor, one, now) for one in found[:MOST]],
        more=max(len(found) - MOST, 0),
        coordinators=[one.user_id for one in people.with_role_in(session, Role.COORDINATOR, there, today)],
        coordinates=any(Role.COORDINATOR in actor.roles.get(place, ()) for place in there),
        may_appoint=any(actor.may(Action.ADD_PEOPLE, place) for place in there),
        asker=actor.user_id,
        refused=progress_allowed.refused(session, actor, places, today),
    )


def _fitting(words: Sequence[str], known: Sequence[Plannable]) -> list[Plannable]:
    ids = progress_question.match(words, [ActivityTopic(one.id, one.kind, one.title) for one in known])
    return [one for one in known if one.id in ids]


def _led(session: Session, actor: Actor, activity: Plannable, now: datetime) -> Led:
    parts = naming.parts(session, activity, now)
    if not naming.tells_lead(actor, activity, parts):
        return Led(activity, None)
    everyone = naming.tells_everyone(actor, activity, parts)
    told = {id_: part for id_, part in parts.items() if everyone or part is Part.LEAD}
    found = {id_: one for id_, one in people.people(session, list(told)).items() if one.active}
    named = [Named(id_, found[id_].team_id, found[id_].user_id, part) for id_, part in told.items() if id_ in found]
    return Led(activity, named, lead_only=not everyone)
