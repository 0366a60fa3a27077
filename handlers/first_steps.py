"""The first steps of a new installation."""

from sqlmodel import Session

from bot.domain.first_steps import FirstStep, FirstSteps
from bot.services import installation
from bot.views import first_steps as views
from handlers.actor import actor
from handlers.answers import Answer, Nothing, Open, Replace, Say, Show
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    """ "kom igång"."""
    who = actor(session, request)
    return Say(views.message_of(installation.first_steps(session, who)))


def leave(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return _as_it_is(installation.leave_step(session, who, FirstStep(request.value)), request)


def resume(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return _as_it_is(installation.resume_step(session, who, FirstStep(request.value)), request)


def municipality_form(session: Session, request: Request) -> Answer:
    installation.require_administrator(actor(session, request))
    return Open(views.municipality_form())


def add_municipality(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    added = installation.add_municipality(session, who, views.read_municipality(request.fields), request.now)
    return Show(views.municipality_added(added.name))


def _as_it_is(steps: FirstSteps, request: Request) -> Answer:
    """Home is published anew by itself: see `handlers.routing`."""
    return Replace(views.message_of(steps)) if request.origin == "message" else Nothing()
