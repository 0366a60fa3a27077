"""Asking later."""

from sqlmodel import Session

from bot.services import people, reminders
from bot.views import reminders as views
from handlers.answers import Answer, Replace
from handlers.request import Request


def later(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    occurrence = reminders.asked_about(session, actor, int(request.value))
    return Replace(views.snooze_choice(occurrence, request.now))


def snooze(session: Session, request: Request) -> Answer:
    """The button carries the occurrence and when."""
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    occurrence_id, _, when = request.value.partition(":")
    occurrence, at = reminders.snooze(session, actor, int(occurrence_id), reminders.Later(when), request.now)
    return Replace(views.snoozed(occurrence, at, request.now))
