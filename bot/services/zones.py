"""People's time zones follow what Slack says, and their reminders follow the zone."""

import logging
from datetime import datetime

from sqlmodel import Session

from bot.services import reminders
from storage import records, zones
from storage.preferences import zone_of

log = logging.getLogger(__name__)


def is_news(session: Session, team_id: str, user_id: str, zone: str) -> bool:
    """Whether it is somebody we know, in another zone than before."""
    found = zones.located(session, team_id, user_id)
    return found is not None and bool(zone) and found.zone != zone


def heard(session: Session, team_id: str, user_id: str, zone: str, now: datetime) -> None:
    """Slack told of it by itself."""
    found = zones.located(session, team_id, user_id)
    if found and found.zone != zone:
        moved(session, found.person_id, zone, now)


def moved(session: Session, person_id: int, zone: str, now: datetime) -> None:
    """Slack says that somebody is in `zone`. What is no zone that we know changes nothing."""
    if zone_of(zone) is None:
        log.warning("person %s: Slack names a time zone that is not known here", person_id)
        return
    zones.set_zone(session, person_id, zone)
    records.audit(session, now, None, "move", "person", person_id)
    reminders.replan_person(session, person_id, now)
