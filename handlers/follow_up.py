"""The follow-up of a municipality and period: shown, settled, and sent as files."""

from functools import partial

from sqlmodel import Session

from bot.domain.permissions import Actor
from bot.services import follow_up_area, follow_up_asked, follow_up_files, follow_up_sent, follow_up_versions
from bot.services.follow_up_asked import MeantFollowUp
from bot.services.follow_up_sent import DRAWN
from bot.services.follow_up_versions import FollowUpDraft
from bot.views import follow_up as views
from bot.views import follow_up_area as area_views
from bot.views.follow_up import Format
from bot.views.follow_up_area import AreaFollowUp
from handlers.actor import actor
from handlers.answers import Answer, Attach, Bring, Replace, Say
from handlers.request import Request


def meant(session: Session, request: Request) -> MeantFollowUp:
    return follow_up_asked.meant(session, actor(session, request), request.text, request.now)


def ask(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    match follow_up_asked.ask(session, who, request.text, request.now, request.found):
        case views.WhichFollowUp() as asked:
            return Say(views.which(asked))
        case AreaFollowUp() as area:
            return Say(area_views.shown(area, request.now))
        case found:
            return Say(views.shown(found, request.now))


def drafted(session: Session, request: Request) -> FollowUpDraft | None:
    who = actor(session, request)
    return follow_up_versions.drafted(session, who, *views.read_value(request.value), request.now)


def show(session: Session, request: Request) -> Answer:
    who, where = actor(session, request), views.read_value(request.value)
    return Say(views.shown(follow_up_versions.show(session, who, *where, request.now, request.found), request.now))


def settle(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Replace(views.shown(follow_up_versions.settle(session, who, int(request.value), request.now), request.now))


def drafted_again(session: Session, request: Request) -> FollowUpDraft:
    return follow_up_versions.drafted_again(session, actor(session, request), int(request.value), request.now)


def again(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    found = follow_up_versions.again(session, who, int(request.value), request.now, request.found)
    return Replace(views.shown(found, request.now))


def word(session: Session, request: Request) -> Answer:
    return _file(session, request, Format.DOCX, request.value)


def file(session: Session, request: Request) -> Answer:
    """In the format that was chosen."""
    form, _, version_id = request.value.partition(":")
    return _file(session, request, Format(form), version_id)


def _file(session: Session, request: Request, form: Format, version_id: str) -> Answer:
    who = actor(session, request)
    return brought(follow_up_versions.opened(session, who, int(version_id)), form, who)


def brought(found: views.ShownFollowUp, form: Format, who: Actor) -> Answer:
    return Bring(views.sent(found.follow_up, form), follow_up_sent.kept(found, form, who.person_id))


def area_file(session: Session, request: Request) -> Answer:
    """Of a whole police area, in the format that was chosen."""
    chosen, _, where = request.value.partition(":")
    form, who = Format(chosen), actor(session, request)
    found = follow_up_area.opened(session, who, *views.read_value(where), request.now)
    make = partial(follow_up_files.written, form, found.follow_up, None)
    return Attach(views.sent(found.follow_up, form), views.file_name(found.follow_up, form), make, heavy=form in DRAWN)
