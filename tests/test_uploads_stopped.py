"""A process that ends while it reads a file: the person is told, and nobody else hears of it."""

from datetime import timedelta

from bot.documents import plan_csv
from bot.sandbox.house import House
from handlers import uploads
from handlers.request import Request
from tests.plans import plan
from tests.seen import heard, seen

A_WHILE = timedelta(minutes=6)
SHARED = [{"name": "plan.csv", "size": 10}]


def sent_by_dina(house: House) -> Request:
    dina = house.person("dina").user
    return Request("event:1", dina.team_id, dina.id, house.clock.now(), channel=dina.id, origin="event")


async def test_a_file_that_nothing_came_of_is_asked_for_again(house: House) -> None:
    assert await uploads.accepted(sent_by_dina(house), SHARED, house.bot.db)
    assert await seen(house, "dina") == "Jag läser plan.csv. Inget är sparat än."

    await house.wind(A_WHILE)

    assert await seen(house, "dina") == (
        "Jag blev avbruten när jag läste plan.csv. Inget är sparat än. Skicka filen igen."
    )


async def test_the_same_file_is_read_once(house: House) -> None:
    asked = sent_by_dina(house)
    assert await uploads.accepted(asked, SHARED, house.bot.db)

    assert not await uploads.accepted(asked, SHARED, house.bot.db)


async def test_of_one_that_was_read_or_refused_no_more_is_said(house: House) -> None:
    dina = house.person("dina")
    for content in (plan_csv.write(plan()), b"hej"):
        await dina.share(dina.user.id, "plan.csv", content)
        await house.settled()
    before = len(heard(dina))

    await house.wind(A_WHILE)

    assert len(heard(dina)) == before
