"""A country of officers, each with one traffic check that is just over and waits for its report."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import create_engine, insert, text
from sqlmodel import Session

from bot.domain import words
from storage import migrate, models
from storage.database import Database, normal_url
from storage.models import Row

TEAM = "T0BENCH"
A_YEAR = 24  # occurrences of an activity
ACTIVITIES = 10  # of a municipality
FAR = 1_000_000  # PostgreSQL counts from 1 for the messages that reports make

Rows = list[dict[str, Any]]


def user_id(number: int) -> str:
    return f"U{number:07}"


def country(url: str, officers: int) -> None:
    """Beside `Database`, whose writes have to be over before Slack gives up waiting."""
    migrate.upgrade(url)
    engine = create_engine(normal_url(url))
    for step in (partial(fill, officers=officers), analyse):
        with Session(engine) as session:
            step(session)
            session.commit()
    engine.dispose()


async def saved(url: str) -> int:
    """How many reports there are."""
    db = Database(url)
    found = await db.read(_reports)
    db.close()
    return found


def _reports(session: Session) -> int:
    found: int = session.connection().execute(text("SELECT count(*) FROM outcome WHERE current")).scalar_one()
    return found


def fill(session: Session, officers: int) -> None:
    """Officers are numbered from 1, and so is everything else."""
    now, today = datetime.now(UTC), date.today()
    activities = -(-officers // A_YEAR)
    tables = [*_places(-(-activities // ACTIVITIES), today), *_activities(activities, today)]
    for table, rows in [*tables, *_officers(officers, now, today), *_reminders(officers, now)]:
        session.connection().execute(insert(table), rows)


def analyse(session: Session) -> None:
    """What both databases do by themselves in time."""
    session.connection().execute(text("ANALYZE"))


def _places(count: int, today: date) -> Iterator[tuple[type[Row], Rows]]:
    numbers = range(1, count + 1)
    yield models.PoliceArea, [{"id": 1, "key": "omrade", "name": "Lokalpolisområde"}]
    yield models.Municipality, [
        {"id": n, "key": f"kommun-{n}", "name": f"Kommun {n}", "prefix": f"K{n:02}", "police_area_id": 1}
        for n in numbers
    ]  # fmt: skip
    yield models.Agreement, [
        {
            "id": n, "key": f"lofte-{n}", "title": "Medborgarlöfte", "kind": words.AgreementKind.CITIZEN_PROMISE,
            "state": words.AgreementState.CURRENT, "period_start": date(today.year, 1, 1),
            "period_end": date(today.year, 12, 31), "basis": [], "questions": [],
        }
        for n in numbers
    ]  # fmt: skip
    yield models.FocusArea, [{"id": n, "agreement_id": n, "position": 1, "title": "Trygg trafik"} for n in numbers]


def _activities(count: int, today: date) -> Iterator[tuple[type[Row], Rows]]:
    numbers = range(1, count + 1)
    yield models.Activity, [
        {
            "id": n, "focus_area_id": _municipality(n), "municipality_id": _municipality(n), "key": f"kontroller-{n}",
            "title": "Trafikkontroller", "kind": "trafikkontroll", "form": words.Form.DATED, "protected": True,
            "position": n,
        }
        for n in numbers
    ]  # fmt: skip
    yield models.Goal, [
        {
            "activity_id": n, "origin": words.GoalOrigin.PLANNED, "count": A_YEAR, "unit": "kontroller",
            "per": words.Per.YEAR, "valid_from": date(today.year, 1, 1), "valid_to": date(today.year, 12, 31),
            "decided_by": "samordnaren", "decided_on": date(today.year, 1, 1),
        }
        for n in numbers
    ]  # fmt: skip


def _officers(count: int, now: datetime, today: date) -> Iterator[tuple[type[Row], Rows]]:
    numbers = range(1, count + 1)
    yield models.Person, [{"id": n, "team_id": TEAM, "user_id": user_id(n), "added_at": now} for n in numbers]
    yield models.RoleGrant, [
        {
            "person_id": n, "role": words.Role.STAFF, "municipality_id": _municipality(_activity(n)),
            "valid_from": date(today.year, 1, 1),
        }
        for n in numbers
    ]  # fmt: skip
    yield models.Occurrence, [
        {
            "id": n, "activity_id": _activity(n), "starts_at": now - timedelta(hours=2),
            "ends_at": now - timedelta(minutes=30), "place": "E4 Sörberge", "state": words.OccurrenceState.PLANNED,
        }
        for n in numbers
    ]  # fmt: skip
    yield models.OccurrencePerson, [{"occurrence_id": n, "person_id": n, "part": words.Part.LEAD} for n in numbers]


def _reminders(count: int, now: datetime) -> Iterator[tuple[type[Row], Rows]]:
    """The day before it was reminded of; the next working morning would ask."""
    sent = {"state": words.MessageState.SENT, "due_at": now - timedelta(days=1)}
    waiting = {"state": words.MessageState.PENDING, "due_at": now + timedelta(days=1)}
    steps = [(FAR, words.Step.DAY_BEFORE, sent), (2 * FAR, words.Step.NEXT_MORNING, waiting)]
    for offset, step, stands in steps:
        common = {"purpose": words.Purpose.REMINDER, **stands}
        yield (
            models.OutboxMessage,
            [{"id": offset + n, "key": f"reminder:{n}:{step}", "person_id": n, **common} for n in range(1, count + 1)],
        )
        yield (
            models.Reminder,
            [
                {"message_id": offset + n, "occurrence_id": n, "sequence": 0, "step": step, "person_id": n}
                for n in range(1, count + 1)
            ],
        )


def _activity(officer: int) -> int:
    return (officer - 1) // A_YEAR + 1


def _municipality(activity: int) -> int:
    return (activity - 1) // ACTIVITIES + 1
