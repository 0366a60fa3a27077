"""Help, also as the answer to what was not understood."""

from sqlmodel import Session

from bot.domain.errors import NotKnown
from bot.views import help as views
from bot.views.people import about
from handlers.actor import actor
from handlers.answers import Answer, Say
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    """To somebody unknown: what this is, and how to be added."""
    try:
        who = actor(session, request)
    except NotKnown:
        return Say(about())
    return Say(views.show(who))


def not_understood(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Say(views.not_understood(request.text, who))
