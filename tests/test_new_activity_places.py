"""An activity is added only where its agreement holds."""

from datetime import datetime

import pytest
from sqlmodel import Session, select

from bot.domain.errors import NotAllowed
from bot.domain.new_activity import New
from bot.domain.words import Form
from bot.sandbox.house import House
from bot.sandbox.personas import DINA
from bot.services import activities, people
from storage.models import Municipality
from tests.scenes import LEAD, agreed


def created(session: Session, town: str, now: datetime) -> str:
    """By Dina, who coordinates in both, under Timrå's focus area."""
    dina = people.actor(session, DINA.team_id, DINA.user_id, now)
    area = activities.areas(session, dina, now)[0]
    place = session.exec(select(Municipality.id).where(Municipality.name == town)).one()
    return activities.create(session, dina, New(area.id, place, "Kvällar", "dialog", Form.DATED), now).municipality


async def test_it_is_added_under_the_agreement_of_its_municipality(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD}, town="Timrå")
    assert await house.bot.db.write(created, "Timrå", house.clock.now()) == "Timrå"


async def test_it_is_not_added_under_that_of_another(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD}, town="Timrå")
    with pytest.raises(NotAllowed):
        await house.bot.db.write(created, "Hofors", house.clock.now())
