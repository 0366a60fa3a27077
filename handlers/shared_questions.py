"""Buttons in a message with several questions: it becomes what it is to be through the outbox, as a whole."""

from sqlmodel import Session

from bot.domain.words import OutcomeStatus
from bot.services import people, shared_questions, unanswered
from handlers.answers import Answer, Nothing
from handlers.request import Request


def settle(session: Session, request: Request) -> Answer:
    """The button carries the occurrence and the status."""
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    occurrence_id, _, status = request.value.partition(":")
    shared_questions.settle(session, actor, int(occurrence_id), OutcomeStatus(status), request.now)
    return Nothing()


def later(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    shared_questions.later(session, actor, int(request.value), request.now)
    return Nothing()


def not_there(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    shared_questions.not_there(session, actor, int(request.value), request.now)
    return Nothing()


def does_not_know(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    shared_questions.does_not_know(session, actor, int(request.value), request.now)
    return Nothing()


def ask_again(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    shared_questions.ask_again(session, actor, int(request.value), request.now)
    return Nothing()


def close(session: Session, request: Request) -> Answer:
    actor = people.actor(session, request.team_id, request.user_id, request.now)
    unanswered.close(session, actor, int(request.value), request.now)
    return Nothing()
