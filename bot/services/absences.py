"""Being away for some days, with somebody who stands in."""

from datetime import date, datetime

from sqlmodel import Session

from bot.domain.calendar import DAY, day_bounds, local_day
from bot.domain.errors import FieldErrors, Gone
from bot.domain.manners import Away, Manners
from bot.domain.manners_check import check_away, overlap
from bot.domain.permissions import Action, Actor
from bot.domain.words import Purpose
from bot.services.people import actor as acting
from bot.services.people import picked
from bot.views import absences as views
from bot.views.blocks import Message
from bot.views.preferences import Leave
from storage import absences, occurrences, outbox, preferences, records
from storage.absences import PlannedAbsence
from storage.models import Person
from storage.occurrences import Listed

GONE = "Den frånvaron är redan borttagen, så inget mer är ändrat."
UNKNOWN = "Jag känner inte den personen. Välj någon som samordnaren har lagt till."
NOT_HERE = "Den personen rapporterar inte i någon av dina kommuner. Välj någon annan."


def plan(session: Session, actor: Actor, leave: Leave, manners: Manners, today: date, now: datetime) -> None:
    """`today` is the person's own. The substitute is told. Raises FieldErrors."""
    away = Away(leave.first, leave.last)
    check_away(away, manners.away, today)
    substitute = _substitute(session, actor, leave.substitute, away, now) if leave.substitute else None
    with_substitute = Away(away.first, away.last, substitute.id if substitute else None)
    made = _found(session, absences.add(session, actor.person_id, with_substitute))
    records.audit(session, now, actor.person_id, "plan", "absence", made.id, substitute=made.away.substitute_id)
    if substitute:
        _tell(session, made, "chosen", _chosen(session, made, substitute, now), now)


def remove(session: Session, actor: Actor, absence_id: int, now: datetime) -> None:
    """The substitute is told. Raises Gone, also for what is somebody else's."""
    found = _found(session, absence_id)
    if found.person_id != actor.person_id:
        raise Gone(GONE)
    absences.remove(session, absence_id)
    records.audit(session, now, actor.person_id, "remove", "absence", absence_id, substitute=found.away.substitute_id)
    if found.substitute and found.away.last >= local_day(now):
        _tell(session, found, "removed", views.not_away(found, now), now)


def _found(session: Session, absence_id: int) -> PlannedAbsence:
    found = absences.find(session, absence_id)
    if found is None:
        raise Gone(GONE)
    return found


def _substitute(session: Session, actor: Actor, user_id: str, away: Away, now: datetime) -> Person:
    """Raises FieldErrors at "substitute"."""
    person = picked(session, actor, user_id)
    if person is None:
        raise FieldErrors({"substitute": UNKNOWN})
    if person.id == actor.person_id:
        raise FieldErrors({"substitute": "Du kan inte vara din egen ersättare. Välj en kollega."})
    if not _works_there(session, actor, person, away, now):
        raise FieldErrors({"substitute": NOT_HERE})
    theirs = preferences.manners_of(session, [person.id], local_day(now))[person.id].away
    if any(overlap(away, other) for other in theirs):
        raise FieldErrors({"substitute": "Den personen är också borta då. Välj någon annan."})
    return person


def _works_there(session: Session, actor: Actor, person: Person, away: Away, now: datetime) -> bool:
    """Whether they may report where the one who is away works, or where something of theirs happens meanwhile."""
    to = acting(session, person.team_id, person.user_id, now)
    happening = {one.municipality_id for one in _meanwhile(session, actor.person_id, away, now)}
    return any(to.may(Action.REPORT, place) for place in {*actor.roles, *happening})


def _meanwhile(session: Session, person_id: int, away: Away, now: datetime) -> list[Listed]:
    since, _ = day_bounds(away.first)
    until, _ = day_bounds(away.last + DAY)
    return absences.occurrences(session, person_id, max(since, now), until)


def _chosen(session: Session, made: PlannedAbsence, substitute: Person, now: datetime) -> Message:
    happening = _meanwhile(session, made.person_id, made.away, now)
    secret = [one for one in happening if one.protected and not _is_named(session, one, substitute.id)]
    return views.chosen(made, [one for one in happening if one not in secret], len(secret), now)


def _is_named(session: Session, occurrence: Listed, person_id: int) -> bool:
    return any(one.person_id == person_id for one in occurrences.named(session, occurrence.id))


def _tell(session: Session, absence: PlannedAbsence, what: str, message: Message, now: datetime) -> None:
    outbox.put(
        session,
        # With the time: SQLite gives the number of what was removed to the next one.
        key=f"absence:{absence.id}:{what}:{now:%Y%m%d%H%M%S%f}",
        purpose=Purpose.NOTICE,
        due_at=now,
        person_id=absence.away.substitute_id,
        payload=message,
    )
