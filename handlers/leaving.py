"""Somebody leaves, and the coordinator chooses who takes over."""

from sqlmodel import Session

from bot.services import leaving
from bot.views import leaving as views
from handlers.actor import actor
from handlers.answers import Answer, Open, Show
from handlers.request import Request


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    view = views.form(leaving.leaver(session, who, int(request.value), request.now), request.now)
    return Show(view) if request.origin == "view" else Open(view)


def submit(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    change = views.read_form(request.fields)
    return Show(views.receipt(leaving.leave(session, who, int(request.private), change, request.now), request.now))
