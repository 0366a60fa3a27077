"""Which agreements and activities a follow-up takes in."""

from datetime import date

from sqlmodel import Session

from bot.domain.periods import Period
from bot.domain.words import AgreementKind, AgreementState
from bot.services.follow_up import gather
from storage.models import Agreement, FocusArea, Municipality, Person
from tests import progress_rows as rows
from tests.factories import municipality
from tests.gathered import TERTIAL, YEAR, gathered, held, titles, walks
from tests.progress_rows import MONDAY


def test_an_agreement_that_was_terminated_in_the_year_is_followed_up_as_far_as_it_held(
    session: Session, place: Municipality, promise: Agreement
) -> None:
    promise.state, promise.terminated_on = AgreementState.TERMINATED, date(2026, 6, 30)
    session.flush()

    (found,) = gathered(session, place).agreements
    assert (found.state, found.period.last) == (AgreementState.TERMINATED, date(2026, 6, 30))
    assert titles(gathered(session, place, Period(date(2026, 7, 1), date(2026, 12, 31)))) == []


def test_one_that_was_taken_back_before_it_began_never_held(
    session: Session, place: Municipality, promise: Agreement
) -> None:
    promise.state, promise.terminated_on = AgreementState.TERMINATED, date(2025, 12, 1)
    session.flush()

    assert titles(gathered(session, place)) == []


def test_one_that_another_took_the_place_of_held_until_that_began(session: Session, place: Municipality) -> None:
    old = rows.agreement(session, place, years=(2025, 2027))
    new = rows.agreement(session, place, years=(2026, 2028))
    old.state, new.replaces_id = AgreementState.REPLACED, old.id
    session.flush()

    assert titles(gathered(session, place)) == ["Hofors 2026"]
    assert titles(gathered(session, place, Period(date(2025, 9, 1), date(2026, 4, 30)))) == [
        "Hofors 2025",
        "Hofors 2026",
    ]


def test_one_that_another_took_the_place_of_is_judged_on_the_months_it_held(
    session: Session, place: Municipality
) -> None:
    old, new = rows.agreement(session, place), rows.agreement(session, place, years=(2027, 2028))
    walks(session, old, place, goal=12)
    old.state, new.replaces_id, new.period_start = AgreementState.REPLACED, old.id, date(2026, 5, 1)
    session.flush()

    (found,) = gathered(session, place).activities()
    assert (found.progress.period, found.progress.tally.goal) == (Period(YEAR.first, date(2026, 4, 30)), 4)


def test_an_activity_that_ended_in_the_year_is_there_and_one_that_ended_before_is_not(
    session: Session, place: Municipality, promise: Agreement
) -> None:
    walks(session, promise, place).ended_on = date(2026, 5, 31)
    session.flush()

    assert len([*gathered(session, place, TERTIAL).activities()]) == 1
    assert len([*gathered(session, place, Period(date(2026, 9, 1), date(2026, 12, 31))).activities()]) == 0


def test_what_another_agreement_counts_is_shown_with_its_figures_and_listed_there(
    session: Session, place: Municipality, promise: Agreement, anna: Person
) -> None:
    of = walks(session, promise, place)
    held(session, of, anna)
    session.flush()
    collaboration = rows.agreement(session, place, AgreementKind.COLLABORATION)
    area = rows.activity(session, collaboration, place, "dialog", "Samtal").focus_area_id
    session.get_one(FocusArea, area).via = [f"{promise.key}/{of.key}"]
    session.flush()

    (own,), (_, lent) = ([*one.activities()] for one in gathered(session, place).agreements)
    assert (len(own.held), own.via) == (1, "")
    assert (len(lent.held), lent.progress.tally.done, lent.via) == (0, 1, "Hofors 2026")


def test_all_municipalities_of_a_police_area_stand_in_one(session: Session, place: Municipality) -> None:
    other = municipality(session, "Ockelbo")
    for town in (place, other):
        walks(session, rows.agreement(session, town), town)

    found = gather(session, [place.id, other.id], YEAR, MONDAY, place="Gästrikland")
    assert (found.place, titles(found)) == ("Gästrikland", ["Hofors 2026", "Ockelbo 2026"])


def test_where_nothing_is_agreed_there_is_nothing(session: Session, place: Municipality) -> None:
    found = gathered(session, place)

    assert (found.agreements, found.feedback, found.newest, found.missing, found.withheld) == ((), (), None, 0, 0)
