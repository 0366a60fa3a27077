"""A person's own calendar: its address, and files."""

from functools import partial

from sqlmodel import Session

from bot.documents.calendar_file import calendar_file
from bot.services import calendar_feeds as feeds
from bot.views import calendar_feeds as views
from handlers.actor import actor
from handlers.answers import Answer, Attach, Replace, Say
from handlers.request import Request

PATH = "/kalender/"
ENDING = ".ics"
ROUTE = f"{PATH}{{secret}}{ENDING}"


def show(session: Session, request: Request, *, public_url: str | None = None) -> Answer:
    """Without a public address, files stand in for it."""
    who = actor(session, request)
    return Say(views.show(feeds.settings(session, who), request.now, public=public_url is not None))


def renew(session: Session, request: Request, *, public_url: str | None = None) -> Answer:
    """By a press only: what answers one is stored nowhere."""
    if public_url is None:
        return show(session, request)
    who = actor(session, request)
    return Say(views.address(f"{public_url}{PATH}{feeds.new_address(session, who, request.now)}{ENDING}"))


def close(session: Session, request: Request, *, public_url: str | None = None) -> Answer:
    who = actor(session, request)
    return Replace(views.show(feeds.close(session, who, request.now), request.now, public=public_url is not None))


def busy(session: Session, request: Request, *, public_url: str | None = None) -> Answer:
    who = actor(session, request)
    settings = feeds.show_as_busy(session, who, request.value == "yes")
    return Replace(views.show(settings, request.now, public=public_url is not None))


def everything(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    found = feeds.mine(session, who, request.now)
    make = partial(calendar_file, views.NAME, found.entries, about=views.about(found))
    return Attach(views.all_told(found), "mina-tillfallen.ics", make)


def one(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    found = feeds.one(session, who, int(request.value), request.now)
    make = partial(calendar_file, views.NAME, [found.entry])
    return Attach(views.one_told(found.occurrence, request.now), views.file_name(found.occurrence), make)
