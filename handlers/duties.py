"""What whoever owes a follow-up answers when they are reminded of it."""

from sqlmodel import Session

from bot.services import duties, follow_up_versions, people
from bot.views import duties as views
from bot.views.follow_up import Format
from handlers import follow_up
from handlers.answers import Answer, Replace, Say
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    found = duties.find(session, actor, *duties.read_key(*request.value.split(":")), request.now)
    return Say(views.reminder(found, request.now, may_open=duties.may_open(actor, found)))


def word(session: Session, request: Request) -> Answer:
    """The draft that is at hand."""
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    asked = duties.read_key(*request.value.split(":"))
    return follow_up.attached(follow_up_versions.show(session, actor, *asked, request.now), Format.DOCX)


def deliver(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    asked = duties.read_key(*request.value.split(":"))
    return Replace(duties.deliver(session, actor, *asked, request.now))


def later(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    found, again = duties.put_off(session, actor, *duties.read_key(*request.value.split(":")), request.now)
    return Replace(views.put_off(found, again, request.now, may_open=duties.may_open(actor, found)))
