"""What somebody is responsible for, and putting somebody else in their place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, delete, func, insert, or_, select, update
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from bot.domain.calendar import DAY
from bot.domain.words import HandoverState, OccurrenceState, Part, Role
from storage import members
from storage.models import (
    Absence,
    Activity,
    ActivityPerson,
    FunctionHolder,
    Handover,
    Municipality,
    Occurrence,
    OccurrencePerson,
    OutboxMessage,
    Person,
    RoleGrant,
)
from storage.occurrences import MINE, Listed


@dataclass(frozen=True, slots=True)
class Load:
    """How much of what somebody answers for."""

    occurrences: int
    activities: int
    functions: int
    handovers: int

    @property
    def total(self) -> int:
        return self.occurrences + self.activities + self.functions + self.handovers


@dataclass(frozen=True, slots=True)
class HeldFunction:
    """A function that somebody holds, and the name of the place."""

    function: str
    place: str


def hold(session: Session, person_id: int) -> Person | None:
    """Nobody else changes what this person has until the transaction ends."""
    return session.get(Person, person_id, with_for_update=True, populate_existing=True)


def load(session: Session, person_id: int, today: date) -> Load:
    return Load(
        occurrences=len(open_occurrences(session, person_id)),
        activities=len(activity_ids(session, person_id, today)),
        functions=len(functions(session, person_id, today)),
        handovers=len(handovers(session, person_id)),
    )


def open_occurrences(session: Session, person_id: int, since: datetime | None = None) -> list[Listed]:
    """Those that nobody has reported or cancelled, the next first; `since`: only those that start then or later."""
    ahead = [col(Occurrence.starts_at) >= since] if since else []
    found = MINE.where(*ahead).order_by(col(Occurrence.starts_at), col(Occurrence.id))
    return [Listed(*row) for row in session.connection().execute(found, {"person": person_id})]


def activity_ids(session: Session, person_id: int, today: date) -> list[int]:
    """Of activities that have not ended."""
    found = (
        select(col(Activity.id))
        .join(ActivityPerson, col(ActivityPerson.activity_id) == col(Activity.id))
        .where(
            col(ActivityPerson.person_id) == person_id,
            or_(col(Activity.ended_on).is_(None), col(Activity.ended_on) >= today),
        )
        .order_by(col(Activity.id))
    )
    return list(session.connection().execute(found).scalars())


def titles(session: Session, ids: Sequence[int]) -> list[str]:
    found = select(col(Activity.title)).where(col(Activity.id).in_(ids)).order_by(col(Activity.title)).distinct()
    return list(session.connection().execute(found).scalars())


def functions(session: Session, person_id: int, day: date) -> list[FunctionHolder]:
    """Held that day or later."""
    found = select_rows(FunctionHolder).where(FunctionHolder.person_id == person_id, members.lasts(FunctionHolder, day))
    return list(session.exec(found.order_by(col(FunctionHolder.id))).all())


def handovers(session: Session, person_id: int, since: datetime | None = None) -> list[Handover]:
    """Questions from or to the person that nobody has answered."""
    ahead = [col(Occurrence.starts_at) >= since] if since else []
    found = (
        select_rows(Handover)
        .join(Occurrence, col(Occurrence.id) == col(Handover.occurrence_id))
        .where(
            Handover.state == HandoverState.ASKED,
            or_(col(Handover.from_id) == person_id, col(Handover.to_id) == person_id),
            *ahead,
        )
    )
    return list(session.exec(found.order_by(col(Handover.id))).all())


def places(session: Session, person_id: int, today: date) -> set[int]:
    """The municipalities where the person has a role or a function, or is named on what is still open."""
    named = (
        select(col(Activity.municipality_id))
        .join(Occurrence, col(Occurrence.activity_id) == col(Activity.id))
        .join(OccurrencePerson, col(OccurrencePerson.occurrence_id) == col(Occurrence.id))
        .where(col(OccurrencePerson.person_id) == person_id, col(Occurrence.state) == OccurrenceState.PLANNED)
    )
    responsible = select(col(Activity.municipality_id)).where(
        col(Activity.id).in_(activity_ids(session, person_id, today))
    )
    held = [
        members.here(model, col(Municipality.id), today).where(col(model.person_id) == person_id)
        for model in (RoleGrant, FunctionHolder)
    ]
    asked = [named, responsible, *held]
    return {place for statement in asked for place in session.connection().execute(statement).scalars()}


def coordinated(session: Session, person_id: int, today: date) -> list[int]:
    """The municipalities where the person is a coordinator today or later."""
    found = members.here(RoleGrant, col(Municipality.id), today)
    mine = and_(col(RoleGrant.person_id) == person_id, col(RoleGrant.role) == Role.COORDINATOR)
    return sorted({*session.connection().execute(found.where(mine)).scalars()})


def swap_occurrences(session: Session, ids: Sequence[int], from_id: int, to_id: int) -> None:
    _swap(session, OccurrencePerson, col(OccurrencePerson.occurrence_id), ids, from_id, to_id)


def swap_activities(session: Session, ids: Sequence[int], from_id: int, to_id: int) -> None:
    _swap(session, ActivityPerson, col(ActivityPerson.activity_id), ids, from_id, to_id)


def hand_over_function(session: Session, held: FunctionHolder, to_id: int, day: date) -> HeldFunction:
    """From that day. Who holds the same one already keeps the earlier of the two parts."""
    own = _same(session, held, to_id, day)
    part = min([held.part, *(one.part for one in own)])
    for one in own:
        one.valid_to = day - DAY
    session.add(
        FunctionHolder(
            function=held.function, person_id=to_id, part=part, municipality_id=held.municipality_id,
            police_area_id=held.police_area_id, valid_from=max(day, held.valid_from), valid_to=held.valid_to,
        )
    )  # fmt: skip
    held.valid_to = day - DAY
    session.flush()
    return HeldFunction(held.function, members.place_name(session, held))


def stand_in(session: Session, from_id: int, to_id: int | None, day: date) -> None:
    """For those who are away later and had chosen the one who leaves: `to_id` or nobody, and nobody for themselves."""
    chosen = and_(col(Absence.substitute_id) == from_id, col(Absence.ends_on) >= day)
    session.connection().execute(
        update(Absence).where(chosen, col(Absence.person_id) == to_id).values(substitute_id=None)
    )
    session.connection().execute(update(Absence).where(chosen).values(substitute_id=to_id))


def end_roles(session: Session, person_id: int, day: date) -> None:
    """The day before is their last."""
    lasting = and_(col(RoleGrant.person_id) == person_id, members.lasts(RoleGrant, day))
    session.connection().execute(update(RoleGrant).where(lasting).values(valid_to=day - DAY))


def has_role(session: Session, person_id: int, day: date) -> bool:
    """That day or later."""
    mine = and_(col(RoleGrant.person_id) == person_id, members.lasts(RoleGrant, day))
    return session.scalar(select(col(RoleGrant.id)).where(mine).limit(1)) is not None


def due(session: Session, today: date) -> list[int]:
    """People who were to leave today or before."""
    leaving = and_(col(Person.active), col(Person.leaves_on) <= today)
    return list(session.connection().execute(select(col(Person.id)).where(leaving).order_by(col(Person.id))).scalars())


def is_told(session: Session, key: str) -> bool:
    """Whether a message with this key was ever written."""
    found = select(func.count()).where(col(OutboxMessage.key) == key)
    return bool(session.connection().execute(found).scalar())


def _swap(session: Session, model: Any, key: Any, ids: Sequence[int], from_id: int, to_id: int) -> None:
    """Whoever is both keeps the earlier of the two parts: a lead stays lead."""
    theirs = and_(key.in_(ids), col(model.person_id).in_((from_id, to_id)))
    parts: dict[int, list[Part]] = {}
    for id_, part in session.connection().execute(select(key, col(model.part)).where(theirs)):
        parts.setdefault(id_, []).append(part)
    if not parts:
        return
    session.connection().execute(delete(model).where(theirs))
    rows = [{key.key: id_, "person_id": to_id, "part": min(both)} for id_, both in parts.items()]
    session.connection().execute(insert(model), rows)


def _same(session: Session, held: FunctionHolder, person_id: int, day: date) -> list[FunctionHolder]:
    found = select_rows(FunctionHolder).where(
        FunctionHolder.person_id == person_id,
        FunctionHolder.function == held.function,
        col(FunctionHolder.municipality_id).is_not_distinct_from(held.municipality_id),
        col(FunctionHolder.police_area_id).is_not_distinct_from(held.police_area_id),
        members.lasts(FunctionHolder, day),
    )
    return list(session.exec(found).all())
