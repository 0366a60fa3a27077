"""What a receipt tells of the goal is what a chief is told: fewer things are counted, by the same rules."""

from datetime import date, datetime, timedelta
from random import Random

import pytest
from sqlmodel import Session, select

from bot.domain.progress import Verdict
from bot.domain.standing import ActivityProgress
from bot.domain.words import Form, GoalOrigin, OccurrenceState, OutcomeStatus, Per
from bot.services import progress
from storage import progress as stored
from storage.models import Activity, Agreement, Goal, Municipality, Outcome, Person
from tests import progress_rows as rows
from tests.factories import stockholm
from tests.progress_rows import MONDAY

SINCE, UNTIL = stockholm(1, 0, month=1), stockholm(1, 0, month=12)
WALKS = "trygghetsvandring"
TOLD = stored.Counts._fields.index("not_done")


def told(session: Session, of: Activity) -> ActivityProgress:
    found = progress.of_activity(session, of.id, MONDAY)
    assert found is not None
    return found


def some_year(session: Session, of: Activity, by: Person, chance: Random) -> None:
    for _ in range(chance.randrange(30)):
        start: datetime = SINCE + timedelta(hours=chance.randrange(-500, 9000))
        on = rows.occasion(session, of, start)
        on.planned = chance.random() < 0.8
        on.state = chance.choice(list(OccurrenceState))
        if on.state is OccurrenceState.REPORTED:
            rows.report(session, on, by, chance.choice(list(OutcomeStatus)))
            session.exec(select(Outcome).where(Outcome.occurrence_id == on.id)).one().count = chance.randint(1, 3)
    session.flush()


@pytest.mark.parametrize("seed", range(4))
def test_it_counts_as_everybody_is_told(
    session: Session, place: Municipality, promise: Agreement, anna: Person, seed: int
) -> None:
    of = rows.activity(session, promise, place, WALKS, "Vandringar", goal=12)
    some_year(session, of, anna, Random(seed))

    every = stored.counts(session, [of.id], SINCE, UNTIL, MONDAY).get(of.id, stored.Counts(of.id))
    shown = stored.counts_for_receipt(session, of.id, SINCE, UNTIL, MONDAY)

    assert shown[:TOLD] == every[:TOLD]


@pytest.mark.parametrize("seed", range(4))
def test_it_judges_as_everybody_is_told(
    session: Session, place: Municipality, promise: Agreement, anna: Person, seed: int
) -> None:
    chance = Random(seed)
    of = rows.activity(session, promise, place, WALKS, "Vandringar", form=chance.choice(list(Form)), goal=6)
    some_year(session, of, anna, chance)

    [one] = progress.of_agreements(session, [promise.id], MONDAY)[promise.id]
    shown = told(session, of)

    assert (shown.verdict, shown.expected, shown.tally.beside) == (one.verdict, one.expected, one.tally.beside)


def test_what_was_never_needed_is_told_as_such(
    session: Session, place: Municipality, promise: Agreement, anna: Person
) -> None:
    of = rows.activity(session, promise, place, WALKS, "Vandringar", form=Form.WHEN_NEEDED, goal=6)
    rows.reported(session, of, anna, 2, OutcomeStatus.NOT_NEEDED)

    assert told(session, of).verdict is Verdict.NOT_NEEDED


def test_of_a_promised_and_a_planned_number_the_promised_counts(
    session: Session, place: Municipality, promise: Agreement
) -> None:
    of = rows.activity(session, promise, place, WALKS, "Vandringar", goal=12)
    assert told(session, of).tally.goal == 12

    session.add(
        Goal(
            activity_id=of.id, origin=GoalOrigin.PROMISED, count=4, unit="gånger", per=Per.YEAR,
            valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31),
        )
    )  # fmt: skip
    session.flush()

    assert (told(session, of).tally.goal, told(session, of).tally.goal_origin) == (4, GoalOrigin.PROMISED)


def test_of_an_activity_without_a_number_there_is_no_goal(
    session: Session, place: Municipality, promise: Agreement
) -> None:
    of = rows.activity(session, promise, place, WALKS, "Vandringar")

    assert (told(session, of).tally.goal, told(session, of).verdict) == (None, Verdict.CANNOT_ASSESS)
