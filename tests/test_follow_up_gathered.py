"""Which numbers and notes a follow-up takes in, each in a year made for it."""

from datetime import date

from sqlmodel import Session, select

from bot.domain.follow_up import Feedback, Held, NotedDeficiency
from bot.domain.periods import Period
from bot.domain.words import (
    DeficiencyState,
    Form,
    GoalOrigin,
    OutcomeStatus,
    Per,
    PublicationForm,
)  # fmt: skip
from storage.models import (
    Agreement,
    Deficiency,
    Goal,
    Municipality,
    Outcome,
    Person,
    Publication,
)
from tests import progress_rows as rows
from tests.factories import municipality, stockholm
from tests.gathered import IN_MAY, IN_OCTOBER, TERTIAL, YEAR, gathered, held, only, walks


def test_the_year_before_is_counted_as_far_as_this_one_has_come(
    session: Session, place: Municipality, anna: Person
) -> None:
    of = walks(session, rows.agreement(session, place, years=(2025, 2026)), place)
    for starts in (stockholm(5, 18, year=2025), stockholm(25, 18, year=2025), IN_MAY):
        held(session, of, anna, starts)

    found = only(gathered(session, place))
    assert found.before is not None
    assert (found.before.tally.done, found.progress.tally.done) == (1, 1)


def test_where_the_agreement_did_not_hold_the_year_before_there_is_nothing_to_compare_with(
    session: Session, place: Municipality, promise: Agreement
) -> None:
    walks(session, promise, place)

    assert only(gathered(session, place)).before is None


def test_what_was_promised_and_what_was_planned_are_judged_each_for_itself(
    session: Session, place: Municipality, promise: Agreement
) -> None:
    of = walks(session, promise, place, goal=4, origin=GoalOrigin.PROMISED)
    planned = Goal(
        activity_id=of.id, origin=GoalOrigin.PLANNED, count=6, unit="vandringar", per=Per.YEAR, valid_from=YEAR.first,
        valid_to=YEAR.last, decided_by="rådet",
    )  # fmt: skip
    session.add(planned)
    session.flush()

    found = only(gathered(session, place))
    assert found.planned is not None
    assert (found.progress.tally.goal, found.progress.tally.goal_origin) == (4, GoalOrigin.PROMISED)
    assert (found.planned.tally.goal, found.planned.frame.decided_by) == (6, "rådet")


def test_a_protected_window_that_is_not_over_is_withheld_also_when_it_is_reported(
    session: Session, place: Municipality, promise: Agreement, anna: Person
) -> None:
    of = rows.activity(session, promise, place, "trafikkontroll", "Kontroller", form=Form.WINDOW, protected=True)
    on = rows.occasion(session, of, stockholm(16, 0))
    on.ends_at = stockholm(30, 0)
    rows.report(session, on, anna)

    found = only(gathered(session, place))
    assert (found.held, found.ahead, found.withheld) == ((), (), 1)


def test_the_report_says_where_it_was_and_only_what_is_done_counts(
    session: Session, place: Municipality, promise: Agreement, anna: Person
) -> None:
    on = held(session, walks(session, promise, place), anna, status=OutcomeStatus.PARTLY)
    on.place = "Torget"
    session.flush()

    assert only(gathered(session, place)).held == (
        Held(date(2026, 5, 12), None, OutcomeStatus.PARTLY, None, 0, "Torget", "", planned=True),
    )


def test_what_is_to_be_delivered_is_ahead_on_its_last_day_and_held_on_the_day_of_its_report(
    session: Session, place: Municipality, promise: Agreement, anna: Person
) -> None:
    of = rows.activity(session, promise, place, "fysisk_atgard", "Belysning", form=Form.DELIVERABLE)
    on = rows.occasion(session, of, stockholm(15, 0, month=1))
    on.ends_at = stockholm(15, 0, month=12)
    session.flush()
    assert [one.day for one in only(gathered(session, place, TERTIAL)).ahead] == [date(2026, 12, 14)]

    on.ends_at = stockholm(30, 0, month=4)
    rows.report(session, on, anna)
    session.exec(select(Outcome)).one().reported_at = IN_MAY
    session.flush()
    assert [one.day for one in only(gathered(session, place, TERTIAL)).held] == [date(2026, 5, 12)]
    assert only(gathered(session, place, Period(date(2026, 1, 1), date(2026, 4, 30)))).held == ()


def test_what_walks_noted_is_followed_until_it_is_done(
    session: Session, place: Municipality, promise: Agreement, anna: Person
) -> None:
    of = walks(session, promise, place)
    early, late = held(session, of, anna, stockholm(2, 18, month=3)), held(session, of, anna)
    noted = {
        "öppen": (early, DeficiencyState.NOTED, None, None),
        "klar före": (early, DeficiencyState.DONE, date(2026, 4, 2), None),
        "klar nu": (early, DeficiencyState.DONE, date(2026, 6, 12), None),
        "nej före": (early, DeficiencyState.REFUSED, None, "privat mark"),
        "nej nu": (late, DeficiencyState.REFUSED, None, "privat mark"),
    }
    session.add_all(
        Deficiency(occurrence_id=on.id, category="belysning", spot=spot, state=state, done_on=done, decision=why)
        for spot, (on, state, done, why) in noted.items()
    )
    session.flush()

    found = only(gathered(session, place, TERTIAL)).deficiencies
    assert [one.spot for one in found] == ["öppen", "klar nu", "nej nu"]
    assert found[2] == NotedDeficiency(
        date(2026, 5, 12), "belysning", "nej nu", DeficiencyState.REFUSED, "", "privat mark", None, None
    )


def test_what_was_published_about_the_period_or_in_it_is_feedback(
    session: Session, place: Municipality, anna: Person
) -> None:
    elsewhere, last_year = municipality(session, "Ockelbo"), Period(date(2025, 1, 1), date(2025, 12, 31))
    told = ((place, TERTIAL, IN_OCTOBER), (place, last_year, IN_MAY), (place, last_year, IN_OCTOBER))
    session.add_all(
        Publication(
            municipality_id=where.id, first=about.first, last=about.last, form=PublicationForm.PRESS_RELEASE,
            content="", people={}, published_by_id=anna.id, published_at=at,
        )
        for where, about, at in (*told, (elsewhere, TERTIAL, IN_OCTOBER))
    )  # fmt: skip
    session.flush()

    assert gathered(session, place, TERTIAL).feedback == (
        Feedback(date(2026, 5, 12), "pressmeddelande", "Uppföljning 2025"),
        Feedback(date(2026, 10, 6), "pressmeddelande", "Uppföljning tertial 2 2026"),
    )
