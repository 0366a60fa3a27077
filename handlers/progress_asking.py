"""Asking the responsible person how it is going, and their answer."""

from sqlmodel import Session

from bot.services import progress_asking
from bot.views import progress_asking as views
from bot.views.progress_found import read_scope
from handlers.actor import actor
from handlers.answers import Answer, Open, Show
from handlers.request import Request


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Open(views.form(progress_asking.askable(session, who, read_scope(request.value), request.now)))


def ask(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    chosen = views.read_form(request.fields)
    asked, told = progress_asking.ask(session, who, read_scope(request.private), chosen, request.now)
    return Show(views.asked(asked, told, request.now))


def answer_form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    draft_id = int(request.value)
    return Open(views.answer_form(progress_asking.waiting(session, who, draft_id, request.now), draft_id, request.now))


def answer(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    said = views.read_answer(request.fields)
    told = progress_asking.answer(session, who, int(request.private), said, request.now)
    return Show(views.sent(told, request.now))
