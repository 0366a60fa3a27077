"""Every row of a municipality, for a request to see public records. What is protected and not over stays here."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func, literal, not_, or_, select
from sqlmodel import Session, col

from bot.domain.calendar import local_day
from bot.domain.take_out import Names, Rows, WithheldRows
from bot.domain.words import FollowUpState
from storage import models as m
from storage import progress_asking
from storage.agreement_rows import state_on

SETTLED = col(m.FollowUpVersion.state) == FollowUpState.SETTLED
Scope = tuple[type[m.Row], ColumnElement[bool]]
Ids = Select[int]
ORDER = {"occurrence": ["starts_at"], "outcome": ["number", "version"], "activity": ["position"], "audit_event": ["at"]}
OWN: Mapping[str, type[m.Row]] = {
    "channel_post": m.ChannelPost,
    "publication": m.Publication,
    "follow_up_version": m.FollowUpVersion,
}


def rows(session: Session, municipality_id: int, now: datetime) -> Rows:
    """By table, everything in an order that stays the same."""
    found = {_table(model).name: _of(session, _table(model), where) for model, where in _scopes(municipality_id, now)}
    for one in found["agreement"]:  # what is stored of a period's state may be old
        one["state"] = state_on(local_day(now), one["period_start"], one["period_end"], one["state"])
    return found


def names(session: Session) -> Names:
    """What rows refer to without its being the municipality's own."""
    return {
        "person": _pairs(session, select(col(m.Person.id), col(m.Person.user_id))),
        "municipality": _pairs(session, select(col(m.Municipality.id), col(m.Municipality.name))),
        "police_area": _pairs(session, select(col(m.PoliceArea.id), col(m.PoliceArea.name))),
        "party": _pairs(session, select(col(m.Party.id), col(m.Party.name))),
        "agreement": _pairs(session, select(col(m.Agreement.id), col(m.Agreement.key))),
    }


def withheld(session: Session, municipality_id: int, now: datetime) -> WithheldRows:
    activities = _activities(municipality_id)
    secret = and_(col(m.Activity.municipality_id) == municipality_id, col(m.Activity.protected))
    said = or_(col(m.Activity.place).is_not(None), col(m.Activity.recurrence).is_not(None))
    over = and_(secret, col(m.Occurrence.ends_at) <= now)
    hidden = _hidden(municipality_id, now)
    return WithheldRows(
        ahead=_count(session, col(m.Occurrence.id).in_(hidden)),
        reports=_count(session, col(m.Outcome.occurrence_id).in_(hidden)),
        places=_count(session, and_(secret, said)),
        over=_count(session, and_(over, col(m.Occurrence.activity_id) == col(m.Activity.id))),
        drafts=_count(session, and_(col(m.FollowUpVersion.municipality_id) == municipality_id, not_(SETTLED))),
        elsewhere=tuple(_elsewhere(session, municipality_id, activities)),
    )


def _scopes(place: int, now: datetime) -> Iterator[Scope]:
    yield m.Municipality, col(m.Municipality.id) == place
    for model in (m.ReportSeries, m.SchoolHoliday, m.ChannelPost, m.Publication, m.PublicContact):
        yield model, _table(model).c.municipality_id == place
    yield m.FollowUpVersion, and_(col(m.FollowUpVersion.municipality_id) == place, SETTLED)
    for held in (m.RoleGrant, m.FunctionHolder):
        yield held, _holds_in(_table(held), place)
    yield from _of_agreements(place)
    yield from _of_activities(place)
    yield from _of_occurrences(place, now)
    yield m.AuditEvent, _audited(place, now)


def _of_agreements(place: int) -> Iterator[Scope]:
    agreements, activities = _agreements(place), _activities(place)
    yield m.Agreement, col(m.Agreement.id).in_(agreements)
    for model in (m.AgreementMunicipality, m.AgreementParty, m.FocusArea, m.FollowUpDuty):
        yield model, _table(model).c.agreement_id.in_(agreements)
    signed = select(col(m.AgreementParty.party_id)).where(col(m.AgreementParty.agreement_id).in_(agreements))
    leads = select(col(m.Activity.lead_party_id)).where(col(m.Activity.id).in_(activities))
    others = select(col(m.ActivityParty.party_id)).where(col(m.ActivityParty.activity_id).in_(activities))
    yield m.Party, or_(*(col(m.Party.id).in_(some) for some in (signed, leads, others)))


def _of_activities(place: int) -> Iterator[Scope]:
    activities = _activities(place)
    yield m.Activity, col(m.Activity.id).in_(activities)
    for model in (m.ActivityParty, m.ActivityPerson, m.Goal):
        yield model, _table(model).c.activity_id.in_(activities)


