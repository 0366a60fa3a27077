"""How fast Slack may be written to, for all replicas together.

The guarantees, as far as the clocks of the replicas agree:

- A channel has one message on its way at a time, and none within `Pace.channel` after the one before, whoever sent it:
  who takes a message takes its channel too, until the message is marked or the lease is over.
- The workspace gets no more than `Pace.per_second` in the long run, and no more than `Pace.burst` at once.

One replica at a time takes messages, since it locks the row of the workspace. That takes milliseconds, and whoever
stops in the middle is thrown out by the database (see `storage.database`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import String, bindparam, select, text, true, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col

from storage.many_rows import rows_given
from storage.models import ChannelPace
from storage.prepared import Prepared
from storage.types import UtcDateTime

WORKSPACE = "*"
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)

_free_at = bindparam("free_at", type_=UtcDateTime())
LOCK = Prepared(select(col(ChannelPace.free_at)).where(col(ChannelPace.channel) == WORKSPACE).with_for_update())
ADD = Prepared(
    text("INSERT INTO channel_pace (channel, free_at) VALUES (:channel, :free_at) ON CONFLICT DO NOTHING").bindparams(
        _free_at
    )
)
_held = rows_given("held", channel=String(), until=UtcDateTime())
# SQLite compiles PostgreSQL's form as well, but needs a condition before ON CONFLICT, or takes it for a join's.
_hold = insert(ChannelPace).from_select(["channel", "free_at"], select(_held.c.channel, _held.c.until).where(true()))
HOLD = Prepared(
    _hold.on_conflict_do_update(
        index_elements=[col(ChannelPace.channel)],
        set_={"free_at": _hold.excluded.free_at},
        where=col(ChannelPace.free_at) < _hold.excluded.free_at,
    )
)
_done = rows_given("done", channel=String(), held_until=UtcDateTime(), free_at=UtcDateTime())
# Held by exactly this lease: once somebody else has the channel, it is not ours to free.
FREE = Prepared(
    update(ChannelPace)
    .where(col(ChannelPace.channel) == _done.c.channel, col(ChannelPace.free_at) == _done.c.held_until)
    .values(free_at=_done.c.free_at)
)


@dataclass(frozen=True, slots=True)
class Pace:
    """`channel` is between two messages to a channel. `per_second` is the workspace's; None is as fast as it goes."""

    channel: timedelta = timedelta(seconds=1)
    per_second: float | None = None
    burst: int = 20

    def room(self, full_until: datetime, now: datetime, limit: int) -> int:
        """How many may be sent now. `full_until` is when all that was sent so far would have gone at an even pace."""
        if self.per_second is None:
            return limit
        ahead = max((full_until - now).total_seconds(), 0.0)
        return min(limit, int(self.burst - ahead * self.per_second + 1e-6))

    def after(self, full_until: datetime, now: datetime, sent: int) -> datetime:
        return max(full_until, now) + timedelta(seconds=sent / self.per_second if self.per_second else 0.0)


def lock(session: Session) -> datetime:
    """Until when the workspace is full, see `Pace.room`. Nobody else takes messages until this transaction ends."""
    found = LOCK.scalar(session)
    if found is None:
        ADD.run(session, channel=WORKSPACE, free_at=LONG_AGO)
        found = LOCK.scalar(session)
    full_until: datetime = found
    return full_until


def hold(session: Session, until: Mapping[str, datetime]) -> None:
    """Each channel until then, if it is not held longer."""
    if until:
        HOLD.run(session, held=until.items())


def free(session: Session, channels: Iterable[tuple[str, datetime, datetime]]) -> None:
    """Each with the end of the lease that held it, and when it may be written to again."""
    FREE.run(session, done=channels)
