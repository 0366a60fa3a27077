"""What whoever owes a follow-up answers when they are reminded of it."""

from sqlmodel import Session

from bot.domain.periods import Period
from bot.domain.permissions import Actor
from bot.services import duties, follow_up_versions
from bot.views import duties as views
from bot.views.follow_up import Format, read_value
from handlers import follow_up
from handlers.actor import actor
from handlers.answers import Answer, Replace, Say
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    actor, place, period = _asked(session, request)
    found = duties.find(session, actor, place, period, request.now)
    return Say(views.reminder(found, request.now, may_open=duties.may_open(actor, found)))


def word(session: Session, request: Request) -> Answer:
    """The draft that is at hand."""
    actor, place, period = _asked(session, request)
    found = follow_up_versions.show(session, actor, place, period, request.now, request.found)
    return follow_up.brought(found, Format.DOCX, actor)


def deliver(session: Session, request: Request) -> Answer:
    return Replace(duties.deliver(session, *_asked(session, request), request.now))


def later(session: Session, request: Request) -> Answer:
    actor, place, period = _asked(session, request)
    found, again = duties.put_off(session, actor, place, period, request.now)
    return Replace(views.put_off(found, again, request.now, may_open=duties.may_open(actor, found)))


def _asked(session: Session, request: Request) -> tuple[Actor, int, Period]:
    who = actor(session, request)
    return who, *read_value(request.value)
