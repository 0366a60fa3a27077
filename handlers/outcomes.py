"""Reporting: a typed line, a form, or one tap."""

from datetime import timedelta

from sqlmodel import Session

from bot.domain.report import Report
from bot.domain.swedish import sentence
from bot.domain.words import OutcomeStatus
from bot.services import outcomes, people, report_line
from bot.services.outcomes import Opened
from bot.views import occurrence_text
from bot.views import outcome_form as forms
from bot.views import outcomes as views
from bot.views import report_questions as questions
from bot.views.blocks import Message, View
from bot.views.outcomes import Receipt
from bot.views.report_questions import Question
from handlers import help
from handlers.answers import Answer, Open, Replace, Say, Show
from handlers.request import Request
from storage.outcomes import Saved


def report(session: Session, request: Request) -> Answer:
    """The command's `rapport`; with nothing after it, what the person most likely means."""
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    if not request.text:
        waiting = report_line.likely(session, actor, request.now)
        return Say(views.to_report(waiting, request.now))
    return _said(report_line.report(session, actor, request.text, request.now), request)


def line(session: Session, request: Request) -> Answer:
    """Any other text: a report, perhaps one, or something that help is the answer to."""
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    found = report_line.try_report(session, actor, request.text, request.now)
    return _said(found, request) if found else help.not_understood(session, request)


def form(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    opened = outcomes.opened(session, actor, int(request.value), request.now)
    if opened.saved:
        return Open(_already(opened, opened.saved, request))
    private = str(opened.occurrence.id)
    return Open(forms.form(opened.occurrence, opened.report, request.now, private=private))


def change(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    opened = outcomes.opened_report(session, actor, int(request.value), request.now)
    private = f"o{opened.saved.id if opened.saved else request.value}"
    return Open(forms.form(opened.occurrence, opened.report, request.now, private=private, title=forms.CHANGE))


def add(session: Session, request: Request) -> Answer:
    """To what a colleague has reported already."""
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    opened = outcomes.opened_to_add(session, actor, int(request.value), request.now)
    private = f"a{opened.saved.id if opened.saved else request.value}"
    by = forms.added_to(opened.first.user_id) if opened.first else ""
    return Open(forms.form(opened.occurrence, opened.report, request.now, private=private, title=forms.ADD, notice=by))


def submit(session: Session, request: Request) -> Answer:
    """`private` is an occurrence's id, or a report's with "o" before it, or "a" where somebody adds to it."""
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    how, id_ = request.private[:1], int(request.private.lstrip("oa"))
    if how in OF_REPORT:
        find, save = OF_REPORT[how]
        opened = find(session, actor, id_, request.now)
        report = forms.read(request.fields, opened.occurrence.kind, kept=opened.report)
        return _saved(save(session, actor, id_, report, request.now), request)
    opened = outcomes.opened(session, actor, id_, request.now)
    report = forms.read(request.fields, opened.occurrence.kind)
    return _saved(outcomes.save(session, actor, opened.occurrence, report, request.now), request)


OF_REPORT = {"o": (outcomes.opened_report, outcomes.change), "a": (outcomes.opened_to_add, outcomes.add)}


def not_done(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    opened = outcomes.opened(session, actor, int(request.value), request.now)
    if opened.saved:
        return Open(_already(opened, opened.saved, request))
    return Open(forms.not_done(opened.occurrence, request.now))


def submit_not_done(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    occurrence = outcomes.existing(session, int(request.private))
    report = forms.read_not_done(request.fields)
    return _saved(outcomes.save(session, actor, occurrence, report, request.now), request)


def settle(session: Session, request: Request) -> Answer:
    """One tap: the button carries the occurrence and the status."""
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    occurrence_id, _, status = request.value.partition(":")
    occurrence = outcomes.existing(session, int(occurrence_id))
    saved = outcomes.save(session, actor, occurrence, Report(OutcomeStatus(status)), request.now)
    return Replace(views.receipt(saved, request.now))


def confirm(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    return Replace(_answer(report_line.confirm(session, actor, int(request.value), request.now), request))


def pick(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    draft_id, _, occurrence_id = request.value.partition(":")
    saved = report_line.pick(session, actor, int(draft_id), int(occurrence_id), request.now)
    return Replace(views.receipt(saved, request.now))


def pick_unplanned(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    draft_id, _, activity_id = request.value.partition(":")
    saved = report_line.pick_unplanned(session, actor, int(draft_id), int(activity_id), request.now)
    return Replace(views.receipt(saved, request.now))


def forget(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    return Replace(questions.not_saved(report_line.forget(session, actor, int(request.value), request.now)))


def undo(session: Session, request: Request, within: timedelta = outcomes.UNDO_WITHIN) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    occurrence = outcomes.undo(session, actor, int(request.value), request.now, within)
    return Replace(views.undone(occurrence, request.now))


def _said(found: Receipt | Question, request: Request) -> Answer:
    receipt_of = found.occurrence.id if isinstance(found, Receipt) else None
    return Say(_answer(found, request), receipt_of)


def _answer(found: Receipt | Question, request: Request) -> Message:
    if isinstance(found, Receipt):
        return views.receipt(found, request.now)
    return questions.question(found, request.now)


def _already(opened: Opened, saved: Saved, request: Request) -> View:
    first, may_change = opened.first or saved, opened.may_change
    return views.already(opened.occurrence, first, saved, opened.report, request.now, may_change=may_change)


def _saved(saved: Receipt, request: Request) -> Answer:
    title = sentence(occurrence_text.full(saved.occurrence, request.now))
    return Show(forms.saved(title, views.receipt_lines(saved)))
