"""What two people do to the same thing at the same moment, where the database lets both begin."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import create_engine
from sqlmodel import Session, col, select

from bot.domain.errors import Gone
from bot.domain.periods import period_of
from bot.domain.permissions import Actor
from bot.domain.report import Report
from bot.domain.words import DraftPurpose, MessageState, OccurrenceState, Part, Per, Purpose, Role, Step
from bot.services import follow_up_versions, outcomes, people, unplanned
from storage import access, leases, migrate, outbox, records, reminders
from storage import outcomes as stored_outcomes
from storage.database import Database
from storage.models import AgreementMunicipality, FollowUpVersion, Occurrence, OutboxMessage, Outcome
from storage.occurrences import find
from storage.pace import Pace
from tests.databases import Postgres
from tests.factories import NOW, TEAM, activity, municipality, occurrence, person, stockholm
from tests.side_by_side import side_by_side

pytestmark = pytest.mark.postgres
WALK, OTHER_WALK, DRAFT, ANNA = 1, 2, 1, 1
REPORT = Report(measures={"deltagare": 12})


@pytest.fixture
def db(postgres: Postgres) -> Iterator[Database]:
    """Anna has reported one of two walks, and a line of hers is kept."""
    url = postgres.made_by(reported)
    db = Database(url)
    yield db
    db.close()
    postgres.drop(url)


def reported(url: str) -> None:
    migrate.upgrade(url)
    engine = create_engine(url)
    with Session(engine) as session:
        anna = person(session, "UANNA", Role.STAFF, place=(place := municipality(session)))
        person(session, "UDINA", Role.COORDINATOR, place=place)
        walks = activity(session, place)
        session.add(AgreementMunicipality(agreement_id=1, municipality_id=place.id))
        occurrence(session, walks, (anna, Part.LEAD), starts=stockholm(19, 18))
        occurrence(session, walks, (anna, Part.LEAD), starts=stockholm(20, 6))
        walk = find(session, WALK)
        assert walk
        outcomes.save(session, acting(session), walk, REPORT, NOW)
        records.save_draft(session, anna.id, DraftPurpose.REPORT_LINE, {"text": "45"}, NOW + timedelta(days=1))
        session.commit()
    engine.dispose()


def acting(session: Session) -> Actor:
    return people.actor(session, TEAM, "UANNA", NOW)


def change(session: Session) -> object:
    return outcomes.change(session, acting(session), 1, REPORT, NOW)


def undo(session: Session) -> object:
    return outcomes.undo(session, acting(session), 1, NOW)


def standing(session: Session) -> tuple[OccurrenceState, int]:
    """The state of the walk, and how many reports of it count."""
    current = session.exec(select(Outcome).where(col(Outcome.current))).all()
    return session.get_one(Occurrence, WALK).state, len(current)


async def test_a_report_that_is_changed_and_taken_back_is_taken_back(db: Database) -> None:
    await side_by_side(db, change, undo)
    assert await db.read(standing) == (OccurrenceState.PLANNED, 0)


async def test_a_report_that_was_taken_back_is_not_changed(db: Database) -> None:
    with pytest.raises(Gone, match="Rapporten är redan ångrad"):
        await side_by_side(db, undo, change)
    assert await db.read(standing) == (OccurrenceState.PLANNED, 0)


async def test_of_two_changes_the_second_is_asked_to_look_again(db: Database) -> None:
    with pytest.raises(Gone, match="Någon annan ändrade rapporten nyss"):
        await side_by_side(db, change, change)
    assert await db.read(standing) == (OccurrenceState.REPORTED, 1)


async def test_who_reports_what_was_not_planned_holds_up_nobody_whose_number_comes_first(db: Database) -> None:
    """They meet in the same number and in the same sums: in another order each would wait for the other."""
    tried: list[str] = []

    def number(session: Session) -> None:
        tried.append("planned")
        tried.append(stored_outcomes.next_number(session, 1, "HOF", NOW.year))

    def planned(session: Session) -> object:
        walk = find(session, OTHER_WALK)
        assert walk
        return outcomes.save_own(session, acting(session), walk, REPORT, NOW, tried[1])

    def unplanned_(session: Session) -> str:
        tried.append("unplanned")
        return unplanned.save(session, acting(session), 1, REPORT, NOW).number

    assert await side_by_side(db, number, unplanned_, planned) == "HOF-2026-0003"
    assert tried == ["planned", "HOF-2026-0002", "unplanned"]


async def test_two_who_ask_for_a_follow_up_see_the_same_version(db: Database) -> None:
    def ask(session: Session) -> int:
        dina = people.actor(session, TEAM, "UDINA", NOW)
        return follow_up_versions.show(session, dina, 1, period_of(NOW.date(), Per.YEAR), NOW).version.number

    assert await side_by_side(db, ask, ask) == 1
    assert await db.read(lambda session: len(session.exec(select(FollowUpVersion)).all())) == 1


async def test_a_kept_line_is_taken_once(db: Database) -> None:
    def take(session: Session) -> object:
        return records.take_draft(session, DRAFT, ANNA, NOW)

    assert await side_by_side(db, take, take) is None


def lease(session: Session) -> object:
    minute = timedelta(minutes=1)
    return leases.take(session, now=NOW, real_now=NOW, owner="one", limit=1, length=minute, at_pace=Pace())


def messages(session: Session) -> list[tuple[MessageState, datetime]]:
    found = session.exec(select(OutboxMessage).order_by(col(OutboxMessage.id)))
    return [(message.state, message.due_at) for message in found]


async def test_a_reminder_that_is_being_sent_is_not_planned_anew(db: Database) -> None:
    def plan(session: Session, at: datetime = NOW + timedelta(hours=1)) -> None:
        reminders.add(session, WALK, 0, [reminders.PlannedReminder(ANNA, Step.AFTER, at)])

    await db.write(plan, NOW)
    await side_by_side(db, lease, plan)
    assert await db.read(messages) == [(MessageState.LEASED, NOW)]


async def test_a_question_that_is_being_sent_is_updated_when_it_is_answered(db: Database) -> None:
    def answer(session: Session) -> None:
        access.close_questions(session, 1, {"text": "Avslagen"}, NOW)

    key = access.question_key(1, ANNA)
    await db.write(outbox.put, key=key, purpose=Purpose.QUESTION, due_at=NOW, person_id=ANNA, payload={"text": "?"})
    await side_by_side(db, lease, answer)
    assert await db.read(messages) == [(MessageState.LEASED, NOW), (MessageState.PENDING, NOW)]
