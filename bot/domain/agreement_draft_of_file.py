"""An agreement in force, as a draft of the one that follows it, or of a change in it."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.agreement_draft import (
    AgreementDraft,
    Choice,
    DraftActivity,
    DraftArea,
    DraftFrame,
    PastCounts,
    Way,
)
from bot.domain.agreement_file import ActivityEntry, AgreementFile, FocusAreaEntry, dump_yaml, write_agreement
from bot.domain.agreement_text import Question, Topic

YEAR = re.compile(r"\b20\d\d\b")
SIGNED = Question(Topic.SIGNED_ON, "När skrivs det nya under?")
A_DAY = timedelta(days=1)


def renewed(file: AgreementFile, past: Mapping[str, PastCounts], last_day: date | None = None) -> AgreementDraft:
    """For a period as long as the last, right after it, or after the day that it was terminated to. `past` by key."""
    first = (last_day or file.period.end) + A_DAY
    shift = first.year - file.period.start.year
    whole_years = (first.month, first.day) == (file.period.start.month, file.period.start.day)
    last = _moved(file.period.end, shift) if whole_years else first + (file.period.end - file.period.start)
    frame = replace(_frame(file), title=_moved_title(file.title, shift), first=first, last=last, signed_on=None)
    areas = tuple(_area(area, past, Choice.OPEN, first) for area in file.focus_areas)
    return AgreementDraft(way=Way.RENEWAL, frame=frame, areas=areas, questions=(SIGNED,), of=file.key)


def revised(file: AgreementFile, past: Mapping[str, PastCounts], starts: date) -> AgreementDraft:
    """Everything goes on but what somebody leaves out. `starts` is a day within the period."""
    areas = tuple(_area(area, past, Choice.TAKEN, starts) for area in file.focus_areas)
    frame = replace(_frame(file), starts_on=starts)
    return AgreementDraft(way=Way.REVISION, frame=frame, areas=areas, of=file.key)


def fingerprint(file: AgreementFile) -> str:
    """Tells whether somebody has changed it meanwhile."""
    return hashlib.sha256(dump_yaml(write_agreement(file)).encode()).hexdigest()[:16]


def _frame(file: AgreementFile) -> DraftFrame:
    return DraftFrame(
        title=file.title,
        kind=file.kind,
        municipalities=file.municipalities,
        parties=file.parties,
        first=file.period.start,
        last=file.period.end,
        signed_on=file.signed_on,
        basis=file.basis,
        follow_ups=file.follow_ups,
        partly_counts=file.partly_counts,
    )


def _area(area: FocusAreaEntry, past: Mapping[str, PastCounts], choice: Choice, day: date) -> DraftArea:
    activities = tuple(
        DraftActivity(entry=_current(one, day), choice=choice, past=past.get(one.key)) for one in area.activities
    )
    return DraftArea(entry=replace(area, activities=()), activities=activities)


def _current(entry: ActivityEntry, day: date) -> ActivityEntry:
    """With the goals that hold on the day, or those that held last."""
    until = [goal for goal in entry.goals if goal.valid_to is None or goal.valid_to >= day]
    if not until and entry.goals:
        latest = max(goal.valid_to or day for goal in entry.goals)
        until = [goal for goal in entry.goals if goal.valid_to == latest]
    return replace(entry, goals=tuple(until))


def _moved(day: date, years: int) -> date:
    """28 February for a leap day."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _moved_title(title: str, years: int) -> str:
    return YEAR.sub(lambda found: str(int(found[0]) + years), title)
