"""Reporting: a typed line, a form, or one tap."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlmodel import Session

from bot.domain.errors import NotKnown, PersonalData
from bot.domain.permissions import Actor
from bot.domain.report import Report
from bot.domain.screening import REMOVE_YOURS
from bot.domain.swedish import sentence
from bot.domain.words import OutcomeStatus, Reason
from bot.domain.written import unpacked
from bot.services import outcome_reasons, outcomes, report_form, report_line, report_start
from bot.services.outcomes import Opened
from bot.views import occurrence_text
from bot.views import outcome_form as forms
from bot.views import outcomes as views
from bot.views import report_forms as report_views
from bot.views import report_questions as questions
from bot.views.blocks import Message, View
from bot.views.outcomes import Receipt
from bot.views.report_questions import Question, is_protected
from handlers.actor import actor
from handlers.answers import Answer, Open, Replace, Say, Show, Tell, Unsaved
from handlers.request import Request
from storage.outcomes import Saved


def report(session: Session, request: Request) -> Answer:
    """The command's `rapport`; with nothing after it, what the person most likely means."""
    who = actor(session, request)
    if not request.text:
        return Say(report_views.to_report(report_start.start(session, who, request.now), request.now))
    return _said(report_line.report(session, who, request.text, request.now), request)


def told(session: Session, request: Request) -> Answer | None:
    """Any other text, where it is a report, or perhaps one."""
    found = report_line.try_report(session, actor(session, request), request.text, request.now)
    return _said(found, request) if found else None


def held_back(session: Session, request: Request) -> Answer:
    """The text seemed to be about a private person. Of a report what is left is offered; nothing else is answered."""
    held, stays = request.held, request.stays
    if held is None:
        raise ValueError("nothing was held back")
    refused = PersonalData(" ".join([held.why, held.what_to_do, *([REMOVE_YOURS] if stays else [])]))
    try:
        who = actor(session, request)
    except NotKnown:
        raise refused from None
    asked = report_line.offered(session, who, held, request.now, stays=stays)
    if asked is None:
        raise refused
    return Say(questions.question(asked, request.now), question_of=asked.draft_id)


def form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    opened = outcomes.opened(session, who, int(request.value), request.now)
    if opened.saved:
        return Open(_already(opened, opened.saved, request))
    return Open(_asked(session, who, request, request.value).view)


