"""What time alone brings about. All of it may be done twice, late, or by several processes at once."""

from datetime import datetime

from sqlmodel import Session

from bot.services import agreement_ends, channel_posts, dates, digests, handovers, leaving, welcome
from storage import records


def look_back(session: Session, now: datetime) -> None:
    """What has passed without anybody doing anything."""
    handovers.end_unanswered(session, now)
    leaving.day_has_come(session, now)
    agreement_ends.day_has_come(session, now)


def look_ahead(session: Session, now: datetime) -> None:
    """Writes down what is to be said within two days, beside the reminders."""
    digests.plan(session, now)
    dates.plan(session, now)
    channel_posts.plan(session, now)


def greet(session: Session, now: datetime) -> None:
    """Those whose first reminder is near are told who the bot is before it."""
    if people := welcome.untold(session, now):
        welcome.prepare(session, people)


def forget(session: Session, now: datetime) -> None:
    records.forget_old(session, now)
