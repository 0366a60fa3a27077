"""Gives the people of the sandbox their roles and functions, where their positions say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, select

from bot.domain.words import Part
from bot.sandbox.personas import PERSONAS, Persona, Position
from storage.models import FunctionHolder, Municipality, Person, PoliceArea, RoleGrant

SINCE = date(2019, 4, 1)  # the first day of the oldest agreement


@dataclass(frozen=True, slots=True)
class Where:
    municipality_id: int | None = None
    police_area_id: int | None = None


def add_people(session: Session, now: datetime) -> None:
    """Those whom the bot knows. The places of their positions must be there already (KeyError)."""
    municipalities = {one.name: one.id for one in session.exec(select(Municipality))}
    areas = {one.name: one.id for one in session.exec(select(PoliceArea))}
    for persona in (one for one in PERSONAS if one.known):
        person = _person(persona, now)
        session.add(person)
        session.flush()
        held = [(each, where) for each in persona.positions for where in _places(each, municipalities, areas)]
        session.add_all(_grant(person.id, position, where) for position, where in held)
        session.add_all(_holder(person.id, position, where) for position, where in held)
    session.flush()


def _places(position: Position, municipalities: Mapping[str, int], areas: Mapping[str, int]) -> Iterator[Where]:
    yield from (Where(municipality_id=municipalities[name]) for name in position.municipalities)
    yield from (Where(police_area_id=areas[name]) for name in position.police_areas)


def _person(persona: Persona, now: datetime) -> Person:
    return Person(team_id=persona.team_id, user_id=persona.user_id, external=persona.external, added_at=now)


def _grant(person_id: int, position: Position, where: Where) -> RoleGrant:
    return RoleGrant(
        person_id=person_id,
        role=position.role,
        municipality_id=where.municipality_id,
        police_area_id=where.police_area_id,
        valid_from=SINCE,
    )


def _holder(person_id: int, position: Position, where: Where) -> FunctionHolder:
    return FunctionHolder(
        person_id=person_id,
        function=position.function,
        part=Part.LEAD,
        municipality_id=where.municipality_id,
        police_area_id=where.police_area_id,
        valid_from=SINCE,
    )
