"""Sharing how it is going in a channel."""

from sqlmodel import Session

from bot.services import progress_sharing
from bot.services.people import actor
from bot.views import progress_sharing as views
from bot.views.progress_found import read_scope
from handlers.answers import Answer, Open, Show
from handlers.request import Request


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    return Open(views.form(progress_sharing.shareable(session, who, read_scope(request.value), request.now)))


def share(session: Session, request: Request) -> Answer:
    who = actor(session, request.team_id, request.user_id, request.now)
    channel = views.read_form(request.fields)
    progress_sharing.share(session, who, read_scope(request.private), channel, request.now)
    return Show(views.receipt(channel))
