"""An agreement in force as a draft: for the next period, or to change it within this one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.domain.agreement_difference import withheld
from bot.domain.agreement_draft import PastCounts
from bot.domain.agreement_draft_of_file import fingerprint, renewed, revised
from bot.domain.agreement_file import ActivityEntry, AgreementFile, GoalEntry
from bot.domain.calendar import day_bounds, local_day
from bot.domain.kinds import kind
from bot.domain.periods import Period, how_many
from bot.domain.permissions import Actor
from bot.domain.words import Form, GoalOrigin, Per
from bot.services import agreement_drafts, agreement_ends, agreements
from storage import agreement_ends as ends
from storage import progress
from storage.agreements import AgreementRow
from storage.progress import Counts


def renew(session: Session, actor: Actor, agreement_id: int, now: datetime) -> int:
    """The draft's id. Raises Gone, NotAllowed, and UserError when that was done already."""
    found = agreement_ends.renewable(session, actor, agreement_id)
    file = _in_force(session, actor, found)
    draft = renewed(file, _past(session, found, file, now), found.terminated_on or found.period_end)
    return agreement_drafts.begin(session, actor, draft, now)


def revise(session: Session, actor: Actor, agreement_id: int, now: datetime) -> int:
    """The draft's id. Raises Gone and NotAllowed."""
    found = agreement_ends.changeable(session, actor, agreement_id)
    file = _in_force(session, actor, found)
    starts = min(max(local_day(now), found.period_start), found.period_end)
    draft = revised(file, _past(session, found, file, now), starts)
    seen = fingerprint(agreements.read_back(session, agreement_id))
    return agreement_drafts.begin(session, actor, replace(draft, seen=seen), now)


def _in_force(session: Session, actor: Actor, found: AgreementRow) -> AgreementFile:
    """Without the activities that have ended, but for those that end with the whole.

    Not everybody who plans is shown where and when what is protected is done: see `agreement_draft_file`.
    """
    file = agreements.read_back(session, found.id)
    stay = {*ends.activities(session, found.id, until=found.terminated_on).values()}
    areas = (
        replace(area, activities=tuple(one for one in area.activities if one.key in stay)) for area in file.focus_areas
    )
    shown = replace(file, focus_areas=tuple(areas))
    return shown if all(actor.sees(place, protected=True) for place in found.municipalities) else withheld(shown)[0]


def _past(session: Session, found: AgreementRow, file: AgreementFile, now: datetime) -> Mapping[str, PastCounts]:
    """By key, over the whole period so far."""
    ids = {key: id_ for id_, key in ends.activities(session, found.id, until=found.terminated_on).items()}
    since, until = day_bounds(found.period_start)[0], day_bounds(found.period_end)[1]
    counts = progress.counts(session, ids.values(), since, until, now)
    sums = progress.measures(session, ids.values(), since, until)
    return {one.key: _of(one, found, counts.get(ids[one.key]), sums.get(ids[one.key], {})) for one in file.activities}


def _of(
    entry: ActivityEntry, found: AgreementRow, counts: Counts | None, sums: Mapping[str, progress.Sum]
) -> PastCounts:  # fmt: skip
    """What is measured in numbers is done in numbers; all else once an occurrence."""
    measure = None if entry.form is Form.DELIVERABLE else kind(entry.kind).goal_measure
    done, planned = (counts.done, counts.planned_total) if counts else (0, 0)
    if measure:
        done, planned = (int(sums[measure].done) if measure in sums else 0), 0
    decided = _over(entry, GoalOrigin.PLANNED, found)
    return PastCounts(
        _over(entry, GoalOrigin.PROMISED, found), decided if decided is not None else planned or None, done
    )


def _over(entry: ActivityEntry, origin: GoalOrigin, found: AgreementRow) -> int | None:
    whole = Period(found.period_start, found.period_end)
    counts = [_count(goal, whole) for goal in entry.goals if goal.origin is origin and goal.per is not Per.MEETING]
    return sum(counts) if counts else None


def _count(goal: GoalEntry, whole: Period) -> int:
    within = whole.within(Period(goal.valid_from or whole.first, goal.valid_to or whole.last))
    return goal.count if goal.per is Per.PERIOD else max(int(goal.count * how_many(goal.per, within)), 1)
