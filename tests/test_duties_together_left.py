"""A message that tells of several follow-ups is never dropped with those that it carries."""

from datetime import datetime, timedelta

from sqlalchemy import event
from sqlmodel import Session, select

from bot.domain.words import MessageState, Purpose
from bot.services import sending
from storage import duties_together, outbox
from storage.leases import Taken
from storage.marks import Mark
from storage.models import OutboxMessage, Person
from storage.pace import Pace
from tests import factories
from tests.factories import NOW

MINUTE = timedelta(minutes=1)
ORAL, WRITTEN, LATER = (f"duty:1:2026-01-01:2026-{month}-30:28:1" for month in (6, 9, 12))


def due(session: Session, key: str, who: Person, at: datetime = NOW) -> None:
    outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=at, person_id=who.id)
    session.commit()


def taken(session: Session, at: datetime = NOW) -> Taken:
    [one] = sending.take(session, now=at, real_now=at, owner="one", limit=1, length=MINUTE, pace=Pace())
    return one


def told_to_wait(session: Session) -> Taken:
    """Slack refused the message that tells of two, so surely nobody has seen it."""
    who = factories.person(session, "dina")
    due(session, ORAL, who)
    due(session, WRITTEN, who)
    leader = taken(session)
    sending.finish(session, "one", [Mark(leader, MessageState.PENDING, NOW, surely=True)], NOW)
    due(session, LATER, who, NOW + MINUTE)
    return leader


def waiting(session: Session) -> list[str]:
    rows = session.exec(select(OutboxMessage).order_by("id").execution_options(populate_existing=True)).all()
    return [one.key for one in rows if one.state is MessageState.PENDING]


def test_it_waits_still_when_its_own_is_handed_over(session: Session) -> None:
    leader = told_to_wait(session)

    outbox.replace(session, ORAL[:-3], {"text": "Klar", "blocks": []}, NOW)

    assert waiting(session) == [ORAL, LATER]
    assert duties_together.keys(session, leader.id) == [ORAL, WRITTEN]


def test_it_is_not_told_in_another(session: Session) -> None:
    told_to_wait(session)
    first = session.exec(select(OutboxMessage).where(OutboxMessage.key == ORAL)).one()
    first.not_before = NOW + 10 * MINUTE
    session.commit()

    assert duties_together.keys(session, taken(session, NOW + MINUTE).id) == [LATER]
    assert waiting(session) == [ORAL]


def refused(session: Session, leader: Taken, at: datetime) -> None:
    sending.finish(session, "one", [Mark(leader, MessageState.FAILED, at, error="invalid_blocks")], at)


def test_when_slack_refuses_it_each_is_told_by_itself(session: Session) -> None:
    """And not in one again, which would be refused again."""
    told_to_wait(session)
    refused(session, taken(session), NOW)

    assert waiting(session) == [WRITTEN, LATER]
    at = NOW + 2 * MINUTE
    first, second = taken(session, at), taken(session, at + MINUTE)
    assert [duties_together.keys(session, one.id) for one in (first, second)] == [[WRITTEN], [LATER]]


def test_what_was_never_told_together_is_left_alone_when_one_is_refused(session: Session) -> None:
    who = factories.person(session, "dina")
    due(session, ORAL, who)
    refused(session, taken(session), NOW)

    assert waiting(session) == []


def test_what_it_tells_is_found_among_all_that_was_ever_sent(session: Session) -> None:
    """By an index: each row there is a message of some year."""
    connection, asked = session.connection(), []
    event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
    duties_together.keys(session, 1)
    [(statement, values)] = asked
    steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()

    assert [step[-1] for step in steps if "SCAN" in step[-1]] == []
