"""Many who report at the same moment: none is lost, none is refused, and each gets a number of its own."""

import asyncio

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.domain.permissions import Actor
from bot.domain.words import Role
from bot.sandbox.house import House
from bot.services import report_line
from bot.services.people import actor
from storage.models import Activity, ActivityPerson, Municipality, Outcome, Person, RoleGrant
from tests.databases import on_both_databases
from tests.factories import TEAM
from tests.scenes import LEAD, agreed

CROWD = 12


def _officers(session: Session, activity_id: int, house: House) -> list[Actor]:
    now = house.clock.now()
    place = session.exec(select(Municipality.id).join(Activity).where(Activity.id == activity_id)).one()
    rows = [Person(team_id=TEAM, user_id=f"UCROWD{number}", added_at=now) for number in range(CROWD)]
    session.add_all(rows)
    session.flush()
    for row in rows:
        session.add(RoleGrant(person_id=row.id, role=Role.STAFF, municipality_id=place, valid_from=now.date()))
        session.add(ActivityPerson(activity_id=activity_id, person_id=row.id, part=LEAD))
    session.flush()
    return [actor(session, TEAM, row.user_id, now) for row in rows]


@on_both_databases
async def test_a_dozen_at_once_are_all_saved(house: House) -> None:
    activity = await agreed(house, "trafikkontroll", {"anna": LEAD})
    crowd = await house.bot.db.write(_officers, activity, house)
    now = house.clock.now()
    await asyncio.gather(
        *(house.bot.db.write(report_line.report, one, f"trafikkontroll {number} fordon", now)
          for number, one in enumerate(crowd, 1))
    )  # fmt: skip

    def numbers(session: Session) -> tuple[int, int]:
        return session.exec(select(func.count(), func.count(func.distinct(col(Outcome.number))))).one()

    assert await house.bot.db.read(numbers) == (CROWD, CROWD)
