"""When a plan was followed up, as the law asks for."""

from sqlmodel import Session

from bot.services import statute
from bot.views import statute as views
from handlers.actor import actor
from handlers.answers import Answer, Open, Show
from handlers.request import Request


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    place = int(request.value)
    return Open(views.form(place, statute.place(session, who, place), request.now))


def submit(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    on = views.read(request.fields)
    return Show(views.receipt(statute.follow_up(session, who, int(request.private), on, request.now), request.now))
