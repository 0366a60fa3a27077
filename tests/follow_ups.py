"""Follow-ups as values, for tests of what is written of them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from bot.domain.follow_up import (
    Ahead,
    Feedback,
    Followed,
    FollowedAgreement,
    FollowedArea,
    FollowUp,
    Held,
    NotedDeficiency,
)
from bot.domain.kinds import kind as of_kind
from bot.domain.periods import Period
from bot.domain.progress import Tally, Verdict
from bot.domain.standing import ActivityProgress, Frame
from bot.domain.words import (
    AgreementKind,
    AgreementState,
    Basis,
    DeficiencyState,
    Form,
    GoalOrigin,
    OutcomeStatus,
    Per,
    Reason,
)

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
LAST_YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
NOVEMBER = datetime(2026, 11, 23, 8, 5, tzinfo=UTC)  # 9.05 in Stockholm
NEXT_YEAR = datetime(2027, 1, 14, 8, 5, tzinfo=UTC)
DEFICIENCIES = (
    NotedDeficiency(
        date(2026, 5, 14), "belysning", "gångtunneln", DeficiencyState.DONE, "gatukontoret", "Nya lampor.",
        date(2026, 6, 30), date(2026, 6, 12),
    ),
    NotedDeficiency(
        date(2026, 5, 14), "vaxtlighet", "gångvägen vid skolan", DeficiencyState.REFUSED, "kommunen",
        "häcken står på privat mark", None, None,
    ),
    NotedDeficiency(
        date(2026, 9, 3), "klotter", "busstationen", DeficiencyState.ACCEPTED, "", "", date(2026, 12, 1), None
    ),
    NotedDeficiency(date(2026, 9, 3), "trasigt", "bänken vid torget", DeficiencyState.NOTED, "", "", None, None),
)  # fmt: skip


def progress(
    title: str = "Trafikkontroller vid riskplatser",
    kind: str = "trafikkontroll",
    *,
    goal: int | None = 24,
    origin: GoalOrigin = GoalOrigin.PLANNED,
    verdict: Verdict = Verdict.ON_TRACK,
    form: Form = Form.DATED,
    expected: int = 0,
    measures: dict[str, float] | None = None,
    missing_since: date | None = None,
    protected: bool = False,
    **counted: Any,
) -> ActivityProgress:
    """`counted` are fields of the tally. Planned goals are the council's of 14 January."""
    by, on = ("rådet", date(2026, 1, 14)) if goal and origin is GoalOrigin.PLANNED else (None, None)
    frame = Frame(
        1, 1, "Trygghet", title, kind, form, protected, 1, 1, YEAR.first, YEAR.last, origin if goal else None, goal,
        of_kind(kind).goal_unit if goal else None, Per.YEAR if goal else None, by, on, YEAR.first, YEAR.last,
    )  # fmt: skip
    tally = Tally(form, goal=goal, goal_origin=frame.origin, **counted)
    return ActivityProgress(frame, YEAR, tally, verdict, expected, measures or {}, missing_since)


def followed(of: ActivityProgress | None = None, **given: Any) -> Followed:
    """Led by the police with the municipality, and nothing known but the numbers."""
    made = Followed(of or progress(), None, None, "Polisen i Timrå", ("Timrå kommun",), (), (), 0, ())
    return replace(made, **given)


def area(*activities: Followed, title: str = "Trygghet", **given: str) -> FollowedArea:
    texts = {"problem": "Invånare känner sig otrygga.", "cause": "", "goal": "Fler ska känna sig trygga."}
    return FollowedArea(title, **texts | given, activities=activities)


def agreement(*areas: FollowedArea, **given: Any) -> FollowedAgreement:
    made = FollowedAgreement(
        1, "timra_2026", "Medborgarlöfte för Timrå 2026", AgreementKind.CITIZEN_PROMISE, AgreementState.CURRENT, YEAR,
        date(2025, 12, 10), False, (Basis.CITIZEN_DIALOGUE, Basis.CRIME_STATISTICS),
        ("Polisen i Timrå", "Timrå kommun"), (), "kommunpolis", areas,
    )  # fmt: skip
    return replace(made, **given)


