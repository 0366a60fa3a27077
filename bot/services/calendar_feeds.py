"""A person's own calendar: the address that programs read it from, and files where there is none.

The address holds a secret of 256 bits, of which only the hash is kept: who reads the database cannot read calendars.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.calendar_entry import CalendarEntry
from bot.domain.errors import NotAllowed
from bot.domain.permissions import Actor
from bot.domain.words import OccurrenceState, Part
from bot.services import stand_ins
from bot.services.open_occurrences import require_open, shown, staffed
from bot.views import calendar_feeds as views
from bot.views.calendar_feeds import Calendar, CalendarSettings
from storage import calendar_feeds as stored
from storage import records
from storage.calendar_feeds import CalendarOccurrence
from storage.occurrences import Listed

SECRET_BYTES = 32
KEPT = timedelta(days=60)  # what is over or cancelled stays so long, for programs that seldom ask


@dataclass(frozen=True, slots=True)
class OneFile:
    occurrence: Listed
    entry: CalendarEntry


def settings(session: Session, actor: Actor) -> CalendarSettings:
    return CalendarSettings(stored.made_at(session, actor.person_id), as_busy=stored.as_busy(session, actor.person_id))


def new_address(session: Session, actor: Actor, now: datetime) -> str:
    """The secret, which nobody can be shown again. The one before it opens nothing any more."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    stored.renew(session, actor.person_id, hashed(secret), now)
    records.audit(session, now, actor.person_id, "renew", "calendar_feed", actor.person_id)
    return secret


def close(session: Session, actor: Actor, now: datetime) -> CalendarSettings:
    stored.close(session, actor.person_id)
    records.audit(session, now, actor.person_id, "close", "calendar_feed", actor.person_id)
    return settings(session, actor)


def show_as_busy(session: Session, actor: Actor, wanted: bool) -> CalendarSettings:
    stored.set_as_busy(session, actor.person_id, wanted)
    return settings(session, actor)


def read(session: Session, secret: str, now: datetime) -> Calendar | None:
    """Whose address it is, as calendar programs ask for it; None for what is no address."""
    reader = stored.reader(session, hashed(secret))
    if reader is None:
        return None
    return _calendar(session, reader.person_id, reader.team_id, now, unnoted=reader.made_at)


def mine(session: Session, actor: Actor, now: datetime) -> Calendar:
    return _calendar(session, actor.person_id, actor.team_id, now, unnoted=now)


def one(session: Session, actor: Actor, occurrence_id: int, now: datetime) -> OneFile:
    """For those who may know of it; also a cancelled one, which they may have already. Raises Gone or NotAllowed."""
    found = staffed(session, occurrence_id)
    if not (found.has(actor.person_id) or actor.roles.get(found.occurrence.municipality_id)):
        raise NotAllowed("Bara de som ska vara med och de som följer kommunen får tillfället som kalenderfil.")
    if not shown(actor, found):
        raise NotAllowed("Tid och plats visas bara för dem som ska vara med.")
    if found.occurrence.state is not OccurrenceState.CANCELLED:
        require_open(found.occurrence, now)
    part = next((one.part for one in found.named if one.person_id == actor.person_id), None)
    dated = CalendarOccurrence(found.occurrence, part, stored.changed_at(session, occurrence_id))
    return OneFile(found.occurrence, _entry(dated, actor.team_id, now))


def hashed(secret: str) -> str:
    """So many random bits need no salt and no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _calendar(session: Session, person_id: int, team_id: str, now: datetime, *, unnoted: datetime) -> Calendar:
    """`unnoted` stands for when something was changed where nobody has noted it."""
    own = stored.of_person(session, person_id, now - KEPT)
    found = list({one.occurrence.id: one for one in (*_instead(session, person_id, now), *own)}.values())
    as_busy = stored.as_busy(session, person_id)
    told = [one for one in found if as_busy or not one.occurrence.protected]
    return Calendar([_entry(one, team_id, unnoted) for one in told], withheld=len(found) - len(told))


def _instead(session: Session, person_id: int, now: datetime) -> list[CalendarOccurrence]:
    """What they do for somebody who is away."""
    covered = [one for one, _ in stand_ins.covered(session, person_id, now)]
    return [CalendarOccurrence(one, Part.SUBSTITUTE, stored.changed_at(session, one.id)) for one in covered]


def _entry(dated: CalendarOccurrence, team_id: str, unnoted: datetime) -> CalendarEntry:
    make = views.busy_entry if dated.occurrence.protected else views.entry
    return make(dated, _uid(dated.occurrence, team_id), unnoted)


def _uid(occurrence: Listed, team_id: str) -> str:
    """The same in every file, and says nothing of kind or place."""
    return f"tillfalle-{occurrence.id}.{team_id.lower()}@loftet"
