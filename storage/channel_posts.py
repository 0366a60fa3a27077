"""Channels where a coordinator has asked for posts, and what there is to post in them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, bindparam, or_, select, text
from sqlmodel import Session, col, delete
from sqlmodel import select as select_rows

from bot.domain.channel_posts import PostKind, reported_at
from bot.domain.words import Form, OccurrenceState, OutcomeStatus
from storage import outbox, places
from storage.agreement_rows import NOT_OVER
from storage.models import (
    Activity,
    Agreement,
    ChannelPost,
    FocusArea,
    Municipality,
    Occurrence,
    OutboxMessage,
    Outcome,
    Person,
)
from storage.occurrences import LISTED, NEXT_AT, Listed
from storage.types import UtcDateTime

WORTH_TELLING = (OutcomeStatus.DONE, OutcomeStatus.PARTLY)
AT_A_TIME = (Form.DATED, Form.WINDOW)
POST, ANNOUNCED = "post", "channel"
"""How the keys of messages begin; the ids of what they are about follow."""
STAMP = "%Y%m%d%H%M%S%f"
LOOK_BACK = timedelta(days=1)
"""How long the bot may stand still without a report being passed over."""


@dataclass(frozen=True, slots=True)
class AskedPost:
    """A post that somebody, the Slack user `asked_by`, asked for. `about` is the focus area, if it is only one."""

    id: int
    what: PostKind
    channel: str
    municipality_id: int
    municipality: str
    focus_area_id: int | None
    about: str | None
    asked_by_id: int
    asked_by: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class PostableArea:
    """A focus area in force that can be posted about."""

    id: int
    title: str
    municipality_id: int
    municipality: str


@dataclass(frozen=True, slots=True)
class Cause:
    """What a message in the outbox is to say: which post, and the Monday of its week or the occurrence reported.

    `asked_at` too: SQLite gives the number of a post that was stopped to the next one.
    """

    post_id: int
    asked_at: datetime
    monday: date | None = None
    occurrence_id: int | None = None

    @property
    def key(self) -> str:
        what = f"week:{self.monday}" if self.monday else f"reported:{self.occurrence_id}"
        return f"{POST}:{self.post_id}:{self.asked_at.astimezone(UTC):{STAMP}}:{what}"


PLAN = text(
    "INSERT INTO outbox_message (key, purpose, channel, due_at, state, attempts)"
    " VALUES (:key, 'post', :channel, :due_at, 'pending', 0) ON CONFLICT (key) DO NOTHING"
).bindparams(bindparam("due_at", type_=UtcDateTime()))
ASKED: Select[*tuple[Any, ...]] = (
    select(
        col(ChannelPost.id), col(ChannelPost.what), col(ChannelPost.channel), col(Municipality.id),
        col(Municipality.name), col(FocusArea.id), col(FocusArea.title), col(Person.id),
        col(Person.user_id), col(ChannelPost.asked_at),
    )
    .join(Municipality, col(Municipality.id) == col(ChannelPost.municipality_id))
    .join(Person, col(Person.id) == col(ChannelPost.asked_by_id))
    .outerjoin(FocusArea, col(FocusArea.id) == col(ChannelPost.focus_area_id))
    .order_by(col(Municipality.name), col(ChannelPost.id))
)  # fmt: skip
MATCHES = and_(
    col(Activity.municipality_id) == col(ChannelPost.municipality_id),
    or_(col(ChannelPost.focus_area_id).is_(None), col(ChannelPost.focus_area_id) == col(Activity.focus_area_id)),
)
ANY_REPORTED = select(col(ChannelPost.id)).where(col(ChannelPost.what) == PostKind.REPORTED).limit(1)
REPORTED = (
    select(
        col(ChannelPost.id), col(ChannelPost.asked_at), col(ChannelPost.channel), col(Occurrence.id),
        col(Occurrence.ends_at),
    )
    .select_from(Outcome)
    .join(Occurrence, col(Occurrence.id) == col(Outcome.occurrence_id))
    .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
    .join(ChannelPost, MATCHES)
    .where(
        col(ChannelPost.what) == PostKind.REPORTED,
        col(Outcome.current),
        col(Outcome.status).in_(WORTH_TELLING),
        col(Outcome.reported_at) > bindparam("since"),
        col(Outcome.reported_at) >= col(ChannelPost.asked_at),
    )
    .order_by(col(Outcome.id))
)  # fmt: skip


def in_channel(session: Session, team_id: str, channel: str) -> list[AskedPost]:
    found = ASKED.where(col(ChannelPost.team_id) == team_id, col(ChannelPost.channel) == channel)
    return [AskedPost(*row) for row in session.connection().execute(found)]


def beside(session: Session, message_id: int) -> list[AskedPost]:
    """Everything in the channel of what that message was about: another team may have one with the same id."""
    key = session.scalar(select(col(OutboxMessage.key)).where(col(OutboxMessage.id) == message_id)) or ""
    what, ids, *_ = [*key.split(":"), ""]
    about = [int(id_) for id_ in ids.split("-")] if what in (POST, ANNOUNCED) else []
    first = select(col(ChannelPost.team_id), col(ChannelPost.channel)).where(col(ChannelPost.id).in_(about)).limit(1)
    where = session.connection().execute(first).first()
    return in_channel(session, *where) if where else []


def everywhere(session: Session) -> list[AskedPost]:
    return [AskedPost(*row) for row in session.connection().execute(ASKED)]


def find(session: Session, ids: Collection[int]) -> list[AskedPost]:
    return [AskedPost(*row) for row in session.connection().execute(ASKED.where(col(ChannelPost.id).in_(ids)))]


def weekly(session: Session) -> list[AskedPost]:
    return [
        AskedPost(*row) for row in session.connection().execute(ASKED.where(col(ChannelPost.what) == PostKind.WEEK))
    ]


def areas(session: Session, municipality_ids: Collection[int], today: date) -> list[PostableArea]:
    found = (
        select(col(FocusArea.id), col(FocusArea.title), col(Municipality.id), col(Municipality.name))
        .join(Agreement, col(Agreement.id) == col(FocusArea.agreement_id))
        .join(Activity, col(Activity.focus_area_id) == col(FocusArea.id))
        .join(Municipality, col(Municipality.id) == col(Activity.municipality_id))
        .where(NOT_OVER, col(Municipality.id).in_(municipality_ids))
        .order_by(col(Municipality.name), col(FocusArea.title), col(FocusArea.id))
        .distinct()
    )
    return [PostableArea(*row) for row in session.connection().execute(found, {"today": today})]


def ask(session: Session, post: ChannelPost) -> int:
    """Its id. Post for before in that channel, it is the same one."""
    places.hold(session, post.municipality_id)  # of two who ask at once the second waits, and nobody else
    same = select_rows(ChannelPost).where(
        ChannelPost.team_id == post.team_id,
        ChannelPost.channel == post.channel,
        ChannelPost.municipality_id == post.municipality_id,
        col(ChannelPost.focus_area_id).is_not_distinct_from(post.focus_area_id),
        ChannelPost.what == post.what,
    )
    if known := session.exec(same).first():
        return known.id
    session.add(post)
    session.flush()
    return post.id


def stop(session: Session, ids: Collection[int]) -> None:
    session.exec(delete(ChannelPost).where(col(ChannelPost.id).in_(ids)))


def plan(session: Session, causes: Iterable[tuple[Cause, str, datetime]]) -> None:
    """By cause, channel and time; what is in the outbox already stays as it is, whoever plans at the same time."""
    rows = [{"key": one.key, "channel": channel, "due_at": due_at} for one, channel, due_at in causes]
    if rows:
        session.connection().execute(PLAN, rows)
        outbox.wake(session)


def newly_reported(session: Session, now: datetime) -> list[tuple[Cause, str, datetime]]:
    """Reports that somebody wants to see in a channel, and when to post them."""
    if session.connection().execute(ANY_REPORTED).first() is None:
        return []
    found = session.connection().execute(REPORTED, {"since": now - LOOK_BACK})
    return [
        (Cause(post_id, asked_at, occurrence_id=occurrence_id), channel, reported_at(ends_at, now))
        for post_id, asked_at, channel, occurrence_id, ends_at in found
    ]


def cause(key: str) -> Cause:
    """Of a message that `plan` made."""
    _, post_id, asked, what, which = key.split(":")
    asked_at = datetime.strptime(asked, STAMP).replace(tzinfo=UTC)
    if what == "week":
        return Cause(int(post_id), asked_at, monday=date.fromisoformat(which))
    return Cause(int(post_id), asked_at, occurrence_id=int(which))


def week(session: Session, post: AskedPost, starts: datetime, ends: datetime) -> Sequence[Listed]:
    """What is planned between these instants and is not protected."""
    here = [col(Activity.municipality_id) == post.municipality_id]
    if post.focus_area_id is not None:
        here.append(col(Activity.focus_area_id) == post.focus_area_id)
    at_a_time = and_(col(Activity.form).in_(AT_A_TIME), col(Occurrence.ends_at) > starts)
    due = and_(
        col(Activity.form) == Form.DELIVERABLE, col(Occurrence.ends_at) > starts, col(Occurrence.ends_at) <= ends
    )
    found: Any = LISTED.where(
        *here,
        col(Occurrence.state) == OccurrenceState.PLANNED,
        col(Occurrence.starts_at) < ends,
        col(Activity.protected).is_(False),
        or_(at_a_time, due),
    ).order_by(NEXT_AT, col(Occurrence.id))
    return [Listed(*row) for row in session.connection().execute(found)]
