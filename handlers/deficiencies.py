"""What safety walks noted: the list, and the coordinator's form."""

from sqlmodel import Session

from bot.services import deficiencies
from bot.views import deficiencies as views
from handlers.actor import actor
from handlers.answers import Answer, Open, Say, Show
from handlers.request import Request


def overview(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Say(views.overview(deficiencies.overview(session, who, request.text)))


def show(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Open(views.listing(deficiencies.listing(session, who, int(request.value)), request.now))


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Open(views.form(deficiencies.to_handle(session, who, int(request.value))))


def submit(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    handled = views.read(request.fields)
    found = deficiencies.handle(session, who, int(request.private), handled, request.now)
    return Show(views.saved(found, request.now))
