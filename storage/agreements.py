"""Agreements as they are asked about: which there are, and what a chief wants to know beside the counts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, bindparam, or_, select
from sqlmodel import Session, col

from bot.domain.periods import Period
from bot.domain.standing import Frame
from bot.domain.words import AgreementKind, AgreementState, PartyKind
from storage.agreement_rows import STOPPED, state_on
from storage.models import (
    Activity,
    ActivityParty,
    Agreement,
    AgreementMunicipality,
    FocusArea,
    Municipality,
    Occurrence,
    OccurrencePerson,
    Party,
    PoliceArea,
)
from storage.prepared import Prepared, one_of
from storage.progress_frames import FRAME


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """`municipalities` are names by id."""

    municipalities: Mapping[int, str]
    id: int
    key: str
    title: str
    kind: AgreementKind
    state: AgreementState
    period_start: date
    period_end: date
    first_month: int
    example: bool
    parent_id: int | None = None
    terminated_on: date | None = None

    @property
    def period(self) -> Period:
        """As agreed: of what was terminated, also what was to come."""
        return Period(self.period_start, self.period_end)

    def over(self, today: date) -> bool:
        state = state_on(today, self.period_start, self.period_end, self.state)
        return state not in (AgreementState.DRAFT, AgreementState.CURRENT)


ROWS: Select[*tuple[Any, ...]] = (
    select(
        col(Municipality.id), col(Municipality.name), col(Agreement.id), col(Agreement.key), col(Agreement.title),
        col(Agreement.kind), col(Agreement.state), col(Agreement.period_start), col(Agreement.period_end),
        col(Agreement.first_month), col(Agreement.example), col(Agreement.parent_id), col(Agreement.terminated_on),
    )
    .join(AgreementMunicipality, col(AgreementMunicipality.agreement_id) == col(Agreement.id))
    .join(Municipality, col(Municipality.id) == col(AgreementMunicipality.municipality_id))
    .order_by(col(Agreement.kind), col(Agreement.period_end).desc(), col(Agreement.id), col(Municipality.name))
)  # fmt: skip
_HERE = ROWS.where(
    col(Agreement.id).in_(
        select(col(AgreementMunicipality.agreement_id)).where(
            one_of(col(AgreementMunicipality.municipality_id), "municipalities")
        )
    )
)
ONE = Prepared(ROWS.where(col(Agreement.id) == bindparam("agreement")))
HERE = Prepared(_HERE)
VISIBLE = Prepared(_HERE.where(col(Agreement.period_start) <= bindparam("today")))
FRAMES = Prepared(
    FRAME.where(
        one_of(col(Agreement.id), "agreements"),
        or_(
            col(Activity.ended_on).is_(None),
            col(Activity.ended_on) >= bindparam("since"),
            *[col(Agreement.state) == state for state in STOPPED],
        ),
    )
)
VIA = Prepared(
    select(col(FocusArea.agreement_id), col(FocusArea.title), col(FocusArea.via)).where(
        one_of(col(FocusArea.agreement_id), "agreements")
    )
)
REFERENCES = Prepared(
    select(col(Activity.id), col(Agreement.key), col(Activity.key))
    .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
    .join(Agreement, col(Agreement.id) == col(FocusArea.agreement_id))
    .where(one_of(col(Agreement.id), "agreements"))
)
OF_PARTY = Prepared(
    select(col(Activity.id))
    .join(FocusArea, col(FocusArea.id) == col(Activity.focus_area_id))
    .outerjoin(ActivityParty, col(ActivityParty.activity_id) == col(Activity.id))
    .join(Party, or_(col(Party.id) == col(Activity.lead_party_id), col(Party.id) == col(ActivityParty.party_id)))
    .where(
        one_of(col(FocusArea.agreement_id), "agreements"),
        col(Party.kind) == bindparam("party"),
    )
)
NAMED_ON = Prepared(
    select(col(Occurrence.activity_id), col(Occurrence.starts_at))
    .join(OccurrencePerson, col(OccurrencePerson.occurrence_id) == col(Occurrence.id))
    .where(
        col(OccurrencePerson.person_id) == bindparam("person"),
        one_of(col(Occurrence.activity_id), "activities"),
        col(Occurrence.starts_at) > bindparam("now"),
    )
)
PLACES = Prepared(
    select(col(Municipality.id), col(Municipality.name), col(PoliceArea.name)).outerjoin(
        PoliceArea, col(PoliceArea.id) == col(Municipality.police_area_id)
    )
)


def visible(session: Session, municipality_ids: Collection[int], today: date) -> list[AgreementRow]:
    """Those of the municipalities that have begun: promises before collaboration agreements, the latest first."""
    return _rows(session, VISIBLE, municipalities=list(municipality_ids), today=today)


def in_places(session: Session, municipality_ids: Collection[int]) -> list[AgreementRow]:
    """All of them, also those that have not begun and those that are over, the latest period first."""
    found = _rows(session, HERE, municipalities=list(municipality_ids))
    return sorted(found, key=lambda one: one.period_end, reverse=True)


def coming(session: Session, municipality_ids: Collection[int], today: date) -> list[AgreementRow]:
    """Those that begin later, the first to begin first."""
    found = _rows(session, HERE, municipalities=list(municipality_ids))
    later = [one for one in found if one.period_start > today and one.state not in STOPPED]
    return sorted(later, key=lambda one: one.period_start)


def find(session: Session, agreement_id: int) -> AgreementRow | None:
    return next(iter(_rows(session, ONE, agreement=agreement_id)), None)


def places(session: Session) -> dict[str, set[int]]:
    """Municipality ids by every name that they can be asked about by: their own, and their police area's."""
    found: dict[str, set[int]] = {}
    for municipality_id, *names in PLACES.all(session):
        for name in filter(None, names):
            found.setdefault(name, set()).add(municipality_id)
    return found


