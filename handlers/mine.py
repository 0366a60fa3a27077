"""What is mine: next, to report, reported."""

from sqlmodel import Session

from bot.domain.report_search import Search
from bot.domain.swedish import fold
from bot.services import mine
from bot.views import mine as views
from handlers.actor import actor
from handlers.answers import Answer, Say
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    """Also "mina tillfällen" and "mina rapporter": `text` is what stood after the first word."""
    if fold(request.text).startswith("rapport"):
        return reports(session, request)
    who = actor(session, request)
    return Say(views.show(mine.show(session, who, request.now), request.now))


def reports(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Say(views.reports(mine.reports(session, who, Search(), request.now), request.now))
