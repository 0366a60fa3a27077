"""How it is going in many municipalities at once, from the sums that the database keeps of each."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain import progress_question
from bot.domain.calendar import local_day
from bot.domain.errors import UserError
from bot.domain.nation import Nation, Place, worst_first
from bot.domain.periods import Period, period_of
from bot.domain.permissions import Action, Actor
from bot.domain.words import Per
from bot.services import progress_compared, progress_overview
from bot.views.progress_found import Found, Overview
from storage import agreements, places, rollup

MANY = 20
"""More municipalities than this are not listed agreement by agreement."""


def ask(session: Session, actor: Actor, text: str, now: datetime) -> Found | Nation:
    """As `progress_overview.ask`, but for all of what many municipalities plan. Raises NotAllowed and UserError."""
    mine = actor.municipalities(Action.SEE_PROGRESS)
    if len(mine) > MANY:
        names = agreements.places(session)
        question = progress_question.read(text, names, local_day(now))
        asked = {one for place in question.places for one in names[place]}
        there = [one for one in mine if one in asked] if asked else mine
        part = question.kind or question.party or question.words or question.promised
        if len(there) > MANY and not part:
            if question.other:
                raise UserError(progress_compared.TOO_MANY)
            return of_all(session, there, question.period, now)
    return progress_overview.ask(session, actor, text, now)


def mine(session: Session, actor: Actor, now: datetime) -> Sequence[Overview | Nation]:
    """As `progress_overview.mine`, but many municipalities as one."""
    municipalities = actor.municipalities(Action.SEE_PROGRESS)
    if len(municipalities) > MANY:
        return [of_all(session, municipalities, None, now)]
    return progress_overview.mine(session, actor, now)


def ask_one(session: Session, actor: Actor, municipality_id: int, now: datetime) -> Found:
    """One of them, by a button. Raises NotAllowed."""
    return progress_overview.ask(session, actor, places.names(session, [municipality_id])[municipality_id], now)


def of_all(session: Session, municipality_ids: Collection[int], period: Period | None, now: datetime) -> Nation:
    """In the months that the period touches, else in this calendar year. Asks for no rights."""
    today = local_day(now)
    period = _whole_months(period) if period else period_of(today, Per.YEAR)
    asked = set(municipality_ids)
    everywhere = rollup.totals(session, period.first, period.last, today)
    judged = [Place(id_, name, one, one.standing) for id_, name, one in everywhere if id_ in asked]
    newest = rollup.newest_report(session, asked if len(judged) < len(everywhere) else None)
    return Nation(period, sorted(judged, key=worst_first), local_day(newest) if newest else None)


def _whole_months(period: Period) -> Period:
    return Period(period_of(period.first, Per.MONTH).first, period_of(period.last, Per.MONTH).last)
