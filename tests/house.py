"""The whole house for tests: a sandbox workspace, the real bot in it, and a database; each on SQLite and on PostgreSQL.

What a person does goes through `house.person("anna")`, then `await house.settled()`, then read what that person sees.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlmodel import Session

from bot.sandbox.cast import add_people
from bot.sandbox.clock import Clock
from bot.sandbox.demo import demo_start
from bot.sandbox.house import House, open_house
from bot.sandbox.personas import MUNICIPALITIES
from bot.sandbox.seed import seed
from bot.sandbox.workspace import PATIENCE
from storage import migrate
from storage.models import Municipality, PoliceArea
from tests.databases import Create

START = demo_start(date(2026, 11, 22))  # Monday 23 November 2026, 9.00 in Stockholm
AREAS = {"Gästrikland": ("Hofors", "Ockelbo"), "Medelpad": ("Timrå",)}

OpenHouse = Callable[..., Awaitable[House]]


def furnished(url: str) -> None:
    """The people of the sandbox with their roles and functions; nothing agreed or planned."""
    _fill(url, _people)


def lived_in(url: str) -> None:
    """As the demo begins: ten agreements and a year of work."""
    _fill(url, seed)


@pytest.fixture
async def open_at(database_from: Callable[[Create], str]) -> AsyncIterator[OpenHouse]:
    """Opens a house whose database is a copy of what a function such as `furnished` made.

    `more` is as `open_house` takes it, such as `http=True` for HTTP mode.

    Without `upkeep` nobody gets the lists and warnings that time alone brings.

    Whatever the bot said in it must have kept Slack's rules for blocks.
    """
    opened: list[House] = []
    async with AsyncExitStack() as stack:

        async def open_one(create: Create, *, upkeep: bool = False, **more: Any) -> House:
            clock = Clock(START, running=False)
            house = open_house(database_from(create), clock, upkeep=upkeep, **more)
            opened.append(await stack.enter_async_context(house))
            opened[-1].sandbox.workspace.triggers.life = PATIENCE  # Slack's three seconds may pass on a busy machine
            return opened[-1]

        yield open_one
    assert [rule for one in opened for rule in one.sandbox.workspace.broken_rules] == []


@pytest.fixture
async def house(open_at: OpenHouse) -> House:
    return await open_at(furnished)


@pytest.fixture
async def full_house(open_at: OpenHouse) -> House:
    """What was due when it opens has been said: nothing of it comes after the answer to what a test writes."""
    house = await open_at(lived_in)
    await house.settled()
    return house


def _fill(url: str, fill: Callable[[Session, datetime], None]) -> None:
    migrate.upgrade(url)
    engine = create_engine(url)
    with Session(engine) as session:
        fill(session, START)
        session.commit()
    engine.dispose()


def _people(session: Session, now: datetime) -> None:
    areas = {name: PoliceArea(key=name.lower(), name=name) for name in AREAS}
    session.add_all(areas.values())
    session.flush()
    within = {place: areas[area].id for area, places in AREAS.items() for place in places}
    session.add_all(
        Municipality(key=name.lower(), name=name, prefix=name[:3].upper(), police_area_id=within.get(name))
        for name in MUNICIPALITIES
    )
    session.flush()
    add_people(session, now)
