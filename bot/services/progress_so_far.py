"""Where activities stood at an instant of a stretch of time: so are the same parts of two compared."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day, same_clock
from bot.domain.goals import Stretch
from bot.domain.periods import Period, as_far, instants
from bot.domain.standing import ActivityProgress
from bot.domain.words import Form
from bot.services import progress, progress_within
from bot.services.progress_within import Counted
from storage import progress as stored
from storage.progress import Counts


def of_agreements(
    session: Session, agreement_ids: Collection[int], whole: Period, moment: datetime
) -> dict[int, list[ActivityProgress]]:
    """As `progress.of_agreements`, but of `whole` only what had ended by `moment` is done, expected and summed.

    What was going on then counts in neither, reported or not: so last year's November, which was done, is not set
    beside this year's, which is not over. `period` is what is told of: the days to that of `moment`.
    """
    told = whole.within(Period(whole.first, local_day(moment)))
    stretches = [progress.first_goal(one) for one in progress_within.stretches(session, agreement_ids, whole)]
    held = [one for one in stretches if one.period.meets(told)]
    found: dict[int, list[ActivityProgress]] = {agreement_id: [] for agreement_id in agreement_ids}
    for stretch, counts, sums in progress_within.as_they_stood(session, _counted(session, held, moment), told):
        judged = progress.judge(stretch, counts, local_day(moment), sums=sums)
        found[stretch.frame.agreement_id].append(judged._replace(period=judged.period.within(told)))
    return found


def just_before(
    session: Session, agreement_ids: Collection[int], period: Period, earlier: Period, now: datetime
) -> dict[int, list[ActivityProgress]]:
    """What comes before `period`, as far as that has come by `now`."""
    today = max(local_day(now), period.first)
    if today > period.last:
        return progress.of_agreements(session, agreement_ids, now, within=earlier)
    moment = same_clock(as_far(earlier, period, today).last, now)
    return of_agreements(session, agreement_ids, earlier, moment)


def _counted(session: Session, stretches: Sequence[Stretch], moment: datetime) -> list[Counted]:
    """In the same order; three statements for each period that there is among them."""
    together: dict[Period, list[Stretch]] = {}
    for one in stretches:
        together.setdefault(one.period, []).append(one)
    found = {
        counted[0].frame.activity_id: counted
        for period, some in together.items()
        for counted in _in_period(session, period, some, moment)
    }
    return [found[one.frame.activity_id] for one in stretches]


def _in_period(session: Session, period: Period, some: Sequence[Stretch], moment: datetime) -> Iterator[Counted]:
    since, until = instants(period)
    ids = [one.frame.activity_id for one in some]
    planned = stored.counts(session, ids, since, until, moment)
    over = stored.counts_of_over(session, ids, since, until, moment)
    sums = stored.measures(session, ids, since, until, over_by=moment)
    for one in some:
        id_ = one.frame.activity_id
        yield one, _so_far(one, planned.get(id_), over.get(id_)), sums.get(id_)


def _so_far(one: Stretch, planned: Counts | None, over: Counts | None) -> Counts | None:
    """Done of what was over, planned of it all. What is delivered before its day is done all the same."""
    if planned is None or one.frame.form is Form.DELIVERABLE:
        return planned
    over = over or Counts(planned.activity_id)
    ahead = planned.planned_total - over.planned_total
    return over._replace(planned_total=planned.planned_total, cancelled=planned.cancelled, ahead=ahead)
