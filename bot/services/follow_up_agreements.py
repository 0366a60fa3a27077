"""The agreements of a follow-up: who made them, what each focus area is about, and what others count for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.follow_up import Followed, FollowedAgreement, FollowedArea
from bot.domain.functions import FUNCTIONS
from bot.domain.periods import Period
from bot.domain.words import Basis
from storage import agreements
from storage import follow_up_agreements as stored
from storage.agreement_rows import state_on
from storage.follow_up_agreements import HeldAgreement, HeldArea


def of_rows(
    session: Session, agreed: Sequence[HeldAgreement], followed: Mapping[int, Followed], now: datetime
) -> Iterator[FollowedAgreement]:
    """In the same order."""
    ids = [one.id for one in agreed]
    parties, areas = stored.parties(session, ids), stored.areas(session, ids)
    titles = {one.id: one.title for one in agreed}
    references = {reference: id_ for id_, reference in agreements.references(session, ids).items()}
    lent = {reference: _lent(followed[id_], titles) for reference, id_ in references.items() if id_ in followed}
    for one in agreed:
        own = tuple(_area(area, followed.values(), lent) for area in areas if area.agreement_id == one.id)
        yield _agreement(one, parties[one.id], own, now)


def _lent(one: Followed, titles: Mapping[int, str]) -> Followed:
    """With its figures alone: the rest is listed with the agreement that counts it."""
    return replace(one, via=titles[one.progress.frame.agreement_id], held=(), ahead=(), withheld=0, deficiencies=())


def _agreement(
    one: HeldAgreement, parties: Sequence[tuple[str, bool]], areas: tuple[FollowedArea, ...], now: datetime
) -> FollowedAgreement:
    return FollowedAgreement(
        id=one.id,
        key=one.key,
        title=one.title,
        kind=one.kind,
        state=state_on(local_day(now), one.first, one.last, one.state),
        period=Period(one.first, one.last),
        signed_on=one.signed_on,
        example=one.example,
        basis=tuple(Basis(word) for word in one.basis),
        signed=tuple(party for party, signed in parties if signed),
        partners=tuple(party for party, signed in parties if not signed),
        spokesperson=function_name(one.spokesperson),
        areas=areas,
    )


def _area(area: HeldArea, followed: Iterable[Followed], lent: Mapping[str, Followed]) -> FollowedArea:
    own = [one for one in followed if one.progress.frame.focus_area_id == area.id]
    via = [lent[reference] for reference in area.via if reference in lent]
    return FollowedArea(area.title, area.problem or "", area.cause or "", area.goal or "", (*own, *via))


def function_name(key: str | None) -> str:
    return FUNCTIONS[key].name if key and key in FUNCTIONS else key or ""
