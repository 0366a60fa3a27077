"""What is mine: next, to report, reported."""

from sqlmodel import Session

from bot.domain.report_search import Search
from bot.domain.swedish import fold
from bot.services import mine, people
from bot.views import mine as views
from handlers.answers import Answer, Say
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    """Also "mina tillfällen" and "mina rapporter": `text` is what stood after the first word."""
    if fold(request.text).startswith("rapport"):
        return reports(session, request)
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    return Say(views.show(mine.show(session, actor, request.now), request.now))


def reports(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    return Say(views.reports(mine.reports(session, actor, Search(), request.now), request.now))
