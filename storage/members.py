"""The people of some municipalities with their roles and functions, and giving and ending these from day to day."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import and_, or_, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain.calendar import DAY
from bot.domain.places import Place
from bot.domain.swedish import sort_key
from bot.domain.words import Part, Role
from storage.models import FunctionHolder, Municipality, Party, Person, PoliceArea, RoleGrant
from storage.places import Choice

T = TypeVar("T", RoleGrant, FunctionHolder)
Granted = RoleGrant | FunctionHolder
EVERYWHERE = "alla kommuner"
Table = type[RoleGrant] | type[FunctionHolder]


@dataclass(frozen=True, slots=True)
class Given:
    """A role, or a function and what the person is in it; `key` names its row: "r12", "f7". Both days are included."""

    key: str
    what: Role | str
    place: str
    part: Part | None
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Member:
    """`party` is the organisation that they are there for, where somebody has said so."""

    person_id: int
    user_id: str
    given: Sequence[Given]
    party: Choice | None = None


def members(session: Session, municipality_ids: Collection[int], today: date) -> list[Member]:
    """Those who have a role or a function there today or later, in the order they were added."""
    ids: set[int] = set()
    for model in (RoleGrant, FunctionHolder):
        found = here(model, col(model.person_id), today).where(col(Municipality.id).in_(municipality_ids))
        ids.update(session.connection().execute(found).scalars())
    return _members(session, ids, today)


def member(session: Session, person_id: int, today: date) -> Member | None:
    """None also for those who have left."""
    found = _members(session, [person_id], today)
    return found[0] if found else None


def find(session: Session, key: str, *, hold: bool = False) -> Granted | None:
    """By `Given.key`. With `hold`, nobody else changes it until the transaction ends."""
    if key.startswith("r"):
        return session.get(RoleGrant, int(key[1:]), with_for_update=hold, populate_existing=hold)
    return session.get(FunctionHolder, int(key[1:]), with_for_update=hold, populate_existing=hold)


def municipalities_of(session: Session, row: Granted) -> list[int]:
    """Those where it holds."""
    model: Table = type(row)
    found = (
        select(col(Municipality.id))
        .select_from(Municipality)
        .join(model, _holds_in(model))
        .where(col(model.id) == row.id)
    )
    return list(session.connection().execute(found.order_by(col(Municipality.id))).scalars())


def place_name(session: Session, row: Granted) -> str:
    """The municipality or the police area."""
    if row.municipality_id is not None:
        return session.get_one(Municipality, row.municipality_id).name
    if row.police_area_id is not None:
        return session.get_one(PoliceArea, row.police_area_id).name
    return EVERYWHERE


def grant(session: Session, person_id: int, role: Role, place: Place, first: date, last: date | None) -> None:
    """What the person has there already at some of that time begins no later and ends on the new day."""
    same = and_(col(RoleGrant.person_id) == person_id, col(RoleGrant.role) == role)
    known = session.exec(select_rows(RoleGrant).where(same, *_during(RoleGrant, place, first, last))).first()
    if known:
        known.valid_from, known.valid_to = min(known.valid_from, first), last
    else:
        where = asdict(place)
        session.add(RoleGrant(person_id=person_id, role=role, valid_from=first, valid_to=last, **where))
    session.flush()


def hold_function(
    session: Session, person_id: int, function: str, place: Place, first: date, last: date | None
) -> None:
    """Where somebody else leads at some of that time, as their substitute."""
    same = and_(col(FunctionHolder.function) == function, *_during(FunctionHolder, place, first, last))
    holders = session.exec(select_rows(FunctionHolder).where(same)).all()
    if known := next((one for one in holders if one.person_id == person_id), None):
        known.valid_from, known.valid_to = min(known.valid_from, first), last
    else:
        part = Part.SUBSTITUTE if any(one.part is Part.LEAD for one in holders) else Part.LEAD
        row = {"function": function, "part": part, "valid_from": first, "valid_to": last, **asdict(place)}
        session.add(FunctionHolder(person_id=person_id, **row))
    session.flush()


def end(session: Session, row: Granted, today: date) -> None:
    """Yesterday was its last day."""
    row.valid_to = today - DAY
    session.add(row)
    session.flush()


def here(model: Table, wanted: Any, today: date) -> Any:
    """Selects `wanted`, once for each municipality where a row holds today or later."""
    return select(wanted).select_from(model).join(Municipality, _holds_in(model)).where(lasts(model, today))


def lasts(model: Table, day: date) -> Any:
    return or_(col(model.valid_to).is_(None), col(model.valid_to) >= day)


def _members(session: Session, ids: Collection[int], today: date) -> list[Member]:
    people = (
        select(col(Person.id), col(Person.user_id), col(Party.id), col(Party.name))
        .outerjoin(Party, col(Party.id) == col(Person.party_id))
        .where(col(Person.id).in_(ids), col(Person.active))
        .order_by(col(Person.id))
    )
    rows = _given(session, ids, today)
    return [
        Member(id_, user_id, rows.get(id_, []), (party_id, party) if party_id else None)
        for id_, user_id, party_id, party in session.connection().execute(people)
    ]


def _given(session: Session, person_ids: Collection[int], today: date) -> dict[int, list[Given]]:
    theirs: list[Granted] = []
    theirs += session.exec(_of(RoleGrant, person_ids, today)).all()
    theirs += session.exec(_of(FunctionHolder, person_ids, today)).all()
    found: dict[int, list[Given]] = {}
    for row in theirs:
        found.setdefault(row.person_id, []).append(_as_given(session, row))
    return {person_id: sorted(given, key=_order) for person_id, given in found.items()}


def _of(model: type[T], person_ids: Collection[int], today: date) -> SelectOfScalar[T]:
    return select_rows(model).where(col(model.person_id).in_(person_ids), lasts(model, today)).order_by(col(model.id))


def _as_given(session: Session, row: Granted) -> Given:
    name = place_name(session, row)
    if isinstance(row, RoleGrant):
        return Given(f"r{row.id}", row.role, name, None, row.valid_from, row.valid_to)
    return Given(f"f{row.id}", row.function, name, row.part, row.valid_from, row.valid_to)


def _order(given: Given) -> tuple[bool, str, tuple[Any, ...] | Any]:
    """Roles first, each by place."""
    return not isinstance(given.what, Role), given.what, sort_key(given.place)


def _holds_in(model: Table) -> Any:
    """A row without a place holds everywhere."""
    municipality, area = col(model.municipality_id), col(model.police_area_id)
    everywhere = and_(municipality.is_(None), area.is_(None))
    return or_(col(Municipality.id) == municipality, col(Municipality.police_area_id) == area, everywhere)


def _during(model: Table, place: Place, first: date, last: date | None) -> list[Any]:
    """Rows of just that place that share a day with these."""
    municipality, area = col(model.municipality_id), col(model.police_area_id)
    here = area == place.police_area_id if place.municipality_id is None else municipality == place.municipality_id
    begun = [col(model.valid_from) <= last] if last else []
    return [here, lasts(model, first), *begun]
