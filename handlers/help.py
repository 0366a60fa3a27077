"""Help, also as the answer to what was not understood."""

from sqlmodel import Session

from bot.services import people
from bot.views import help as views
from handlers.answers import Answer, Say
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    return Say(views.show(actor))


def not_understood(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    return Say(views.not_understood(request.text, actor))
