from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from sqlmodel import Session, col, select

from bot.domain.progress import Verdict
from bot.domain.standing import ActivityProgress
from bot.domain.words import AgreementState, DeficiencyState, Form, OccurrenceState, Part, Reason
from bot.sandbox.demo import demo_start
from bot.sandbox.personas import ANNA, PERSONAS
from bot.services import progress, report_line
from bot.views.outcomes import Receipt
from storage import agreement_rows, deficiencies
from storage.models import Activity, Agreement, Occurrence, OccurrencePerson, Outcome, Person
from tests.seeded import START, actor, told, told_anew, utc


def going(seeded: Session, agreement: str) -> dict[str, ActivityProgress]:
    found = agreement_rows.by_key(seeded, agreement)
    assert found is not None
    names = {row.id: reference.split("/")[1] for reference, row in agreement_rows.by_reference(seeded).items()}
    return {names[one.frame.activity_id]: one for one in progress.of_agreements(seeded, [found.id], START)[found.id]}


def test_the_demo_starts_on_the_monday_of_week_48() -> None:
    assert demo_start(date(2026, 3, 1)) == datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert demo_start(date(2027, 5, 5)) == datetime(2027, 11, 29, 8, tzinfo=UTC)


def test_the_five_agreements_are_over_and_their_examples_run(seeded: Session) -> None:
    found = seeded.exec(select(Agreement).order_by(col(Agreement.id))).all()
    assert [(one.state, one.example) for one in found] == [(AgreementState.ENDED, False)] * 5 + [
        (AgreementState.CURRENT, True)
    ] * 5


def test_the_bot_knows_everyone_but_greta(seeded: Session) -> None:
    known = {one.user_id for one in seeded.exec(select(Person))}
    assert {one.user_id for one in PERSONAS} - known == {"U0GRETA"}


def test_the_past_year_of_what_is_over_is_reported(seeded: Session) -> None:
    for name in ("hofors_2023-2024", "kommunen_i_exemplet_2022", "ockelbo_2022-2024", "timra_2021-2022"):
        ids = [row.id for reference, row in agreement_rows.by_reference(seeded).items() if reference.startswith(name)]
        rows = seeded.exec(select(Occurrence).where(col(Occurrence.activity_id).in_(ids))).all()
        assert {row.activity_id for row in rows} == set(ids)
        assert {row.state for row in rows} == {OccurrenceState.REPORTED}


def test_foot_patrols_in_timra_are_behind_as_the_chief_is_told(seeded: Session) -> None:
    patrols = going(seeded, "timra_exempel")["fotpatrullering"]
    assert (patrols.verdict, patrols.expected) == (Verdict.BEHIND, 40)
    assert (patrols.tally.done, patrols.tally.planned_total, patrols.tally.goal) == (31, 44, 44)
    assert (patrols.tally.not_done, patrols.tally.missing_reports) == (8, 1)
    assert patrols.tally.not_done_reasons == {Reason.STAFF: 6, Reason.WEATHER: 2}
    assert patrols.tally.newest_report == date(2026, 11, 20)
    assert patrols.tally.next_start == utc(25, 15)


@pytest.mark.parametrize(
    ("activity", "done", "goal", "verdict"),
    [
        ("trafikkontroller", 20, 24, Verdict.ON_TRACK),
        ("informationstraffar", 3, 4, Verdict.ON_TRACK),
        ("oppen_droghandel", 5, 6, Verdict.ON_TRACK),
        ("kunskap_om_vald", 2, 2, Verdict.FINISHED),
        ("centrala_timra", 1, None, Verdict.FINISHED),
        ("huskurage", 3, None, Verdict.CANNOT_ASSESS),
    ],
)
def test_the_rest_of_timra(seeded: Session, activity: str, done: int, goal: int | None, verdict: Verdict) -> None:
    found = going(seeded, "timra_exempel")[activity]
    assert (found.tally.done, found.tally.goal, found.verdict) == (done, goal, verdict)


def test_huskurage_has_been_offered_to_11_associations(seeded: Session) -> None:
    assert going(seeded, "timra_exempel")["huskurage"].measures == {"foreningar": 11}


def test_the_newest_report_in_timra_is_from_friday(seeded: Session) -> None:
    newest = [one.tally.newest_report for one in going(seeded, "timra_exempel").values()]
    assert max(day for day in newest if day) == date(2026, 11, 20)


