"""From any text, also somebody else's, to the form of a report: what was read is filled in, and nothing is saved."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.domain.errors import NotAllowed, Unclear
from bot.domain.kinds import kind
from bot.domain.permissions import Actor
from bot.domain.reading import ReportReading, read_report
from bot.domain.reading.occasion import new_span
from bot.domain.report import LONGEST_NOTE, Report
from bot.domain.written import Written
from bot.services import outcomes, unplanned
from bot.services import report_candidates as candidates
from bot.views.outcomes import Receipt
from bot.views.report_forms import Filled, Meant
from storage.reportable import Reportable

NOTHING_FITS = (
    "Jag ser inte vilken aktivitet texten handlar om, och du har inget som väntar på rapport. Inget är sparat. "
    "Skriv en rad till mig, till exempel: trafikkontroll 45 fordon"
)


def from_text(session: Session, actor: Actor, written: Written, now: datetime) -> Filled | Meant:
    """Raises Unclear when the person has nothing that it can be about."""
    found = candidates.find(session, actor, written.text, now, written.at)
    if clear := found.clear(now):
        return Filled(written, _filled(found.reading), found.reading.unclear, occurrence=clear)
    fitting = found.named or candidates.of_kind(session, actor, found.reading.kind, now)
    begun, activities = [one.occurrence for one in found.begun], [one for one in fitting if one.mine] or fitting
    if len(activities) == 1 and not begun:
        return _new(written, found.reading, activities[0])
    if not begun and not activities:
        raise Unclear(NOTHING_FITS)
    return Meant(written, begun, activities)


def of_occurrence(session: Session, actor: Actor, written: Written, occurrence_id: int, now: datetime) -> Filled:
    """Raises as `outcomes.opened` does."""
    occurrence = outcomes.opened(session, actor, occurrence_id, now).occurrence
    reading = _read(written, occurrence.kind)
    return Filled(written, _filled(reading), reading.unclear, occurrence=occurrence)


def of_activity(session: Session, actor: Actor, written: Written, activity_id: int, now: datetime) -> Filled:
    """Raises NotAllowed."""
    activity = _mine(candidates.mine(session, actor, now), activity_id)
    return _new(written, _read(written, activity.kind), activity)


def save_new(
    session: Session, actor: Actor, written: Written, activity_id: int, report: Report, now: datetime
) -> Receipt:  # fmt: skip
    """What nobody had planned, when and where the text says."""
    activity = _mine(candidates.mine(session, actor, now), activity_id)
    around = _read(written, activity.kind).around
    during = new_span(around, kind(activity.kind).duration, now)
    return unplanned.save(session, actor, activity_id, report, now, during, around.place or None)


def _new(written: Written, reading: ReportReading, activity: Reportable) -> Filled:
    return Filled(written, _filled(reading), reading.unclear, activity=activity)


def _filled(reading: ReportReading) -> Report:
    report = reading.report()
    return replace(report, note=report.note[:LONGEST_NOTE])


def _read(written: Written, kind_key: str) -> ReportReading:
    reading = read_report(written.text, now=written.at)
    return reading if reading.kind == kind_key else read_report(written.text, kind=kind_key, now=written.at)


def _mine(activities: Sequence[Reportable], activity_id: int) -> Reportable:
    found = next((one for one in activities if one.id == activity_id), None)
    if found is None:
        raise NotAllowed(unplanned.NOT_YOURS)
    return found
