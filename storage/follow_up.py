"""What a follow-up is gathered from beside the counts: what was agreed on, by whom, and each occurrence of it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.calendar import DAY, day_bounds
from bot.domain.periods import Period
from bot.domain.words import (
    AgreementKind,
    AgreementState,
    Form,
    OccurrenceState,
    OutcomeStatus,
    PublicationForm,
    Reason,
)
from storage.models import (
    Activity,
    ActivityParty,
    Agreement,
    AgreementMunicipality,
    AgreementParty,
    FocusArea,
    Occurrence,
    Outcome,
    OutcomeMeasure,
    Party,
    Publication,
)
from storage.progress import LAST_DAY


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement; `last` is the day it held to, also where it was terminated or another took its place."""

    id: int
    key: str
    title: str
    kind: AgreementKind
    state: AgreementState
    first: date
    last: date
    signed_on: date | None
    example: bool
    basis: list[str]
    spokesperson: str | None
    first_month: int


@dataclass(frozen=True, slots=True)
class Area:
    id: int
    agreement_id: int
    title: str
    problem: str | None
    cause: str | None
    goal: str | None
    via: list[str]


@dataclass(frozen=True, slots=True)
class Doers:
    """Who is to do an activity: names of parties, and the function that is responsible."""

    lead: str | None
    function: str | None
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """An occurrence with the report that stands, if any; `told_place` and `told_at` are what the report itself says."""

    id: int
    activity_id: int
    form: Form
    protected: bool
    starts_at: datetime
    ends_at: datetime
    label: str | None
    place: str | None
    state: OccurrenceState
    planned: bool
    outcome_id: int | None
    status: OutcomeStatus | None
    reason: Reason | None
    count: int | None
    note: str | None
    told_place: str | None
    told_at: datetime | None
    reported_at: datetime | None


@dataclass(frozen=True, slots=True)
class Published:
    """`about` is the stretch of time that it tells of."""

    form: PublicationForm
    published_at: datetime
    about: Period


_new = aliased(Agreement)
AGREED = (
    select(
        col(Agreement.id), col(Agreement.key), col(Agreement.title), col(Agreement.kind), col(Agreement.state),
        col(Agreement.period_start), LAST_DAY, col(Agreement.signed_on), col(Agreement.example),
        col(Agreement.basis), col(Agreement.spokesperson), col(Agreement.first_month), col(_new.period_start),
    )
    .outerjoin(_new, and_(col(_new.replaces_id) == col(Agreement.id), col(Agreement.state) == AgreementState.REPLACED))
    .where(
        col(Agreement.id).in_(
            select(col(AgreementMunicipality.agreement_id)).where(
                col(AgreementMunicipality.municipality_id).in_(bindparam("municipalities", expanding=True))
            )
        ),
        col(Agreement.period_start) <= bindparam("until"),
        bindparam("since") <= LAST_DAY,
        # What was taken back before it began has never held.
        or_(col(Agreement.terminated_on).is_(None), col(Agreement.terminated_on) >= col(Agreement.period_start)),
    )
    .order_by(col(Agreement.kind), col(Agreement.period_start), col(Agreement.id))
)  # fmt: skip
PARTIES = (
    select(col(AgreementParty.agreement_id), col(Party.name), col(AgreementParty.signed))
    .join(Party, col(Party.id) == col(AgreementParty.party_id))
    .where(col(AgreementParty.agreement_id).in_(bindparam("agreements", expanding=True)))
    .order_by(col(Party.id))
)
AREAS = (
    select(
        col(FocusArea.id), col(FocusArea.agreement_id), col(FocusArea.title), col(FocusArea.problem),
        col(FocusArea.cause), col(FocusArea.goal), col(FocusArea.via),
    )
    .where(col(FocusArea.agreement_id).in_(bindparam("agreements", expanding=True)))
    .order_by(col(FocusArea.position), col(FocusArea.id))
)  # fmt: skip
_lead, _other = aliased(Party), aliased(Party)
DOERS = (
    select(col(Activity.id), col(_lead.name), col(Activity.function), col(_other.name))
    .outerjoin(_lead, col(_lead.id) == col(Activity.lead_party_id))
    .outerjoin(ActivityParty, col(ActivityParty.activity_id) == col(Activity.id))
    .outerjoin(_other, col(_other.id) == col(ActivityParty.party_id))
    .where(col(Activity.id).in_(bindparam("activities", expanding=True)))
    .order_by(col(_other.id))
)
TURNS = (
    select(
        col(Occurrence.id), col(Occurrence.activity_id), col(Activity.form), col(Activity.protected),
        col(Occurrence.starts_at), col(Occurrence.ends_at), col(Occurrence.label), col(Occurrence.place),
        col(Occurrence.state), col(Occurrence.planned), col(Outcome.id), col(Outcome.status), col(Outcome.reason),
        col(Outcome.count), col(Outcome.note), col(Outcome.place), col(Outcome.started_at), col(Outcome.reported_at),
    )
    .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
    .outerjoin(Outcome, and_(col(Outcome.occurrence_id) == col(Occurrence.id), col(Outcome.current)))
    .where(
        col(Occurrence.activity_id).in_(bindparam("activities", expanding=True)),
        col(Occurrence.starts_at) < bindparam("until"),
        or_(
            col(Occurrence.ends_at) > bindparam("since"),
            and_(col(Activity.form) == Form.DELIVERABLE, col(Outcome.reported_at) >= bindparam("since")),
        ),
        col(Occurrence.state) != OccurrenceState.CANCELLED,
    )
    .order_by(col(Occurrence.starts_at), col(Occurrence.id))
)  # fmt: skip
VALUES = select(col(OutcomeMeasure.outcome_id), col(OutcomeMeasure.value)).where(
    col(OutcomeMeasure.outcome_id).in_(bindparam("outcomes", expanding=True)),
    col(OutcomeMeasure.key) == bindparam("key"),
)

