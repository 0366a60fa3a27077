"""A handler that writes, as one unit of work: done once, however often Slack sends it, with what it says later."""

from sqlmodel import Session

from bot.domain.words import Purpose
from handlers import files_sent
from handlers.answers import (
    Answer,
    Attach,
    Bring,
    Draw,
    Errors,
    Home,
    Later,
    Nothing,
    Open,
    Replace,
    Say,
    Show,
    Tell,
    Work,
)
from handlers.request import Request
from handlers.tables import Handler
from storage import outbox, receipts, records


def once(session: Session, handler: Handler, asked: Request) -> Answer:
    """Nothing where it has been done: Slack sends again what it got no answer to."""
    if not records.first_time(session, asked.key, asked.now):
        return Nothing()
    answer = handler(session, asked)
    if isinstance(answer, Tell):
        _put(session, answer, asked, channel=asked.user_id)
    elif isinstance(answer, Draw | Bring):
        files_sent.put(session, answer, asked)
    return answer


def reply(session: Session, handler: Handler, asked: Request) -> Answer:
    """An event has no answer of its own: what is to be said goes through the outbox, once, with its cause."""
    answer = once(session, handler, asked)
    if isinstance(answer, Open | Show | Home | Errors | Later | Work):
        raise TypeError(f"a line in a chat cannot be answered by {type(answer).__name__}")
    if isinstance(answer, Say | Replace | Attach | Bring):
        _put(session, answer, asked, channel=asked.channel)
    return answer


def _put(session: Session, answer: Say | Tell | Replace | Attach | Bring, asked: Request, *, channel: str) -> None:
    key = _key(answer, asked)
    outbox.put(session, key=key, purpose=Purpose.REPLY, due_at=asked.now, channel=channel, payload=answer.message)


def _key(answer: Say | Tell | Replace | Attach | Bring, asked: Request) -> str:
    if isinstance(answer, Say | Tell) and answer.receipt_of:
        return receipts.key(answer.receipt_of, asked.key)
    if isinstance(answer, Say | Tell) and answer.question_of:
        return receipts.question_key(answer.question_of)
    return f"reply:{asked.key}"
