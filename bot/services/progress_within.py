"""An activity in a stretch of time that somebody asks about: which days of it, and how much of the goal is theirs."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlmodel import Session

from bot.domain import goals
from bot.domain.calendar import local_day
from bot.domain.goals import Planned, Stretch
from bot.domain.kinds import kind
from bot.domain.periods import Period, instants
from bot.domain.standing import Frame
from bot.domain.told import INSTANT
from bot.domain.words import Form, GoalOrigin
from storage import agreements
from storage import progress as stored
from storage.progress import Counts, Delivery, Sum

Origin = GoalOrigin | None
"""None where nobody has set a goal."""
Parts = Mapping[tuple[int, Period, Period], Planned]
"""By activity, its years, and the part of them."""
Counted = tuple[Stretch, Counts | None, Mapping[str, Sum] | None]


def stretches(session: Session, agreement_ids: Collection[int], within: Period) -> list[Mapping[Origin, Stretch]]:
    """One for each activity, in order, by whose goal it is. Goals of the same that follow on each other are one."""
    rows = [row for row in agreements.frames_in(session, agreement_ids, within) if within.meets(goals.days(row))]
    plans = _plans(session, rows, within)
    found: dict[int, dict[Origin, list[Frame]]] = {}
    for row in rows:
        found.setdefault(row.activity_id, {}).setdefault(row.origin, []).append(row)
    return [{origin: _stretch(some, within, plans) for origin, some in one.items()} for one in found.values()]


def _stretch(rows: Iterable[Frame], within: Period, plans: Parts) -> Stretch:
    """Told by the latest of the goals. Of a deliverable all days are counted, see `as_they_stood`."""
    parts = [(row, _part(row, within)) for row in rows]
    pieces = [(row, piece) for row, part in parts for piece in goals.pieces(row, part)]
    counts = [goals.in_part(row, piece, plans.get(_key(row, piece), Planned())) for row, piece in pieces]
    known = [count for count in counts if count is not None]
    period = Period(min(part.first for _, part in parts), max(part.last for _, part in parts))
    return Stretch(parts[-1][0], period, sum(known) if known else None)


def as_they_stood(session: Session, found: Sequence[Counted], within: Period) -> list[Counted]:
    """On the last day asked about. Only of what is to be delivered are other days counted than those."""
    ids = [stretch.frame.activity_id for stretch, *_ in found if stretch.frame.form is Form.DELIVERABLE]
    known = stored.deliveries(session, ids) if ids else {}
    return [_as_it_stood(one, known.get(one[0].frame.activity_id), within) for one in found]


def _as_it_stood(one: Counted, delivery: Delivery | None, within: Period) -> Counted:
    """What was delivered later was not done yet, and what is due later was not late. Numbers are of the day itself."""
    stretch, counts, sums = one
    if not counts or not delivery:
        return one
    told = local_day(delivery.told_at) if delivery.told_at else None
    if told and told > within.last:
        counts = Counts(counts.activity_id, planned_total=counts.planned_total, planned_to_date=counts.planned_to_date)
    if (not told or told > within.last) and local_day(delivery.ends_at - INSTANT) > within.last:
        counts = counts._replace(planned_to_date=0, missing=0, missing_since=None)
    return stretch, counts, sums if told and told in within else None


def _plans(session: Session, rows: Iterable[Frame], within: Period) -> Parts:
    """Only where the plan decides; no plan says how large a number of a measure it will bring."""
    wanted: dict[tuple[Period, Period], list[int]] = {}
    for row in rows:
        for piece in goals.pieces(row, _part(row, within)):
            if goals.is_share(row, piece) and kind(row.kind).goal_measure is None:
                wanted.setdefault((goals.years(row, piece), piece), []).append(row.activity_id)
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
