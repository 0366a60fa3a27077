"""What Slack says of people: where they are, and that an account is gone."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from bot.domain.calendar import local
from bot.domain.words import MessageState, Step
from bot.sandbox.house import House
from bot.services import profiles as services
from bot.services.profiles import Profile
from handlers import profiles
from storage import profiles as stored
from storage.models import OutboxMessage, Person, Reminder
from tests.factories import stockholm
from tests.scenes import LEAD, scene
from tests.seen import heard, shown

NEW_YORK = "America/New_York"


async def refresh(house: House) -> None:
    await profiles.refresh(house.bot.db, house.bot.built.client, house.clock.now(), pause=0)


async def zone(house: House, user_id: str = "U0BO") -> str:
    return await house.bot.db.read(_zone, user_id)


async def first_asked(house: House) -> str:
    """When somebody is to be asked how it went, in Stockholm."""
    return f"{local(await house.bot.db.read(_first_question)):%d/%m %H.%M}"


def asked(house: House) -> int:
    return house.sandbox.faults.calls["users.info"]


async def test_who_moves_is_asked_when_it_is_day_there(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(2, 20, month=12), stockholm(2, 22, month=12))
    before = await first_asked(house)
    await house.person("bo").change(tz=NEW_YORK)
    await house.settled()

    assert (before, await first_asked(house)) == ("03/12 08.00", "02/12 22.00")


async def test_the_zone_of_somebody_unknown_concerns_nobody(house: House) -> None:
    await house.person("greta").change(tz=NEW_YORK)
    await house.settled()

    assert await house.bot.db.read(stored.located, "T0SANDBOX", "U0GRETA") is None


async def test_everyone_is_asked_about_once_a_day(house: House) -> None:
    house.person("bo").user.tz = NEW_YORK
    await refresh(house)
    await refresh(house)

    assert (await zone(house), asked(house)) == (NEW_YORK, 7)


async def test_the_next_day_everyone_is_asked_about_again(house: House) -> None:
    await refresh(house)
    house.clock.wind(timedelta(days=1))
    house.person("finn").user.tz = "Europe/Helsinki"
    await refresh(house)

    assert (await zone(house, "U0FINN"), asked(house)) == ("Europe/Helsinki", 14)


async def test_where_slack_does_not_tell_the_zone_stays(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.person("bo").user.tz = NEW_YORK
    house.sandbox.faults.refuse("U0BO", "user_not_found")
    await refresh(house)

    assert await zone(house) == "Europe/Stockholm"
    assert [one.getMessage() for one in caplog.records] == ["profile of person 2: user_not_found"]


async def test_a_zone_that_is_not_known_changes_nothing(house: House, caplog: pytest.LogCaptureFixture) -> None:
    await house.bot.db.write(
        services.told_of, "T0SANDBOX", "U0BO", Profile("Mars/Olympus", gone=False), house.clock.now()
    )

    assert await zone(house) == "Europe/Stockholm"
    assert [one.getMessage() for one in caplog.records] == ["person 2: Slack names a time zone that is not known here"]


async def test_the_coordinator_is_told_of_an_account_that_is_gone(house: House) -> None:
    await house.person("bo").change(deleted=True)
    await house.person("bo").change(deleted=True)
    await house.settled()

    assert len([one for one in heard(house.person("dina")) if "<@U0BO>" in shown(one)]) == 1


def _zone(session: Session, user_id: str) -> str:
    return session.exec(select(Person.time_zone).where(Person.user_id == user_id)).one()


def _first_question(session: Session) -> datetime:
    statement = (
        select(OutboxMessage.due_at)
        .join(Reminder, col(Reminder.message_id) == col(OutboxMessage.id))
        .where(col(Reminder.step).in_((Step.AFTER, Step.NEXT_MORNING)), OutboxMessage.state == MessageState.PENDING)
    )
    return session.exec(statement.order_by(col(OutboxMessage.due_at))).first() or datetime.max
