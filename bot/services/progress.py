"""How it is going: counts and goals from storage, judged by `bot.domain.progress`."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache, lru_cache

from sqlmodel import Session

from bot.domain import progress
from bot.domain.calendar import day_bounds, local_day
from bot.domain.kinds import kind
from bot.domain.periods import Period, how_many, period_of
from bot.domain.progress import Tally
from bot.domain.standing import ActivityProgress, Frame
from bot.domain.words import Form, Per, Reason
from storage import agreements
from storage import progress as stored
from storage.progress import Counts, Sum


def of_activity(session: Session, activity_id: int, now: datetime) -> ActivityProgress | None:
    """Two statements, three for the few kinds whose goal is a measure: it stands in every receipt."""
    today = local_day(now)
    frame = stored.frame_of_activity(session, activity_id, today)
    if frame is None:
        return None
    period = span(frame, today)
    since, until = _instants(period)
    counts = stored.counts_of_activity(session, activity_id, since, until, now)
    measured = kind(frame.kind).goal_measure is not None
    sums = stored.measures(session, [activity_id], since, until) if measured else {}
    return judge(frame, period, counts, today, sums=sums.get(activity_id))


def of_agreements(
    session: Session, agreement_ids: Collection[int], now: datetime, day: date | None = None
) -> dict[int, list[ActivityProgress]]:
    """By agreement, in its order; as many statements as for one. `day`, else today, lies in the year asked about."""
    since = day.replace(month=1, day=1) if day else None  # of a year, also what was ended during it
    day = day or local_day(now)
    frames = agreements.frames(session, agreement_ids, day, since=since)
    together: dict[Period, list[Frame]] = {}
    for frame in frames:
        together.setdefault(span(frame, day), []).append(frame)
    judged: dict[int, ActivityProgress] = {}
    for period, some in together.items():
        judged |= _judged(session, some, period, now)
    found: dict[int, list[ActivityProgress]] = {agreement_id: [] for agreement_id in agreement_ids}
    for frame in frames:
        found[frame.agreement_id].append(judged[frame.activity_id])
    return found


def span(frame: Frame, today: date) -> Period:
    """The agreement's year that `today` is in, or its whole period; never outside the period or the goal's days."""
    whole = Period(frame.period_start, frame.period_end)
    if frame.valid_from and frame.valid_to:
        whole = whole.within(Period(frame.valid_from, frame.valid_to))
    if frame.per is Per.PERIOD:
        return whole
    day = min(max(today, whole.first), whole.last)
    return whole.within(period_of(day, Per.YEAR, frame.first_month))


def judge(
    frame: Frame,
    period: Period,
    counts: Counts | None,
    today: date,
    *,
    reasons: Mapping[Reason, int] | None = None,
    sums: Mapping[str, Sum] | None = None,
    missing_since: datetime | None = None,
) -> ActivityProgress:
    counts = counts or Counts(frame.activity_id)
    tally = _tally(frame, period, counts, reasons or {}, sums or {})
    elapsed = period.elapsed(today)
    return ActivityProgress(
        frame=frame,
        period=period,
        tally=tally,
        verdict=progress.assess(tally, elapsed),
        expected=progress.expected(tally, elapsed),
        measures={key: one.total for key, one in (sums or {}).items()},
        cancelled=counts.cancelled,
        missing_since=local_day(missing_since) if missing_since else None,
    )


def _tally(
    frame: Frame, period: Period, counts: Counts, reasons: Mapping[Reason, int], sums: Mapping[str, Sum]
) -> Tally:
    measure = None if frame.form is Form.DELIVERABLE else kind(frame.kind).goal_measure
    tally = Tally(
        form=frame.form,
        done=counts.done,
        partly=counts.partly,
        not_done=counts.not_done,
        not_needed=counts.not_needed,
        unknown=counts.unknown,
        planned_to_date=counts.planned_to_date,
        planned_total=counts.planned_total,
        missing_reports=counts.missing,
        not_done_reasons=reasons,
        goal=goal_over(frame, period),
        goal_origin=frame.origin,
        newest_report=local_day(counts.newest) if counts.newest else None,
        next_start=counts.next_start,
        unplanned=counts.done_unplanned,
    )
    if measure is None:
        return tally
    done = int(sums[measure].done) if measure in sums else 0
    # Nothing that is planned says how large a number it will bring.
    return replace(tally, done=done, planned_to_date=0, planned_total=0, unplanned=0)


def goal_over(frame: Frame, period: Period) -> int | None:
    """The goal's count over the span that it is judged in, rounded down, 1 at least; per meeting there is none."""
    if frame.count is None or frame.per is None or frame.per is Per.MEETING:
        return None
    return frame.count if frame.per is Per.PERIOD else _over(frame.count, frame.per, period)


@lru_cache(4096)
def _over(count: int, per: Per, period: Period) -> int:
    return max(int(count * how_many(per, period)), 1)


def _judged(session: Session, frames: Iterable[Frame], period: Period, now: datetime) -> dict[int, ActivityProgress]:
    by_id = {frame.activity_id: frame for frame in frames}
    since, until = _instants(period)
    counts = stored.counts(session, by_id, since, until, now)
    reasons = stored.not_done_reasons(session, by_id, since, until)
    sums = stored.measures(session, by_id, since, until)
    missing = agreements.missing_since(session, by_id, since, until, now)
    return {
        one: judge(
            frame,
            period,
            counts.get(one),
            local_day(now),
            reasons=reasons.get(one),
            sums=sums.get(one),
            missing_since=missing.get(one),
        )
        for one, frame in by_id.items()
    }


@cache
def _instants(period: Period) -> tuple[datetime, datetime]:
    return day_bounds(period.first)[0], day_bounds(period.last)[1]
