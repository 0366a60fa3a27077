"""Two years side by side while one of them goes on, counted by hand on Monday 23 November 2026 at nine."""

from collections.abc import Iterable
from datetime import date, datetime

import pytest
from sqlmodel import Session

from bot.domain.periods import Period, following, instants
from bot.domain.progress_compared import side_by_side
from bot.domain.words import Form, Per, Role
from bot.services import progress, progress_so_far
from bot.services import progress_compared as compared
from bot.views import progress_compared as view
from bot.views.progress_found import Overview, Scope
from storage import agreements
from storage.models import Activity, Agreement, Municipality, Occurrence, Person
from tests import progress_rows as rows
from tests.factories import person, stockholm
from tests.gathered import gathered, only
from tests.progress_rows import MONDAY

TODAY = MONDAY.date()
THIS_YEAR, LAST_YEAR = Period(date(2026, 1, 1), date(2026, 12, 31)), Period(date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture
def anna(session: Session, place: Municipality) -> Person:
    return person(session, "UANNA", Role.STAFF, place=place)


@pytest.fixture
def promise(session: Session, place: Municipality) -> Agreement:
    return rows.agreement(session, place, years=(2025, 2026))


def patrols(session: Session, of: Agreement, place: Municipality, form: Form, goal: int | None = 12) -> Activity:
    return rows.activity(session, of, place, "fotpatrullering", "Gå", form=form, goal=goal)


def months(session: Session, of: Activity, year: int) -> list[Occurrence]:
    """One window of each month."""
    found = []
    for month in range(1, 13):
        since, until = instants(following(date(year, month, 1), Per.MONTH))
        found.append(Occurrence(activity_id=of.id, starts_at=since, ends_at=until))
    session.add_all(found)
    session.flush()
    return found


def done(session: Session, by: Person, some: Iterable[Occurrence], **numbers: float) -> None:
    for one in some:
        rows.report(session, one, by, measures=numbers)


def beside(
    session: Session, of: Agreement, asked: Period = THIS_YEAR, other: Period = LAST_YEAR, now: datetime = MONDAY
) -> Overview:
    row = agreements.find(session, of.id)
    assert row
    judged = progress.of_agreements(session, [of.id], now, within=asked)[of.id]
    times = side_by_side(asked, other, now.date())
    return compared.side_by_side(session, [Overview(row, Scope(of.id, asked), judged)], times, now)[0]


def line(found: Overview) -> str:
    ((_, text),) = view.section(found, TODAY)[1:]
    return text.partition(": ")[2]


def test_a_window_that_goes_on_is_told_of_neither_year(
    session: Session, promise: Agreement, place: Municipality, anna: Person
) -> None:
    """January–October are over in both; November and December of last year were done too."""
    of = patrols(session, promise, place, Form.WINDOW)
    done(session, anna, months(session, of, 2025))
    done(session, anna, months(session, of, 2026)[:10])

    assert line(beside(session, promise)) == "10 gjorda av 10 väntade – mot 10 gjorda av 10 väntade"
    assert (
        line(beside(session, promise, LAST_YEAR, THIS_YEAR)) == "10 gjorda av 10 väntade – mot 10 gjorda av 10 väntade"
    )


def test_also_when_the_one_that_goes_on_is_reported(
    session: Session, promise: Agreement, place: Municipality, anna: Person
) -> None:
    of = patrols(session, promise, place, Form.WINDOW)
    done(session, anna, months(session, of, 2025)[:9])
    done(session, anna, months(session, of, 2026)[:11])

    assert line(beside(session, promise)) == "10 gjorda av 10 väntade – mot 9 gjorda av 10 väntade"


def test_numbers_are_of_what_is_over(session: Session, promise: Agreement, place: Municipality, anna: Person) -> None:
    """Of no goal the kind's own numbers are told: two each month, ten months."""
    of = rows.activity(session, promise, place, "trafikkontroll", "Kontroller", form=Form.WINDOW)
    done(session, anna, months(session, of, 2025), fordon=2)
    done(session, anna, months(session, of, 2026)[:11], fordon=2)

    assert line(beside(session, promise)) == "10 gjorda, Fordon: 20 – mot 10 gjorda, Fordon: 20"


def test_days_count_up_to_the_same_hour(
    session: Session, promise: Agreement, place: Municipality, anna: Person
) -> None:
    """Four a year, all planned. By the 23rd at nine: this year May and October, last year May and the 22nd."""
    of = patrols(session, promise, place, Form.DATED, goal=4)
    this = [stockholm(12, 18, month=5), stockholm(6, 18, month=10), stockholm(23, 18), stockholm(10, 18, month=12)]
    last = [stockholm(12, 18, month=5, year=2025), *(stockholm(day, 18, year=2025) for day in (22, 23, 25))]
    done(session, anna, [rows.occasion(session, of, at) for at in [*last, this[0]]])
    rows.ahead(session, of, this[1:])

    assert line(beside(session, promise)) == "1 gjord av 2 väntade – mot 2 gjorda av 2 väntade"


def test_years_that_are_over_are_told_whole(
    session: Session, promise: Agreement, place: Municipality, anna: Person
) -> None:
    of = patrols(session, promise, place, Form.WINDOW)
    done(session, anna, months(session, of, 2025))
    done(session, anna, months(session, of, 2026)[:11])

    found = beside(session, promise, now=stockholm(1, 9, month=1, year=2027))
    assert line(found) == "11 gjorda av 12 väntade – mot 12 gjorda av 12 väntade"


def test_on_the_last_day_its_window_still_goes_on(
    session: Session, promise: Agreement, place: Municipality, anna: Person
) -> None:
    of = patrols(session, promise, place, Form.WINDOW)
    done(session, anna, months(session, of, 2025))
    done(session, anna, months(session, of, 2026)[:11])

    found = beside(session, promise, now=stockholm(31, 9, month=12))
    assert line(found) == "11 gjorda av 11 väntade – mot 11 gjorda av 11 väntade"


def test_what_began_later_in_the_first_time_did_not_hold(
    session: Session, promise: Agreement, place: Municipality, anna: Person
) -> None:
    """From December 2025: nothing of it is in January–November."""
    promise.period_start = date(2025, 12, 1)
    of = patrols(session, promise, place, Form.WINDOW, goal=None)
    done(session, anna, [*months(session, of, 2025)[11:], *months(session, of, 2026)[:10]])

    found = beside(session, promise, LAST_YEAR, THIS_YEAR)
    assert line(found) == "gällde inte den första tiden – mot 10 gjorda"


def test_a_time_that_goes_on_is_not_told_as_over(
    session: Session, promise: Agreement, place: Municipality, anna: Person
) -> None:
    """Nine of ten this year and last."""
    of = patrols(session, promise, place, Form.WINDOW)
    done(session, anna, months(session, of, 2025)[:9])
    rest = months(session, of, 2026)
    rows.report(session, rest[9], anna, rows.NOT_DONE)
    done(session, anna, rest[:9])

    going_on = view.in_a_row([beside(session, promise, LAST_YEAR, THIS_YEAR)], TODAY)
    over = view.in_a_row([beside(session, promise)], TODAY)
    assert going_on == "1 januari–23 november 2026: 1 ligger efter"
    assert over == "1 januari–23 november 2025: 1 väntar på rapport"


def test_details_and_the_follow_up_leave_out_a_window_that_went_on_then(
    session: Session, promise: Agreement, place: Municipality, anna: Person
) -> None:
    of = patrols(session, promise, place, Form.WINDOW)
    done(session, anna, months(session, of, 2025))
    done(session, anna, months(session, of, 2026)[:10])

    before = progress_so_far.just_before(session, [promise.id], THIS_YEAR, LAST_YEAR, MONDAY)[promise.id][0]
    followed = only(gathered(session, place)).before
    assert followed
    assert (before.tally.done, before.period) == (10, Period(date(2025, 1, 1), date(2025, 11, 23)))
    assert followed.tally.done == 10