def follow_up(*agreements: FollowedAgreement, **given: Any) -> FollowUp:
    made = FollowUp("Timrå", YEAR, NOVEMBER, agreements, (), date(2026, 11, 20), 0, None)
    return replace(made, **given)


def timra() -> FollowUp:
    """A year with a little of everything: behind, with both numbers, without any, a walk with deficiencies, and via."""
    patrols = followed(
        progress(
            "Fotpatrullering i centrum", "fotpatrullering", goal=44, verdict=Verdict.BEHIND, expected=40, done=31,
            not_done=8, missing_reports=1, planned_total=44, planned_to_date=40,
            not_done_reasons={Reason.STAFF: 6, Reason.WEATHER: 2}, missing_since=date(2026, 11, 12),
            measures={"timmar": 62.5, "samtal": 410.0},
        ),
        held=(Held(date(2026, 11, 5), None, OutcomeStatus.NOT_DONE, Reason.STAFF, 0, "Centrum", "", True),),
        ahead=(Ahead(date(2026, 11, 25), None, "Centrum"),),
        before=progress(kind="fotpatrullering", goal=None, done=28)._replace(period=LAST_YEAR),
    )  # fmt: skip
    checks = followed(
        progress(
            done=21, expected=20, protected=True, verdict=Verdict.ON_TRACK,
            measures={"fordon": 912.0, "rattfylla": 7.0, "timmar": 21.0},
        ),
        held=(Held(date(2026, 11, 20), "vecka 47–48", OutcomeStatus.DONE, None, 1, "", "lugnt", True),),
        withheld=2,
    )  # fmt: skip
    talks = followed(
        progress(
            "Informationsträffar om alkohol och droger", "informationsinsats", goal=4, origin=GoalOrigin.PROMISED,
            done=3, partly=1, expected=3, measures={"deltagare": 118.0},
        ),
        planned=progress(kind="informationsinsats", goal=6, done=3, partly=1, verdict=Verdict.BEHIND),
        lead="Timrå kommun", parties=("Polisen i Timrå",),
    )  # fmt: skip
    huskurage = followed(
        progress(
            "Sprida Huskurage", "informationsinsats", goal=None, verdict=Verdict.CANNOT_ASSESS, form=Form.CONTINUOUS,
            done=4, measures={"foreningar": 11.0},
        ),
        lead="Timråbo", parties=(),
    )  # fmt: skip
    walks = followed(
        progress(
            "Trygghetsvandringar", "trygghetsvandring", goal=2, done=2, verdict=Verdict.FINISHED, expected=1,
            measures={"deltagare": 34.0, "brister": 3.0},
        ),
        held=(
            Held(date(2026, 5, 14), None, OutcomeStatus.DONE, None, 1, "Vivsta", "17 deltagare, regn", True),
            Held(date(2026, 9, 3), None, OutcomeStatus.DONE, None, 1, "Centrum", "", True),
        ),
        deficiencies=DEFICIENCIES,
        lead="Timrå kommun", parties=("Polisen i Timrå",),
    )  # fmt: skip
    promise = agreement(
        area(patrols, checks, walks),
        area(talks, huskurage, title="Droger", problem="Narkotika säljs öppet.", goal="Färre unga ska prova droger."),
    )
    shown_again = replace(checks, held=(), withheld=0, via=promise.title)
    collaboration = agreement(
        area(shown_again, title="Trafik", problem="", goal=""), id=2, key="timra_2023",
        title="Samverkansöverenskommelse för Timrå 2023–2027", kind=AgreementKind.COLLABORATION,
        period=Period(date(2023, 4, 1), date(2027, 3, 31)), partners=("Timråbo",), spokesperson="",
    )  # fmt: skip
    return follow_up(
        promise, collaboration,
        feedback=(Feedback(date(2026, 10, 2), "webbsidan", "Hur det har gått hittills i år"),),
        missing=1, missing_since=date(2026, 11, 12),
    )  # fmt: skip
