"""Who is acting, and asking to be added."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import NotKnown
from bot.domain.permissions import Actor
from storage import people


def actor(session: Session, team_id: str, user_id: str, now: datetime) -> Actor:
    """Raises NotKnown."""
    found = people.find_actor(session, team_id, user_id, local_day(now))
    if found is None:
        raise NotKnown
    return found
