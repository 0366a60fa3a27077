"""What the list of a week leads to."""

from sqlmodel import Session

from bot.services import digests, people
from bot.views import handovers as views
from handlers.answers import Answer, Say
from handlers.request import Request


def question(session: Session, request: Request) -> Answer:
    """The hand-over that waits, with its buttons: the list itself stays as it is."""
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    asked = digests.question(session, actor, int(request.value), request.now)
    return Say(views.question(asked.occurrence, asked.handover_id, asked.giver, "", request.now))
