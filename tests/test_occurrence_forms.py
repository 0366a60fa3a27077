from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from bot.domain.errors import FieldErrors
from bot.domain.words import Form, OccurrenceState, Part
from bot.sandbox.block_check import check_message, check_view
from bot.views import handovers, occurrence_forms, occurrences
from bot.views.blocks import Message, View
from bot.views.series_forms import ChangeableSeries
from storage.activities import Plannable
from storage.occurrences import Listed, Named, Staffed
from tests.factories import NOW, stockholm

LONG = "Förebyggande samverkansinsatser mot narkotikaförsäljning vid skolor och kollektivtrafikknutpunkter" * 2
WALK = Listed(
    7, stockholm(24, 18), stockholm(24, 20), None, LONG[:100], OccurrenceState.PLANNED, 0, True, 3, LONG,
    "trygghetsvandring", Form.DATED, False, 2, 1, "Örnsköldsvik", "ORN",
)  # fmt: skip
WEEK = WALK._replace(form=Form.WINDOW, label="vecka 48", starts_at=stockholm(23, 0), ends_at=stockholm(30, 0))
NAMED = [Named(index, "T1", f"U{index:010}", part) for index, part in enumerate([*Part] * 3)]
STAFFED = Staffed(WALK, NAMED)
ACTIVITY = Plannable(
    3,
    LONG,
    "trygghetsvandring",
    Form.DATED,
    True,
    LONG[:100],
    None,
    None,
    2,
    LONG,
    1,
    1,
    "Örnsköldsvik",
    1,
    date(2026, 1, 1),
    date(2026, 12, 31),
    None,
)


def clock(day: str, starts: str, ends: str) -> dict[str, Any]:
    return {"day": day, "starts": starts, "ends": ends, "place": None}


def elements(view: View) -> dict[str, Any]:
    return {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}


@pytest.mark.parametrize(
    "view",
    [
        occurrences.overview([STAFFED] * 8, [replace(ACTIVITY, id=index) for index in range(100)], NOW),
        occurrences.overview([], [], NOW),
        occurrences.planned(STAFFED, NOW),
        occurrences.moved_receipt(STAFFED, 1, NOW),
        occurrences.cancelled_receipt(STAFFED, LONG[:150], 1, NOW),
        occurrence_forms.plan(ACTIVITY, NAMED),
        occurrence_forms.plan(replace(ACTIVITY, form=Form.DELIVERABLE, place=None), []),
        occurrence_forms.move(ChangeableSeries(STAFFED), 0, NOW),
        occurrence_forms.move(ChangeableSeries(Staffed(WEEK, NAMED)), 0, NOW),
        occurrence_forms.cancel(ChangeableSeries(STAFFED), 0, NOW),
        handovers.form(WALK, NOW),
        handovers.waiting(WALK, 5, "U0000000001", NOW),
        handovers.taken_back("U0000000001"),
    ],
)
def test_views_keep_slack_s_limits(view: View) -> None:
    assert check_view(view) == []


@pytest.mark.parametrize("one", [WALK, WEEK, WALK._replace(protected=True)])
def test_messages_keep_slack_s_limits(one: Listed) -> None:
    user = "U0000000001"
    for message in [
        occurrences.moved(one, one, user, NOW),
        occurrences.cancelled(one, LONG[:150], user, NOW),
        handovers.question(one, 5, user, LONG[:150], NOW),
        handovers.taken(Staffed(one, NAMED), NOW),
        *(build(one, user, NOW) for build in (handovers.refused, handovers.accepted, handovers.declined)),
        handovers.withdrawn(one, user, NOW),
        handovers.outdated(one, "Tillfället har flyttats eller ställts in."),
    ]:
        assert check_message(message["text"], message["blocks"]) == []


@pytest.mark.parametrize("message", [occurrences.opener(), occurrences.only_coordinators(["UDINA"])])
def test_answers_keep_slack_s_limits(message: Message) -> None:
    assert check_message(message["text"], message["blocks"]) == []


def test_others_are_told_who_plans() -> None:
    assert occurrences.only_coordinators(["UDINA", "UEVA"])["text"] == (
        "Bara samordnaren planerar tillfällen, så inget är ändrat. Fråga <@UDINA> eller <@UEVA>. "
        "Dina egna tillfällen flyttar du och ställer in från påminnelsen."
    )


