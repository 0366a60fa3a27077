"""Who is responsible for what: asked in a line."""

from sqlmodel import Session

from bot.services import who_leads
from bot.views import who_leads as views
from handlers.actor import actor
from handlers.answers import Answer, Say
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    return Say(views.answer(who_leads.ask(session, actor(session, request), request.text, request.now)))
