"""How it went in parts of years that begin in April, counted by hand."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from bot.domain import goals, period_words
from bot.domain.calendar import DAY
from bot.domain.periods import Period
from bot.domain.standing import ActivityProgress, Frame
from bot.domain.words import Form, GoalOrigin, OutcomeStatus, Per, Reason, Role
from bot.services import progress
from storage.models import Activity, Agreement
from tests import progress_rows as rows
from tests.factories import municipality, person, stockholm
from tests.progress_rows import MONDAY

APRIL = 4
TURN = date(2026, 4, 1)
WHOLE = Period(date(2025, 4, 1), date(2027, 3, 31))


def agreed(session: Session, form: Form = Form.DATED, goal: int | None = 12) -> Activity:
    """From April 2025 to March 2027, with a goal for each year."""
    place = municipality(session)
    made = rows.agreement(session, place)
    made.period_start, made.period_end, made.first_month = WHOLE.first, WHOLE.last, APRIL
    return rows.activity(session, made, place, "trygghetsvandring", "Vandra", form=form, goal=goal)


def walked(session: Session, of: Activity, *times: datetime, status: OutcomeStatus = OutcomeStatus.DONE) -> None:
    by = person(session, f"U{times[0]:%Y%m%d}", Role.STAFF)
    for at in times:
        reason = Reason.STAFF if status is OutcomeStatus.NOT_DONE else None
        rows.report(session, rows.occasion(session, of, at), by, status, reason=reason)


def asked(session: Session, said: str, first_month: int = APRIL) -> ActivityProgress:
    period, _ = period_words.find(said, MONDAY.date(), first_month)
    assert period
    agreement_id = session.exec(select(Agreement.id)).one()
    return progress.of_agreements(session, [agreement_id], MONDAY, within=period)[agreement_id][0]


def year_of_walks(session: Session) -> Activity:
    """One on the 15th of each month from April 2025 to March 2026, but not in February; one on 20 April 2026."""
    of = agreed(session)
    months = [(2025, month) for month in range(4, 13)] + [(2026, 1), (2026, 3)]
    walked(session, of, *(stockholm(15, 18, month=month, year=year) for year, month in months))
    walked(session, of, stockholm(15, 18, month=2), status=OutcomeStatus.NOT_DONE)
    walked(session, of, stockholm(20, 18, month=4))
    return of


@pytest.mark.parametrize(
    ("said", "days", "done", "not_done", "goal"),
    [
        ("kvartal 1 2025", ("2025-04-01", "2025-06-30"), 3, 0, 3),
        ("kvartal 4 2025", ("2026-01-01", "2026-03-31"), 2, 1, 3),
        ("kvartal 1", ("2026-04-01", "2026-06-30"), 1, 0, 3),  # one planned, and 11 at an even pace
        ("tertial 1 2025", ("2025-04-01", "2025-07-31"), 4, 0, 4),
        ("tertial 3 2025", ("2025-12-01", "2026-03-31"), 3, 1, 4),
        ("2025", ("2025-04-01", "2026-03-31"), 11, 1, 12),
    ],
)
def test_a_part_is_of_the_agreements_own_year(
    session: Session, said: str, days: tuple[str, str], done: int, not_done: int, goal: int
) -> None:
    year_of_walks(session)

    found = asked(session, said)

    assert (found.period.first.isoformat(), found.period.last.isoformat()) == days
    assert (found.tally.done, found.tally.not_done, found.tally.goal) == (done, not_done, goal)


def test_days_in_two_years_have_what_each_years_plan_has_there(session: Session) -> None:
    """A calendar's tertial, January to April 2026: three of twelve that were planned, and one of the next year's."""
    year_of_walks(session)

    found = asked(session, "tertial 1 2026", first_month=1)

    assert (found.tally.done, found.tally.not_done, found.tally.goal, found.expected) == (3, 1, 4, 4)


def test_what_goes_on_for_a_quarter_is_counted_where_it_begins(session: Session) -> None:
    """April to June, and told of in July."""
    of = agreed(session, Form.WINDOW)
    on = rows.occasion(session, of, stockholm(1, 0, month=4))
    on.ends_at = stockholm(3, 0, month=7)
    rows.report(session, on, person(session, "U1", Role.STAFF))

    assert [asked(session, f"kvartal {number} 2026").tally.done for number in (1, 2)] == [1, 0]


@given(
    count=st.integers(1, 60),
    first=st.dates(WHOLE.first, date(2026, 12, 31)),
    planned=st.lists(st.dates(WHOLE.first, WHOLE.last), max_size=60),
)
def test_days_before_and_after_the_year_begins_make_the_same_as_together(
    count: int, first: date, planned: list[date]
) -> None:
    frame = Frame(
        1, 1, "Trygghet", "Vandra", "trygghetsvandring", Form.DATED, False, 1, APRIL, WHOLE.first, WHOLE.last,
        GoalOrigin.PLANNED, count, "vandringar", Per.YEAR, None, None, WHOLE.first, WHOLE.last,
    )  # fmt: skip

    def goal(part: Period) -> int:
        return sum(goals.in_part(frame, piece, plan(piece)) or 0 for piece in goals.pieces(frame, part))

    def plan(piece: Period) -> goals.Planned:
        year = [day for day in planned if day in goals.years(frame, piece)]
        return goals.Planned(sum(day < piece.first for day in year), sum(day in piece for day in year), len(year))

    whole = Period(first, date(2026, 7, 31))
    if first < TURN and goals.is_share(frame, whole):  # twelve months have a whole year's goal, wherever they begin
        assert goal(whole) == goal(Period(first, TURN - DAY)) + goal(Period(TURN, whole.last))
