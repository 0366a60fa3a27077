"""One of many municipalities, chosen in the list of those that are furthest behind."""

from sqlmodel import Session

from bot.services import nation, people
from bot.views import progress as views
from handlers.answers import Answer, Say
from handlers.request import Request


def open_(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    return Say(views.answer(nation.ask_one(session, actor, int(request.value), request.now), request.now))
