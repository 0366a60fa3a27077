"""Who it is that acts, for every handler."""

from sqlmodel import Session

from bot.domain.permissions import Actor
from bot.services import people
from handlers.request import Request


def actor(session: Session, request: Request) -> Actor:
    """Raises NotKnown, or HasLeft."""
    return people.actor(session, request.team_id, request.user_id, request.now)
