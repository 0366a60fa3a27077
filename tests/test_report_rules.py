"""What a report may not say at once, and how the form tells it."""

from typing import Any

import pytest

from bot.domain.errors import FieldErrors
from bot.domain.kinds import kind
from bot.domain.report import Report
from bot.domain.report_rules import check
from bot.domain.words import OutcomeStatus, Reason
from bot.views import outcome_form

WALK = "trygghetsvandring"
NUMBER = "Du valde ”{}” men har skrivit ett antal. Ta bort antalet eller ändra valet."


def fields(status: OutcomeStatus, **more: Any) -> dict[str, Any]:
    return {"status": status, **more}


@pytest.mark.parametrize(
    ("report", "problem"),
    [
        (Report(OutcomeStatus.NOT_DONE), {"reason": "Välj en orsak till att det inte blev av."}),
        (Report(OutcomeStatus.PARTLY), {"reason": "Välj en orsak till att det blev delvis."}),
        (
            Report(OutcomeStatus.NOT_DONE, Reason.STAFF, measures={"deltagare": 3}),
            {"deltagare": NUMBER.format("blev inte av")},
        ),
        (Report(OutcomeStatus.NOT_NEEDED, measures={"deltagare": 3}), {"deltagare": NUMBER.format("behövdes inte")}),
    ],
)
def test_a_report_does_not_contradict_itself(report: Report, problem: dict[str, str]) -> None:
    with pytest.raises(FieldErrors) as refused:
        check(report, kind(WALK))
    assert refused.value.fields == problem


@pytest.mark.parametrize("report", [Report(measures={"deltagare": 3}), Report(OutcomeStatus.NOT_DONE, Reason.WEATHER)])
def test_what_hangs_together_is_let_through(report: Report) -> None:
    check(report, kind(WALK))


def test_the_form_tells_it_at_its_field() -> None:
    with pytest.raises(FieldErrors) as refused:
        outcome_form.read(fields(OutcomeStatus.NOT_NEEDED, m_deltagare="3"), WALK)
    assert refused.value.fields == {"m_deltagare": NUMBER.format("behövdes inte")}


def test_a_change_keeps_the_effect_that_the_form_does_not_ask_for() -> None:
    kept = Report(count=2, measures={"deltagare": 3, "trygga": 67})
    read = outcome_form.read(fields(OutcomeStatus.DONE, m_deltagare="4"), WALK, kept)
    assert (read.count, read.measures) == (2, {"deltagare": 4, "trygga": 67})


def test_a_change_drops_what_was_emptied() -> None:
    kept = Report(measures={"deltagare": 3, "trygga": 67})
    assert outcome_form.read(fields(OutcomeStatus.DONE), WALK, kept).measures == {"trygga": 67}
