"""The follow-up of a municipality and period: shown, settled, and sent as files."""

from functools import partial

from sqlmodel import Session

from bot.domain.permissions import Actor
from bot.services import follow_up_asked, follow_up_files, follow_up_versions
from bot.services.people import actor
from bot.views import follow_up as views
from bot.views.follow_up import Format
from handlers.answers import Answer, Attach, Replace, Say
from handlers.request import Request

DRAWN = (Format.DOCX, Format.HTML)
"""With charts: in a thread they would hold up every acknowledgement."""


def ask(session: Session, request: Request) -> Answer:
    who = _who(session, request)
    found = follow_up_asked.ask(session, who, request.text, request.now)
    return Say(views.which(found) if isinstance(found, views.Which) else views.shown(found, request.now))


def show(session: Session, request: Request) -> Answer:
    who = _who(session, request)
    municipality_id, period = views.read_value(request.value)
    return Say(views.shown(follow_up_versions.show(session, who, municipality_id, period, request.now), request.now))


def settle(session: Session, request: Request) -> Answer:
    who = _who(session, request)
    return Replace(views.shown(follow_up_versions.settle(session, who, int(request.value), request.now), request.now))


def again(session: Session, request: Request) -> Answer:
    who = _who(session, request)
    return Replace(views.shown(follow_up_versions.again(session, who, int(request.value), request.now), request.now))


def word(session: Session, request: Request) -> Answer:
    return _file(session, request, Format.DOCX, request.value)


def file(session: Session, request: Request) -> Answer:
    """In the format that was chosen."""
    form, _, version_id = request.value.partition(":")
    return _file(session, request, Format(form), version_id)


def _file(session: Session, request: Request, form: Format, version_id: str) -> Answer:
    return attached(follow_up_versions.opened(session, _who(session, request), int(version_id)), form)


def attached(found: views.Shown, form: Format) -> Answer:
    name = views.file_name(found.follow_up, form)
    make = partial(follow_up_files.written, form, found.follow_up, found.version.settled_at)
    return Attach(views.sent(found, form), name, make, heavy=form in DRAWN)


def _who(session: Session, request: Request) -> Actor:
    return actor(session, request.team_id, request.user_id, request.now)
