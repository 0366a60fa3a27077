"""What Slack says of people's profiles: where they are, so that reminders follow, and that an account is gone."""

import logging
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.services import digests, leaving, reminders
from storage import profiles, records
from storage.preferences import zone_of
from storage.profiles import Located

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Profile:
    """`zone` is empty where Slack tells of none; `gone` when the account is deactivated."""

    zone: str
    gone: bool


def differs(person: Located, profile: Profile) -> bool:
    return profile.gone or profile.zone not in ("", person.zone)


def is_news(session: Session, team_id: str, user_id: str, profile: Profile) -> bool:
    """Whether it says something new of somebody we know."""
    found = profiles.located(session, team_id, user_id)
    return found is not None and differs(found, profile)


def told_of(session: Session, team_id: str, user_id: str, profile: Profile, now: datetime) -> None:
    """By Slack itself, that somebody's profile has changed."""
    found = profiles.located(session, team_id, user_id)
    if found and differs(found, profile):
        follow(session, found, profile, now)


def follow(session: Session, person: Located, profile: Profile, now: datetime) -> None:
    """What is no zone that we know changes nothing."""
    if profile.gone:
        leaving.account_gone(session, person.person_id, now)
    elif zone_of(profile.zone) is None:
        log.warning("person %s: Slack names a time zone that is not known here", person.person_id)
    else:
        profiles.set_zone(session, person.person_id, profile.zone)
        records.audit(session, now, None, "move", "person", person.person_id)
        reminders.replan_person(session, person.person_id, now)
        digests.replan(session, person.person_id, now)
