"""Buttons in a message with several questions: it becomes what it is to be through the outbox, as a whole."""

from sqlmodel import Session

from bot.domain.words import OutcomeStatus
from bot.services import shared_questions, unanswered
from handlers.actor import actor
from handlers.answers import Answer, Nothing
from handlers.request import Request


def settle(session: Session, request: Request) -> Answer:
    """The button carries the occurrence and the status."""
    who = actor(session, request)
    occurrence_id, _, status = request.value.partition(":")
    shared_questions.settle(session, who, int(occurrence_id), OutcomeStatus(status), request.now)
    return Nothing()


def later(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    shared_questions.later(session, who, int(request.value), request.now)
    return Nothing()


def not_there(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    shared_questions.not_there(session, who, int(request.value), request.now)
    return Nothing()


def does_not_know(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    shared_questions.does_not_know(session, who, int(request.value), request.now)
    return Nothing()


def ask_again(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    shared_questions.ask_again(session, who, int(request.value), request.now)
    return Nothing()


def close(session: Session, request: Request) -> Answer:
    who = actor(session, request)
    unanswered.close(session, who, int(request.value), request.now)
    return Nothing()