def test_only_hofors_has_something_behind_beside_timra(seeded: Session) -> None:
    behind = {
        name: [key for key, one in going(seeded, f"{name}_exempel").items() if one.verdict is Verdict.BEHIND]
        for name in ("hofors", "kommunen_i_exemplet", "ockelbo", "timra", "timra_samverkan")
    }
    assert behind == {
        "hofors": ["motorburet"], "kommunen_i_exemplet": [], "ockelbo": [], "timra": ["fotpatrullering"],
        "timra_samverkan": [],
    }  # fmt: skip


def test_out_and_about_in_the_unnamed_municipality(seeded: Session) -> None:
    outreach = going(seeded, "kommunen_i_exemplet_exempel")["uppsokande"]
    assert (outreach.tally.done, outreach.measures["samtal"]) == (38, 410)


def test_what_the_walk_in_hofors_noted_has_been_decided_and_partly_done(seeded: Session) -> None:
    walks = agreement_rows.by_reference(seeded)["hofors_exempel/trygghetsvandringar"].id
    found = deficiencies.of_activity(seeded, walks)
    assert [(one.noted.spot, one.handled.state, one.handled.owner) for one in found] == [
        ("gångtunneln vid stationen", DeficiencyState.ACCEPTED, "gatuenheten"),
        ("gångvägen bakom biblioteket", DeficiencyState.DONE, "parkenheten"),
        ("busskuren vid torget", DeficiencyState.NOTED, ""),
        ("övergångsstället vid skolan", DeficiencyState.REFUSED, "gatuenheten"),
    ]
    assert going(seeded, "hofors_exempel")["trygghetsvandringar"].measures["brister"] == len(found)


def test_annas_line_means_the_check_on_friday(seeded: Session) -> None:
    line = "trafikkontroll 45 fordon 2 rattfylla lugnt"
    receipt = report_line.report(seeded, actor(seeded, ANNA), line, START)
    assert isinstance(receipt, Receipt)
    assert (receipt.occurrence.starts_at, receipt.occurrence.place) == (utc(20, 19), "E4 Sörberge")
    assert receipt.progress is not None
    assert (receipt.progress.tally.done, receipt.progress.tally.goal) == (21, 24)
    assert receipt.progress.verdict is Verdict.ON_TRACK


def test_nobody_is_to_be_in_two_places_at_once(seeded: Session) -> None:
    dated = (
        select(Occurrence.starts_at, Occurrence.ends_at, OccurrencePerson.person_id)
        .join(Activity, col(Activity.id) == col(Occurrence.activity_id))
        .join(OccurrencePerson, col(OccurrencePerson.occurrence_id) == col(Occurrence.id))
        .where(Activity.form == Form.DATED, Occurrence.starts_at >= utc(1, 0, 1), OccurrencePerson.part == Part.LEAD)
    )
    spans = sorted(seeded.exec(dated), key=lambda row: (row[2], row[0]))
    clashes = [(one, two) for one, two in pairwise(spans) if one[2] == two[2] and two[0] < one[1]]
    assert clashes == []


def test_report_numbers_rise_with_time(seeded: Session) -> None:
    of_timra = select(Outcome.number).where(col(Outcome.number).startswith("TIM-2026-"))
    numbers = seeded.exec(of_timra.order_by(col(Outcome.reported_at), col(Outcome.id))).all()
    assert numbers == [f"TIM-2026-{count:04d}" for count in range(1, len(numbers) + 1)]


def test_the_same_story_is_told_each_time(seeded: Session) -> None:
    notes = select(Outcome.number, Outcome.note).order_by(col(Outcome.id))
    with told_anew() as again:
        assert again.exec(notes).all() == seeded.exec(notes).all()


@pytest.mark.parametrize("year", [2025, 2027, 2032])
def test_the_story_can_be_told_in_any_year(year: int) -> None:
    start = demo_start(date(year, 6, 1))
    with told(start) as session:
        receipt = report_line.report(session, actor(session, ANNA, start), "trafikkontroll 45 fordon", start)
    assert isinstance(receipt, Receipt)
    assert receipt.progress is not None
    assert receipt.progress.tally.done == 21
