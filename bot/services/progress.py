"""How it is going: counts and goals from storage, judged by `bot.domain.progress`."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from sqlmodel import Session

from bot.domain import goals, progress
from bot.domain.calendar import local_day
from bot.domain.goals import Stretch
from bot.domain.kinds import kind
from bot.domain.periods import Period, instants
from bot.domain.progress import Tally
from bot.domain.standing import ActivityProgress
from bot.domain.words import Form, GoalOrigin
from bot.services import progress_within
from bot.services.progress_within import Counted
from storage import agreements, progress_frames
from storage import progress as stored
from storage.progress import Counts, Sum


def of_activity(session: Session, activity_id: int, now: datetime) -> ActivityProgress | None:
    """For its receipts, in two statements, three for the few kinds whose goal is a measure.

    What no receipt tells is not counted: reports of another kind than done and partly (but of what happens when needed,
    where they decide the verdict), how old the newest is, what is next.
    """
    today = local_day(now)
    frame = progress_frames.frame_of_activity(session, activity_id, today)
    if frame is None:
        return None
    stretch = goals.current(frame, today)
    since, until = instants(stretch.period)
    if frame.form is Form.WHEN_NEEDED:
        counts = stored.counts(session, [activity_id], since, until, now).get(activity_id)
    else:
        counts = stored.counts_for_receipt(session, activity_id, since, until, now)
    measured = kind(frame.kind).goal_measure is not None
    sums = stored.measures(session, [activity_id], since, until) if measured else {}
    return judge(stretch, counts, today, sums=sums.get(activity_id))


def of_agreements(
    session: Session,
    agreement_ids: Collection[int],
    now: datetime,
    day: date | None = None,
    *,
    within: Period | None = None,
    every_sum: bool = True,
) -> dict[int, list[ActivityProgress]]:
    """By agreement, in its order; as many statements as for one. `day`, else today, lies in the year asked about.

    Without `every_sum`, `measures` are those of `_tells_by_sums` alone.

    With `within` it is judged on those days alone, each activity on those that its agreement and its goal hold; what an
    agreement has no such day of is left out.
    """
    if within:
        stretches = [first_goal(one) for one in progress_within.stretches(session, agreement_ids, within)]
    else:
        since = day.replace(month=1, day=1) if day else None  # of a year, also what was ended during it
        day = day or local_day(now)
        stretches = [goals.current(one, day) for one in agreements.frames(session, agreement_ids, day, since=since)]
    found: dict[int, list[ActivityProgress]] = {agreement_id: [] for agreement_id in agreement_ids}
    for one in _judged(session, stretches, now, within, every_sum=every_sum):
        found[one.frame.agreement_id].append(one)
    return found


def planned_beside(
    session: Session, agreement_ids: Collection[int], now: datetime, within: Period
) -> dict[int, ActivityProgress]:
    """By activity: what has both a promised and a planned goal, judged by the planned one."""
    both = [
        one[GoalOrigin.PLANNED]
        for one in progress_within.stretches(session, agreement_ids, within)
        if {GoalOrigin.PROMISED, GoalOrigin.PLANNED} <= one.keys()
    ]
    return {one.frame.activity_id: one for one in _judged(session, both, now, within)}


def judge(
    stretch: Stretch,
    counts: Counts | None,
    today: date,
    *,
    sums: Mapping[str, Sum] | None = None,
) -> ActivityProgress:
    counts = counts or Counts(stretch.frame.activity_id)
    tally = _tally(stretch, counts, sums or {})
    expected = progress.expected(tally, stretch.period.elapsed(today))
    return ActivityProgress(
        frame=stretch.frame,
        period=stretch.period,
        tally=tally,
        verdict=progress.assess(tally, expected),
        expected=expected,
        measures={key: one.total for key, one in (sums or {}).items()},
        missing_since=local_day(counts.missing_since) if counts.missing_since else None,
    )


def _tally(stretch: Stretch, counts: Counts, sums: Mapping[str, Sum]) -> Tally:
    frame = stretch.frame
    measure = None if frame.form is Form.DELIVERABLE else kind(frame.kind).goal_measure
    tally = Tally(
        form=frame.form,
        done=counts.done + (counts.partly if frame.partly_counts else 0),
        partly=counts.partly,
        not_done=counts.not_done,
        not_needed=counts.not_needed,
        unknown=counts.unknown,
        planned_to_date=counts.planned_to_date,
        planned_total=counts.planned_total,
        missing_reports=counts.missing,
        not_done_reasons=counts.reasons,
        goal=stretch.goal,
        goal_origin=frame.origin,
        newest_report=local_day(counts.newest) if counts.newest else None,
        next_start=counts.next_start,
        unplanned=counts.done_unplanned,
        cancelled=counts.cancelled,
        ahead=counts.ahead,
    )
    if measure is None:
        return tally
    done = int(sums[measure].total if frame.partly_counts else sums[measure].done) if measure in sums else 0
    # Nothing that is planned says how large a number it will bring.
    return tally._replace(done=done, planned_to_date=0, planned_total=0, unplanned=0, cancelled=0, ahead=0)


def _judged(
    session: Session, stretches: Iterable[Stretch], now: datetime, within: Period | None, *, every_sum: bool = True
) -> list[ActivityProgress]:
    """In the same order; two statements for each period that there is among them."""
    stretches, today = list(stretches), local_day(now)
    together: dict[Period, list[Stretch]] = {}
    for one in stretches:
        together.setdefault(one.period, []).append(one)
    counts: dict[int, Counts] = {}
    sums: dict[int, dict[str, Sum]] = {}
    for period, some in together.items():
        since, until = instants(period)
        counts |= stored.counts(session, map(_id, some), since, until, now)
        if summed := [_id(one) for one in some if every_sum or _tells_by_sums(one)]:
            sums |= stored.measures(session, summed, since, until)
    found: list[Counted] = [(one, counts.get(_id(one)), sums.get(_id(one))) for one in stretches]
    if within:
        found = progress_within.as_they_stood(session, found, within)
    return [judge(one, counted, today, sums=measured) for one, counted, measured in found]


def _tells_by_sums(one: Stretch) -> bool:
    """What has no goal, and what has one that is a measure. Of all else an answer in brief tells the count."""
    return one.goal is None or kind(one.frame.kind).goal_measure is not None


def _id(one: Stretch) -> int:
    return one.frame.activity_id


def first_goal(by_origin: Mapping[progress_within.Origin, Stretch]) -> Stretch:
    """What was promised, else what was planned, else without a goal."""
    return by_origin.get(GoalOrigin.PROMISED) or by_origin.get(GoalOrigin.PLANNED) or by_origin[None]
