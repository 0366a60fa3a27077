"""The pure rules of drafts: whom to reach, what a text is, names of parties, periods, goals over time."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.agreement_draft import AgreementDraft, Choice, chosen, dumped, loaded, with_frame
from bot.domain.agreement_draft_edit import WantedActivity, edited, with_known_parties
from bot.domain.agreement_draft_file import as_file, open_questions
from bot.domain.agreement_draft_of_file import renewed, revised
from bot.domain.agreement_draft_of_text import draft_of_text, shortened
from bot.domain.agreement_file import GoalEntry, PeriodEntry
from bot.domain.agreement_text import (
    Proposal,
    ProposedActivity,
    ProposedArea,
    Question,
    Source,
    Topic,
    read_agreement_text,
)
from bot.domain.agreement_text_signs import reads_as_agreement
from bot.domain.contact_lines import without_contacts
from bot.domain.party_names import meant, parties_named, placed
from bot.domain.words import Form, GoalOrigin, PartyKind, Per
from tests.agreement_plans import promise
from tests.agreement_talk import TEXT

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Vi patrullerar.\n\nKontakt:\nMaj Exempel\n070-174 06 05\n\nSlut.", "Vi patrullerar.\n\n\n\n\n\nSlut."),
        ("För mer information: Maj Exempel, kommunpolis", ""),
        ("Kontaktperson\nMaj Exempel\n• Vi vandrar.", "\n\n• Vi vandrar."),
        ("• Kontakta butiker i centrum\n• Vandra", "• Kontakta butiker i centrum\n• Vandra"),
        ("Kontakten med unga ska öka.", "Kontakten med unga ska öka."),
        ("Ring oss på 070-174 06 05 om det händer något.", "Ring oss på … om det händer något."),
    ],
)
def test_whom_to_reach_is_left_out(text: str, left: str) -> None:
    assert without_contacts(text) == left


def test_a_report_is_no_agreement_however_long() -> None:
    assert reads_as_agreement(TEXT)
    assert not reads_as_agreement("trafikkontroll 45 fordon enligt medborgarlöftet")
    assert not reads_as_agreement(f"rapport trafikkontroll 45 fordon {TEXT}")
    assert not reads_as_agreement("Vi har vandrat i centrum. " * 40)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Medborgarlöfte för Grums 2027\n\nPolisen och kommunen lovar att:\n- vandra tre gånger per år", True),
        ("Överenskommelse för Grums 2027\nVi ska vandra.\nDen gäller till 31 december.", True),
        ("trafikkontroll enligt medborgarlöftet\n45 fordon\n2 rattfylla", False),
        ("Medborgarlöfte trafik\n45 fordon\n2 rattfylla", False),
        ("Trafikkontroll\nVi ska göra en till i morgon.\nDet gäller medborgarlöftet.", False),
        ("Hur går det med medborgarlöftet? Det gäller Timrå.", False),
    ],
)
def test_a_short_agreement_stands_under_its_title(text: str, is_one: bool) -> None:
    assert reads_as_agreement(text) == is_one


def test_a_draft_is_the_same_when_it_is_read_back() -> None:
    for draft in (draft_of_text(read_agreement_text(TEXT)), renewed(promise(), {}), revised(promise(), {}, TODAY)):
        assert loaded(dumped(draft)) == draft


def test_a_title_ends_with_a_whole_word() -> None:
    assert shortened("Öka   tryggheten i centrala delar", 20) == "Öka tryggheten i…"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Vi ska öppna en fritidsgård.", "Öppna en fritidsgård"),
        ("Polisen och kommunen ska tillsammans vandra i centrum", "Vandra i centrum"),
        ("Polisen och Timrå kommun kommer också att delta på torget", "Delta på torget"),
        ("Vi lovar att patrullera till fots", "Patrullera till fots"),
        ("Vi ska vara synliga på torget", "Vara synliga på torget"),
        ("Polisen ska finnas på torget", "Polisen ska finnas på torget"),
        ("trygghetsvandringar;", "Trygghetsvandringar"),
    ],
)
def test_a_title_says_what_is_to_be_done(words: str, title: str) -> None:
    found = ProposedActivity(words, "ovrigt", Form.DATED, Source(0, len(words)))
    read = Proposal(focus_areas=(ProposedArea("Trygghet", (found,)),))

    assert [one.entry.title for one in draft_of_text(read).activities] == [title]


def test_what_a_text_says_in_two_ways_is_asked_until_somebody_has_decided() -> None:
    question = Question(Topic.PERIOD, "Texten säger både 2019–2022 och 2019–2023. Vilken period gäller?")
    draft = draft_of_text(Proposal(period_start=TODAY, period_end=TODAY, questions=(question,)))

    assert open_questions(draft) == [question.text]
    assert open_questions(with_frame(draft, draft.frame)) == []


def test_the_only_municipality_is_meant_by_what_it_is() -> None:
    parties = parties_named(["Polisen", "Timrå kommun"])

    assert [meant(name, parties) for name in ("Kommunen", "Polisen", "Skolan")] == ["Timrå kommun", "Polisen", None]


def test_a_party_without_a_name_of_its_own_gets_one() -> None:
    parties = parties_named(["Polismyndigheten", "Timrå kommun", "Bostadsbolaget"])

    assert placed(parties, "Timrå", {}) == {
        "Polismyndigheten": "Polisen i Timrå", "Bostadsbolaget": "Bostadsbolaget i Timrå",
    }  # fmt: skip
    assert (
        placed(parties, "Timrå", {PartyKind.POLICE: "Polisen i Medelpad"})["Polismyndigheten"] == "Polisen i Medelpad"
    )


def test_nothing_is_led_by_somebody_who_is_no_party_any_more() -> None:
    draft = revised(promise(), {}, TODAY)
    left = replace(draft, frame=replace(draft.frame, parties=draft.frame.parties[:1]))

    assert [one.entry.lead for one in with_known_parties(left).activities] == [None, "Polisen i Medelpad"]


@pytest.mark.parametrize(
    ("first", "last", "next_first", "next_last"),
    [
        ("2026-01-01", "2026-12-31", "2027-01-01", "2027-12-31"),
        ("2024-01-01", "2026-12-31", "2027-01-01", "2029-12-31"),
        ("2023-04-01", "2027-03-31", "2027-04-01", "2031-03-31"),
        ("2023-03-01", "2024-02-29", "2024-03-01", "2025-02-28"),
        ("2026-03-10", "2026-06-09", "2026-06-10", "2026-09-09"),
    ],
)
def test_a_renewal_is_as_long_as_what_it_follows(first: str, last: str, next_first: str, next_last: str) -> None:
    period = PeriodEntry(start=date.fromisoformat(first), end=date.fromisoformat(last))
    frame = renewed(replace(promise(), period=period), {}).frame

    assert (str(frame.first), str(frame.last)) == (next_first, next_last)


def saved(draft: AgreementDraft) -> list[list[GoalEntry]]:
    file = as_file(draft, promise(), "timra_2026", TODAY)
    return [list(one.goals) for one in file.activities]


def changed(draft: AgreementDraft, count: int) -> AgreementDraft:
    """The first activity promises another number."""
    area = draft.areas[0]
    first, *others = area.activities
    wanted = WantedActivity(
        first.entry.title, first.entry.kind, Form.DATED, first.entry.lead, (count, Per.YEAR), None, protected=False
    )
    entry = edited(first.entry, wanted, TODAY)
    return replace(draft, areas=(replace(area, activities=(replace(first, entry=entry), *others)),))


def test_a_revised_number_holds_from_its_day_and_the_old_one_to_the_day_before() -> None:
    walks, checks = saved(changed(revised(promise(), {}, date(2026, 12, 5)), 5))

    assert [(goal.count, goal.valid_from, goal.valid_to) for goal in walks] == [
        (2, None, date(2026, 12, 4)), (5, date(2026, 12, 5), None),
    ]  # fmt: skip
    assert checks == list(promise().activities[1].goals)


def test_what_is_left_out_of_a_revision_stays_with_goals_that_have_ended() -> None:
    draft = revised(promise(), {}, date(2026, 12, 5))
    area = draft.areas[0]
    skipped = tuple(chosen(one, Choice.SKIPPED) for one in area.activities)

    assert [goals[0].valid_to for goals in saved(replace(draft, areas=(replace(area, activities=skipped),)))] == [
        date(2026, 12, 4)
    ] * 2


def test_a_number_that_somebody_writes_is_planned_unless_the_text_promised_it() -> None:
    wanted = WantedActivity("Forum", "ungdomsforum", Form.DATED, None, None, (4, Per.YEAR), protected=False)
    [goal] = edited(promise().activities[0], wanted, TODAY).goals

    assert (goal.origin, goal.unit, goal.decided_by, goal.decided_on) == (
        GoalOrigin.PLANNED, "forum", "samordnaren", TODAY,
    )  # fmt: skip


def test_how_partly_done_counts_goes_on_until_somebody_changes_it() -> None:
    file = replace(promise(), partly_counts=True)
    draft = renewed(file, {})
    changed = replace(draft, frame=replace(draft.frame, partly_counts=False))
    assert [as_file(one, file, "nytt", TODAY).partly_counts for one in (draft, changed)] == [True, False]
