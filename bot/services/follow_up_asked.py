"""Which follow-up somebody means: a municipality and a stretch of time, or what is usual where nothing is said."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from bot.domain import period_words, progress_question
from bot.domain.calendar import local_day
from bot.domain.errors import NotAllowed, UserError
from bot.domain.periods import Period, before, period_of
from bot.domain.permissions import Action, Actor
from bot.domain.swedish import joined
from bot.domain.words import Per
from bot.services import follow_up_versions
from bot.views.follow_up import Shown, Which
from storage import access, agreements

WRITTEN_UNTIL = 3  # months: so long into a year it is mostly the one before that is written about
NO_PLACE = "Du har ingen kommun att följa upp än. Samordnaren i din kommun kan lägga till dig."
NOT_THERE = "Du kan inte se uppföljningen i {where}. {who} kan hjälpa dig."
NOT_UNDERSTOOD = "Jag förstår inte vilken uppföljning du menar. Skriv till exempel: uppföljning Timrå 2026"


def ask(session: Session, actor: Actor, text: str, now: datetime) -> Shown | Which:
    """`text` may name a municipality and a stretch of time. A draft is saved. Raises UserError and NotAllowed."""
    today = local_day(now)
    names = agreements.places(session)
    question = progress_question.read(period_words.find(text, today)[1], names)
    if question.words:
        raise UserError(NOT_UNDERSTOOD)
    asked = {one for place in question.places for one in names[place]}
    allowed = _allowed(session, actor, asked, joined(question.places), now)
    first_month = _first_month(session, allowed)
    said, _ = period_words.find(text, today, first_month)
    period = said or _usual(today, first_month)
    if len(allowed) > 1:
        return Which(access.municipalities(session, allowed), period)
    return replace(follow_up_versions.show(session, actor, allowed[0], period, now), assumed=said is None)


def _allowed(session: Session, actor: Actor, asked: Collection[int], where: str, now: datetime) -> list[int]:
    mine = actor.municipalities(Action.SEE_PROGRESS)
    allowed = [one for one in mine if one in asked] if asked else mine
    if not allowed and asked:
        who = follow_up_versions.coordinators(session, min(asked), now)
        raise NotAllowed(NOT_THERE.format(where=where, who=who))
    if not allowed:
        raise NotAllowed(NO_PLACE)
    return allowed


def _first_month(session: Session, municipality_ids: Collection[int]) -> int:
    """Of their year, where all that was agreed on there has the same."""
    months = {one.first_month for one in agreements.in_places(session, municipality_ids)}
    return months.pop() if len(months) == 1 else 1


def _usual(today: date, first_month: int) -> Period:
    """The year so far, or early in one the year before."""
    current = period_of(today, Per.YEAR, first_month)
    months = (today.year - current.first.year) * 12 + today.month - current.first.month
    return before(current) if months < WRITTEN_UNTIL else current