def change(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Open(_asked(session, who, request, f"o{request.value}").view)


def add(session: Session, request: Request) -> Answer:
    """To what a colleague has reported already."""
    who = actor(session, request)
    return Open(_asked(session, who, request, f"a{request.value}").view)


def more_rows(session: Session, request: Request) -> Answer:
    """One more deficiency in the form at hand."""
    who = actor(session, request)
    return Show(forms.as_it_stands(_asked(session, who, request).view, request.fields, more=1))


def submit(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    asked = _asked(session, who, request)
    _offer_cleaned(asked.view, request)
    report = forms.read(request.fields, asked.kind, kept=asked.kept)
    return _saved(asked.save(report, request.now), request)


def not_done(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    opened = outcomes.opened(session, who, int(request.value), request.now)
    if opened.saved:
        return Open(_already(opened, opened.saved, request))
    return Open(forms.not_done(opened.occurrence, request.now))


def submit_not_done(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    occurrence = outcomes.existing(session, int(request.private))
    _offer_cleaned(forms.not_done(occurrence, request.now), request)
    report = forms.read_not_done(request.fields)
    return _saved(outcomes.save(session, who, occurrence, report, request.now), request)


def settle(session: Session, request: Request) -> Answer:
    """One tap: the button carries the occurrence and the status."""
    who = actor(session, request)
    occurrence_id, _, status = request.value.partition(":")
    occurrence = outcomes.existing(session, int(occurrence_id))
    saved = outcomes.save(session, who, occurrence, Report(OutcomeStatus(status)), request.now)
    return Replace(views.receipt(saved, request.now))


def reason(session: Session, request: Request) -> Answer:
    """One tap: the button carries the report and the reason."""
    who = actor(session, request)
    outcome_id, _, why = request.value.partition(":")
    saved = outcome_reasons.give(session, who, int(outcome_id), Reason(why), request.now)
    return Replace(views.receipt(saved, request.now))


def confirm(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Replace(_answer(report_line.confirm(session, who, int(request.value), request.now), request))


def pick(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    draft_id, _, occurrence_id = request.value.partition(":")
    saved = report_line.pick(session, who, int(draft_id), int(occurrence_id), request.now)
    return Replace(views.receipt(saved, request.now))


def pick_unplanned(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    draft_id, _, activity_id = request.value.partition(":")
    saved = report_line.pick_unplanned(session, who, int(draft_id), int(activity_id), request.now)
    return Replace(views.receipt(saved, request.now))


def forget(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Replace(questions.not_saved(report_line.forget(session, who, int(request.value), request.now)))


def undo(session: Session, request: Request, within: timedelta = outcomes.UNDO_WITHIN) -> Answer:
    who = actor(session, request)
    occurrence = outcomes.undo(session, who, int(request.value), request.now, within)
    return Replace(views.undone(occurrence, request.now))


def _said(found: Receipt | Question, request: Request) -> Answer:
    """What is protected is told apart: who sits beside the one that wrote in a channel may read what stands there."""
    say = Tell if request.place and is_protected(found) else Say
    if isinstance(found, Receipt):
        return say(views.receipt(found, request.now), receipt_of=found.occurrence.id)
    return say(questions.question(found, request.now), question_of=found.draft_id)


def _answer(found: Receipt | Question, request: Request) -> Message:
    if isinstance(found, Receipt):
        return views.receipt(found, request.now)
    return questions.question(found, request.now)


@dataclass(frozen=True, slots=True)
class Asked:
    """A form: how it looks before anything is filled in, what it keeps though it does not ask, and how to save it."""

    view: View
    kind: str
    kept: Report | None
    save: Callable[[Report, datetime], Receipt]


def _asked(session: Session, who: Actor, request: Request, about: str = "") -> Asked:
    """`about`, else what the form carries: an occurrence's id, or a report's with "o" before it, or with "a" where
    somebody adds to it.
    """
    about, now = about or request.private, request.now
    if about.startswith(("u", "t")):
        return _asked_of_text(session, who, about, now)
    how, id_ = about[:1], int(about.lstrip("oa"))
    if how == "o":
        opened, save = outcomes.opened_report(session, who, id_, now), partial(outcomes.change, session, who, id_)
        view = forms.form(opened.occurrence, opened.report, now, private=_of_newest(how, opened), title=forms.CHANGE)
    elif how == "a":
        opened, save = outcomes.opened_to_add(session, who, id_, now), partial(outcomes.add, session, who, id_)
        view = forms.adding(opened.occurrence, opened.report, opened.first, now, private=_of_newest(how, opened))
    else:
        opened = outcomes.opened(session, who, id_, now)
        save = partial(outcomes.save, session, who, opened.occurrence)
        return Asked(forms.form(opened.occurrence, Report(), now, private=about), opened.occurrence.kind, None, save)
    return Asked(view, opened.occurrence.kind, opened.report, save)


def _asked_of_text(session: Session, who: Actor, about: str, now: datetime) -> Asked:
    """The text that it began with, and before it what that is about: "u" and an activity, "t" and an occurrence."""
    id_, _, packed = about[1:].partition(":")
    written = unpacked(packed)
    if about.startswith("u"):
        found = report_form.of_activity(session, who, written, int(id_), now)
        save = partial(report_form.save_new, session, who, written, int(id_))
    else:
        found = report_form.of_occurrence(session, who, written, int(id_), now)
        save = partial(outcomes.save, session, who, outcomes.existing(session, int(id_)))
    return Asked(report_views.filled(found, now), found.kind, found.report, save)


def _of_newest(how: str, opened: Opened) -> str:
    return f"{how}{opened.saved.id if opened.saved else ''}"


def _offer_cleaned(shown: View, request: Request) -> None:
    """Raises Unsaved when the note seems to be about a private person."""
    if offered := forms.cleaned(shown, request.fields):
        raise Unsaved(Show(offered))


def _already(opened: Opened, saved: Saved, request: Request) -> View:
    first, may_change = opened.first or saved, opened.may_change
    return views.already(opened.occurrence, first, saved, opened.report, request.now, may_change=may_change)


def _saved(saved: Receipt, request: Request) -> Answer:
    title = sentence(occurrence_text.full(saved.occurrence, request.now))
    return Show(forms.saved(title, views.receipt_lines(saved)))
