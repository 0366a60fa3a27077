"""What the list of a week is made of, the dates that must not be forgotten, and who is to hear of them."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, or_, select, text
from sqlmodel import Session, col

from bot.domain.calendar import local_day
from bot.domain.digest_policy import monday_of
from bot.domain.words import Form, HandoverState, MessageState, OccurrenceState, Part, Purpose
from storage import outbox, updates
from storage.agreement_rows import IN_FORCE
from storage.models import (
    Activity,
    Agreement,
    AgreementMunicipality,
    Handover,
    Occurrence,
    OccurrencePerson,
    OutboxMessage,
    Person,
)
from storage.occurrences import LISTED, NEXT_AT, Listed
from storage.types import UtcDateTime

# Every replica may write the same: the key decides whose row it is.
PUT = text(
    "INSERT INTO outbox_message (key, purpose, person_id, due_at, state, attempts)"
    " VALUES (:key, :purpose, :person_id, :due_at, 'pending', 0) ON CONFLICT (key) DO NOTHING"
).bindparams(bindparam("due_at", type_=UtcDateTime()))

_long = col(Activity.form).in_((Form.CONTINUOUS, Form.WHEN_NEEDED, Form.DELIVERABLE))


def in_span(since: Any, until: Any) -> ColumnElement[bool]:
    """What goes on for months belongs to the week in which it has to be done or told."""
    begins = and_(col(Occurrence.starts_at) >= since, col(Occurrence.starts_at) < until)
    ends = and_(col(Occurrence.ends_at) > since, col(Occurrence.ends_at) <= until)
    return or_(and_(_long, ends), and_(~_long, or_(begins, ends)))


AHEAD = LISTED.where(
    in_span(bindparam("since"), bindparam("until")),
    col(Occurrence.state) == OccurrenceState.PLANNED,
    col(Occurrence.ends_at) > bindparam("now"),
).order_by(NEXT_AT, col(Occurrence.id))
MINE_AHEAD = AHEAD.join(OccurrencePerson, col(OccurrencePerson.occurrence_id) == col(Occurrence.id)).where(
    col(OccurrencePerson.person_id) == bindparam("person"), col(OccurrencePerson.part) != Part.SUBSTITUTE
)
_here = col(Activity.municipality_id).in_(bindparam("municipalities", expanding=True))
AHEAD_HERE = AHEAD.where(_here)
UNREPORTED_HERE = LISTED.where(
    _here, col(Occurrence.state) == OccurrenceState.PLANNED, col(Occurrence.ends_at) <= bindparam("now")
).order_by(col(Occurrence.ends_at), col(Occurrence.id))
LEADS = (
    select(col(OccurrencePerson.occurrence_id), col(Person.user_id))
    .join(Person, col(Person.id) == col(OccurrencePerson.person_id))
    .where(
        col(OccurrencePerson.occurrence_id).in_(bindparam("occurrences", expanding=True)),
        col(OccurrencePerson.part) == Part.LEAD,
    )
    .order_by(col(Person.id))
)
QUESTIONS = (
    LISTED.join(Handover, col(Handover.occurrence_id) == col(Occurrence.id))
    .join(Person, col(Person.id) == col(Handover.from_id))
    .add_columns(col(Handover.id), col(Person.user_id))
    .where(
        col(Handover.to_id) == bindparam("person"),
        col(Handover.state) == HandoverState.ASKED,
        col(Occurrence.ends_at) > bindparam("now"),
    )
    .order_by(NEXT_AT, col(Handover.id))
)
MEETINGS = LISTED.where(
    col(Activity.kind) == bindparam("kind"),
    col(Occurrence.state) == OccurrenceState.PLANNED,
    col(Occurrence.starts_at) > bindparam("now"),
    col(Occurrence.starts_at) <= bindparam("until"),
)
# Whose key is `key`. Of those named on it now, and of those who were to be told of it and may be named no longer.
# CROSS: the few people first, then their lists by key, also where the database knows no better. Somebody may be named
# twice (UNION ALL, which needs no table to compare in): of two equal updates one is written.
_LISTS = """
    ({people}) concerned CROSS JOIN outbox_message m
    WHERE m.key = 'digest:' || concerned.person_id || ':' || :monday
"""
_CONCERNED = """
    SELECT person_id FROM occurrence_person WHERE occurrence_id = :occurrence
    UNION ALL SELECT person_id FROM reminder WHERE occurrence_id = :occurrence
"""
_BOTH_SIDES = """
    UNION ALL SELECT from_id FROM handover WHERE id = :handover
    UNION ALL SELECT to_id FROM handover WHERE id = :handover
