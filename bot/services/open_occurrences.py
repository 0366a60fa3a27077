"""Occurrences that can still be changed: found with their people, or refused with the reason."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.errors import Gone, NotAllowed
from bot.domain.permissions import Action, Actor
from bot.domain.words import OccurrenceState
from bot.services import stand_ins
from storage import occurrences
from storage.occurrences import Listed, Staffed

SETTLED = {
    OccurrenceState.CANCELLED: "Tillfället är redan inställt, så inget är ändrat.",
    OccurrenceState.REPORTED: "Tillfället är redan rapporterat, så inget är ändrat.",
}


def staffed(session: Session, occurrence_id: int, *, hold: bool = False) -> Staffed:
    """Raises Gone. With `hold`, nobody else changes it until this transaction ends."""
    found = (occurrences.hold if hold else occurrences.find)(session, occurrence_id)
    if found is None:
        raise Gone("Det tillfället finns inte längre, så inget är ändrat.")
    return Staffed(found, occurrences.named(session, occurrence_id))


def changeable(session: Session, actor: Actor, occurrence_id: int, now: datetime, *, hold: bool = False) -> Staffed:
    """For those named on it or there instead of them, and for those who plan there. Raises NotAllowed or Gone."""
    found = staffed(session, occurrence_id, hold=hold)
    may_plan = actor.may(Action.PLAN, found.occurrence.municipality_id) and shown(actor, found)
    if not (found.has(actor.person_id) or may_plan or stand_ins.of(session, actor.person_id, [found.occurrence])):
        raise NotAllowed("Bara de som ska vara med och samordnaren kan ändra tillfället. Inget är ändrat.")
    require_open(found.occurrence, now)
    return found


def shown(actor: Actor, found: Staffed) -> bool:
    """Whether they may see when and where it is, before it is over."""
    one = found.occurrence
    return found.has(actor.person_id) or actor.sees(one.municipality_id, protected=one.protected)


def require_open(occurrence: Listed, now: datetime) -> None:
    """Raises Gone when it is settled or over."""
    if occurrence.state in SETTLED:
        raise Gone(SETTLED[occurrence.state])
    if occurrence.ends_at <= now:
        raise Gone("Tillfället är över, så inget är ändrat. Rapportera i stället hur det gick.")
