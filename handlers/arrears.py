"""Reporting in arrears: the list, page by page, wherever it was asked for."""

from sqlmodel import Session

from bot.services import arrears
from bot.views import arrears as views
from handlers.actor import actor
from handlers.answers import Answer, Open, Replace, Say, Show
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    skip = int(request.value) if request.value.isdigit() else 0
    found = arrears.page(session, who, request.now, skip)
    if request.origin == "home":
        return Open(views.modal(found, request.now))
    if request.origin == "view":
        return Show(views.modal(found, request.now))
    paging = request.origin == "message" and request.value
    return (Replace if paging else Say)(views.message(found, request.now))
