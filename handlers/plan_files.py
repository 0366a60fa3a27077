"""Plans as files: given out, and taken in when the coordinator has seen what would change."""

from functools import partial

from sqlmodel import Session

from bot.services import plan_files, plan_proposals
from bot.views import plan_files as views
from bot.views.blocks import Message
from handlers.actor import actor
from handlers.answers import Answer, Attach, Later, Replace, Say
from handlers.request import Request

HEAVY = 300  # activities


def export(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    found = plan_files.exportable(session, who, request.text)
    return _attached(session, found[0].id) if len(found) == 1 else Say(views.which(found))


def export_one(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    allowed = {agreement.id for agreement in plan_files.exportable(session, who)}
    return _attached(session, plan_files.one_of(allowed, int(request.value)))


def template(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    plan_files.check_may_somewhere(session, who, request.now)
    return Attach(views.template_sent(), "mall_handlingsplan.xlsx", partial(plan_files.written, ".xlsx", None))


def save(session: Session, request: Request, *, file_counts: bool = False) -> Answer:
    who = actor(session, request)
    plan_proposals.require(session, who, int(request.value), request.now)
    return Later(views.saving(), partial(_save, request=request, file_counts=file_counts))


def save_file(session: Session, request: Request) -> Answer:
    """Also over what was changed here since the file was made."""
    return save(session, request, file_counts=True)


def forget(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    plan_proposals.forget(session, who, int(request.value), request.now)
    return Replace(views.forgotten())


def _save(session: Session, request: Request, *, file_counts: bool) -> Message:
    who = actor(session, request)
    taken = plan_proposals.take_in(session, who, int(request.value), request.now, file_counts=file_counts)
    if taken.asked_again is not None:
        return views.changed_meanwhile(taken.difference, taken.asked_again)
    return views.saved(taken.difference)


def _attached(session: Session, agreement_id: int) -> Answer:
    file, hidden = plan_files.exported(session, agreement_id)
    make = partial(plan_files.written, ".xlsx", file)
    return Attach(views.sent(file.title, hidden), f"{file.key}.xlsx", make, heavy=len(file.activities) > HEAVY)
