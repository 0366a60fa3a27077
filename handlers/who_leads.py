"""Who is responsible for what: asked in a line."""

from sqlmodel import Session

from bot.services import people, who_leads
from bot.views import who_leads as views
from handlers.answers import Answer, Say
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    return Say(views.answer(who_leads.ask(session, actor, request.text, request.now)))
