"""What the list of a week leads to."""

from sqlmodel import Session

from bot.services import digests
from bot.views import handovers as views
from handlers.actor import actor
from handlers.answers import Answer, Say
from handlers.request import Request


def question(session: Session, request: Request) -> Answer:
    """The hand-over that waits, with its buttons: the list itself stays as it is."""
    who = actor(session, request)
    asked = digests.question(session, who, int(request.value), request.now)
    return Say(views.question(asked.occurrence, asked.handover_id, asked.giver, "", request.now))
