"""When the council met and meets, and what else its page is made of."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session

from bot.domain.errors import UserError
from bot.domain.report import Report
from bot.domain.words import MessageState, OutcomeStatus, Part, Purpose, Reason, Role, Step
from bot.services import council as services
from bot.services import outcomes
from storage import council, follow_up
from storage.models import Activity, Municipality, Occurrence, OutboxMessage, Person, Reminder
from tests.factories import NOW, acting, activity, municipality, occurrence, person, stockholm

HELD, NOT_HELD = Report(OutcomeStatus.DONE), Report(OutcomeStatus.NOT_DONE, Reason.STAFF)


@dataclass
class World:
    """A council in Hofors that Dina leads."""

    hofors: Municipality
    dina: Person
    council: Activity


@pytest.fixture
def world(session: Session) -> World:
    hofors = municipality(session)
    dina = person(session, "UDINA", Role.COORDINATOR, place=hofors)
    return World(hofors, dina, activity(session, hofors, (dina, Part.LEAD), kind="radsmote"))


def meets(session: Session, world: World, at: datetime) -> Occurrence:
    return occurrence(session, world.council, (world.dina, Part.LEAD), starts=at)


def reported(session: Session, world: World, of: Occurrence, report: Report, at: datetime = NOW) -> int:
    return outcomes.save(session, acting(session, world.dina), outcomes.existing(session, of.id), report, at).outcome_id


def test_the_last_meeting_is_the_last_that_was_held_or_lacks_its_report(session: Session, world: World) -> None:
    assert council.met_on(session, world.hofors.id, NOW) is None
    reported(session, world, meets(session, world, stockholm(10, 13)), Report())
    reported(session, world, meets(session, world, stockholm(17, 13)), NOT_HELD)
    assert council.met_on(session, world.hofors.id, NOW) == date(2026, 11, 10)
    meets(session, world, stockholm(19, 13))
    assert council.met_on(session, world.hofors.id, NOW) == date(2026, 11, 19)


def test_the_next_meeting_is_the_first_that_is_planned(session: Session, world: World) -> None:
    assert council.meets_on(session, world.hofors.id, NOW) is None
    for month in (12, 11):
        meets(session, world, stockholm(26, 13, month=month))
    assert council.meets_on(session, world.hofors.id, NOW) == date(2026, 11, 26)


def test_a_report_is_nobodys_when_the_coordinator_has_been_asked(session: Session, world: World) -> None:
    meeting = meets(session, world, stockholm(10, 13))
    message = OutboxMessage(
        key="asked", purpose=Purpose.REMINDER, person_id=world.dina.id, due_at=NOW, state=MessageState.SENT
    )
    session.add(message)
    session.flush()
    session.add(
        Reminder(
            message_id=message.id, occurrence_id=meeting.id, sequence=meeting.sequence, step=Step.COORDINATOR,
            person_id=world.dina.id,
        )
    )  # fmt: skip
    session.flush()
    assert council.unanswered(session, world.hofors.id, NOW - timedelta(minutes=1)) == []
    assert [one.id for one in council.unanswered(session, world.hofors.id, NOW)] == [meeting.id]
    reported(session, world, meeting, Report())
    assert council.unanswered(session, world.hofors.id, NOW) == []


def test_protected_ones_ahead_are_counted(session: Session, world: World) -> None:
    checks = activity(session, world.hofors, kind="trafikkontroll", protected=True)
    for day in (19, 24, 27):
        occurrence(session, checks, starts=stockholm(day, 18))
    assert council.withheld(session, world.hofors.id, NOW, stockholm(26, 0)) == 1


def test_what_was_going_on_when_it_met_is_told_when_its_report_comes(session: Session, world: World) -> None:
    walks = activity(session, world.hofors)
    before, going_on, corrected, ahead = (
        occurrence(session, walks, (world.dina, Part.LEAD), starts=stockholm(day, 18)) for day in (2, 3, 4, 20)
    )
    met, later = stockholm(10, 0), stockholm(12, 8)
    reported(session, world, before, HELD, stockholm(9, 8))
    reported(session, world, going_on, HELD, later)
    first = reported(session, world, corrected, HELD, stockholm(5, 8))
    outcomes.change(session, acting(session, world.dina), first, NOT_HELD, later)
    reported(session, world, ahead, HELD, stockholm(20, 21))

    assert [turn.id for turn in follow_up.told_later(session, [walks.id], met)] == [going_on.id]


def test_where_nothing_holds_there_is_no_page(session: Session, world: World) -> None:
    with pytest.raises(UserError, match="Inget medborgarlöfte och ingen överenskommelse gäller i Hofors just nu"):
        services.find(session, acting(session, world.dina), world.hofors.id, NOW)
