"""What safety walks noted: the list, and the coordinator's form."""

from sqlmodel import Session

from bot.services import deficiencies
from bot.services.people import actor
from bot.views import deficiencies as views
from handlers.answers import Answer, Open, Say, Show
from handlers.request import Request


def overview(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    return Say(views.overview(deficiencies.overview(session, who, request.text)))


def show(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    return Open(views.listing(deficiencies.listing(session, who, int(request.value)), request.now))


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    return Open(views.form(deficiencies.to_handle(session, who, int(request.value))))


def submit(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    handled = views.read(request.fields)
    found = deficiencies.handle(session, who, int(request.private), handled, request.now)
    return Show(views.saved(found, request.now))
