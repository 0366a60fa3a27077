"""A person's own settings."""

from sqlmodel import Session

from bot.services import preferences
from bot.views import preferences as views
from handlers.actor import actor
from handlers.answers import Answer, Open, Say, Show
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    """A line in a chat brings no right to open a window: it gets a button."""
    return Say(views.opener()) if request.origin == "event" else form(session, request)


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Open(views.form(preferences.settings(session, who, request.now)))


def submit(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    chosen = views.read_form(request.fields, preferences.of(session, who, request.now))
    return Show(views.saved(preferences.save(session, who, chosen, request.now)))


def remove_absence(session: Session, request: Request) -> Answer:
    """The form shows what is left; what else was filled in stays."""
    who = actor(session, request)
    return Show(views.form(preferences.remove_absence(session, who, int(request.value), request.now)))
