"""Who may take over an occurrence from somebody who is on it."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.permissions import Action, Actor
from storage import activities, people
from storage.models import Person
from storage.occurrences import Listed, Staffed

ELSEWHERE = "Den personen hör till en annan organisation och kan inte ta över här."
PROTECTED = (
    "Den personen kan inte ta över här: tillfället är skyddat. "
    "Välj någon som är ansvarig eller ersättare för aktiviteten, eller samordnaren."
)
NOT_HERE = (
    "Den personen kan inte ta över här: det kan bara de som ansvarar för aktiviteten eller rapporterar i kommunen. "
    "Välj någon annan."
)


def refusal(session: Session, giver: Actor, found: Staffed, colleague: Person, now: datetime) -> str | None:
    """Why not, to the giver; None for those who may."""
    occurrence = found.occurrence
    if found.has(colleague.id) or _is_responsible(session, occurrence, colleague, now):
        return None
    if colleague.team_id != giver.team_id:
        return ELSEWHERE
    to = people.find_actor(session, colleague.team_id, colleague.user_id, local_day(now))
    if to and to.may(Action.SEE_PROTECTED if occurrence.protected else Action.REPORT, occurrence.municipality_id):
        return None
    return PROTECTED if occurrence.protected else NOT_HERE


def _is_responsible(session: Session, occurrence: Listed, colleague: Person, now: datetime) -> bool:
    """Named on the activity, or holder of one of the functions that it goes by."""
    if any(person_id == colleague.id for person_id, _ in activities.people(session, occurrence.activity_id)):
        return True
    functions = activities.functions(session, occurrence.activity_id, of_party=occurrence.protected)
    return people.holds(session, colleague.id, functions, occurrence.municipality_id, local_day(now))