def frames(session: Session, agreement_ids: Collection[int], day: date, *, since: date | None = None) -> list[Frame]:
    """In each agreement's order, with the goal valid on `day`; of a promised and a planned goal the promised one.

    What has ended before `since`, else before the day, is left out.
    """
    found: dict[int, Frame] = {}
    for frame in frames_in(session, agreement_ids, Period(day, day), since=since):
        found.setdefault(frame.activity_id, frame)
    return list(found.values())


def frames_in(
    session: Session, agreement_ids: Collection[int], within: Period, *, since: date | None = None
) -> list[Frame]:
    """One for each goal that is valid on any of the days, else one without: what was promised first, then by time."""
    rows = FRAMES.all(
        session,
        agreements=list(agreement_ids),
        goals_from=within.first,
        goals_to=within.last,
        since=since or within.first,
    )
    return [Frame(*row) for row in rows]


def shown_from(session: Session, agreement_ids: Collection[int]) -> dict[int, dict[str, str]]:
    """By agreement, what it refers to in others (agreement key/activity key), and under which of its titles."""
    found: dict[int, dict[str, str]] = {}
    for agreement_id, title, via in VIA.all(session, agreements=list(agreement_ids)):
        found.setdefault(agreement_id, {}).update(dict.fromkeys(via, title))
    return found


def references(session: Session, agreement_ids: Collection[int]) -> dict[int, str]:
    """By id, how other agreements refer to the activities of these."""
    rows = REFERENCES.all(session, agreements=list(agreement_ids))
    return {activity_id: f"{key}/{own}" for activity_id, key, own in rows}


def activities_of(session: Session, agreement_ids: Collection[int], party: PartyKind) -> set[int]:
    """Those that such a party leads or takes part in."""
    return {row[0] for row in OF_PARTY.all(session, agreements=list(agreement_ids), party=party)}


def named_on(session: Session, person_id: int, activities: Collection[int], now: datetime) -> set[tuple[int, datetime]]:
    """The activities and starts of what is ahead and has the person on it."""
    rows = NAMED_ON.all(session, person=person_id, activities=list(activities), now=now)
    return {(activity_id, starts_at) for activity_id, starts_at in rows}


def _rows(session: Session, statement: Prepared, **values: Any) -> list[AgreementRow]:
    found: dict[int, AgreementRow] = {}
    names: dict[int, dict[int, str]] = {}
    for municipality_id, name, *agreement in statement.all(session, **values):
        of_this = names.setdefault(agreement[0], {})
        of_this[municipality_id] = name
        found[agreement[0]] = AgreementRow(of_this, *agreement)
    return list(found.values())
