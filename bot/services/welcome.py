"""The first message ever to somebody says why they get it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.views import people as views
from storage import welcomes

AHEAD = timedelta(hours=1)
JUST_BEFORE = timedelta(microseconds=1)  # a person's messages go out in the order in which they are due


def untold(session: Session, now: datetime) -> list[tuple[int, datetime]]:
    """People whose first reminder is due within the hour, and when."""
    return welcomes.untold(session, now + AHEAD)


def prepare(session: Session, people: Sequence[tuple[int, datetime]]) -> None:
    """Just before the reminder, so that it comes at a good time too."""
    welcomes.put(session, [(person, due_at - JUST_BEFORE) for person, due_at in people], views.welcome())
