"""What was going on, or lacked its report, when a council met: told since then, so it stands on the next page.

Without this a quarter that a meeting falls in would stand on no page: it began before the meeting, and its report came
after it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from bot.domain import council
from bot.domain.follow_up import Followed, FollowUp, Held, changed
from bot.domain.kinds import kind
from bot.domain.measures import MeasureGroup
from bot.domain.standing import ActivityProgress
from bot.domain.words import OutcomeStatus, Reason
from bot.services.follow_up_turns import held, is_withheld
from storage import follow_up as stored


@dataclass(frozen=True, slots=True)
class _Told:
    held: Held
    values: dict[str, float]


def added(session: Session, stretch: FollowUp, since: datetime, now: datetime) -> FollowUp:
    """`since` is the beginning of the day when the council met, and `stretch` what was done from then on."""
    own = {one.progress.frame.activity_id: one for one in council.counted(stretch)}
    turns = [turn for turn in stored.told_later(session, list(own), since) if not is_withheld(turn, now)]
    values = stored.all_values(session, [turn.outcome_id for turn in turns if turn.outcome_id])
    told: dict[int, list[_Told]] = {}
    for turn in turns:
        if turn.status and turn.outcome_id:
            numbers = values.get(turn.outcome_id, {})
            goal = kind(own[turn.activity_id].progress.frame.kind).goal_measure
            one = held(turn, turn.status, numbers.get(goal, 0.0) if goal else None)
            told.setdefault(turn.activity_id, []).append(_Told(one, numbers))
    return changed(stretch, lambda one: _followed(one, told))


def _followed(one: Followed, told: dict[int, list[_Told]]) -> Followed:
    more = () if one.via else told.get(one.progress.frame.activity_id, ())
    if not more:
        return one
    return replace(one, progress=_progress(one.progress, more), held=(*[each.held for each in more], *one.held))


def _progress(one: ActivityProgress, more: Sequence[_Told]) -> ActivityProgress:
    tally, count = one.tally, Counter(each.held.status for each in more)
    not_done = [each.held for each in more if each.held.status is OutcomeStatus.NOT_DONE]
    reasons: Counter[Reason] = Counter(tally.not_done_reasons)
    reasons.update(each.reason for each in not_done if each.reason)
    counted = tally._replace(
        done=tally.done + sum(each.held.count for each in more),
        partly=tally.partly + count[OutcomeStatus.PARTLY],
        not_done=tally.not_done + len(not_done),
        not_needed=tally.not_needed + count[OutcomeStatus.NOT_NEEDED],
        unknown=tally.unknown + count[OutcomeStatus.UNKNOWN],
        not_done_reasons=dict(reasons),
    )
    return one._replace(tally=counted, measures=_summed(one, more))


def _summed(one: ActivityProgress, more: Sequence[_Told]) -> dict[str, float]:
    """Only what can be summed: not how safe people feel."""
    sums = dict(one.measures)
    for measure in kind(one.frame.kind).measures:
        values = [each.values[measure.key] for each in more if measure.key in each.values]
        if values and measure.group is not MeasureGroup.EFFECT:
            sums[measure.key] = sums.get(measure.key, 0.0) + sum(values)
    return sums
