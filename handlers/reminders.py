"""A report that is missing: answers other than the report itself."""

from sqlmodel import Session

from bot.services import unanswered
from bot.views import reminder_answers as views
from handlers.actor import actor
from handlers.answers import Answer, Open, Replace, Show
from handlers.request import Request


def later(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    occurrence = unanswered.asked_about(session, who, int(request.value), request.now)
    morning = unanswered.next_working_morning(session, who, request.now)
    return Replace(views.snooze_choice(occurrence, morning, request.now))


def snooze(session: Session, request: Request) -> Answer:
    """The button carries the occurrence and when."""
    who = actor(session, request)
    occurrence_id, _, when = request.value.partition(":")
    occurrence, at = unanswered.snooze(session, who, int(occurrence_id), unanswered.AskLater(when), request.now)
    return Replace(views.snoozed(occurrence, at, request.now))


def time_form(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    occurrence = unanswered.asked_about(session, who, int(request.value), request.now)
    morning = unanswered.next_working_morning(session, who, request.now)
    return Open(views.time_form(occurrence, morning, request.now))


def submit_time(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    again = views.read_time(request.fields, request.now)
    occurrence = unanswered.snooze_until(session, who, int(request.private), again, request.now)
    return Show(views.snoozed_receipt(occurrence, again, request.now))


def not_there(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    passed = unanswered.not_there(session, who, int(request.value), request.now)
    return Replace(views.answered(passed.occurrence, "Jag var inte med", passed.step, passed.users, request.now))


def does_not_know(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    passed = unanswered.does_not_know(session, who, int(request.value), request.now)
    return Replace(views.answered(passed.occurrence, "Vet inte", passed.step, passed.users, request.now))


def ask_again(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    again = unanswered.ask_again(session, who, int(request.value), request.now)
    return Replace(views.asked_again(again.found.occurrence, again.found.named, again.at, request.now))


def close(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    return Replace(views.closed(unanswered.close(session, who, int(request.value), request.now), request.now))
