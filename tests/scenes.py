"""Activities and occurrences in a house, planned by the same services as people use."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from bot.domain.kinds import kind
from bot.domain.words import Form, Part
from bot.sandbox.house import House
from bot.sandbox.personas import DINA
from bot.services import occurrences, people
from storage.models import Activity, ActivityPerson, FocusArea, Municipality, Person
from tests.factories import agreement, stockholm

LEAD, WITH, SUBSTITUTE = Part.LEAD, Part.PARTICIPANT, Part.SUBSTITUTE
Cast = dict[str, Part]


async def agreed(house: House, kind_key: str, cast: Cast, **more: Any) -> int:
    """An activity in force, those of the cast ("anna") responsible. `more`: form, title, town, place."""
    return await house.bot.db.write(_activity, kind_key, cast, **more)


async def planned(house: House, activity_id: int, starts: datetime, ends: datetime) -> int:
    """By Dina, now."""
    return await house.bot.db.write(_occurrence, activity_id, starts, ends, house.clock.now())


async def scene(house: House, kind_key: str, cast: Cast, starts: datetime, ends: datetime, **more: Any) -> int:
    """An activity with one occurrence."""
    return await planned(house, await agreed(house, kind_key, cast, **more), starts, ends)


async def reminded_of_a_walk(house: House) -> House:
    """Bo leads, Anna is with him; both have been reminded of tomorrow's walk."""
    cast = {"bo": LEAD, "anna": WITH, "hugo": SUBSTITUTE}
    await scene(house, "trygghetsvandring", cast, stockholm(24, 18), stockholm(24, 20), place="Timrå centrum")
    await house.wind("reminder")
    return house


def _activity(
    session: Session,
    kind_key: str,
    cast: Cast,
    *,
    form: Form = Form.DATED,
    title: str = "Trygga kvällar",
    town: str = "Timrå",
    place: str | None = None,
) -> int:
    area = FocusArea(agreement_id=agreement(session).id, position=1, title="Trygghet")
    session.add(area)
    session.flush()
    town_id = session.exec(select(Municipality.id).where(Municipality.name == town)).one()
    row = Activity(
        focus_area_id=area.id, municipality_id=town_id, key=kind_key, title=title, kind=kind_key, form=form,
        protected=kind(kind_key).protected, place=place,
    )  # fmt: skip
    session.add(row)
    session.flush()
    ids = dict(session.exec(select(Person.user_id, Person.id)).all())
    session.add_all(
        ActivityPerson(activity_id=row.id, person_id=ids[f"U0{key.upper()}"], part=part) for key, part in cast.items()
    )
    session.flush()
    return row.id


def _occurrence(session: Session, activity_id: int, starts: datetime, ends: datetime, now: datetime) -> int:
    dina = people.actor(session, DINA.team_id, DINA.user_id, now)
    return occurrences.plan(session, dina, activity_id, starts, ends, now).id
