"""The list of a week, written down and sent, and a walk on the Tuesday of it."""

from datetime import UTC, datetime

from bot.sandbox.house import House
from bot.services import digests
from tests.factories import stockholm
from tests.scenes import LEAD, Cast, scene
from tests.seen import heard, shown

MONDAY = stockholm(30, 8)
BUTTONS = "[Flytta] [Kan inte – lämna över] [Ställ in] [Kalenderfil]"


async def walk(house: House, cast: Cast | None = None) -> int:
    """Tuesday 1 December 18–20."""
    starts, ends = stockholm(1, 18, month=12), stockholm(1, 20, month=12)
    return await scene(house, "trygghetsvandring", cast or {"bo": LEAD}, starts, ends, place="Timrå centrum")


async def on_monday(house: House, at: datetime = MONDAY) -> None:
    """Written down on Saturday, by two replicas; sent on Monday."""
    await house.wind(stockholm(28, 9) - house.clock.now())
    for _ in range(2):
        await house.bot.db.write(digests.plan, house.clock.now())
    house.clock.wind_to(at)
    await house.settled()


def told(house: House, key: str) -> list[str]:
    """Since this Monday."""
    sent = [(datetime.fromtimestamp(float(message.ts), UTC), message) for message in heard(house.person(key))]
    return [shown(message) for at, message in sent if at >= MONDAY]
