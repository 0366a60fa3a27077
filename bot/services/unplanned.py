"""Reports of what nobody had planned."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import NotAllowed
from bot.domain.kinds import kind
from bot.domain.permissions import Action, Actor
from bot.domain.recurrence import Span
from bot.domain.report import Report
from bot.services import outcomes
from bot.views.outcomes import Receipt
from storage import outcomes as stored
from storage import reportable

NOT_YOURS = "Du är inte med på den aktiviteten, så jag har inte sparat något. Samordnaren kan lägga till dig."


def save(
    session: Session,
    actor: Actor,
    activity_id: int,
    report: Report,
    now: datetime,
    during: Span | None = None,
    place: str | None = None,
) -> Receipt:
    """Unless it is said, it ended now and took as long as its kind usually does. Raises NotAllowed and TooEarly."""
    today = local_day(now)
    allowed = reportable.activities(session, actor.person_id, actor.municipalities(Action.REPORT), today)
    activity = next((one for one in allowed if one.id == activity_id), None)
    if activity is None:
        raise NotAllowed(NOT_YOURS)
    # The number first, as for what was planned: in another order two could wait for each other.
    number = stored.next_number(session, activity.municipality_id, activity.prefix, today.year)
    span = during or Span(now - kind(activity.kind).duration, now)
    made = reportable.add_occurrence(session, activity.id, actor.person_id, span, place)
    return outcomes.save_own(session, actor, outcomes.existing(session, made), report, now, number)
