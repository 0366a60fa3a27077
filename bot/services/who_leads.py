"""Who answers for an activity, for those who may see how it is going; of what is protected only its function."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain import progress_question
from bot.domain.calendar import local_day
from bot.domain.permissions import Action, Actor
from bot.domain.progress_question import ActivityTopic
from bot.domain.words import Role
from bot.services import naming, progress_overview
from bot.views.who_leads import Led, WhoLeads
from storage import activities, agreements, people
from storage.activities import Plannable
from storage.occurrences import Named

MOST = 8
MOST_PLACES = 3
"""So many municipalities' coordinators are told of."""


def ask(session: Session, actor: Actor, text: str, now: datetime) -> WhoLeads:
    """`text` is what stood behind "vem ansvarar"; without a subject all that is agreed on. Raises NotAllowed."""
    today, names = local_day(now), agreements.places(session)
    question = progress_question.read(text, names, today)
    asked = {one for place in question.places for one in names[place]}
    allowed = progress_overview.allowed(session, actor, asked, question.places, today)
    known = activities.plannable_in(session, allowed, today)
    found = _fitting(question.words, known) if question.words else known
    there = {one.municipality_id for one in found} or allowed
    return WhoLeads(
        subject=" ".join(question.words),
        places=question.places,
        led=[_led(session, actor, one, now) for one in found[:MOST]],
        more=max(len(found) - MOST, 0),
        coordinators=_coordinators(session, sorted(there), now),
        coordinates=any(Role.COORDINATOR in actor.roles.get(place, ()) for place in there),
        may_appoint=any(actor.may(Action.ADD_PEOPLE, place) for place in there),
        asker=actor.user_id,
    )


def _fitting(words: Sequence[str], known: Sequence[Plannable]) -> list[Plannable]:
    ids = progress_question.match(words, [ActivityTopic(one.id, one.kind, one.title) for one in known])
    return [one for one in known if one.id in ids]


def _led(session: Session, actor: Actor, activity: Plannable, now: datetime) -> Led:
    parts = naming.parts(session, activity, now)
    if not (actor.sees(activity.municipality_id, protected=activity.protected) or actor.person_id in parts):
        return Led(activity, None)
    found = {id_: one for id_, one in people.people(session, list(parts)).items() if one.active}
    return Led(
        activity,
        [Named(id_, found[id_].team_id, found[id_].user_id, part) for id_, part in parts.items() if id_ in found],
    )


def _coordinators(session: Session, places: Collection[int], now: datetime) -> list[str]:
    """Slack users, each once."""
    today = local_day(now)
    found = [
        one for place in list(places)[:MOST_PLACES] for one in people.with_role(session, Role.COORDINATOR, place, today)
    ]
    return list(dict.fromkeys(one.user_id for one in found))
