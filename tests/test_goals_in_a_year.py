"""How large a goal is in the year that it is judged in, and what counts towards it."""

from datetime import date

import pytest
from sqlmodel import Session, select

from bot.domain import progress_text
from bot.domain.standing import ActivityProgress
from bot.domain.words import Form, OutcomeStatus, Per, Reason, Role
from bot.services import progress
from storage.models import Activity, Agreement, Goal, Municipality
from tests import progress_rows as rows
from tests.factories import person, stockholm
from tests.progress_rows import MONDAY

SEPTEMBER, NEW_YEARS_EVE = date(2026, 9, 1), date(2026, 12, 31)
REACHED = "alkoholfri_aktivitet"


def with_goal(session: Session, place: Municipality, count: int, per: Per, kind: str = "trygghetsvandring") -> Activity:
    of = rows.activity(session, rows.agreement(session, place), place, kind, "Trygga kvällar", goal=count)
    session.exec(select(Goal)).one().per = per
    session.flush()
    return of


def shown(session: Session, of: Activity) -> ActivityProgress:
    found = progress.of_activity(session, of.id, MONDAY)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("count", "per", "goal"),
    [
        (2, Per.MONTH, 8),
        (24, Per.YEAR, 8),
        (3, Per.QUARTER, 4),
        (1, Per.WEEK, 18),
        (1, Per.YEAR, 1),
        (5, Per.PERIOD, 5),
    ],
)
def test_an_agreement_from_september_promises_a_third_of_a_year(
    session: Session, place: Municipality, count: int, per: Per, goal: int
) -> None:
    of = with_goal(session, place, count, per)
    session.exec(select(Agreement)).one().period_start = SEPTEMBER
    session.flush()
    assert shown(session, of).tally.goal == goal


def test_a_goal_that_holds_from_september_is_judged_from_then(session: Session, place: Municipality) -> None:
    of = with_goal(session, place, 2, Per.MONTH)
    session.exec(select(Goal)).one().valid_from = SEPTEMBER
    bo = person(session, "UBO", Role.STAFF, place=place)
    for month in (3, 10):
        rows.report(session, rows.occasion(session, of, stockholm(5, 18, month=month)), bo)
    found = shown(session, of)
    assert (found.tally.done, found.tally.goal) == (1, 8)
    assert (found.period.first, found.period.last) == (SEPTEMBER, NEW_YEARS_EVE)


def reached(session: Session, place: Municipality) -> ActivityProgress:
    """Of a goal of 40 people a year: 5 in a report of what was done, 3 in one of what was partly; ten are ahead."""
    of = with_goal(session, place, 40, Per.YEAR, REACHED)
    bo = person(session, "UBO", Role.STAFF, place=place)
    whole, part = (rows.occasion(session, of, stockholm(day, 18, month=3)) for day in (5, 6))
    rows.report(session, whole, bo, measures={"stodda": 5})
    rows.report(session, part, bo, OutcomeStatus.PARTLY, reason=Reason.STAFF, measures={"stodda": 3})
    rows.ahead(session, of, [stockholm(day, 18, month=12) for day in range(1, 11)])
    return shown(session, of)


def test_what_was_partly_done_does_not_count_towards_a_measured_goal(session: Session, place: Municipality) -> None:
    found = reached(session, place)
    assert (found.tally.done, found.tally.partly, found.measures) == (5, 1, {"stodda": 8})


def test_a_measured_goal_is_expected_by_the_time_that_has_passed(session: Session, place: Municipality) -> None:
    found = reached(session, place)
    assert found.expected == int(40 * found.period.elapsed(MONDAY.date())) == 35


def test_a_deliverable_is_done_or_not_whatever_its_kind_measures(session: Session, place: Municipality) -> None:
    of = rows.activity(session, rows.agreement(session, place), place, REACHED, "Kartan", form=Form.DELIVERABLE)
    rows.report(
        session, rows.occasion(session, of, stockholm(5, 18, month=3)), person(session, "UBO", Role.STAFF, place=place)
    )
    assert shown(session, of).tally.done == 1


@pytest.mark.parametrize(("counts", "done"), [(False, 5), (True, 8)])
def test_partly_done_counts_where_the_agreement_says_so(
    session: Session, place: Municipality, counts: bool, done: int
) -> None:
    of = with_goal(session, place, 10, Per.YEAR)
    session.exec(select(Agreement)).one().partly_counts = counts
    bo = person(session, "UBO", Role.STAFF, place=place)
    rows.reported(session, of, bo, 5)
    rows.reported(session, of, bo, 3, OutcomeStatus.PARTLY, Reason.STAFF)
    assert (shown(session, of).tally.done, shown(session, of).tally.partly) == (done, 3)


def test_what_is_partly_done_and_counts_is_shown_as_a_part(session: Session, place: Municipality) -> None:
    of = with_goal(session, place, 10, Per.YEAR)
    session.exec(select(Agreement)).one().partly_counts = True
    rows.reported(session, of, person(session, "UBO", Role.STAFF, place=place), 3, OutcomeStatus.PARTLY, Reason.STAFF)
    assert progress_text.short(shown(session, of), with_origin=False) == "3 av 10 (varav 3 delvis)"


def test_a_measured_goal_counts_it_too(session: Session, place: Municipality) -> None:
    reached(session, place)
    session.exec(select(Agreement)).one().partly_counts = True
    assert shown(session, session.exec(select(Activity)).one()).tally.done == 8
