"""How it went in one stretch of time beside another that was asked for with it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import chain

from sqlmodel import Session

from bot.domain import progress_compared
from bot.domain.calendar import same_clock
from bot.domain.errors import UserError
from bot.domain.periods import Period, period_text
from bot.domain.progress_compared import ComparedTimes
from bot.domain.progress_question import ProgressQuestion
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import sentence
from bot.services import progress, progress_so_far
from bot.views.progress_found import Overview, ProgressCompared

Figures = dict[int, ActivityProgress]
"""By activity."""
NOT_ALIKE = (
    "{first} och {other} kan jag inte jämföra: tiderna ska ha börjat, vara olika och vara lika långa. "
    "Skriv till exempel: läget tertial 2 jämfört med tertial 1, eller: läget i år jämfört med förra året"
)
TOO_MANY = (
    "Jag jämför två tider för en kommun eller ett lokalpolisområde i taget. "
    "Skriv till exempel: läget Timrå tertial 2 jämfört med tertial 1"
)


def times(
    question: ProgressQuestion, today: date, first_month: int
) -> tuple[Period | None, ComparedTimes | None]:  # fmt: skip
    """What is asked about, and beside what. Raises UserError."""
    if question.other is None:
        return question.period, None
    period = question.period or progress_compared.current_like(question.other, today, first_month)
    found = progress_compared.side_by_side(period, question.other, today)
    if found is None:
        first, other = (period_text(one, date.min, first_month) for one in (period, question.other))
        raise UserError(NOT_ALIKE.format(first=sentence(first), other=other))
    return period, found


def side_by_side(
    session: Session, found: Sequence[Overview], times: ComparedTimes | None, now: datetime
) -> list[Overview]:  # fmt: skip
    """As many statements as for one."""
    if times is None:
        return list(found)
    ids = list({activity.frame.agreement_id for one in found for activity in one.activities})
    if times.cut_from:
        first, other = times.cut_from
        here = _by_activity(progress_so_far.of_agreements(session, ids, first, same_clock(times.first.last, now)))
        before = _by_activity(progress_so_far.of_agreements(session, ids, other, same_clock(times.other.last, now)))
    else:
        here = {activity.frame.activity_id: activity for one in found for activity in one.activities}
        before = _by_activity(progress.of_agreements(session, ids, now, within=times.other))
    held = {id_: one for id_, one in before.items() if _held(one, times.other)}
    return [replace(one, compared=ProgressCompared(times, here, held)) for one in found]


def _held(one: ActivityProgress, period: Period) -> bool:
    return one.frame.period_start <= period.first and period.last <= one.frame.period_end


def _by_activity(judged: Mapping[int, Sequence[ActivityProgress]]) -> Figures:
    return {one.frame.activity_id: one for one in chain.from_iterable(judged.values())}
