"""What the kept sums say of a municipality is what a count of its occurrences says, on whichever day it is asked."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, select

from bot.domain.calendar import day_bounds
from bot.domain.nation import Totals
from bot.domain.words import OutcomeStatus, Role
from storage import progress, rollup
from storage.models import Activity
from tests.factories import municipality, person, stockholm
from tests.progress_rows import MONDAY, activity, agreement, cancelled, occasion, report, timra

JANUARY, DECEMBER = date(2026, 1, 1), date(2026, 12, 31)


def totals(session: Session, first: date, last: date, today: date) -> dict[str, Totals]:
    return {name: found for _, name, found in rollup.totals(session, first, last, today)}


def test_a_year_in_timra(session: Session) -> None:
    timra(session)

    assert totals(session, JANUARY, DECEMBER, MONDAY.date()) == {
        "Timrå": Totals(planned=79, expected=70, missing=1, done=61, not_done=8)
    }


@pytest.mark.parametrize(
    "today", [date(2026, month, day) for month, day in ((1, 1), (11, 12), (11, 13), (11, 15), (11, 16), (12, 31))]
)
def test_what_is_over_depends_on_the_day(session: Session, today: date) -> None:
    """A midnight is when whole days and the exact moment agree."""
    place = timra(session)
    midnight, (since, until) = day_bounds(today)[0], (day_bounds(JANUARY)[0], day_bounds(DECEMBER)[1])
    ids = session.exec(select(Activity.id).where(col(Activity.municipality_id) == place.id)).all()
    counted = progress.counts(session, ids, since, until, midnight).values()

    kept = totals(session, JANUARY, DECEMBER, today)["Timrå"]

    assert (kept.expected, kept.missing) == (
        sum(one.planned_to_date for one in counted), sum(one.missing for one in counted),
    )  # fmt: skip


def test_a_window_that_reaches_over_months_is_not_over_before_its_end(session: Session) -> None:
    place = municipality(session, "Timrå")
    of = activity(session, agreement(session, place), place, "fotpatrullering", "Synlig polis")
    window = occasion(session, of, stockholm(30, 0))
    window.ends_at = window.starts_at + timedelta(days=7)
    session.flush()

    def expected(today: date) -> int:
        return totals(session, JANUARY, DECEMBER, today)["Timrå"].expected

    assert [expected(date(2026, *day)) for day in ((11, 30), (12, 1), (12, 7), (12, 8))] == [0, 0, 0, 1]


def test_where_nothing_is_planned_all_is_nought(session: Session) -> None:
    timra(session)
    municipality(session, "Hofors")

    assert totals(session, JANUARY, DECEMBER, MONDAY.date())["Hofors"] == Totals()


def test_months_are_those_that_something_begins_in_in_stockholm(session: Session) -> None:
    place, anna = municipality(session, "Timrå"), person(session, "UANNA", Role.STAFF)
    of = activity(session, agreement(session, place), place, "trygghetsvandring", "Vandringar")
    new_year = stockholm(1, 0, 30, month=1)  # still December in UTC
    report(session, occasion(session, of, new_year), anna, OutcomeStatus.PARTLY)
    cancelled(session, of, new_year - timedelta(hours=1))

    assert totals(session, JANUARY, DECEMBER, MONDAY.date()) == {"Timrå": Totals(planned=1, expected=1, partly=1)}
    assert totals(session, date(2025, 12, 1), date(2025, 12, 31), MONDAY.date()) == {"Timrå": Totals(cancelled=1)}


def test_the_newest_report_is_the_last_that_came_from_those_places(session: Session) -> None:
    place, anna = timra(session), person(session, "UEVA", Role.STAFF)
    hofors = municipality(session, "Hofors")
    of = activity(session, agreement(session, hofors), hofors, "trygghetsvandring", "Vandringar")
    report(session, occasion(session, of, stockholm(22, 18)), anna)

    assert rollup.newest_report(session, [place.id, hofors.id]) == stockholm(22, 20)
    assert rollup.newest_report(session, [place.id]) == stockholm(30, 11, month=9)  # the last one that was given
    assert rollup.newest_report(session, [99]) is None
    assert rollup.newest_report(session) == stockholm(22, 20)
