"""The first message ever says why: before the first reminder, once."""

from bot.sandbox.house import House
from bot.services import welcome
from tests.factories import stockholm
from tests.scenes import LEAD, scene
from tests.seen import heard, pressed, shown, submitted, wrote

WELCOME = """\
*Du är tillagd av den som lade in överenskommelserna här.*
Du står med på det som är lovat invånarna, därför skriver jag till dig.
Du får påminnelser om de tillfällen som du ska vara med på, och rapporterar med en rad till mig här.
[Vad kan jag göra?] [Mina tillfällen] [Mina inställningar]"""


async def walk(house: House, key: str = "bo") -> None:
    """Wednesday 2 December 18–20: the first reminder comes a week before, at 17."""
    await scene(house, "trygghetsvandring", {key: LEAD}, stockholm(2, 18, month=12), stockholm(2, 20, month=12))


async def tick(house: House) -> None:
    """What the scheduler does each minute."""
    untold = await house.bot.db.read(welcome.untold, house.clock.now())
    await house.bot.db.write(welcome.prepare, untold)


def first_lines(house: House, key: str) -> list[str]:
    return [shown(one).splitlines()[0] for one in heard(house.person(key))]


async def test_the_first_reminder_is_preceded_by_why(house: House) -> None:
    await walk(house)
    house.clock.wind_to(stockholm(25, 16, 30))
    await tick(house)
    await tick(house)
    await house.wind("hour")

    assert shown(heard(house.person("bo"))[0]) == WELCOME
    assert first_lines(house, "bo")[1:] == ["*Onsdag 2 december kl. 18–20: trygghetsvandring, Timrå*"]


async def test_it_comes_once(house: House) -> None:
    await walk(house)
    for day, month in ((25, 11), (1, 12)):
        house.clock.wind_to(stockholm(day, 16, 30, month=month))
        await tick(house)
        await house.wind("hour")

    assert sum("tillagd" in line for line in first_lines(house, "bo")) == 1


async def test_long_before_nothing_is_said(house: House) -> None:
    await walk(house)
    await tick(house)
    await house.wind("hour")

    assert heard(house.person("bo")) == []


async def test_whom_a_colleague_added_knows_already(house: House) -> None:
    await wrote(house, "greta", "hej")
    await pressed(house, "greta", "Lägg till mig")
    await pressed(house, "dina", "Lägg till")
    await submitted(house, "dina", places="Timrå")
    await walk(house, "greta")
    house.clock.wind_to(stockholm(25, 16, 30))
    await tick(house)
    await house.wind("hour")

    assert [line for line in first_lines(house, "greta") if "tillagd av den" in line] == []
