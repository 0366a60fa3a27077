"""Posts in a channel end with the rights of the one who asked for them; another team's channel is another channel."""

from datetime import date

import pytest
from sqlmodel import Session, col, select

from bot.domain.channel_posts import PostKind
from bot.domain.words import Role
from bot.sandbox.house import House
from storage.models import ChannelPost, Municipality, Person, RoleGrant
from tests.factories import NOW, stockholm
from tests.seen import heard, shown
from tests.test_channel_posts import WEEKLY, asked, posted, ticked

ELSEWHERE = "T0ELSEWHERE"


@pytest.fixture
async def two_coordinators(house: House) -> House:
    """Dina has asked for the week in Timrå's channel; Eva coordinates there too."""
    await house.bot.db.write(eva_coordinates)
    await asked(house, WEEKLY)
    return house


def eva_coordinates(session: Session) -> None:
    ids = dict(session.exec(select(Person.user_id, Person.id)).all())
    timra = session.exec(select(Municipality.id).where(Municipality.name == "Timrå")).one()
    session.add(
        RoleGrant(person_id=ids["U0EVA"], role=Role.COORDINATOR, municipality_id=timra, valid_from=date(2026, 1, 1))
    )


def dina_coordinates_no_more(session: Session) -> None:
    dina = session.exec(select(Person.id).where(Person.user_id == "U0DINA")).one()
    for grant in session.exec(select(RoleGrant).where(RoleGrant.person_id == dina)):
        grant.valid_to = date(2026, 11, 22)


async def test_nothing_more_is_posted(two_coordinators: House) -> None:
    await two_coordinators.bot.db.write(dina_coordinates_no_more)
    await ticked(two_coordinators)
    await two_coordinators.wind(stockholm(30, 9) - two_coordinators.clock.now())
    assert len(posted(two_coordinators)) == 1


async def test_who_coordinates_there_is_told_once(two_coordinators: House) -> None:
    await two_coordinators.bot.db.write(dina_coordinates_no_more)
    for _ in range(2):
        await ticked(two_coordinators)
    channel = posted(two_coordinators)[0].channel
    assert [shown(one) for one in heard(two_coordinators.person("eva"))] == [
        f"*Jag har slutat posta i <#{channel}>: veckans tillfällen på måndagar, Timrå.*\n"
        "<@U0DINA> bad om det och är inte samordnare där längre.\n"
        "Ska det fortsätta skriver du /lofte kanal i kanalen."
    ]


async def test_a_channel_that_is_closed_leaves_the_one_of_another_team(house: House) -> None:
    channel = house.sandbox.workspace.add_channel("utan-boten", ["U0DINA"]).id

    def elsewhere(session: Session) -> None:
        dina, timra = (
            session.exec(select(Person.id).where(Person.user_id == "U0DINA")).one(),
            session.exec(select(Municipality.id).where(Municipality.name == "Timrå")).one(),
        )
        session.add(
            ChannelPost(
                team_id=ELSEWHERE,
                channel=channel,
                municipality_id=timra,
                what=PostKind.WEEK,
                asked_by_id=dina,
                asked_at=NOW,
            )
        )

    await house.bot.db.write(elsewhere)
    await asked(house, WEEKLY, channel="utan-boten")
    left = await house.bot.db.read(
        lambda session: list(session.exec(select(ChannelPost.team_id).order_by(col(ChannelPost.id))))
    )
    assert left == [ELSEWHERE]
