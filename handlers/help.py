"""Help, also as the answer to what was not understood."""

from sqlmodel import Session

from bot.domain.errors import NotKnown
from bot.services import people
from bot.views import help as views
from bot.views.people import about
from handlers.answers import Answer, Say
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    """To somebody unknown: what this is, and how to be added."""
    try:
        actor = people.actor(session, request.team_id, request.user_id, request.now)
    except NotKnown:
        return Say(about())
    return Say(views.show(actor))


def not_understood(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    return Say(views.not_understood(request.text, actor))
