"""What a follow-up is gathered from beside the counts: who was to do it, each occurrence, and what was published."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.periods import Period, instants
from bot.domain.words import Form, OccurrenceState, OutcomeStatus, PublicationForm, Reason
from storage.models import Activity, ActivityParty, Occurrence, Outcome, OutcomeMeasure, Party, Publication


@dataclass(frozen=True, slots=True)
class Doers:
    """Who is to do an activity: names of parties, and the function that is responsible."""

    lead: str | None
    function: str | None
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowedOccurrence:
    """An occurrence with the report that stands, if any; `told_place` and `told_at` are what the report itself says."""

    id: int
    activity_id: int
    form: Form
    protected: bool
    starts_at: datetime
    ends_at: datetime
    label: str | None
    place: str | None
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
class PublishedFollowUp:
    """`about` is the stretch of time that it tells of."""

    form: PublicationForm
    published_at: datetime
    about: Period


_lead, _other = aliased(Party), aliased(Party)
_earlier = aliased(Outcome)
DOERS = (
    select(col(Activity.id), col(_lead.name), col(Activity.function), col(_other.name))
    .outerjoin(_lead, col(_lead.id) == col(Activity.lead_party_id))
    .outerjoin(ActivityParty, col(ActivityParty.activity_id) == col(Activity.id))
    .outerjoin(_other, col(_other.id) == col(ActivityParty.party_id))
    .where(col(Activity.id).in_(bindparam("activities", expanding=True)))
    .order_by(col(_other.id))
)
_TURNS = (
    select(
        col(Occurrence.id), col(Occurrence.activity_id), col(Activity.form), col(Activity.protected),
        col(Occurrence.starts_at), col(Occurrence.ends_at), col(Occurrence.label), col(Occurrence.place),
        col(Occurrence.planned), col(Outcome.id), col(Outcome.status), col(Outcome.reason),
        col(Outcome.count), col(Outcome.note), col(Outcome.place), col(Outcome.started_at), col(Outcome.reported_at),
    )
    .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
    .outerjoin(Outcome, and_(col(Outcome.occurrence_id) == col(Occurrence.id), col(Outcome.current)))
    .where(
        col(Occurrence.activity_id).in_(bindparam("activities", expanding=True)),
        col(Occurrence.state) != OccurrenceState.CANCELLED,
    )
    .order_by(col(Occurrence.starts_at), col(Occurrence.id))
)  # fmt: skip
TURNS = _TURNS.where(
    col(Occurrence.starts_at) < bindparam("until"),
    or_(
        col(Occurrence.ends_at) > bindparam("since"),
        and_(col(Activity.form) == Form.DELIVERABLE, col(Outcome.reported_at) >= bindparam("since")),
    ),
)
TOLD_LATER = _TURNS.where(
    col(Occurrence.starts_at) < bindparam("since"),
    col(Activity.form) != Form.DELIVERABLE,
    col(Outcome.id).is_not(None),
    ~select(col(_earlier.id))
    .where(col(_earlier.occurrence_id) == col(Occurrence.id), col(_earlier.reported_at) < bindparam("since"))
    .exists(),
)
VALUES_OF_ALL = select(col(OutcomeMeasure.outcome_id), col(OutcomeMeasure.key), col(OutcomeMeasure.value)).where(
    col(OutcomeMeasure.outcome_id).in_(bindparam("outcomes", expanding=True))
)
VALUES = select(col(OutcomeMeasure.outcome_id), col(OutcomeMeasure.value)).where(
    col(OutcomeMeasure.outcome_id).in_(bindparam("outcomes", expanding=True)),
    col(OutcomeMeasure.key) == bindparam("key"),
)

PROTECTED = select(col(Activity.id)).where(
    col(Activity.id).in_(bindparam("activities", expanding=True)), col(Activity.protected)
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


def doers(session: Session, activity_ids: Collection[int]) -> dict[int, Doers]:
    """By activity."""
    found: dict[int, Doers] = {}
    rows: Iterable[Any] = session.connection().execute(DOERS, {"activities": list(activity_ids)})
    for id_, lead, function, other in rows:
        before = found[id_].parties if id_ in found else ()
        found[id_] = Doers(lead, function, (*before, other) if other else before)
    return found


def turns(
    session: Session, activity_ids: Collection[int], since: datetime, until: datetime
) -> list[FollowedOccurrence]:
    """Those in the span that were not called off, in order of time; and what was delivered in it after its day."""
    values = {"activities": list(activity_ids), "since": since, "until": until}
    rows: Iterable[Any] = session.connection().execute(TURNS, values)
    return [FollowedOccurrence(*row) for row in rows]


def told_later(session: Session, activity_ids: Collection[int], since: datetime) -> list[FollowedOccurrence]:
    """What began before a moment and got its first report after it; no deliverables, which are told when delivered."""
    rows: Iterable[Any] = session.connection().execute(TOLD_LATER, {"activities": list(activity_ids), "since": since})
    return [FollowedOccurrence(*row) for row in rows]


def all_values(session: Session, outcome_ids: Collection[int]) -> dict[int, dict[str, float]]:
    """By report and measure."""
    found: dict[int, dict[str, float]] = {}
    for outcome_id, key, value in session.connection().execute(VALUES_OF_ALL, {"outcomes": list(outcome_ids)}):
        found.setdefault(outcome_id, {})[key] = value
    return found


def values(session: Session, outcome_ids: Collection[int], key: str) -> dict[int, float]:
    """Of one measure, by report."""
    rows: Sequence[Any] = session.connection().execute(VALUES, {"outcomes": list(outcome_ids), "key": key}).all()
    return dict(rows)


def protected(session: Session, activity_ids: Collection[int]) -> set[int]:
    """Those of them that are."""
    return set(session.connection().execute(PROTECTED, {"activities": list(activity_ids)}).scalars())


def published(session: Session, municipality_ids: Collection[int], period: Period) -> list[PublishedFollowUp]:
    """In the period or about some part of it, also what was replaced or withdrawn since."""
    since, until = instants(period)
    values = {
        "municipalities": list(municipality_ids), "since": since, "until": until, "first": period.first,
        "last": period.last,
    }  # fmt: skip
    rows: Iterable[Any] = session.connection().execute(PUBLISHED, values)
    return [PublishedFollowUp(form, at, Period(first, last)) for form, at, first, last in rows]
