"""When a plan was followed up, as the law asks for."""

from sqlmodel import Session

from bot.services import people, statute
from bot.views import statute as views
from handlers.answers import Answer, Open, Show
from handlers.request import Request


def form(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    place = int(request.value)
    return Open(views.form(place, statute.place(session, actor, place), request.now))


def submit(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    on = views.read(request.fields)
    return Show(views.receipt(statute.follow_up(session, actor, int(request.private), on, request.now), request.now))
