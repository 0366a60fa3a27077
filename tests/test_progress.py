from fractions import Fraction

import pytest

from bot.domain.progress import Tally, Verdict, assess, expected
from bot.domain.words import Form

HALF = Fraction(1, 2)

DATED = Form.DATED
DELIVERABLE = Form.DELIVERABLE


@pytest.mark.parametrize(
    ("tally", "elapsed", "awaited"),
    [
        (Tally(DATED, goal=44, planned_to_date=40, planned_total=44), HALF, 40),
        (Tally(DATED, goal=24, planned_to_date=0, planned_total=0), HALF, 12),
        (Tally(DATED, goal=24, planned_to_date=5, planned_total=10), HALF, 12),
        (Tally(DATED, goal=24, planned_to_date=10, planned_total=10), Fraction(1), 24),
        (Tally(DATED, goal=24, planned_to_date=15, planned_total=30), HALF, 12),
        (Tally(DATED, goal=3, planned_to_date=0, planned_total=0), Fraction(65, 100), 1),
        (Tally(DATED, goal=None, planned_to_date=7, planned_total=9), HALF, 7),
    ],
)
def test_expected_is_the_plan_and_an_even_pace_for_the_rest(tally: Tally, elapsed: Fraction, awaited: int) -> None:
    assert expected(tally, elapsed) == awaited


@pytest.mark.parametrize(
    ("tally", "verdict"),
    [
        (
            Tally(DATED, done=31, not_done=8, missing_reports=1, goal=44, planned_to_date=40, planned_total=44),
            Verdict.BEHIND,
        ),
        (Tally(DATED, done=21, ahead=3, goal=24, planned_to_date=21, planned_total=24), Verdict.ON_TRACK),
        (Tally(DATED, done=24, goal=24, planned_to_date=21, planned_total=24), Verdict.FINISHED),
        (Tally(DATED, done=3, partly=1, goal=4, planned_to_date=4, planned_total=4), Verdict.BEHIND),
        (Tally(DATED, done=3, not_needed=1, goal=4, planned_to_date=4, planned_total=4), Verdict.BEHIND),
        # Only what lacks its report makes up for the lag, or one report more is lacking than that.
        (
            Tally(DATED, done=19, missing_reports=2, ahead=3, goal=24, planned_to_date=21, planned_total=24),
            Verdict.RISK,
        ),
        (
            Tally(DATED, done=19, missing_reports=1, ahead=4, goal=24, planned_to_date=21, planned_total=24),
            Verdict.BEHIND,
        ),
        # One of four was called off: with three the goal is not reached, with one in its place it is.
        (Tally(DATED, done=2, cancelled=1, ahead=1, goal=4, planned_to_date=2, planned_total=3), Verdict.RISK),
        (Tally(DATED, done=2, cancelled=1, ahead=2, goal=4, planned_to_date=2, planned_total=4), Verdict.ON_TRACK),
        # Half of it was never planned: there is still time to.
        (Tally(DATED, done=2, ahead=0, goal=4, planned_to_date=2, planned_total=2), Verdict.BEHIND),
        (Tally(DATED, done=3, ahead=0, goal=4, planned_to_date=2, planned_total=2), Verdict.ON_TRACK),
        # A part of the year in which nothing was to be done.
        (Tally(DATED, goal=0), Verdict.ON_TRACK),
        (Tally(DATED, ahead=2, goal=2, planned_to_date=0, planned_total=2), Verdict.NOT_STARTED),
        (Tally(DATED, goal=2, planned_to_date=1, planned_total=2), Verdict.BEHIND),
        (Tally(DATED, partly=1, ahead=1, goal=2, planned_to_date=0, planned_total=1), Verdict.ON_TRACK),
        (Tally(Form.CONTINUOUS, done=11), Verdict.CANNOT_ASSESS),
        (Tally(DATED, done=5, planned_to_date=5, planned_total=9), Verdict.CANNOT_ASSESS),
        (Tally(Form.WHEN_NEEDED, not_needed=2, planned_to_date=2, planned_total=4), Verdict.NOT_NEEDED),
        (Tally(Form.WHEN_NEEDED, done=1, not_needed=2), Verdict.CANNOT_ASSESS),
        (Tally(DELIVERABLE, planned_total=1), Verdict.NOT_STARTED),
        (Tally(DELIVERABLE, partly=1, planned_total=1), Verdict.ON_TRACK),
        (Tally(DELIVERABLE, partly=1, planned_to_date=1, planned_total=1), Verdict.BEHIND),
        (Tally(DELIVERABLE, planned_to_date=1, planned_total=1, missing_reports=1), Verdict.RISK),
        (Tally(DELIVERABLE, done=1, planned_to_date=1, planned_total=1), Verdict.FINISHED),
    ],
)
def test_verdict(tally: Tally, verdict: Verdict) -> None:
    assert assess(tally, expected(tally, HALF)) is verdict
