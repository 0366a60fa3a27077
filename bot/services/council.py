"""The standing item of a municipality's council, gathered for the one who asks."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlmodel import Session

from bot.domain import council, dated
from bot.domain.calendar import DAY, day_bounds, local_day
from bot.domain.council import CouncilFacts
from bot.domain.council_decisions import decisions
from bot.domain.digest_policy import LegalDuty
from bot.domain.errors import NotAllowed, UserError
from bot.domain.periods import Period, period_of
from bot.domain.permissions import Action, Actor
from bot.domain.progress_text import DEFINITE
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import fold
from bot.domain.words import AgreementState, Per
from bot.services import council_told_later, duties, follow_up, progress, statute
from bot.views import occurrence_text
from bot.views.council import Item, WhichCouncil
from storage import access, agreement_ends, agreements
from storage import council as stored
from storage import duties as stored_duties

AHEAD = 90 * DAY
"""So far it looks where no next meeting is planned."""
BY_LAW = {LegalDuty.PICTURE: "Lägesbilden", LegalDuty.FOLLOW_UP: "Åtgärdsplanen"}
NOT_YOURS = "Du kan inte se rådets underlag där. Samordnaren i kommunen kan hjälpa dig."
NOWHERE = "Du har ingen kommun att se underlaget för än. Samordnaren i din kommun kan lägga till dig."
NOTHING = "Inget medborgarlöfte och ingen överenskommelse gäller i {place} just nu, så det finns inget underlag."


def ask(session: Session, actor: Actor, text: str, now: datetime) -> Item | WhichCouncil:
    """Raises NotAllowed and UserError."""
    said, names = fold(council.place_in(text)), agreements.places(session)
    asked = {place for name, places in names.items() if fold(council.place_in(name)) == said for place in places}
    mine = [place for place in actor.municipalities(Action.SEE_PROGRESS) if not said or place in asked]
    if not mine:
        raise NotAllowed(NOT_YOURS if said else NOWHERE)
    current = agreements.visible(session, mine, local_day(now))
    held = {place for one in current if not one.over(local_day(now)) for place in one.municipalities}
    where = [place for place in mine if place in held] or mine
    if len(where) == 1:
        return find(session, actor, where[0], now)
    return WhichCouncil(access.municipalities(session, where))


def find(session: Session, actor: Actor, municipality_id: int, now: datetime) -> Item:
    """Raises NotAllowed, and UserError where nothing holds."""
    if not actor.may(Action.SEE_PROGRESS, municipality_id):
        raise NotAllowed(NOT_YOURS)
    facts = _facts(session, municipality_id, now)
    late = [one for one in facts.late if actor.may(Action.PLAN, municipality_id)]
    return Item(municipality_id, council.page(facts, decisions(facts)), late)


def _facts(session: Session, municipality_id: int, now: datetime) -> CouncilFacts:
    today, place = local_day(now), dict(access.municipalities(session, [municipality_id]))[municipality_id]
    met_on = stored.met_on(session, municipality_id, now)
    begun, what = _begun(session, municipality_id, place, today)
    stretch = Period(met_on or begun, today)
    next_on = stored.meets_on(session, municipality_id, now)
    until = next_on or today + AHEAD
    found = follow_up.gather(session, [municipality_id], stretch, now, place=place)
    if met_on:
        found = council_told_later.added(session, found, day_bounds(met_on)[0], now)
    current = [one.id for one in found.agreements if one.state is AgreementState.CURRENT]
    return CouncilFacts(
        today=today,
        stretch=found,
        standing=_standing(session, current, now),
        met_on=met_on,
        counted_from=what,
        next_on=next_on,
        until=until,
        withheld=stored.withheld(session, municipality_id, now, day_bounds(until)[1]),
        unanswered=[occurrence_text.brief(one, now) for one in stored.unanswered(session, municipality_id, now)],
        late=[one for one in duties.owed(session, now, municipality_id) if one.is_late(today)],
        delivered=_delivered(session, municipality_id, stretch),
        law=[(BY_LAW[duty], by) for duty, by in statute.soon(session, municipality_id, now)],
        renewed=[one for one in current if agreement_ends.successor(session, one)],
    )


def _begun(session: Session, municipality_id: int, place: str, today: date) -> tuple[date, str]:
    """When the year of what holds there began, or it itself if that was later; of several the first."""
    rows = [one for one in agreements.visible(session, [municipality_id], today) if not one.over(today)]
    if not rows:
        raise UserError(NOTHING.format(place=place))
    days = {one.id: max(one.period_start, period_of(today, Per.YEAR, one.first_month).first) for one in rows}
    first = min(rows, key=lambda one: days[one.id])
    what = DEFINITE[first.kind] if days[first.id] == first.period_start else "året"
    return days[first.id], f"{what} började"


def _standing(session: Session, agreement_ids: Sequence[int], now: datetime) -> Mapping[int, ActivityProgress]:
    found = progress.of_agreements(session, agreement_ids, now)
    return {one.frame.activity_id: one for some in found.values() for one in some}


def _delivered(session: Session, municipality_id: int, stretch: Period) -> list[tuple[str, date]]:
    return [
        (dated.stretch(one.period), one.on)
        for one in stored_duties.delivered(session, stretch.first)
        if one.municipality_id == municipality_id
    ]
