"""A follow-up as a table for a Swedish Excel: semicolons, UTF-8 with a mark, one row an activity.

Of several municipalities their sums come first, one row each.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from bot.domain import not_done, progress_text
from bot.domain.calendar import local
from bot.domain.follow_up import Followed, FollowedAgreement, FollowUp
from bot.domain.follow_up_places import FollowedPlace
from bot.domain.formula_guard import kept_from_running
from bot.domain.kinds import kind
from bot.domain.measures import MeasureGroup
from bot.domain.standing import ActivityProgress, Frame
from bot.domain.swedish import joined
from bot.domain.swedish_words import name
from bot.domain.words import DeficiencyState, Form, GoalOrigin
from bot.report import follow_up_cells as cells

MARK = "\ufeff"
WHERE = ("Kommun", "Från", "Till", "Överenskommelse", "Typ", "Exempel", "Fokusområde")
WHAT = ("Aktivitet", "Slag", "Ansvarig", "Tillsammans med", "Räknas i", "Bedömning")
GOALS = ("Utlovat antal", "Planerat antal", "Enhet", "Väntat", "Gjort perioden före")
COUNTS = ("Gjort", "Varav inte planerat", "Delvis", "Blev inte av", "Behövdes inte", "Uppgift saknas")
REPORTS = ("Saknar rapport", "Ställdes in", "Skäl", "Siffror om det som är gjort", "Siffror om det som är upptäckt")
REST = ("Brister", "Åtgärdade brister", "Kommande tillfällen", "Skyddade som inte är över", "Siffrorna hämtade")
HEADER = (*WHERE, *WHAT, *GOALS, *COUNTS, *REPORTS, *REST)
ALL_NUMBERED = "Alla aktiviteter som har ett antal"
REPORTS_ALONE = "rapporter"

Cells = Sequence[str | int | None]


def table(follow_up: FollowUp) -> str:
    """What would run as a formula is kept from it; None is an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(HEADER)
    for row in _rows(follow_up):
        writer.writerow([kept_from_running(cell) for cell in row])
    return MARK + out.getvalue()


def _rows(follow_up: FollowUp) -> Iterator[Cells]:
    over, taken = follow_up.over, f"{local(follow_up.made_at):%Y-%m-%d %H:%M}"
    yield from (_sum(one, follow_up, taken) for one in follow_up.places)
    for agreement in follow_up.agreements:
        for area in agreement.areas:
            where = (*_where(follow_up, agreement), area.title)
            for one in area.activities:
                yield (*where, *_what(one, over=over), *_numbers(one), *_reports(one.progress), *_rest(one), taken)


def _sum(one: FollowedPlace, follow_up: FollowUp, taken: str) -> Cells:
    """Of a municipality among several; cells that have no sum are empty."""
    known = {
        "Kommun": one.name, "Från": follow_up.period.first.isoformat(), "Till": follow_up.period.last.isoformat(),
        "Aktivitet": ALL_NUMBERED, "Slag": "summa", "Bedömning": one.state, "Utlovat antal": one.promised,
        "Planerat antal": one.planned, "Enhet": "flera slag", "Väntat": one.expected, "Gjort": one.done,
        "Saknar rapport": one.missing, "Siffrorna hämtade": taken,
    }  # fmt: skip
    return [known.get(column) for column in HEADER]


def _where(follow_up: FollowUp, agreement: FollowedAgreement) -> Cells:
    first, last = follow_up.period.first.isoformat(), follow_up.period.last.isoformat()
    where = joined(agreement.municipalities) or follow_up.place
    return where, first, last, agreement.title, name(agreement.kind), "ja" if agreement.example else ""


def _what(one: Followed, *, over: bool) -> Cells:
    frame = one.progress.frame
    verdict = cells.verdict_of(one.progress, over=over)
    return frame.title, kind(frame.kind).name, one.lead, joined(one.parties), one.via, verdict


def _numbers(one: Followed) -> Cells:
    progress, tally = one.progress, one.progress.tally
    promised, planned = (cells.number_of(one, origin) for origin in (GoalOrigin.PROMISED, GoalOrigin.PLANNED))
    before = one.before.tally.done if one.before else None
    goals = (promised, planned, _unit(progress.frame), progress.expected, before)
    return (
        *goals, tally.done, tally.unplanned, tally.partly, tally.not_done, tally.not_needed, tally.unknown,
    )  # fmt: skip


def _unit(frame: Frame) -> str:
    """Of work that goes on and has no number, a report tells of any amount of it."""
    of_kind = kind(frame.kind)
    if frame.form is Form.CONTINUOUS and frame.goal_count is None and of_kind.goal_measure is None:
        return REPORTS_ALONE
    return frame.unit or of_kind.goal_unit


def _reports(progress: ActivityProgress) -> Cells:
    tally = progress.tally
    sums = (" · ".join(progress_text.sums_of(progress, group)) for group in (MeasureGroup.DONE, MeasureGroup.FOUND))
    return tally.missing_reports, tally.cancelled, not_done.reasons(tally), *sums


def _rest(one: Followed) -> Cells:
    mended = sum(noted.state is DeficiencyState.DONE for noted in one.deficiencies)
    return len(one.deficiencies), mended, len(one.ahead), one.withheld
