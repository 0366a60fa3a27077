"""How long it takes to plan a year: weekly occurrences, each with its reminders to the lead, the substitute and on."""

import time
from datetime import timedelta
from statistics import median

import pytest
from sqlmodel import Session

from bot.domain.words import OccurrenceState, Part, Role
from bot.services import reminders
from storage import migrate, occurrences
from storage.database import Database
from storage.models import Occurrence
from tests import factories
from tests.benchmarks.table import Gate, show_gates
from tests.databases import Databases

pytestmark = pytest.mark.bench

ROUNDS = 5
WEEKS = 52
MOST = 150  # milliseconds


async def test_a_year_of_weeks_is_planned_at_once(sqlite: Databases) -> None:
    url = sqlite.new()
    migrate.upgrade(url)
    db = Database(url)
    taken = [await _planned(db, number) for number in range(ROUNDS)]
    db.close()
    gate = Gate(f"ms to plan {WEEKS} weeks on SQLite", median(taken), most=MOST)
    print()
    show_gates([gate])
    assert gate.held


async def _planned(db: Database, number: int) -> float:
    activity, people = await db.write(_activity, number)
    begun = time.perf_counter()
    await db.write(_year, activity, people)
    return (time.perf_counter() - begun) * 1000


def _activity(session: Session, number: int) -> tuple[int, list[tuple[int, Part]]]:
    place = factories.municipality(session, "ABCDE"[number] * 4)
    lead, stands_in = (factories.person(session, f"U{number}{one}", Role.STAFF, place=place) for one in "AB")
    factories.person(session, f"U{number}C", Role.COORDINATOR, place=place)
    people = [(lead, Part.LEAD), (stands_in, Part.SUBSTITUTE)]
    activity = factories.activity(session, place, *people, kind="fotpatrullering")
    return activity.id, [(person.id, part) for person, part in people]


def _year(session: Session, activity: int, people: list[tuple[int, Part]]) -> None:
    rows = [
        Occurrence(
            activity_id=activity, starts_at=factories.NOW + timedelta(weeks=week, days=1), sequence=0, planned=True,
            ends_at=factories.NOW + timedelta(weeks=week, days=1, hours=2), state=OccurrenceState.PLANNED,
        )
        for week in range(WEEKS)
    ]  # fmt: skip
    occurrences.add(session, rows, people)
    reminders.replan_activity(session, activity, factories.NOW)
