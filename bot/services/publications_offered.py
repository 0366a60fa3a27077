"""What citizens would be told: gathered of what is known now, less what must not be told.

It takes long and needs no writer: `ready` does so before, for `publications` to keep.
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from bot.domain import progress_question
from bot.domain.calendar import DAY, local_day
from bot.domain.errors import NotAllowed, UserError
from bot.domain.follow_up import FollowedAgreement, FollowUp
from bot.domain.periods import Period
from bot.domain.permissions import Action, Actor
from bot.domain.public_follow_up import PublicFollowUp
from bot.domain.public_rules import public, with_plans_of
from bot.domain.words import FollowUpState
from bot.services import follow_up_versions
from bot.services.follow_up import gather
from bot.services.follow_up_asked import first_month_of, usual
from bot.views.publications import Offer, Ref, WhichPage
from storage import access, agreements, places
from storage import follow_up_versions as follow_up_stored
from storage import publications as stored
from storage import publications_withheld as stored_withheld

PATH = "/lofte/"
LONG_AGO = date(2000, 1, 1)
ONLY_COORDINATORS = "Bara samordnaren i kommunen återkopplar till medborgarna. Inget är publicerat."
NOT_UNDERSTOOD = (
    "Jag förstår inte vilken återkoppling du menar. Skriv kommun och tid, till exempel: återkoppling Timrå 2026"
)


@dataclass(frozen=True, slots=True)
class Publishing:
    """Numbers of people under `threshold` are not told. `url` is where the bot serves pages, None where it does not."""

    threshold: int = 5
    url: str | None = None


@dataclass(frozen=True, slots=True)
class _Standing:
    """What may change an offer in a way that nobody may publish past, as it was before the offer was made.

    A report is not in it: one that comes between the offer and its publication is as one that comes just after.
    """

    protected: Sequence[int]
    times_told: int
    settled: int | None


@dataclass(frozen=True, slots=True)
class Ready:
    """Found out before, so that nobody waits to write meanwhile."""

    offer: Offer
    standing: _Standing


def ask(session: Session, actor: Actor, text: str, publishing: Publishing, now: datetime) -> Offer | WhichPage:
    """`text` may name a municipality and a stretch of time. Raises UserError and NotAllowed."""
    today = local_day(now)
    names = agreements.places(session)
    question = progress_question.read(text, names, today)
    if question.words or question.other:
        raise UserError(NOT_UNDERSTOOD)
    allowed = _allowed(actor, {one for place in question.places for one in names[place]})
    first_month = first_month_of(session, allowed)
    period = progress_question.by_year(question, text, today, first_month).period or usual(today, first_month)
    if len(allowed) > 1:
        return WhichPage(access.municipalities(session, allowed), period)
    return offer(session, actor, Ref(allowed[0], period), publishing, now)


def offer(session: Session, actor: Actor, ref: Ref, publishing: Publishing, now: datetime) -> Offer:
    """What would be published. Raises UserError and NotAllowed."""
    require_may(actor, ref.municipality_id)
    found = _found(session, ref, publishing, now)
    address = f"{publishing.url}{PATH}{stored.key_of(session, ref.municipality_id)}" if publishing.url else ""
    return Offer(
        ref=replace(ref, seen=_mark(found)),
        found=found,
        contact=stored.contact(session, ref.municipality_id),
        page=stored.newest_page(session, ref.municipality_id),
        address=address,
    )


def ready(session: Session, actor: Actor, ref: Ref, publishing: Publishing, now: datetime) -> Ready:
    """For `publish` and `told` to go by. Raises UserError and NotAllowed."""
    require_may(actor, ref.municipality_id)
    standing = _standing(session, ref)  # first: what changes while the rest is gathered is seen to have changed
    return Ready(offer(session, actor, ref, publishing, now), standing)


def held_offer(
    session: Session, actor: Actor, ref: Ref, publishing: Publishing, now: datetime, before: Ready | None
) -> Offer:
    """What is published goes by what others publish and protect: none of them does until this transaction ends."""
    require_may(actor, ref.municipality_id)
    places.hold(session, *stored.telling_alike(session, ref.municipality_id))
    if before is None or before.standing != _standing(session, ref):
        return offer(session, actor, ref, publishing, now)
    known = stored.contact(session, ref.municipality_id)
    return replace(before.offer, contact=known, page=stored.newest_page(session, ref.municipality_id))


def _standing(session: Session, ref: Ref) -> _Standing:
    latest = follow_up_stored.latest(session, ref.municipality_id, ref.period)
    return _Standing(
        protected=stored_withheld.protected(session, ref.municipality_id),
        times_told=stored.times_told(session, ref.municipality_id),
        settled=latest.id if latest and latest.state is FollowUpState.SETTLED else None,
    )


def _found(session: Session, ref: Ref, publishing: Publishing, now: datetime) -> PublicFollowUp:
    place = place_name(session, ref.municipality_id)
    made = _made(session, ref, place, now)
    return public(
        made,
        threshold=publishing.threshold,
        earlier=_earlier(session, ref, place, {one.id for one in made.agreements}, now),
        told=stored.told(session, ref.municipality_id),
        today=local_day(now),
    )


def _made(session: Session, ref: Ref, place: str, now: datetime) -> FollowUp:
    """What was settled, unless a new draft has been begun since; so that citizens read the same numbers as others."""
    made = follow_up_versions.gathered(session, [ref.municipality_id], ref.period, now, place=place)
    latest = follow_up_stored.latest(session, ref.municipality_id, ref.period)
    if latest and latest.state is FollowUpState.SETTLED:
        return with_plans_of(made, follow_up_versions.read(session, latest))
    return made


def _earlier(session: Session, ref: Ref, place: str, known: Collection[int], now: datetime) -> list[FollowedAgreement]:
    """Those that were over when the period began, the latest first: what was promised stays to be seen."""
    if ref.period.first <= LONG_AGO:
        return []
    before = Period(LONG_AGO, ref.period.first - DAY)
    found = gather(session, [ref.municipality_id], before, now, place=place)
    over = [one for one in found.agreements if one.id not in known]
    return sorted(over, key=lambda one: one.period.last, reverse=True)


def require_may(actor: Actor, municipality_id: int) -> None:
    if not actor.may(Action.PUBLISH, municipality_id):
        raise NotAllowed(ONLY_COORDINATORS)


def _allowed(actor: Actor, asked: Collection[int]) -> list[int]:
    mine = actor.municipalities(Action.PUBLISH)
    allowed = [one for one in mine if one in asked] if asked else mine
    if not allowed:
        raise NotAllowed(ONLY_COORDINATORS)
    return allowed


def _mark(found: PublicFollowUp) -> str:
    """The same for the same numbers, whichever day they were taken."""
    return hashlib.sha256(repr(replace(found, made_on=LONG_AGO)).encode()).hexdigest()[:16]


def place_name(session: Session, municipality_id: int) -> str:
    return dict(access.municipalities(session, [municipality_id]))[municipality_id]
