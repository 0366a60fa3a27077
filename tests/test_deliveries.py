"""What an agreement says is to be delivered is planned when that is entered."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session, col, select

from bot.domain.agreement_file import ActivityEntry, AgreementFile
from bot.domain.calendar import day_bounds
from bot.domain.words import Form, OccurrenceState
from bot.services import plan_files
from bot.views.plan_files import summary
from storage.models import Occurrence
from tests.factories import NOW
from tests.plans import plan, with_activities

MAY, JUNE = date(2027, 5, 31), date(2027, 6, 30)


def strategy(due_on: date | None) -> ActivityEntry:
    return ActivityEntry(
        key="strategi", title="Kommunikationsstrategi", kind="ovrigt", form=Form.DELIVERABLE, protected=False,
        due_on=due_on,
    )  # fmt: skip


def file(due_on: date | None) -> AgreementFile:
    return with_activities(plan(), *plan().activities, strategy(due_on))


def planned(session: Session) -> list[Occurrence]:
    session.expire_all()
    return list(session.exec(select(Occurrence).order_by(col(Occurrence.id))).all())


def test_from_when_the_agreement_holds_to_its_last_day(session: Session) -> None:
    plan_files.take_in(session, None, file(MAY), NOW)

    [made] = planned(session)
    assert (made.starts_at, made.ends_at) == (day_bounds(date(2027, 1, 1))[0], day_bounds(MAY)[1])


def test_once_and_it_follows_its_day(session: Session) -> None:
    for day in (MAY, MAY, JUNE):
        plan_files.take_in(session, None, file(day), NOW)

    [made] = planned(session)
    assert (made.ends_at, made.sequence) == (day_bounds(JUNE)[1], 1)


def test_what_was_cancelled_is_not_planned_anew_until_it_gets_another_day(session: Session) -> None:
    plan_files.take_in(session, None, file(MAY), NOW)
    planned(session)[0].state = OccurrenceState.CANCELLED
    plan_files.take_in(session, None, replace(file(MAY), title="Medborgarlöfte 2027"), NOW)
    assert len(planned(session)) == 1

    plan_files.take_in(session, None, file(JUNE), NOW)

    assert [one.state for one in planned(session)] == [OccurrenceState.CANCELLED, OccurrenceState.PLANNED]


@pytest.mark.parametrize("day", [None, date(2026, 1, 31), date(2028, 1, 31)])
def test_without_a_day_within_the_agreement_nothing_is_planned(session: Session, day: date | None) -> None:
    said = summary(plan_files.take_in(session, None, file(day), NOW))

    assert planned(session) == []
    told = "Planeras inte, för att dagen har varit eller ligger utanför perioden: Kommunikationsstrategi"
    assert (told in said) is (day is not None)
    assert told not in summary(plan_files.take_in(session, None, replace(file(day), title="Löftet"), NOW))
