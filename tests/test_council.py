"""What a council is told since it last met, and what it has to decide: each decision with its reason."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.council import CouncilFacts, CouncilRow, page
from bot.domain.council_decisions import decisions
from bot.domain.duties import Duty, Owed
from bot.domain.follow_up import Ahead, Followed, FollowUp, Held, NotedDeficiency
from bot.domain.periods import Period
from bot.domain.progress import Verdict
from bot.domain.standing import ActivityProgress
from bot.domain.words import AgreementKind, AgreementState, DeficiencyState, FollowUpForm, Form, GoalOrigin, Per, Reason
from bot.domain.words import OutcomeStatus as Status
from tests import follow_ups

MONDAY, MET, NEXT = date(2026, 11, 23), date(2026, 9, 17), date(2026, 12, 3)
YEARS = Period(date(2025, 1, 1), date(2028, 12, 31))


def facts(*activities: Followed, **given: Any) -> CouncilFacts:
    """Since 17 September, with the numbers of the whole year; `activities` are numbered in their order."""
    numbered = [_numbered(one, number) for number, one in enumerate(activities, 1)]
    agreed = follow_ups.agreement(follow_ups.area(*numbered), period=YEARS)
    stretch = replace(follow_ups.follow_up(agreed), period=Period(MET, MONDAY))
    standing = {one.progress.frame.activity_id: one.progress for one in numbered}
    made = CouncilFacts(MONDAY, stretch, standing, met_on=MET, counted_from="", next_on=NEXT, until=NEXT)
    return replace(made, **given)


def _numbered(one: Followed, number: int) -> Followed:
    frame = one.progress.frame._replace(activity_id=number)
    return replace(one, progress=one.progress._replace(frame=frame))


def patrols(verdict: Verdict = Verdict.BEHIND, **counted: Any) -> ActivityProgress:
    """Forty-four are planned this year."""
    made: dict[str, Any] = {
        "goal": 44,
        "done": 31,
        "expected": 40,
        "not_done": 8,
        "not_done_reasons": {Reason.STAFF: 6},
    } | counted
    return follow_ups.progress("Fotpatrullering", "fotpatrullering", verdict=verdict, **made)


def asked(*activities: Followed, **given: Any) -> list[str]:
    return [f"{row.what} {row.said}" for row in decisions(facts(*activities, **given))]


def test_what_lags_is_decided_on_where_the_plan_is_not_enough() -> None:
    assert asked(follow_ups.followed(patrols(ahead=4))) == [
        "Fotpatrulleringar: planera fler eller ändra antalet? Ligger efter: 31 gjorda, 40 väntade till i dag, "
        "44 planerade i år. 4 till är planerade, och det räcker inte. 8 blev inte av (personal 6)."
    ]
    assert asked(follow_ups.followed(patrols(ahead=13))) == []
    assert asked(follow_ups.followed(patrols(ahead=12, missing_reports=1))) == []
    assert asked(follow_ups.followed(patrols(Verdict.ON_TRACK))) == []


def test_of_what_was_promised_the_number_cannot_be_changed() -> None:
    found = asked(follow_ups.followed(patrols(Verdict.RISK, origin=GoalOrigin.PROMISED, not_done=0)))
    assert found == [
        "Fotpatrulleringar: planera fler eller förklara varför löftet inte hålls? Riskerar att inte bli klar: "
        "31 gjorda, 40 väntade till i dag, 44 utlovade i år. Inget mer är planerat."
    ]


def test_what_has_no_goal_is_to_get_one() -> None:
    def without(title: str, form: Form) -> Followed:
        made = follow_ups.progress(title, "kampanj", goal=None, form=form, verdict=Verdict.CANNOT_ASSESS)
        return follow_ups.followed(made)

    first, second = without("Huskurage", Form.CONTINUOUS), without("Nätdroger", Form.CONTINUOUS)
    assert asked(first, without("Rykten", Form.WHEN_NEEDED)) == [
        "Huskurage: vilket antal ska gälla? Saknar mätbart mål, så det går inte att bedöma."
    ]
    assert asked(first, second) == [
        "Vilka antal ska gälla för 2 aktiviteter? Saknar mätbart mål: Huskurage · Nätdroger."
    ]


def test_a_deliverable_needs_somebody_and_a_day() -> None:
    def strategy(verdict: Verdict, lead: str, planned: int) -> Followed:
        made = follow_ups.progress(
            "Strategi", "ovrigt", goal=None, form=Form.DELIVERABLE, verdict=verdict, planned_total=planned
        )
        return follow_ups.followed(made, lead=lead)

    assert asked(strategy(Verdict.NOT_STARTED, "", 0)) == [
        "Strategi: vem ansvarar, och när ska det vara klart? Inte påbörjad. Ingen ansvarig är bestämd."
    ]
    assert asked(strategy(Verdict.BEHIND, "", 1)) == [
        "Strategi: vem ansvarar? Inte klar, och tiden har gått ut. Ingen ansvarig är bestämd."
    ]
    assert asked(strategy(Verdict.BEHIND, "Timrå kommun", 1)) == [
        "Strategi: när blir det klart? Inte klar, och tiden har gått ut."
    ]
    assert asked(strategy(Verdict.NOT_STARTED, "Timrå kommun", 1)) == []
    assert asked(strategy(Verdict.FINISHED, "", 1)) == []


def deficiency(
    state: DeficiencyState, owner: str = "", due_on: date | None = None, decision: str = ""
) -> NotedDeficiency:
    return NotedDeficiency(date(2026, 5, 14), "belysning", "gångtunneln", state, owner, decision, due_on, None)


def walks(*noted: NotedDeficiency) -> Followed:
    made = follow_ups.progress("Vandringar", "trygghetsvandring", goal=2, verdict=Verdict.FINISHED, done=2)
    return follow_ups.followed(made, deficiencies=noted)


def test_deficiencies_that_nobody_has_and_that_are_late_are_decided_on() -> None:
    late = deficiency(DeficiencyState.ACCEPTED, "gatukontoret", date(2026, 10, 1))
    refused = deficiency(DeficiencyState.REFUSED, decision="för dyrt")
    assert asked(walks(late, deficiency(DeficiencyState.NOTED), refused)) == [
        "1 brist är försenad: vem åtgärdar, och när? Belysning: gångtunneln (senast 1 oktober, gatukontoret).",
        "1 brist saknar ansvarig: vem åtgärdar? Belysning: gångtunneln.",
        "1 brist åtgärdas inte: står det fast? Belysning: gångtunneln (för dyrt).",
    ]
    in_time = deficiency(DeficiencyState.ACCEPTED, "gatukontoret", date(2026, 12, 1))
    assert asked(walks(in_time, deficiency(DeficiencyState.DONE), replace(refused, owner="kommunen"))) == []


def test_reports_that_nobody_is_asked_for_any_more() -> None:
    patrol, check = "fotpatrullering torsdag 12 november", "trafikkontroll fredag 6 november"
    everybody = "Ansvarig, ersättare och samordnare är tillfrågade."
    assert asked(unanswered=[patrol]) == [
        f"Fotpatrullering torsdag 12 november: blev den av? Rapporten saknas. {everybody}"
    ]
    assert asked(unanswered=[check, patrol]) == [
        "2 rapporter saknas: hur gick det? "
        f"Trafikkontroll fredag 6 november · fotpatrullering torsdag 12 november. {everybody}"
    ]


def test_a_follow_up_that_is_late_and_what_the_law_asks_for() -> None:
    duty = Duty(
        1, "Timrå", AgreementKind.CITIZEN_PROMISE, 1, YEARS, FollowUpForm.WRITTEN, Per.TERTIAL, "Timrå kommun",
        ("kommunstyrelsen", "polisen"), MET,
    )  # fmt: skip
    tertial = Period(date(2026, 5, 1), date(2026, 8, 31))
    late = Owed(1, "Timrå", tertial, 1, date(2026, 10, 31), (duty,))
    assert asked(late=[late], law=[("Åtgärdsplanen", date(2027, 1, 14))]) == [
        "Uppföljningen för tertial 2 2026: när lämnas den? "
        "Skulle ha lämnats till kommunstyrelsen och polisen senast lördag 31 oktober.",
        "Åtgärdsplanen: vem gör det, och när? Lagen (2023:196) kräver det senast torsdag 14 januari 2027.",
    ]


def test_an_agreement_that_ends_within_six_months_and_a_meeting_that_nobody_has_planned() -> None:
    ending = follow_ups.agreement(period=Period(date(2025, 1, 1), date(2027, 5, 23)))
    known = facts(stretch=follow_ups.follow_up(ending), next_on=None)
    assert [f"{row.what} {row.said}" for row in decisions(known)] == [
        "Medborgarlöftet: förnya eller avsluta? Gäller till söndag 23 maj 2027.",
        "Nästa möte: när träffas rådet? Inget möte är planerat.",
    ]
    assert decisions(replace(known, renewed={1}, next_on=NEXT)) == []
    later = follow_ups.agreement(period=Period(date(2025, 1, 1), date(2027, 5, 24)))
    assert decisions(facts(stretch=follow_ups.follow_up(later))) == []
    over = replace(ending, state=AgreementState.TERMINATED)
    assert decisions(facts(stretch=follow_ups.follow_up(over))) == []


def whole() -> FollowUp:
    """Patrols since 17 September, a walk with what it noted, and a check that is withheld."""
    done = [Held(date(2026, 10, day), None, Status.DONE, None, 1, "", "", True) for day in (2, 9)]
    not_done = Held(date(2026, 10, 16), None, Status.NOT_DONE, Reason.WEATHER, 0, "", "", True)
    counted = patrols(done=2, not_done=1, not_done_reasons={Reason.WEATHER: 1}, missing_reports=1)
    ahead = (Ahead(date(2026, 11, 25), None, ""), Ahead(date(2026, 12, 9), None, ""))
    refused = replace(deficiency(DeficiencyState.REFUSED, decision="för dyrt"), noted_on=MET)
    mended = replace(deficiency(DeficiencyState.DONE), done_on=MET)
    return facts(
        follow_ups.followed(counted, held=(*done, not_done), ahead=ahead),
        walks(refused, mended, deficiency(DeficiencyState.NOTED)),
    ).stretch


def test_the_page_tells_what_was_done_what_was_not_and_what_comes() -> None:
    delivered = [("tertial 2 2026", date(2026, 10, 30))]
    found = page(facts(stretch=whole(), withheld=2, delivered=delivered), [CouncilRow("Varför?", "Därför.")])
    assert [found.title, found.lead, found.foot] == [
        "Timrå: underlag till rådets möte torsdag 3 december",
        "Sedan 17 september, då rådet träffades senast.",
        "Ingen rapport har kommit in än, och ingen saknas.",
    ]
    assert [(part.title, [f"{row.label} {row.said}" for row in part.rows]) for part in found.parts] == [
        ("Att besluta", ["Varför? Därför."]),
        ("Gjort", ["Fotpatrulleringar: 2 gjorda (2 oktober och 9 oktober).",
                   "Uppföljningen för tertial 2 2026: Lämnad 30 oktober."]),
        ("Avvikelser", ["Fotpatrulleringar: 1 blev inte av (väder), 1 saknar rapport."]),
        ("Brister från trygghetsvandringar", [
            "Noterade: 1.",
            "Åtgärdade: 1 (belysning: gångtunneln).",
            "Inte klara: 1, den äldsta från torsdag 14 maj.",
            "Åtgärdas inte: Belysning: gångtunneln. Skäl: för dyrt.",
        ]),
        ("Framåt till nästa möte", ["Fotpatrulleringar: 25 november.",
                                    "Skyddade: 2 tillfällen. Tid och plats visas bara för dem som ska vara med."]),
    ]  # fmt: skip


def test_a_council_that_has_never_met_is_told_since_the_year_began() -> None:
    found = page(facts(met_on=None, next_on=None, counted_from="året började"), [])
    assert (found.title, found.lead) == (
        "Timrå: underlag till rådets möte",
        "Sedan 17 september, då året började. Rådet har inte träffats här än.",
    )
    assert [(part.title, part.none) for part in found.parts] == [
        ("Att besluta", "Inget behöver beslutas."),
        ("Gjort", "Inget är rapporterat som gjort."),
        ("Avvikelser", "Inga."),
        ("Brister från trygghetsvandringar", "Inga väntar, och inga nya är noterade."),
        ("Framåt till 3 december", "Inget är planerat."),
    ]
