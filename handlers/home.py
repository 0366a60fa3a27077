"""The Home tab. Whatever is done in it or in a form, it is published anew afterwards: see `handlers.routing`."""

from sqlmodel import Session

from bot.domain.errors import NotKnown
from bot.services import mine, people
from bot.views import home as views
from handlers.answers import Answer, Home, Nothing
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    try:
        actor = people.visitor(session, request.team_id, request.user_id, request.now)
    except NotKnown:
        since = people.waiting_since(session, request.team_id, request.user_id)
        return Home(views.unknown(since, request.now))
    found = mine.home(session, actor, views.read_search(request.fields, request.now), request.now)
    return Home(views.view(found, request.now))


def search(_session: Session, _request: Request) -> Answer:
    """Publishing Home anew reads what was chosen."""
    return Nothing()
