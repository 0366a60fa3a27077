"""Two transactions of PostgreSQL at once: the second meets what the first has done and not yet committed."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest
from sqlalchemy import create_engine, text
from sqlmodel import Session

from bot.domain.permissions import Actor
from bot.domain.report import Report
from bot.domain.words import Conformity, DraftPurpose, Part, Role
from bot.services import outcomes, people
from bot.services.publications import UNFILLED
from storage import migrate, records
from storage.database import Database
from storage.models import AgreementMunicipality
from storage.occurrences import find
from tests.databases import Postgres
from tests.factories import NOW, TEAM, activity, municipality, occurrence, person, stockholm

T = TypeVar("T")
HERE, WALKS, WALK, OTHER_WALK, ANNA = 1, 1, 1, 2, 1
REPORT = Report(measures={"deltagare": 12})
CONTACT = replace(UNFILLED, conformity=Conformity.FULL)
WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")


async def side_by_side(
    db: Database,
    first: Callable[[Session], object],
    second: Callable[[Session], T],
    then: Callable[[Session], object] = lambda _: None,
) -> T:
    """What `second` gives; it begins before `first` goes on to `then` and commits, when `second` waits or is done."""
    done, go = threading.Event(), threading.Event()

    def held(session: Session) -> None:
        try:
            first(session)
            session.flush()
        finally:
            done.set()
        go.wait()
        then(session)

    one = asyncio.create_task(db.write(held))
    await asyncio.to_thread(done.wait)
    two = asyncio.create_task(db.write(second))
    try:
        while not two.done() and not await db.read(_waits):
            pass
    finally:
        go.set()
    await one
    return await two


def _waits(session: Session) -> bool:
    return bool(session.scalar(WAITING))


@pytest.fixture
def postgres_db(postgres: Postgres) -> Iterator[Database]:
    """Anna has reported one of two walks, and a line of hers is kept. Dina coordinates."""
    url = postgres.made_by(_reported)
    db = Database(url)
    yield db
    db.close()
    postgres.drop(url)


def anna(session: Session) -> Actor:
    return people.actor(session, TEAM, "UANNA", NOW)


def dina(session: Session) -> Actor:
    return people.actor(session, TEAM, "UDINA", NOW)


def _reported(url: str) -> None:
    migrate.upgrade(url)
    engine = create_engine(url)
    with Session(engine) as session:
        reporter = person(session, "UANNA", Role.STAFF, place=(place := municipality(session)))
        person(session, "UDINA", Role.COORDINATOR, place=place)
        walks = activity(session, place)
        session.add(AgreementMunicipality(agreement_id=1, municipality_id=place.id))
        occurrence(session, walks, (reporter, Part.LEAD), starts=stockholm(19, 18))
        occurrence(session, walks, (reporter, Part.LEAD), starts=stockholm(20, 6))
        walk = find(session, WALK)
        assert walk
        outcomes.save(session, anna(session), walk, REPORT, NOW)
        records.save_draft(session, ANNA, DraftPurpose.REPORT_LINE, {"text": "45"}, NOW + timedelta(days=1))
        session.commit()
    engine.dispose()
