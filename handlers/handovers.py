"""Asking a colleague to take an occurrence, and the colleague's answer."""

from sqlmodel import Session

from bot.services import handovers
from bot.views import handovers as views
from handlers.actor import actor
from handlers.answers import Answer, Open, Replace, Show
from handlers.request import Request


def form(session: Session, request: Request) -> Answer:
    """Somebody who has asked already sees that question instead."""
    who = actor(session, request)
    occurrence = handovers.giveable(session, who, int(request.value), request.now).occurrence
    if question := handovers.asked(session, who, occurrence):
        return Open(views.waiting(occurrence, question.id, question.colleague, request.now))
    return Open(views.form(occurrence, request.now))


def ask(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    filled = views.read_form(request.fields)
    question = handovers.ask(session, who, int(request.private), filled.colleague, request.now, note=filled.note)
    return Show(views.waiting(question.occurrence, question.id, question.colleague, request.now))


def accept(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    taken = handovers.accept(session, who, int(request.value), request.now)
    return Replace(views.taken(taken, request.now))


def decline(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    question = handovers.decline(session, who, int(request.value), request.now)
    return Replace(views.refused(question.occurrence, question.giver, request.now))


def withdraw(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    question = handovers.withdraw(session, who, int(request.value), request.now)
    return Show(views.taken_back(question.colleague))