"""
LISTS = _LISTS.format(people=_CONCERNED)
"""This week's, of those concerned by an occurrence."""
UPDATE_LISTS = updates.of(_LISTS.format(people=_CONCERNED + _BOTH_SIDES))
IN_FORCE_HERE = (
    select(col(AgreementMunicipality.municipality_id), col(Agreement.id), col(Agreement.period_start),
           col(Agreement.period_end))
    .join(Agreement, col(Agreement.id) == col(AgreementMunicipality.agreement_id))
    .where(IN_FORCE)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Due:
    """A message that says what it says when it is sent."""

    key: str
    purpose: Purpose
    person_id: int
    due_at: datetime


@dataclass(frozen=True, slots=True)
class WaitingDigest:
    """A list that nobody has begun to send; `is_dropped`: it is not to be sent as things are."""

    message_id: int
    key: str
    due_at: datetime
    is_dropped: bool


@dataclass(frozen=True, slots=True)
class AskedToTake:
    """A colleague, a Slack user, has asked whether the person can take the occurrence."""

    handover_id: int
    occurrence: Listed
    giver: str


@dataclass(frozen=True, slots=True)
class InForce:
    municipality_id: int
    agreement_id: int
    period_start: date
    period_end: date


def put(session: Session, rows: Collection[Due]) -> None:
    """Each once, however often it is asked for."""
    if not rows:
        return
    values = [asdict(row) | {"purpose": row.purpose.value} for row in rows]
    session.connection().execute(PUT, values)
    outbox.wake(session)


def key(person_id: int, monday: date) -> str:
    return f"digest:{person_id}:{monday.isoformat()}"


def this_week(now: datetime) -> str:
    """As the keys of its lists have it."""
    return monday_of(local_day(now)).isoformat()


def update_sent(
    session: Session, occurrence_id: int, now: datetime, cause: str, handover_id: int | None = None
) -> None:
    """This week's lists will show it as it is now: of those concerned, and of both sides of the hand-over.

    `cause` makes the keys of the updates unique.
    """
    about = {"occurrence": occurrence_id, "handover": handover_id, "monday": this_week(now)}
    if UPDATE_LISTS.run(session, **about, now=now, cause=cause):
        outbox.wake(session)


def waiting(session: Session, keys: Collection[str]) -> list[WaitingDigest]:
    """Of the lists with these keys. Nobody sends them until this transaction ends."""
    dropped = col(OutboxMessage.state) == MessageState.DROPPED
    statement = (
        select(col(OutboxMessage.id), col(OutboxMessage.key), col(OutboxMessage.due_at), dropped)
        .where(col(OutboxMessage.key).in_(keys), or_(outbox.UNTRIED, dropped))
        .order_by(col(OutboxMessage.id))
        .with_for_update()
    )
    return [WaitingDigest(*row) for row in session.connection().execute(statement)]


def everybody(session: Session) -> list[int]:
    """Of those who are with us."""
    return list(session.connection().execute(select(col(Person.id)).where(col(Person.active))).scalars())


def own_week(session: Session, person_id: int, since: datetime, until: datetime, now: datetime) -> list[Listed]:
    return _listed(session, MINE_AHEAD, person=person_id, since=since, until=until, now=now)


def week_in(
    session: Session, municipality_ids: Sequence[int], since: datetime, until: datetime, now: datetime
) -> list[Listed]:
    return _listed(session, AHEAD_HERE, municipalities=municipality_ids, since=since, until=until, now=now)


def unreported_in(session: Session, municipality_ids: Sequence[int], now: datetime) -> list[Listed]:
    """What is over there and lacks its report, the oldest first."""
    return _listed(session, UNREPORTED_HERE, municipalities=municipality_ids, now=now)


def leads(session: Session, occurrence_ids: Sequence[int]) -> list[tuple[int, str]]:
    """Occurrences and the Slack users who lead them."""
    rows: Sequence[Any] = session.connection().execute(LEADS, {"occurrences": occurrence_ids}).all()
    return [(occurrence_id, user_id) for occurrence_id, user_id in rows]


def questions_to(session: Session, person_id: int, now: datetime) -> list[AskedToTake]:
    """Hand-overs that wait for the person's answer."""
    rows: Sequence[Any] = session.connection().execute(QUESTIONS, {"person": person_id, "now": now}).all()
    return [AskedToTake(handover_id, Listed(*listed), giver) for *listed, handover_id, giver in rows]


def meetings(session: Session, kind: str, now: datetime, until: datetime) -> list[Listed]:
    """Those ahead that begin no later than `until`."""
    return _listed(session, MEETINGS, kind=kind, now=now, until=until)


def in_force(session: Session, today: date) -> list[InForce]:
    """Once for each municipality of an agreement."""
    rows: Sequence[Any] = session.connection().execute(IN_FORCE_HERE, {"today": today}).all()
    return [InForce(*row) for row in rows]


def _listed(session: Session, statement: Any, **values: Any) -> list[Listed]:
    return [Listed(*row) for row in session.connection().execute(statement, values)]