def _of_occurrences(place: int, now: datetime) -> Iterator[Scope]:
    told = _told(place, now)
    yield m.Occurrence, col(m.Occurrence.id).in_(told)
    for model in (m.OccurrencePerson, m.Handover, m.Outcome, m.Deficiency):
        yield model, _table(model).c.occurrence_id.in_(told)
    yield m.OutcomeMeasure, col(m.OutcomeMeasure.outcome_id).in_(_ids(m.Outcome, place, now))


def _audited(place: int, now: datetime) -> ColumnElement[bool]:
    subjects: dict[str, Ids] = {
        "municipality": select(literal(place)),
        "public_contact": select(literal(place)),
        "agreement": _agreements(place),
        "activity": _activities(place),
        "occurrence": _told(place, now),
    }
    for name, model in (("handover", m.Handover), ("outcome", m.Outcome), ("deficiency", m.Deficiency)):
        subjects[name] = _ids(model, place, now)
    for name, own in OWN.items():
        subjects[name] = select(_table(own).c.id).where(_table(own).c.municipality_id == place)
    event = m.AuditEvent
    asked = and_(  # the answers have the number of a draft
        col(event.subject) == progress_asking.SUBJECT,
        col(event.action) == progress_asking.ASKED,
        col(event.subject_id).in_(_activities(place)),
    )
    return or_(
        asked, *(and_(col(event.subject) == name, col(event.subject_id).in_(ids)) for name, ids in subjects.items())
    )


def _agreements(place: int) -> Ids:
    """Those that hold there, and those that its activities stand in."""
    link = m.AgreementMunicipality
    holds = select(col(link.agreement_id)).where(col(link.municipality_id) == place)
    areas = select(col(m.Activity.focus_area_id)).where(col(m.Activity.municipality_id) == place)
    stands = select(col(m.FocusArea.agreement_id)).where(col(m.FocusArea.id).in_(areas))
    return select(col(m.Agreement.id)).where(or_(col(m.Agreement.id).in_(holds), col(m.Agreement.id).in_(stands)))


def _activities(place: int) -> Ids:
    return select(col(m.Activity.id)).where(col(m.Activity.municipality_id) == place)


def _told(place: int, now: datetime) -> Ids:
    return select(col(m.Occurrence.id)).where(
        col(m.Occurrence.activity_id).in_(_activities(place)), col(m.Occurrence.id).not_in(_hidden(place, now))
    )


def _hidden(place: int, now: datetime) -> Ids:
    """Protected and not over, whatever its state."""
    return (
        select(col(m.Occurrence.id))
        .join(m.Activity, col(m.Activity.id) == col(m.Occurrence.activity_id))
        .where(col(m.Activity.municipality_id) == place, col(m.Activity.protected), col(m.Occurrence.ends_at) > now)
    )


def _ids(model: type[m.Row], place: int, now: datetime) -> Ids:
    return select(_table(model).c.id).where(_table(model).c.occurrence_id.in_(_told(place, now)))


def _holds_in(table: Table, place: int) -> ColumnElement[bool]:
    """Here, in its police area, or everywhere."""
    area = select(col(m.Municipality.police_area_id)).where(col(m.Municipality.id) == place)
    everywhere = and_(table.c.municipality_id.is_(None), table.c.police_area_id.is_(None))
    return or_(table.c.municipality_id == place, table.c.police_area_id.in_(area), everywhere)


def _elsewhere(session: Session, place: int, activities: Ids) -> list[tuple[str, int]]:
    """Activities in the municipality's agreements that another one reports."""
    statement = (
        select(col(m.Municipality.name), func.count())
        .join(m.Activity, col(m.Activity.municipality_id) == col(m.Municipality.id))
        .join(m.FocusArea, col(m.FocusArea.id) == col(m.Activity.focus_area_id))
        .where(col(m.FocusArea.agreement_id).in_(_agreements(place)), col(m.Activity.id).not_in(activities))
    )
    by_name = statement.group_by(col(m.Municipality.name)).order_by(col(m.Municipality.name))
    return [(name, count) for name, count in session.execute(by_name)]


def _of(session: Session, table: Table, where: ColumnElement[bool]) -> list[dict[str, Any]]:
    order = [table.c[name] for name in ORDER.get(table.name, ())]
    found = session.execute(select(table).where(where).order_by(*order, *table.primary_key.columns))
    return [dict(row) for row in found.mappings()]


def _count(session: Session, where: ColumnElement[bool]) -> int:
    count: int = session.execute(select(func.count()).where(where)).scalar_one()
    return count


def _pairs(session: Session, statement: Select[int, str]) -> Mapping[int, str]:
    pairs: Sequence[Any] = session.execute(statement).all()
    return dict(pairs)


def _table(model: type[m.Row]) -> Table:
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table
