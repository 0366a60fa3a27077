"""One of many municipalities, chosen in the list of those that are furthest behind."""

from sqlmodel import Session

from bot.services import nation
from bot.views import progress as views
from handlers.actor import actor
from handlers.answers import Answer, Say
from handlers.request import Request


def open_(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Say(views.answer(nation.ask_one(session, who, int(request.value), request.now), request.now))
