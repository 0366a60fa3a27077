"""Asking to be added, and deciding it."""

from sqlmodel import Session

from bot.services import people
from bot.views import people as views
from handlers.actor import actor
from handlers.answers import Answer, Nothing, Say
from handlers.request import Request


def about(_session: Session, _request: Request) -> Answer:
    return Say(views.about())


def ask(session: Session, request: Request) -> Answer:
    asked = people.ask(session, request.team_id, request.user_id, request.now)
    return Say(views.asked(asked, request.now))


def decline(session: Session, request: Request) -> Answer:
    """The question itself becomes the receipt, for everyone who got it."""
    who = actor(session, request)
    people.decline(session, who, int(request.value), request.now)
    return Nothing()
