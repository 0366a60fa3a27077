"""A process that plans, reports, changes, takes back, moves and calls off as fast as it can, until it is killed."""

import asyncio
import logging
from datetime import timedelta

from sqlalchemy import create_engine
from sqlmodel import Session, col, select

from bot.domain.errors import Unavailable
from bot.domain.permissions import Actor
from bot.domain.report import Report
from bot.domain.words import OutcomeStatus, Part, Role
from bot.services import occurrences, outcomes, unplanned
from storage import migrate
from storage.database import Database, normal_url
from storage.models import Activity, Person
from storage.occurrences import find
from tests.factories import NOW, acting, activity, municipality, person

PLACES = ("Timrå", "Hofors")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def furnished(url: str) -> None:
    """Two municipalities with an activity each, and somebody who coordinates both."""
    migrate.upgrade(url)
    engine = create_engine(normal_url(url))
    with Session(engine) as session:
        dina = person(session, "UDINA", Role.COORDINATOR)
        for name in PLACES:
            activity(session, municipality(session, name), (dina, Part.LEAD))
        session.commit()
    engine.dispose()


def run(url: str, number: int) -> None:
    """Each process begins at an hour of its own: they would plan the same things otherwise."""
    logging.disable()
    asyncio.run(_run(url, number))


async def _run(url: str, number: int) -> None:
    db, turn = Database(url), number * 1000
    while True:
        turn += 1
        try:
            planned, ahead = await db.write(_plan, turn)
            outcome = await db.write(_report, planned)
            outcome = await db.write(_change, outcome)
            if turn % 2:
                await db.write(_take_back, outcome)
            await db.write(_move, ahead, turn)
            if turn % 3:
                await db.write(_call_off, ahead)
            await db.write(_report_unplanned, turn)
        except Unavailable:  # on SQLite the others may write too long for its patience: who is told so tries again
            continue


def _plan(session: Session, turn: int) -> tuple[int, int]:
    spans = [(at, at + 2 * HOUR) for at in (NOW - turn % 300 * DAY - 2 * HOUR, NOW + (turn % 30 + 1) * DAY)]
    before, ahead = occurrences.plan_series(session, _dina(session), _activity(session, turn), spans, NOW)
    return before.id, ahead.id


def _report(session: Session, occurrence_id: int) -> int:
    planned = find(session, occurrence_id)
    assert planned
    return outcomes.save(session, _dina(session), planned, Report(), NOW).outcome_id


def _change(session: Session, outcome_id: int) -> int:
    return outcomes.change(session, _dina(session), outcome_id, Report(OutcomeStatus.PARTLY), NOW).outcome_id


def _take_back(session: Session, outcome_id: int) -> None:
    outcomes.undo(session, _dina(session), outcome_id, NOW)


def _move(session: Session, occurrence_id: int, turn: int) -> None:
    starts = NOW + (turn % 20 + 12) * DAY
    occurrences.move(session, _dina(session), occurrence_id, starts, starts + HOUR, NOW)


def _call_off(session: Session, occurrence_id: int) -> None:
    occurrences.cancel(session, _dina(session), occurrence_id, "regn", NOW)


def _report_unplanned(session: Session, turn: int) -> None:
    unplanned.save(session, _dina(session), _activity(session, turn), Report(count=2), NOW)


def _dina(session: Session) -> Actor:
    return acting(session, session.exec(select(Person)).one(), NOW)


def _activity(session: Session, turn: int) -> int:
    return session.exec(select(Activity.id).order_by(col(Activity.id)).offset(turn % len(PLACES)).limit(1)).one()
