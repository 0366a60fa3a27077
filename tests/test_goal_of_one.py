"""Sentences about one, and about work where nothing new is to tell."""

import pytest

from bot.domain import progress_deviations
from bot.domain.kinds import kind
from bot.domain.progress import Verdict
from bot.domain.standing import ActivityProgress
from bot.domain.words import Form
from bot.views import outcomes
from tests import longest

CHECKS = kind("trafikkontroll").goal_unit


def one(done: int, goal: int) -> ActivityProgress:
    found = longest.progress(Form.DATED, Verdict.ON_TRACK, 1)
    frame = found.frame._replace(kind="trafikkontroll", unit=CHECKS)
    return found._replace(frame=frame, tally=found.tally._replace(done=done, partly=0, goal=goal))


@pytest.mark.parametrize(
    ("done", "goal", "text"),
    [
        (1, 1, "1 kontroll sedan 1 april, av 1 planerad, enligt plan."),
        (21, 1, "21 kontroller sedan 1 april, av 1 planerad, enligt plan."),
        (21, 24, "21 av 24 planerade kontroller är gjorda sedan 1 april, enligt plan."),
    ],
)
def test_a_goal_of_one_is_said_of_one(done: int, goal: int, text: str) -> None:
    assert outcomes.standing(one(done, goal)) == text


@pytest.mark.parametrize(
    ("form", "count", "text"),
    [
        (Form.CONTINUOUS, 1, "1 gång inget nytt."),
        (Form.CONTINUOUS, 3, "3 gånger inget nytt."),
        (Form.WHEN_NEEDED, 1, "1 behövdes inte."),
    ],
)
def test_what_goes_on_had_nothing_new(form: Form, count: int, text: str) -> None:
    found = longest.progress(form, Verdict.ON_TRACK, 1)
    tally = found.tally._replace(
        form=form,
        not_done=0,
        not_done_reasons={},
        not_needed=count,
        unknown=0,
        missing_reports=0,
        cancelled=0,
    )
    told = found._replace(tally=tally)
    assert progress_deviations.deviations(told) == text
    assert progress_deviations.gone_otherwise(told) == ("" if form is Form.CONTINUOUS else text)
