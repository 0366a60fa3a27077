"""The people of a coordinator's municipalities."""

from sqlmodel import Session

from bot.services import members
from bot.services.members import ChangeableMember
from bot.views import members as views
from bot.views.blocks import View
from bot.views.giving import read_fields
from handlers.actor import actor
from handlers.answers import Answer, Open, Say, Show
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    """A line in a chat brings no right to open a window: it gets a button."""
    who = actor(session, request)
    skip = int(request.value) if request.value.isdigit() else 0
    found = members.listing(session, who, request.now, skip=skip)
    if request.origin == "event":
        return Say(views.opener())
    view = views.listing(found.members, found.after, request.now)
    return Show(view) if request.origin == "view" else Open(view)


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Show(_form(members.changeable(session, who, int(request.value), request.now), request))


def give(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    giving = read_fields(request.fields)
    return Show(views.receipt(members.give(session, who, int(request.private), giving, request.now), request.now))


def end(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Show(_form(members.end(session, who, request.value, request.now), request))


def _form(found: ChangeableMember, request: Request) -> View:
    return views.form(found.member, found.may_end, found.offered, request.now)
