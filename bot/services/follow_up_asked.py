"""Which follow-up somebody means: a municipality and a stretch of time, or what is usual where nothing is said."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from bot.domain import period_words, progress_question
from bot.domain.calendar import local_day
from bot.domain.errors import NotAllowed, UserError
from bot.domain.follow_up import FollowUp
from bot.domain.periods import Period, before, period_of
from bot.domain.permissions import Action, Actor
from bot.domain.swedish import fold, joined, sort_key
from bot.domain.words import Per
from bot.services import follow_up_area, follow_up_versions
from bot.services.follow_up_versions import FollowUpDraft
from bot.services.whom_to_ask import coordinators
from bot.views.follow_up import ShownFollowUp, WhichFollowUp
from bot.views.follow_up_area import AreaFollowUp
from storage import access, agreements
from storage import follow_up_versions as stored

WRITTEN_UNTIL = 3  # months: so long into a year it is mostly the one before that is written about
NO_PLACE = "Du har ingen kommun att följa upp än. Samordnaren i din kommun kan lägga till dig."
NOT_THERE = "Du kan inte se uppföljningen i {where}. {who} kan hjälpa dig."
NOT_UNDERSTOOD = "Jag förstår inte vilken uppföljning du menar. Skriv till exempel: uppföljning Timrå 2026"
NO_SUCH_PLACE = "Det finns ingen kommun som heter ”{name}”. De som finns: {known}."
NO_SUCH_PERIOD = (
    "”{period}” är ingen tid som jag förstår. Skriv till exempel 2026, tertial 2 2026 eller april 2025–mars 2026."
)


@dataclass(frozen=True, slots=True)
class NamedFollowUp:
    """What was settled, else as it is now."""

    follow_up: FollowUp
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class MeantFollowUp:
    """Where it is one municipality's, with what is to be kept of it. `assumed`: nobody said which stretch of time.

    `area` is that of all of a police area. `refused`, a sentence, is what was asked about too and may not be seen.
    """

    municipalities: Sequence[int]
    period: Period
    assumed: bool
    draft: FollowUpDraft | None = None
    area: AreaFollowUp | None = None
    refused: str = ""


def ask(
    session: Session, actor: Actor, text: str, now: datetime, found: MeantFollowUp | None = None
) -> ShownFollowUp | WhichFollowUp | AreaFollowUp:
    """`found` is what `meant` gave. A municipality's draft is saved. Raises UserError and NotAllowed."""
    found = found or meant(session, actor, text, now)
    if found.area:
        return found.area
    if len(found.municipalities) > 1:
        return WhichFollowUp(access.municipalities(session, found.municipalities), found.period, found.refused)
    shown = follow_up_versions.show(session, actor, found.municipalities[0], found.period, now, found.draft)
    return replace(shown, assumed=found.assumed, refused=found.refused)


def meant(session: Session, actor: Actor, text: str, now: datetime) -> MeantFollowUp:
    """`text` may name a municipality and a stretch of time. Raises UserError and NotAllowed."""
    today = local_day(now)
    names = agreements.places(session)
    question = progress_question.read(period_words.find(text, today)[1], names)
    if question.words:
        raise UserError(NOT_UNDERSTOOD)
    asked = {one for place in question.places for one in names[place]}
    allowed = _allowed(session, actor, asked, joined(question.places), now)
    first_month = first_month_of(session, allowed)
    said, _ = period_words.find(text, today, first_month)
    period = said or usual(today, first_month)
    if len(question.places) == 1 and len(asked) > 1 and asked <= set(actor.municipalities(Action.FOLLOW_UP)):
        area = follow_up_area.gathered(session, question.places[0], asked, period, now)
        return MeantFollowUp(allowed, period, said is None, area=area)
    draft = None if len(allowed) > 1 else follow_up_versions.drafted(session, actor, allowed[0], period, now)
    refused = _refused(session, asked - set(allowed), now)
    return MeantFollowUp(allowed, period, said is None, draft, refused=refused)


def named(session: Session, municipality: str, period: str, now: datetime) -> NamedFollowUp:
    """For the command line; a police area has all its municipalities in one. Raises UserError."""
    names = agreements.places(session)
    place = next((name for name in names if fold(name) == fold(municipality)), None)
    if place is None:
        known = joined(sorted(names, key=sort_key))
        raise UserError(NO_SUCH_PLACE.format(name=municipality, known=known))
    said, rest = period_words.find(period, local_day(now), first_month_of(session, names[place]))
    if said is None or rest.strip():
        raise UserError(NO_SUCH_PERIOD.format(period=period))
    ids = names[place]
    frozen = stored.settled(session, min(ids), said) if len(ids) == 1 else None
    if frozen:
        return NamedFollowUp(follow_up_versions.read(session, frozen), frozen.settled_at)
    return NamedFollowUp(follow_up_versions.gathered(session, ids, said, now, place=place), None)


def _allowed(session: Session, actor: Actor, asked: Collection[int], where: str, now: datetime) -> list[int]:
    mine = actor.municipalities(Action.SEE_PROGRESS)
    allowed = [one for one in mine if one in asked] if asked else mine
    if not allowed and asked:
        who = coordinators(session, [min(asked)], local_day(now))
        raise NotAllowed(NOT_THERE.format(where=where, who=who))
    if not allowed:
        raise NotAllowed(NO_PLACE)
    return allowed


def _refused(session: Session, others: Collection[int], now: datetime) -> str:
    """Of municipalities that were asked about, alone or by their police area, beside those that may be seen."""
    if not others:
        return ""
    where = joined([name for _, name in access.municipalities(session, others)])
    return NOT_THERE.format(where=where, who=coordinators(session, others, local_day(now)))


def first_month_of(session: Session, municipality_ids: Collection[int]) -> int:
    """Of their year, where all that was agreed on there has the same."""
    months = {one.first_month for one in agreements.in_places(session, municipality_ids)}
    return months.pop() if len(months) == 1 else 1


def usual(today: date, first_month: int) -> Period:
    """The year so far, or early in one the year before."""
    current = period_of(today, Per.YEAR, first_month)
    months = (today.year - current.first.year) * 12 + today.month - current.first.month
    return before(current) if months < WRITTEN_UNTIL else current
