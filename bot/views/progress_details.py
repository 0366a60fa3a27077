"""The answer in detail: every activity by its own title, under its focus area, beside how it went before."""

from datetime import date, datetime

from bot.domain import progress_basis as basis
from bot.domain import progress_text as text
from bot.domain.calendar import local_day
from bot.domain.measures import MeasureGroup
from bot.domain.progress import Verdict
from bot.domain.standing import ActivityProgress
from bot.domain.swedish_words import name
from bot.domain.words import Form
from bot.views import blocks
from bot.views.blocks import Message
from bot.views.progress import headline
from bot.views.progress_found import Overview
from bot.views.progress_parts import as_of, fitting, foot, in_full, written

NOT_DUE_THEN = "Skulle inte vara klar då."
LONGEST_DETAILS = 9_000  # characters: a message holds some 13 000


def details(found: Overview, now: datetime) -> Message:
    """Every activity by its own title, under its focus area."""
    today = local_day(now)
    lines = [_detail(one, found, today) for one in found.activities]
    shown, more = fitting(lines, LONGEST_DETAILS)
    areas: dict[str, list[tuple[str, str]]] = {}
    for one, line in zip(found.activities, shown, strict=False):
        areas.setdefault(one.frame.focus_area, [(one.frame.focus_area, "")]).append(("", line))
    title = f"{headline(found)}: {as_of(found, today)} i detalj"
    sections = [*areas.values(), [("", line) for line in more], foot(found, today)]
    return blocks.message(*written(title, [(title, "")], sections))


def _detail(one: ActivityProgress, found: Overview, today: date) -> str:
    before, planned = found.before.get(one.frame.activity_id), found.planned.get(one.frame.activity_id)
    parts = [
        _verdict(one, found, today),
        in_full(one, found, today),
        _sums(one),
        basis.planned_beside(planned, today) if planned else "",
        basis.before(one, before, today) if before and one.frame.form is not Form.DELIVERABLE else "",
    ]
    said = " ".join(part for part in parts if part)
    if one.frame.form is Form.DELIVERABLE:
        said = said[:1].lower() + said[1:]  # the verdicts of the others begin so
    return f"• {one.frame.title}: {said}"


def _verdict(one: ActivityProgress, found: Overview, today: date) -> str:
    """Where the figures do not say it."""
    if found.over(today):
        return NOT_DUE_THEN if one.verdict is Verdict.NOT_STARTED else ""
    return "" if one.frame.form is Form.DELIVERABLE else f"{name(one.verdict)}."


def _sums(one: ActivityProgress) -> str:
    """What was found stands beside, and is never added to what was done."""
    done = ", ".join(text.sums_of(one, MeasureGroup.DONE)) if one.tally.goal else ""
    seen = ", ".join(text.sums_of(one, MeasureGroup.FOUND))
    return " ".join(f"{label}: {sums}." for label, sums in (("I siffror", done), ("Upptäckt", seen)) if sums)
