"""The school holidays of a coordinator's municipalities."""

from sqlmodel import Session

from bot.services import school_holidays
from bot.views import school_holidays as views
from handlers.actor import actor
from handlers.answers import Answer, Open, Say, Show
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    """On top of what is open, where somebody may be filling in a plan.

    A line in a chat brings no right to open a window: it gets a button.
    """
    who = actor(session, request)
    found = school_holidays.listing(session, who, request.now)
    if request.origin == "event":
        return Say(views.opener())
    return Open(views.listing(found, request.now))


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Show(views.form(school_holidays.listing(session, who, request.now)))


def add(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    town, holidays = views.read_form(request.fields, request.now)
    return Show(views.listing(school_holidays.add(session, who, town, holidays, request.now), request.now))


def remove(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    found = school_holidays.remove(session, who, int(request.value), request.now)
    return Show(views.listing(found, request.now))
