"""The longest that Swedish municipalities, titles, notes and years of work get, with every sign that needs care."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.domain.deficiencies import LONGEST_SPOT, MOST, Handled, Noted
from bot.domain.kinds import KINDS
from bot.domain.measures import MeasureGroup
from bot.domain.periods import Period
from bot.domain.permissions import Action, Actor
from bot.domain.progress import Tally, Verdict
from bot.domain.reading import ReportReading
from bot.domain.report import Report
from bot.domain.screening import HeldBack
from bot.domain.standing import ActivityProgress, Frame
from bot.domain.told import Told
from bot.domain.words import (
    AgreementKind,
    AgreementState,
    DeficiencyState,
    Form,
    GoalOrigin,
    OccurrenceState,
    OutcomeStatus,
    Part,
    Per,
    Reason,
    Role,
)
from bot.domain.written import Written
from bot.views.arrears import PAGE, Arrears
from bot.views.outcomes import Changed, Receipt
from bot.views.progress_found import Overview, Scope
from bot.views.report_forms import LONGEST_TEXT, Filled, Meant
from bot.views.report_questions import Which
from storage.activities import Plannable
from storage.agreements import AgreementRow
from storage.deficiencies import FoundDeficiency as Deficiency
from storage.occurrences import Listed, Named, Staffed
from storage.outcomes import Saved
from storage.reportable import Reportable
from tests.factories import NOW, stockholm

ID = 2**31 - 1  # as large as ids get
USER = "U0123456789"
MUNICIPALITIES = (
    "Örnsköldsviks kommun", "Upplands Väsby", "Malung-Sälens kommun", "Lilla Edets kommun", "Östra Göinge kommun",
    "Dals-Eds kommun", "Robertsfors kommun", "Gällivare kommun", "Söderhamns kommun", "Kommunen i exemplet",
    "Nordanstigs kommun", "Härnösands kommun",
)  # fmt: skip
TITLE = (
    "Uppsökande & förebyggande arbete bland unga <13–19 år> i Själevad, Gullänget och Domsjö "
    'för "tryggare" kvällar & helger'
)
PLACE = "Gångtunneln <norra> & busstorget bakom kulturhuset ”Bryggan”, mot Örnsköldsviks C"
AREA = "Trygghet & trivsel på <öppna> platser, i centrum och i bostadsområden kvällstid, året om i hela kommunen"
LABEL = "28 december 2026–10 januari 2027"
NOTE = ('Många på plats, "lugnt" men <mörkt> & halt. ' * 7)[:300]
REASON = f"personal: {NOTE[:150]}"
LINE = f"fotpatrullering 999 999 timmar 999 999 samtal {NOTE}"
TYPED = '<&"> ' * 800  # as long as a message to the bot may be
AREAS, IN_EACH = 4, 10
CHANGED = Changed(USER, NOW)
HELD = HeldBack(TYPED, "Texten ser ut att innehålla ett samordningsnummer. Jag har inte sparat något.", "")


def occurrence(**changes: object) -> Listed:
    listed = Listed(
        id=ID, starts_at=stockholm(20, 22), ends_at=stockholm(21, 1), label=None, place=PLACE,
        state=OccurrenceState.PLANNED, sequence=99, planned=True, activity_id=ID, title=TITLE, kind="motorburen_insats",
        form=Form.DATED, protected=False, agreement_id=ID, municipality_id=ID, municipality=MUNICIPALITIES[0],
        prefix="ORN",
    )  # fmt: skip
    return changed(listed, **changes)


def changed(one: Listed, **changes: object) -> Listed:
    return one._replace(**changes)  # type: ignore[arg-type]


def of_every_form() -> Iterator[Listed]:
    for form in Form:
        label = LABEL if form in (Form.WINDOW, Form.CONTINUOUS, Form.WHEN_NEEDED) else None
        yield occurrence(form=form, label=label)
        yield occurrence(form=form, label=label, protected=True)


def of_every_kind() -> list[Listed]:
    return [occurrence(kind=kind) for kind in KINDS]


def named() -> list[Named]:
    parts = (Part.LEAD, Part.LEAD, *[Part.PARTICIPANT] * 4, Part.SUBSTITUTE, Part.SUBSTITUTE)
    return [Named(number, "T0", f"{USER}{number}", part) for number, part in enumerate(parts, 1)]


def staffed(one: Listed) -> Staffed:
    return Staffed(one, named())


def report(kind: str, status: OutcomeStatus = OutcomeStatus.PARTLY) -> Report:
    measures = {measure.key: 999_999.5 if measure.decimal else 999_999.0 for measure in KINDS[kind].measures}
    noted = (Noted("vaxtlighet", NOTE[:LONGEST_SPOT]),) * MOST if KINDS[kind].deficiencies else None
    told = Told(PLACE, NOW, NOW, ("9 ordningsvakter", NOTE[:200]))
    return Report(status, Reason.PRIORITY, 999, measures, NOTE, told, noted)


def receipt(one: Listed) -> Receipt:
    return Receipt(ID, "ORN-2026-9999", one, report(one.kind), progress(one.form, Verdict.BEHIND, 1), CHANGED)


def unexplained(one: Listed) -> Receipt:
    return replace(receipt(one), report=replace(report(one.kind), reason=None))


def saved(one: Listed, by: int) -> Saved:
    told = report(one.kind)
    return Saved(
        ID, ID, "ORN-2026-9999", 9, True, told.status, told.reason, told.count, told.note, by, NOW, USER
    )  # fmt: skip


def closed(one: Listed) -> Saved:
    return replace(saved(one, by=2), status=OutcomeStatus.UNKNOWN)


def which() -> Which:
    told = report("fotpatrullering")
    reading = ReportReading(
        "fotpatrullering", told.status, told.reason, told.measures, told.count, told.note, unclear=()
    )  # fmt: skip
    activities = [Reportable(number, TITLE, "fotpatrullering", place, 1, "ORN", True) for number, place in _numbered()]
    return Which(ID, reading, [*of_every_form()], activities)


def arrears() -> list[Arrears]:
    full = ([*of_every_form()] * 3)[:PAGE]
    return [Arrears(full, PAGE, 99), Arrears([], 0, 0)]


def deficiencies() -> list[Deficiency]:
    spot, day = NOTE[:LONGEST_SPOT], date(2026, 12, 28)
    return [
        Deficiency(
            ID, Noted("vaxtlighet", spot), Handled(state, NOTE[:100], NOTE, day, day), NOW, ID, TITLE, 1,
            MUNICIPALITIES[0],
        )
        for state in DeficiencyState
    ]  # fmt: skip


def filled() -> Filled:
    numbers = tuple(f"{number} okända ting" for number in range(9))
    activity = Reportable(ID, TITLE, "fotpatrullering", MUNICIPALITIES[0], 1, "ORN", True)
    return Filled(Written(TYPED[:LONGEST_TEXT], NOW), report("fotpatrullering"), numbers, activity=activity)


def meant() -> Meant:
    return Meant(Written(TYPED[:LONGEST_TEXT], NOW), which().occurrences, which().activities)


def plannable() -> list[Plannable]:
    """Forty in each of twelve agreements."""
    return [
        Plannable(
            ID, TITLE, "fotpatrullering", Form.DATED, True, PLACE, None, None, number, f"Löfte för {place}, {AREA}",
            1, number, place, None, date(2026, 4, 1), date(2029, 3, 31), None, recurrence="<&" * 50,
        )
        for number, place in _numbered()
        for _ in range(AREAS * IN_EACH)
    ]  # fmt: skip


def agreement(*places: str, kind: AgreementKind = AgreementKind.COLLABORATION) -> AgreementRow:
    return AgreementRow(
        dict(enumerate(places)), ID, "nyckel", f"Samverkansöverenskommelse {AREA}", kind, AgreementState.CURRENT,
        date(2026, 4, 1), date(2029, 3, 31), 4, True,
    )  # fmt: skip


def progress(form: Form, verdict: Verdict, number: int) -> ActivityProgress:
    """A promised goal for every other, and all that can go wrong."""
    kind = [*KINDS][number % len(KINDS)]
    origin = (GoalOrigin.PROMISED, GoalOrigin.PLANNED)[number % 2]
    goal = None if verdict in (Verdict.CANNOT_ASSESS, Verdict.NOT_NEEDED) else 99_999
    frame = Frame(
        ID - number, number // IN_EACH, f"{AREA[:-2]} {number // IN_EACH}", f"{TITLE[:-3]} {number}", kind, form, True,
        ID, 4, date(2026, 4, 1), date(2029, 3, 31), origin if goal else None, goal, "informationsinsatser", Per.YEAR,
        "Rådet för trygghet, hälsa & folkhälsa i <Örnsköldsvik>", date(2026, 1, 14), date(2026, 4, 1),
        date(2029, 3, 31),
    )  # fmt: skip
    tally = Tally(
        form, 9_999, 999, 999, 999, 999, 99_999, 99_999, 999, dict.fromkeys(Reason, 999), goal,
        origin if goal else None, date(2026, 5, 30), stockholm(31, 22, month=12), cancelled=999, ahead=999,
    )  # fmt: skip
    measures = {one.key: 999_999.0 for one in KINDS[kind].measures if one.group is not MeasureGroup.EFFECT}
    period = Period(date(2026, 4, 1), date(2027, 3, 31))
    return ActivityProgress(frame, period, tally, verdict, 99_999, measures, date(2026, 4, 1))


def activities() -> list[ActivityProgress]:
    forms, verdicts = [*Form], [*Verdict]
    return [
        progress(forms[number % len(forms)], verdicts[number % len(verdicts)], number)
        for number in range(AREAS * IN_EACH)
    ]


def overview(*places: str) -> Overview:
    beside = agreement(*places, kind=AgreementKind.CITIZEN_PROMISE)
    may = frozenset((Action.ASK_RESPONSIBLE, Action.SHARE_PROGRESS))
    return Overview(agreement(*places), Scope(ID), activities(), beside=beside, may=may)


def all_behind() -> Overview:
    """Each in a focus area of its own."""
    late = [progress(Form.DATED, Verdict.BEHIND, number * IN_EACH) for number in range(AREAS * IN_EACH)]
    return replace(overview(MUNICIPALITIES[0]), activities=late)


def of_every_verdict() -> Overview:
    """Far more than anybody has."""
    many = [progress(Form.DATED, [*Verdict][number % len(Verdict)], number * IN_EACH) for number in range(200)]
    return replace(overview(MUNICIPALITIES[0]), activities=many)


def narrowed(count: int) -> Overview:
    """When so many activities were asked for by name."""
    chosen = activities()[:count]
    scope = Scope(ID, Period(date(2026, 4, 1), date(2026, 7, 31)), tuple(one.frame.activity_id for one in chosen))
    return replace(overview(MUNICIPALITIES[0]), scope=scope, activities=chosen)


def overviews(count: int) -> list[Overview]:
    return [overview(MUNICIPALITIES[number % len(MUNICIPALITIES)]) for number in range(count)]


def actor(*roles: Role, external: bool = False) -> Actor:
    return Actor(1, "T0", USER, external, {number: set(roles) for number, _ in _numbered()})


def _numbered() -> Sequence[tuple[int, str]]:
    return list(enumerate(MUNICIPALITIES, 1))
