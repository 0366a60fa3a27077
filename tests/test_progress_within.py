"""How it went in a part of a year: on those days alone, with the part of the goal that belongs to them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from bot.domain import goals
from bot.domain.goals import Planned
from bot.domain.periods import Period, following
from bot.domain.progress import Verdict
from bot.domain.standing import ActivityProgress, Frame
from bot.domain.words import Form, GoalOrigin, OutcomeStatus, Per, Reason, Role
from bot.services import progress
from storage.models import Activity, Goal, Municipality
from tests import progress_rows as rows
from tests.factories import person, stockholm
from tests.progress_rows import MONDAY

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
SPRING, SUMMER, AUTUMN = (following(date(2026, month, 1), Per.TERTIAL) for month in (1, 5, 9))
LAST_YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


def walks(session: Session, place: Municipality, goal: int, per: Per = Per.YEAR) -> Activity:
    of = rows.activity(session, rows.agreement(session, place), place, "trygghetsvandring", "Vandra", goal=goal)
    session.exec(select(Goal)).one().per = per
    session.flush()
    return of


def within(session: Session, period: Period) -> ActivityProgress | None:
    found = progress.of_agreements(session, [1], MONDAY, within=period)
    return found[1][0] if found[1] else None


def told(session: Session, of: Activity, month: int, *days: int, done: bool = True) -> None:
    """Reported on, of the year 2026."""
    by = person(session, f"U{month}{days}", Role.STAFF)
    for day in days:
        on = rows.occasion(session, of, stockholm(day, 18, month=month))
        rows.report(
            session,
            on,
            by,
            OutcomeStatus.DONE if done else OutcomeStatus.NOT_DONE,
            reason=None if done else Reason.STAFF,
        )


def figures(one: ActivityProgress | None) -> tuple[int, int, int | None, Verdict]:
    assert one is not None
    return one.tally.done, one.expected, one.tally.goal, one.verdict


def test_a_part_of_the_year_has_what_the_plan_has_there(session: Session, place: Municipality) -> None:
    """Six a year, all of them planned: one in spring, four in summer, one in autumn."""
    of = walks(session, place, 6)
    told(session, of, 4, 18)
    told(session, of, 5, 16, 30)
    told(session, of, 8, 8, 29, done=False)
    rows.ahead(session, of, [stockholm(5, 18, month=12)])

    assert figures(within(session, SPRING)) == (1, 1, 1, Verdict.FINISHED)
    assert figures(within(session, SUMMER)) == (2, 4, 4, Verdict.BEHIND)
    assert figures(within(session, AUTUMN)) == (0, 0, 1, Verdict.NOT_STARTED)


def test_of_what_nobody_has_planned_a_part_of_the_year_has_an_even_share(session: Session, place: Municipality) -> None:
    walks(session, place, 12)

    found = [within(session, part) for part in (SPRING, SUMMER, AUTUMN)]

    assert [one.tally.goal for one in found if one] == [4, 4, 4]


def test_a_goal_a_month_is_as_much_in_each_whole_month(session: Session, place: Municipality) -> None:
    of = walks(session, place, 2, Per.MONTH)
    told(session, of, 5, 1, 2, 3, 4)

    assert figures(within(session, SUMMER)) == (4, 8, 8, Verdict.BEHIND)


def test_a_goal_for_the_whole_period_has_no_part(session: Session, place: Municipality) -> None:
    of = walks(session, place, 6, Per.PERIOD)
    told(session, of, 5, 1, 2)

    assert figures(within(session, SUMMER)) == (2, 2, None, Verdict.CANNOT_ASSESS)
    assert figures(within(session, YEAR)) == (2, 5, 6, Verdict.BEHIND)


def test_goals_that_follow_on_each_other_are_added(session: Session, place: Municipality) -> None:
    """Twelve a year up to June, two a month from July."""
    of = walks(session, place, 12)
    session.exec(select(Goal)).one().valid_to = date(2026, 6, 30)
    later = Goal(
        activity_id=of.id, origin=GoalOrigin.PLANNED, count=2, unit="vandringar", per=Per.MONTH,
        valid_from=date(2026, 7, 1), valid_to=date(2026, 12, 31),
    )  # fmt: skip
    session.add(later)
    session.flush()
    told(session, of, 3, 1, 2, 3)

    found = within(session, YEAR)

    assert found is not None
    assert (found.tally.done, found.tally.goal, found.period) == (3, 6 + 12, YEAR)


def test_before_the_agreement_there_is_nothing(session: Session, place: Municipality) -> None:
    walks(session, place, 6)

    assert within(session, LAST_YEAR) is None


def test_what_was_promised_is_judged_and_what_was_planned_stands_beside(session: Session, place: Municipality) -> None:
    of = walks(session, place, 4)
    promised = Goal(
        activity_id=of.id, origin=GoalOrigin.PROMISED, count=2, unit="vandringar", per=Per.YEAR,
        valid_from=YEAR.first, valid_to=YEAR.last,
    )  # fmt: skip
    session.add(promised)
    session.flush()
    told(session, of, 3, 1, 2)

    beside = progress.planned_beside(session, [1], MONDAY, YEAR)

    assert figures(within(session, YEAR)) == (2, 2, 2, Verdict.FINISHED)
    assert figures(beside[of.id]) == (2, 3, 4, Verdict.BEHIND)
    assert beside[of.id].frame.decided_by == "rådet"


def test_without_a_promised_goal_nothing_stands_beside(session: Session, place: Municipality) -> None:
    walks(session, place, 4)

    assert progress.planned_beside(session, [1], MONDAY, YEAR) == {}


@given(
    count=st.integers(1, 60),
    per=st.sampled_from([Per.YEAR, Per.HALF_YEAR, Per.MONTH]),
    planned=st.lists(st.integers(1, 12), max_size=70),
)
def test_the_months_of_a_year_make_the_whole_goal(count: int, per: Per, planned: list[int]) -> None:
    """However the months are planned."""
    frame = Frame(
        1, 1, "Trygghet", "Vandra", "trygghetsvandring", Form.DATED, False, 1, 1, YEAR.first, YEAR.last,
        GoalOrigin.PLANNED, count, "vandringar", per, None, None, YEAR.first, YEAR.last,
    )  # fmt: skip
    parts = 0
    for month in range(1, 13):
        plan = Planned(sum(one < month for one in planned), planned.count(month), len(planned))
        share = goals.in_part(frame, following(date(2026, month, 1), Per.MONTH), plan)
        assert share is not None
        assert share >= 0
        parts += share

    assert parts == goals.over(frame, YEAR)


def test_what_was_delivered_in_the_autumn_was_not_done_in_summer(session: Session, place: Municipality) -> None:
    of = rows.activity(session, rows.agreement(session, place), place, "ovrigt", "Belysning", form=Form.DELIVERABLE)
    on = rows.occasion(session, of, stockholm(15, 0, month=1))
    on.ends_at = stockholm(31, 0, month=10)
    rows.report(session, on, person(session, "U1", Role.STAFF))  # on its last day

    def state(period: Period) -> tuple[Verdict, int, date | None]:
        found = within(session, period)
        assert found
        return found.verdict, found.tally.done, found.tally.newest_report

    assert state(SUMMER) == (Verdict.NOT_STARTED, 0, None)
    assert state(AUTUMN)[:2] == state(YEAR)[:2] == (Verdict.FINISHED, 1)

    on.ends_at = stockholm(31, 0, month=8)  # reported on 31 October all the same
    session.flush()
    assert state(SUMMER) == (Verdict.BEHIND, 0, None)
