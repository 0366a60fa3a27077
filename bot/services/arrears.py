"""What a person has not reported, however old: a page at a time, one tap to each form."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.permissions import Actor
from bot.views.arrears import PAGE, Arrears
from storage import mine


def page(session: Session, actor: Actor, now: datetime, skip: int = 0) -> Arrears:
    """The latest first: that is what people remember."""
    missing = mine.to_report(session, actor.person_id, now)[::-1]
    # What was reported meanwhile makes the list shorter than the page that was asked for.
    first = skip if skip < len(missing) else 0
    return Arrears(missing[first : first + PAGE], first, len(missing))
