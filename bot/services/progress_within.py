"""An activity in a stretch of time that somebody asks about: which days of it, and how much of the goal is theirs."""

from collections.abc import Collection, Iterable, Mapping

from sqlmodel import Session

from bot.domain import goals
from bot.domain.goals import Planned, Stretch
from bot.domain.kinds import kind
from bot.domain.periods import Period, instants
from bot.domain.standing import Frame
from bot.domain.words import Form, GoalOrigin
from storage import agreements
from storage import progress as stored

Origin = GoalOrigin | None
"""None where nobody has set a goal."""
Parts = Mapping[tuple[int, Period, Period], Planned]
"""By activity, its years, and the part of them."""


def stretches(session: Session, agreement_ids: Collection[int], within: Period) -> list[Mapping[Origin, Stretch]]:
    """One for each activity, in order, by whose goal it is. Goals of the same that follow on each other are one."""
    rows = [row for row in agreements.frames_in(session, agreement_ids, within) if within.meets(goals.days(row))]
    plans = _plans(session, rows, within)
    found: dict[int, dict[Origin, list[Frame]]] = {}
    for row in rows:
        found.setdefault(row.activity_id, {}).setdefault(row.origin, []).append(row)
    return [{origin: _stretch(some, within, plans) for origin, some in one.items()} for one in found.values()]


def _stretch(rows: Iterable[Frame], within: Period, plans: Parts) -> Stretch:
    """Told by the latest of the goals. A deliverable is done or not, whenever it is asked about."""
    parts = [(row, _part(row, within)) for row in rows]
    counts = [goals.in_part(row, part, plans.get(_key(row, part), Planned())) for row, part in parts]
    known = [count for count in counts if count is not None]
    period = Period(min(part.first for _, part in parts), max(part.last for _, part in parts))
    return Stretch(parts[-1][0], period, sum(known) if known else None)


def _plans(session: Session, rows: Iterable[Frame], within: Period) -> Parts:
    """Only where the plan decides; no plan says how large a number of a measure it will bring."""
    wanted: dict[tuple[Period, Period], list[int]] = {}
    for row in rows:
        part = _part(row, within)
        if goals.is_share(row, part) and kind(row.kind).goal_measure is None:
            wanted.setdefault((goals.years(row, part), part), []).append(row.activity_id)
    return {
        (one, year, part): planned
        for (year, part), activities in wanted.items()
        for one, planned in stored.planned(session, activities, instants(year), instants(part)).items()
    }


def _part(row: Frame, within: Period) -> Period:
    days = goals.days(row)
    return days if row.form is Form.DELIVERABLE else within.within(days)


def _key(row: Frame, part: Period) -> tuple[int, Period, Period]:
    return row.activity_id, goals.years(row, part), part
