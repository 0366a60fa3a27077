"""The rows' side of sending: what is taken, what it says, and what is written down about it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.words import MessageState, Purpose
from bot.services import channel_posts, progress_sharing, unreachable
from bot.services.files_sent import INSTEAD
from storage import duties_together, leases, marks, outbox, shared_questions
from storage.leases import Taken
from storage.marks import Mark
from storage.pace import Pace

FAILED, MISSED, DROPPED = MessageState.FAILED, MessageState.MISSED, MessageState.DROPPED
LETS_GO: Mapping[tuple[Purpose, MessageState], Callable[[Session, int], None]] = {
    (Purpose.REMINDER, FAILED): shared_questions.let_go,
    (Purpose.REMINDER, MISSED): shared_questions.let_go,
    (Purpose.DIGEST, FAILED): shared_questions.let_go,
    (Purpose.DIGEST, MISSED): shared_questions.let_go,
    (Purpose.DIGEST, DROPPED): shared_questions.let_go,
    (Purpose.NOTICE, FAILED): duties_together.let_go,
}
"""What a message asked about or told beside its own is then asked or told in another way, or is shown as missed."""


def take(
    session: Session, *, now: datetime, real_now: datetime, owner: str, limit: int, length: timedelta, pace: Pace
) -> list[Taken]:
    """Leased to `owner` when this has been committed."""
    taken = leases.take(session, now=now, real_now=real_now, owner=owner, limit=limit, length=length, at_pace=pace)
    shared_questions.join(session, taken, now)
    shared_questions.join_lists(session, taken, now)
    duties_together.join(session, taken, now)
    return taken


def finish(session: Session, owner: str, results: Sequence[Mark], now: datetime) -> None:
    marks.mark(session, owner, results)
    for result in results:
        if result.state is FAILED and not outbox.has_failed(session, result.message.id):
            continue
        if let_go := LETS_GO.get((result.message.purpose, result.state)):
            let_go(session, result.message.id)
        if result.state is FAILED:
            _say_instead(session, result.message, now)
            _tell(session, result.message, result.error or "", now)


def _say_instead(session: Session, refused: Taken, now: datetime) -> None:
    for number, said in enumerate((refused.payload or {}).get(INSTEAD, [])):
        key = f"instead:{refused.id}:{number}"
        if not outbox.is_written(session, key):
            outbox.put(session, key=key, purpose=refused.purpose, due_at=now, channel=refused.channel, payload=said)


def _tell(session: Session, failed: Taken, error: str, now: datetime) -> None:
    if failed.person_id is None:
        channel_posts.closed(session, failed.id, error, now)
        progress_sharing.refused(session, failed.id, error, now)
    else:
        unreachable.tell_coordinators(session, failed.person_id, error, now)
