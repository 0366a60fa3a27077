"""Posts of how it is going that somebody has shared: the key in the outbox tells who."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from storage.channel_posts import STAMP
from storage.models import OutboxMessage

SHARED = "progress_share"


@dataclass(frozen=True, slots=True)
class Shared:
    """`by_id` is a person."""

    key: str
    channel: str
    by_id: int


def key(person_id: int, now: datetime) -> str:
    return f"{SHARED}:{person_id}:{now:{STAMP}}"


def shared(session: Session, message_id: int) -> Shared | None:
    message = session.get_one(OutboxMessage, message_id)
    what, _, rest = message.key.partition(":")
    if what != SHARED or message.channel is None:
        return None
    return Shared(message.key, message.channel, int(rest.partition(":")[0]))
