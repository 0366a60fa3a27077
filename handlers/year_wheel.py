"""The wheel of the year: asked by command, in a message or by a button."""

from sqlmodel import Session

from bot.services import year_wheel
from bot.views import year_wheel as views
from bot.views.blocks import Message
from handlers.actor import actor
from handlers.answers import Answer, Say, Show
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    """By words, or by what a button carries."""
    who = actor(session, request)
    place, *year = views.read_value(request.value) or (None,)
    if place is None or not year:
        return _shown(request, year_wheel.ask(session, who, request.text, request.now))
    return _shown(request, year_wheel.show(session, who, place, year[0], request.now))


def month(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    place, year, number = views.read_value(request.value)
    return _in_place(request, views.month(year_wheel.show(session, who, place, year, request.now), number, request.now))


def _shown(request: Request, found: views.Wheel | views.WhichYear) -> Answer:
    return _in_place(
        request, views.which(found) if isinstance(found, views.WhichYear) else views.wheel(found, request.now)
    )


def _in_place(request: Request, shown: Message) -> Answer:
    return Show(views.in_modal(shown)) if request.origin == "view" else Say(shown)
