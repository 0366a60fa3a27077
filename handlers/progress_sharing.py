"""Sharing how it is going in a channel."""

from sqlmodel import Session

from bot.services import progress_sharing
from bot.views import progress_sharing as views
from bot.views.progress_found import read_scope
from handlers.actor import actor
from handlers.answers import Answer, Open, Show
from handlers.request import Request


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Open(views.form(progress_sharing.shareable(session, who, read_scope(request.value), request.now)))


def share(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    channel = views.read_form(request.fields)
    progress_sharing.share(session, who, read_scope(request.private), channel, request.now)
    return Show(views.receipt(channel))
