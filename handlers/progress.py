"""How it is going: asked by command, in a message, or by a button."""

from sqlmodel import Session

from bot.services import nation, progress_overview
from bot.views import nation as nation_views
from bot.views import progress as views
from bot.views import progress_details
from bot.views.progress_found import read_scope
from handlers.actor import actor
from handlers.answers import Answer, Say
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Say(nation_views.answer(nation.ask(session, who, request.text, request.now), request.now))


def open_(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    found = progress_overview.show(session, who, read_scope(request.value), request.now)
    return Say(views.overview(found, request.now))


def details(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    found = progress_overview.details(session, who, read_scope(request.value), request.now)
    return Say(progress_details.details(found, request.now))
