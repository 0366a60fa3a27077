"""What two people do to the same thing at the same moment, where the database lets both begin."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from bot.domain.errors import Gone
from bot.domain.periods import period_of
from bot.domain.words import MessageState, OccurrenceState, Per, Purpose, Step
from bot.services import follow_up_versions, outcomes, people, unplanned
from storage import access, leases, outbox, records, reminders
from storage import outcomes as stored_outcomes
from storage.database import Database
from storage.models import FollowUpVersion, Occurrence, OutboxMessage, Outcome
from storage.occurrences import find
from storage.pace import Pace
from tests.factories import NOW, TEAM
from tests.side_by_side import ANNA, OTHER_WALK, REPORT, WALK, anna, side_by_side

pytestmark = pytest.mark.postgres
DRAFT = 1


def change(session: Session) -> object:
    return outcomes.change(session, anna(session), 1, REPORT, NOW)


def undo(session: Session) -> object:
    return outcomes.undo(session, anna(session), 1, NOW)


def standing(session: Session) -> tuple[OccurrenceState, int]:
    """The state of the walk, and how many reports of it count."""
    current = session.exec(select(Outcome).where(col(Outcome.current))).all()
    return session.get_one(Occurrence, WALK).state, len(current)


async def test_a_report_that_is_changed_and_taken_back_is_taken_back(postgres_db: Database) -> None:
    await side_by_side(postgres_db, change, undo)
    assert await postgres_db.read(standing) == (OccurrenceState.PLANNED, 0)


async def test_a_report_that_was_taken_back_is_not_changed(postgres_db: Database) -> None:
    with pytest.raises(Gone, match="Rapporten är redan ångrad"):
        await side_by_side(postgres_db, undo, change)
    assert await postgres_db.read(standing) == (OccurrenceState.PLANNED, 0)


async def test_of_two_changes_the_second_is_asked_to_look_again(postgres_db: Database) -> None:
    with pytest.raises(Gone, match="Någon annan ändrade rapporten nyss"):
        await side_by_side(postgres_db, change, change)
    assert await postgres_db.read(standing) == (OccurrenceState.REPORTED, 1)


async def test_who_reports_what_was_not_planned_holds_up_nobody_whose_number_comes_first(postgres_db: Database) -> None:
    """They meet in the same number and in the same sums: in another order each would wait for the other."""
    tried: list[str] = []

    def number(session: Session) -> None:
        tried.append("planned")
        tried.append(stored_outcomes.next_number(session, 1, "HOF", NOW.year))

    def planned(session: Session) -> object:
        walk = find(session, OTHER_WALK)
        assert walk
        return outcomes.save_own(session, anna(session), walk, REPORT, NOW, tried[1])

    def unplanned_(session: Session) -> str:
        tried.append("unplanned")
        return unplanned.save(session, anna(session), 1, REPORT, NOW).number

    assert await side_by_side(postgres_db, number, unplanned_, planned) == "HOF-2026-0003"
    assert tried == ["planned", "HOF-2026-0002", "unplanned"]


async def test_two_who_ask_for_a_follow_up_see_the_same_version(postgres_db: Database) -> None:
    def ask(session: Session) -> int:
        dina = people.actor(session, TEAM, "UDINA", NOW)
        return follow_up_versions.show(session, dina, 1, period_of(NOW.date(), Per.YEAR), NOW).version.number

    assert await side_by_side(postgres_db, ask, ask) == 1
    assert await postgres_db.read(lambda session: len(session.exec(select(FollowUpVersion)).all())) == 1


async def test_a_kept_line_is_taken_once(postgres_db: Database) -> None:
    def take(session: Session) -> object:
        return records.take_draft(session, DRAFT, ANNA, NOW)

    assert await side_by_side(postgres_db, take, take) is None


def lease(session: Session) -> object:
    minute = timedelta(minutes=1)
    return leases.take(session, now=NOW, real_now=NOW, owner="one", limit=1, length=minute, at_pace=Pace())


def messages(session: Session) -> list[tuple[MessageState, datetime]]:
    found = session.exec(select(OutboxMessage).order_by(col(OutboxMessage.id)))
    return [(message.state, message.due_at) for message in found]


async def test_a_reminder_that_is_being_sent_is_not_planned_anew(postgres_db: Database) -> None:
    def plan(session: Session, at: datetime = NOW + timedelta(hours=1)) -> None:
        reminders.add(session, WALK, 0, [reminders.PlannedReminder(ANNA, Step.AFTER, at)])

    await postgres_db.write(plan, NOW)
    await side_by_side(postgres_db, lease, plan)
    assert await postgres_db.read(messages) == [(MessageState.LEASED, NOW)]


def remind_twice(session: Session) -> None:
    """Of the other walk: now, and tomorrow."""
    steps = [(Step.AFTER, NOW), (Step.NEXT_MORNING, NOW + timedelta(days=1))]
    reminders.add(session, OTHER_WALK, 0, [reminders.PlannedReminder(ANNA, step, at) for step, at in steps])


def report(session: Session) -> object:
    walk = find(session, OTHER_WALK)
    assert walk
    return outcomes.save(session, anna(session), walk, REPORT, NOW)


async def test_a_reminder_that_is_being_sent_shows_the_report_and_the_next_is_not_sent(postgres_db: Database) -> None:
    await postgres_db.write(remind_twice)
    await side_by_side(postgres_db, lease, report)
    assert await postgres_db.read(messages) == [
        (MessageState.LEASED, NOW),
        (MessageState.DROPPED, NOW + timedelta(days=1)),
        (MessageState.PENDING, NOW),
    ]


async def test_a_reminder_is_not_sent_while_its_walk_is_reported(postgres_db: Database) -> None:
    await postgres_db.write(remind_twice)
    assert await side_by_side(postgres_db, report, lease) == []
    assert [state for state, _ in await postgres_db.read(messages)] == [MessageState.DROPPED] * 2


async def test_a_question_that_is_being_sent_is_updated_when_it_is_answered(postgres_db: Database) -> None:
    def answer(session: Session) -> None:
        access.close_questions(session, 1, {"text": "Avslagen"}, NOW)

    key = access.question_key(1, ANNA)
    await postgres_db.write(
        outbox.put, key=key, purpose=Purpose.QUESTION, due_at=NOW, person_id=ANNA, payload={"text": "?"}
    )
    await side_by_side(postgres_db, lease, answer)
    assert await postgres_db.read(messages) == [(MessageState.LEASED, NOW), (MessageState.PENDING, NOW)]