PUBLISHED = (
    select(col(Publication.form), col(Publication.published_at), col(Publication.first), col(Publication.last))
    .where(
        col(Publication.municipality_id).in_(bindparam("municipalities", expanding=True)),
        or_(
            col(Publication.published_at).between(bindparam("since"), bindparam("until")),
            and_(col(Publication.first) >= bindparam("first"), col(Publication.last) <= bindparam("last")),
        ),
    )
    .order_by(col(Publication.published_at), col(Publication.id))
)


def agreed(session: Session, municipality_ids: Collection[int], period: Period) -> list[Agreed]:
    """Those that held in some part of the period: promises first, then by when they began."""
    values = {"municipalities": list(municipality_ids), "since": period.first, "until": period.last}
    found: dict[int, Agreed] = {}
    rows: Iterable[Any] = session.connection().execute(AGREED, values)
    for *facts, successor in rows:
        one = Agreed(*facts)
        one = replace(one, last=min(one.last, successor - DAY)) if successor else one
        if one.last >= max(one.first, period.first):
            found[one.id] = one
    return list(found.values())


def parties(session: Session, agreement_ids: Collection[int]) -> dict[int, list[tuple[str, bool]]]:
    """By agreement: names, and whether they signed."""
    found: dict[int, list[tuple[str, bool]]] = {id_: [] for id_ in agreement_ids}
    for agreement_id, name, signed in session.connection().execute(PARTIES, {"agreements": list(agreement_ids)}):
        found[agreement_id].append((name, signed))
    return found


def areas(session: Session, agreement_ids: Collection[int]) -> list[Area]:
    rows: Iterable[Any] = session.connection().execute(AREAS, {"agreements": list(agreement_ids)})
    return [Area(*row) for row in rows]


def doers(session: Session, activity_ids: Collection[int]) -> dict[int, Doers]:
    """By activity."""
    found: dict[int, Doers] = {}
    rows: Iterable[Any] = session.connection().execute(DOERS, {"activities": list(activity_ids)})
    for id_, lead, function, other in rows:
        before = found[id_].parties if id_ in found else ()
        found[id_] = Doers(lead, function, (*before, other) if other else before)
    return found


def turns(session: Session, activity_ids: Collection[int], since: datetime, until: datetime) -> list[Turn]:
    """Those in the span that were not called off, in order of time; and what was delivered in it after its day."""
    values = {"activities": list(activity_ids), "since": since, "until": until}
    rows: Iterable[Any] = session.connection().execute(TURNS, values)
    return [Turn(*row) for row in rows]


def values(session: Session, outcome_ids: Collection[int], key: str) -> dict[int, float]:
    """Of one measure, by report."""
    rows: Sequence[Any] = session.connection().execute(VALUES, {"outcomes": list(outcome_ids), "key": key}).all()
    return dict(rows)


def published(session: Session, municipality_ids: Collection[int], period: Period) -> list[Published]:
    """In the period or about some part of it, also what was replaced or withdrawn since."""
    since, until = day_bounds(period.first)[0], day_bounds(period.last)[1]
    values = {
        "municipalities": list(municipality_ids), "since": since, "until": until, "first": period.first,
        "last": period.last,
    }  # fmt: skip
    rows: Iterable[Any] = session.connection().execute(PUBLISHED, values)
    return [Published(form, at, Period(first, last)) for form, at, first, last in rows]
