"""Agreements: the list, a new one out of a text, going through it, and renewing, revising and terminating one."""

from collections.abc import Callable
from functools import partial

from sqlmodel import Session

from bot.domain.agreement_draft import ActivitySpot, Choice
from bot.domain.agreement_text import Proposal
from bot.domain.errors import Gone
from bot.domain.permissions import Action, Actor
from bot.domain.screening import held_back
from bot.services import agreement_drafts, agreement_saving, agreement_text, renewals, terminations
from bot.services.agreement_drafts import DraftRef
from bot.views import agreement_activity_form, agreement_ends, agreement_frame_form, agreement_review
from bot.views import agreement_list as views
from handlers import asked_otherwise, outcomes
from handlers.actor import actor
from handlers.answers import Answer, Nothing, Open, Replace, Say, Show, Work
from handlers.files import HEAVY_TEXT
from handlers.request import Request


def show(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    found = agreement_drafts.listed(session, who, request.now, request.text)
    return Say(views.listing(found, agreement_drafts.waiting(session, who, request.now), request.now))


def menu(session: Session, request: Request) -> Answer:
    """What was chosen beside an agreement in the list."""
    who = actor(session, request)
    what, _, agreement_id = request.value.partition(":")
    if what == "terminate":
        ending = terminations.ending(session, who, int(agreement_id), request.now)
        return Open(agreement_ends.form(ending, request.now))
    begin = renewals.renew if what == "renew" else renewals.revise
    begin(session, who, int(agreement_id), request.now)
    return Say(views.coming())


def terminate(session: Session, request: Request) -> Answer:
    wanted = agreement_ends.read(request.fields)
    who = actor(session, request)
    found, cancelled = terminations.terminate(session, who, int(request.private), wanted, request.now)
    return Show(agreement_ends.receipt(found, wanted, cancelled, request.now))


def paste(_session: Session, _request: Request) -> Answer:
    return Open(views.paste())


def read_pasted(session: Session, request: Request) -> Answer:
    who, text = actor(session, request), views.pasted(request.fields)
    draft_id = agreement_text.keep(session, who, text, request.now)
    return _reading(request, draft_id, text, Show(views.reading()))


def text(session: Session, request: Request) -> Answer:
    """A long text in a chat that is about an agreement; from others than coordinators it is a line as any."""
    who = actor(session, request)
    if who.may_anywhere(Action.PLAN) or who.may_everywhere(Action.PLAN):
        return Say(views.is_it(agreement_text.keep(session, who, request.text, request.now)))
    if held := held_back(request.text):
        return outcomes.held_back(session, request._replace(text=held.cleaned, held=held))
    return asked_otherwise.line(session, request)


def read_text(session: Session, request: Request) -> Answer:
    def read(who: Actor) -> Answer:
        draft_id = int(request.value)
        text = agreement_text.kept(session, who, draft_id, request.now)
        return _reading(request, draft_id, text, Replace(views.being_read()))

    return _unless_over(session, request, read)


def leave_text(session: Session, request: Request) -> Answer:
    def leave(who: Actor) -> Answer:
        agreement_text.take(session, who, int(request.value), request.now)
        return Replace(views.left())

    return _unless_over(session, request, leave)


def take(session: Session, request: Request) -> Answer:
    return _choose(session, request, Choice.TAKEN)


def skip(session: Session, request: Request) -> Answer:
    return _choose(session, request, Choice.SKIPPED)


def take_all(session: Session, request: Request) -> Answer:
    return _do(session, request, agreement_drafts.take_all)


def save(session: Session, request: Request) -> Answer:
    return _do(session, request, agreement_saving.save)


def drop(session: Session, request: Request) -> Answer:
    return _do(session, request, agreement_drafts.drop)


def again(session: Session, request: Request) -> Answer:
    return _do(session, request, agreement_drafts.again)


def change_form(session: Session, request: Request) -> Answer:
    def form(who: Actor) -> Answer:
        ref = _ref(request.value)
        draft = agreement_drafts.opened(session, who, ref.draft_id, request.now).draft
        return Open(agreement_activity_form.change(draft, ref.draft_id, ref.spot))

    return _unless_over(session, request, form)


def change(session: Session, request: Request) -> Answer:
    who, ref = actor(session, request), _ref(request.private)
    draft = agreement_drafts.opened(session, who, ref.draft_id, request.now).draft
    wanted = agreement_activity_form.read(request.fields, draft)
    agreement_drafts.change(session, who, ref, wanted, request.now)
    return Nothing()


def add_form(session: Session, request: Request) -> Answer:
    def form(who: Actor) -> Answer:
        shown = agreement_drafts.opened(session, who, int(request.value), request.now)
        return Open(agreement_activity_form.add(shown.draft, shown.draft_id))

    return _unless_over(session, request, form)


def add(session: Session, request: Request) -> Answer:
    who, draft_id = actor(session, request), int(request.private)
    draft = agreement_drafts.opened(session, who, draft_id, request.now).draft
    area = agreement_activity_form.read_area(request.fields, draft)
    wanted = agreement_activity_form.read(request.fields, draft)
    agreement_drafts.add(session, who, draft_id, area, wanted, request.now)
    return Nothing()


def frame_form(session: Session, request: Request) -> Answer:
    def form(who: Actor) -> Answer:
        shown = agreement_drafts.opened(session, who, int(request.value), request.now)
        towns = agreement_drafts.towns(session, who)
        return Open(agreement_frame_form.frame(shown.draft, shown.draft_id, towns))

    return _unless_over(session, request, form)


def change_frame(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    draft_id, version = map(int, request.private.split(":"))
    before = agreement_drafts.opened(session, who, draft_id, request.now).draft.frame
    frame = agreement_frame_form.read(request.fields, before, agreement_drafts.known_towns(session, who))
    agreement_drafts.change_frame(session, who, draft_id, version, frame, request.now)
    return Nothing()


def _reading(request: Request, draft_id: int, text: str, meanwhile: Show | Replace) -> Answer:
    """Outside any transaction: a long text takes half a second, and SQLite has one writer."""
    make = partial(agreement_text.read, text)
    return Work(meanwhile, make, partial(_begin, request, draft_id), heavy=len(text) > HEAVY_TEXT)


def _begin(request: Request, draft_id: int, session: Session, read: Proposal) -> None:
    who = actor(session, request)
    agreement_text.take(session, who, draft_id, request.now)
    agreement_text.begin(session, who, read, request.now)


def _choose(session: Session, request: Request, choice: Choice) -> Answer:
    def choose(who: Actor) -> Answer:
        agreement_drafts.choose(session, who, _ref(request.value), choice, request.now)
        return Nothing()

    return _unless_over(session, request, choose)


def _do(session: Session, request: Request, service: Callable[..., object]) -> Answer:
    """What concerns a whole draft; its messages tell what came of it."""

    def do(who: Actor) -> Answer:
        service(session, who, int(request.value), request.now)
        return Nothing()

    return _unless_over(session, request, do)


def _unless_over(session: Session, request: Request, do: Callable[[Actor], Answer]) -> Answer:
    """A message whose draft is gone says so from now on."""
    try:
        return do(actor(session, request))
    except Gone as gone:
        return Replace(agreement_review.over(gone.sentence))


def _ref(value: str) -> DraftRef:
    draft_id, area, activity, *version = map(int, value.split(":"))
    return DraftRef(draft_id, ActivitySpot(area, activity), version[0] if version else 0)
