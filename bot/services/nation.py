"""How it is going in many municipalities at once, from the sums that the database keeps of each."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.nation import Nation, Place, worst_first
from bot.domain.periods import Period, period_of
from bot.domain.progress_question import Question
from bot.domain.swedish import fold
from bot.domain.words import Per
from storage import places, rollup
from storage.rollup import Totals

MANY = 20
"""More municipalities than this are not listed agreement by agreement."""
THE_WHOLE = {"hela", "landet", "riket", "sverige", "sveriges"}


def asked(session: Session, municipality_ids: Collection[int], question: Question, now: datetime) -> Nation | None:
    """Of those that the question is about and its asker may see; None where they are few, or some part is meant."""
    part = question.kind or question.party or {fold(word) for word in question.words} - THE_WHOLE
    if part or len(municipality_ids) <= MANY:
        return None
    return of_all(session, municipality_ids, question.period, now)


def of_all(session: Session, municipality_ids: Collection[int], period: Period | None, now: datetime) -> Nation:
    """In the months that the period touches, else in this calendar year. Asks for no rights."""
    today = local_day(now)
    period = _whole_months(period) if period else period_of(today, Per.YEAR)
    found = rollup.totals(session, municipality_ids, period.first, period.last, today)
    names = places.names(session, municipality_ids)
    newest = rollup.newest_report(session, municipality_ids)
    judged = [_place(name, found.get(id_, Totals(id_))) for id_, name in names.items()]
    return Nation(period, sorted(judged, key=worst_first), local_day(newest) if newest else None)


def _whole_months(period: Period) -> Period:
    return Period(period_of(period.first, Per.MONTH).first, period_of(period.last, Per.MONTH).last)


def _place(name: str, totals: Totals) -> Place:
    return Place(
        municipality_id=totals.municipality_id,
        name=name,
        planned=totals.planned,
        expected=totals.planned_to_date,
        done=totals.carried_out,
        partly=totals.partly,
        not_done=totals.not_done,
        cancelled=totals.cancelled,
        missing=totals.missing,
    )
