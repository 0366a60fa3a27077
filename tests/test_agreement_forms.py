"""What is written in the forms about an agreement, read back or refused at its field."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.agreement_draft import AgreementDraft, DraftFrame, Way
from bot.domain.agreement_draft_edit import parties_of, renamed
from bot.domain.agreement_file import FollowUpEntry
from bot.domain.errors import FieldErrors
from bot.domain.municipality_names import MUNICIPALITY_NAMES
from bot.domain.party_names import parties_named
from bot.domain.words import FollowUpForm, Form, Per
from bot.views import agreement_activity_form, agreement_ends, agreement_frame_form

FRAME: dict[str, Any] = {
    "title": "Vårt löfte", "kind": "citizen_promise", "town_names": "timra och Lilla Edet", "first": "2027-01-01",
    "last": "2027-12-31", "signed_on": None, "parties": "Polisen i Medelpad\n• Timrå kommun\n\n", "basis": [],
    "per": None, "form": None, "owner": None, "recipients": None,
}  # fmt: skip
ACTIVITY: dict[str, Any] = {
    "area": "-", "new_area": None, "title": "Forum", "kind": "ungdomsforum", "form": "dated", "lead": "1",
    "promised": None, "promised_per": "year", "planned": "4", "planned_per": "month", "protected": ["yes"],
    "window": None, "due_on": None, "recurrence": " varje skollov ",
}  # fmt: skip
DRAFT = AgreementDraft(way=Way.NEW, frame=DraftFrame(parties=parties_named(["Polisen", "Timrå kommun"])))


def read(**changed: Any) -> DraftFrame:
    return agreement_frame_form.read(FRAME | changed, DraftFrame(), MUNICIPALITY_NAMES)


def test_municipalities_are_written_freely_by_who_may_begin_anywhere() -> None:
    frame = read()

    assert frame.municipalities == ("Timrå", "Lilla Edet")
    assert [party.name for party in frame.parties] == ["Polisen i Medelpad", "Timrå kommun"]


def test_a_title_that_nobody_touched_follows_what_became_known() -> None:
    assert read(title="Medborgarlöfte").title == "Medborgarlöfte för Timrå och Lilla Edet 2027"


def test_what_was_partly_done_counts_where_somebody_has_ticked_it() -> None:
    assert (read(partly_counts=["yes"]).partly_counts, read(partly_counts=[]).partly_counts) == (True, False)


def test_how_it_counts_is_ticked_as_it_was() -> None:
    counts = replace(DRAFT, frame=replace(DRAFT.frame, partly_counts=True))
    form = agreement_frame_form.frame(counts, 1, None)
    (ticks,) = [one["element"] for one in form["blocks"] if one["block_id"] == "partly_counts"]
    assert [one["text"]["text"] for one in ticks["initial_options"]] == [agreement_frame_form.PARTLY]


def test_a_duty_to_follow_up_is_whole_or_not_there() -> None:
    whole = {"per": "year", "form": "written", "owner": "rådet", "recipients": "kommunstyrelsen, polisen"}

    assert read().follow_ups == ()
    assert read(**whole).follow_ups == (
        FollowUpEntry(
            form=FollowUpForm.WRITTEN, per=Per.YEAR, owner="rådet", recipients=("kommunstyrelsen", "polisen")
        ),
    )


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"town_names": "Gotham"}, "town_names"),
        ({"last": "2026-12-31"}, "last"),
        ({"per": "year"}, "per"),
        ({"parties": "Maj, 070-174 06 05"}, "parties"),
        ({"parties": "Polisen och kommunen " * 10}, "parties"),
        ({"starts_on": "2028-01-01"}, "starts_on"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(changed: dict[str, Any], field: str) -> None:
    before = read()
    with pytest.raises(FieldErrors) as refused:
        agreement_frame_form.read(FRAME | changed, before, MUNICIPALITY_NAMES)

    assert [*refused.value.fields] == [field]


def test_an_activity_is_read_with_who_leads_and_how_many() -> None:
    wanted = agreement_activity_form.read(ACTIVITY, DRAFT)

    assert (wanted.lead, wanted.promised, wanted.planned) == ("Timrå kommun", None, (4, Per.MONTH))
    assert (wanted.form, wanted.protected, wanted.recurrence) == (Form.DATED, True, "varje skollov")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"planned": "4,5"}, "planned"),
        ({"promised": "0"}, "promised"),
        ({"title": "ABC 123"}, "title"),
        ({"recurrence": "ring 070-174 06 05"}, "recurrence"),
    ],
)
def test_what_an_activity_cannot_be_is_told_at_its_field(changed: dict[str, Any], field: str) -> None:
    with pytest.raises(FieldErrors) as refused:
        agreement_activity_form.read(ACTIVITY | changed, DRAFT)

    assert [*refused.value.fields] == [field]


def test_a_new_focus_area_needs_a_name() -> None:
    with pytest.raises(FieldErrors, match="Skriv vad det nya fokusområdet heter"):
        agreement_activity_form.read_area(ACTIVITY, DRAFT)

    assert agreement_activity_form.read_area(ACTIVITY | {"new_area": "Unga"}, DRAFT) == "Unga"


def test_a_reason_names_nobody() -> None:
    with pytest.raises(FieldErrors, match="telefonnummer"):
        agreement_ends.read({"last": "2026-11-30", "reason": "other", "detail": "ring 070-174 06 05"})


def test_a_party_that_was_written_over_goes_on_by_its_new_name() -> None:
    before = parties_named(["Polisen", "Timrå kommun"])

    assert renamed(before, parties_of(["Polisen i Medelpad", "Timrå kommun"], before)) == {
        "Polisen": "Polisen i Medelpad"
    }
    assert renamed(before, parties_of(["Timrå kommun"], before)) == {}