def test_a_move_begins_with_the_time_as_it_is_in_stockholm() -> None:
    found = elements(occurrence_forms.move(ChangeableSeries(STAFFED), 0, NOW))
    assert found["day"]["initial_date"] == "2026-11-24"
    assert (found["starts"]["initial_time"], found["ends"]["initial_time"]) == ("18:00", "20:00")


def test_a_window_is_moved_by_its_first_and_last_day() -> None:
    found = elements(occurrence_forms.move(ChangeableSeries(Staffed(WEEK, NAMED)), 0, NOW))
    assert (found["first"]["initial_date"], found["last"]["initial_date"]) == ("2026-11-23", "2026-11-29")


@pytest.mark.parametrize(
    ("fields", "starts", "ends"),
    [
        (clock("2026-11-24", "18:00", "20:30"), stockholm(24, 18), stockholm(24, 20, 30)),
        (clock("2026-11-24", "22:00", "01:00"), stockholm(24, 22), stockholm(25, 1)),
        ({"first": "2026-11-23", "last": "2026-11-29"}, stockholm(23, 0), stockholm(30, 0)),
    ],
)
def test_chosen_times_are_stockholm_time(fields: dict[str, Any], starts: datetime, ends: datetime) -> None:
    when = occurrence_forms.read_when(fields, NOW)
    assert (when.starts_at, when.ends_at) == (starts, ends)


@pytest.mark.parametrize(
    ("fields", "field", "problem"),
    [
        (clock("2026-11-24", "18:00", "17:00"), "ends", "Slutet måste komma efter starten. Välj en senare tid."),
        (clock("2026-11-24", "18:00", "18:00"), "ends", "Slutet måste komma efter starten. Välj en senare tid."),
        (clock("2026-11-19", "18:00", "20:00"), "day", "Tiden har redan varit. Välj en senare tid."),
        (clock("2026-11-20", "09:00", "20:00"), "starts", "Tiden har redan varit. Välj en senare tid."),
        (
            clock("2027-03-28", "02:30", "05:00"),
            "starts",
            "Klockan ställs fram den natten, så den tiden finns inte. Välj en annan tid.",
        ),
        (
            {"first": "2026-11-29", "last": "2026-11-23"},
            "last",
            "Sista dagen kan inte komma före den första. Välj en senare dag.",
        ),
        ({"first": "2026-11-01", "last": "2026-11-19"}, "last", "Tiden har redan varit. Välj en senare dag."),
    ],
)
def test_a_time_that_cannot_be_is_marked_on_its_field(fields: dict[str, Any], field: str, problem: str) -> None:
    with pytest.raises(FieldErrors) as caught:
        occurrence_forms.read_when(fields, NOW)
    assert caught.value.fields == {field: problem}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"reason": "weather", "detail": None}, "väder"),
        ({"reason": "staff", "detail": "två är sjuka."}, "personal: två är sjuka"),
        ({"reason": "other", "detail": "lokalen är stängd"}, "lokalen är stängd"),
        ({"reason": "other", "detail": None}, "annat"),
    ],
)
def test_a_reason_takes_one_tap(fields: dict[str, Any], reason: str) -> None:
    assert occurrence_forms.read_reason(fields) == reason


def test_a_street_with_a_number_is_a_place() -> None:
    chosen = clock("2026-11-24", "18:00", "20:00") | {"place": "Storgatan 5"}
    assert occurrence_forms.read_when(chosen, NOW).place == "Storgatan 5"


def test_a_text_about_a_private_person_is_held_back() -> None:
    with pytest.raises(FieldErrors) as caught:
        handovers.read_form({"colleague": "UBO", "note": "ring 070-174 06 05"})
    assert list(caught.value.fields) == ["note"]


def test_who_plans_sees_what_the_agreement_says_of_when() -> None:
    (about, *_) = occurrence_forms.plan(replace(ACTIVITY, title="Gå ut", recurrence="varje <skollov>"), [])["blocks"]

    assert about["text"]["text"].splitlines()[0] == "*Gå ut*"
    assert about["text"]["text"].splitlines()[-1] == "I avtalet står: ”varje &lt;skollov&gt;”."
