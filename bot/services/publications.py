"""What citizens are told: shown first to the coordinator, published as it was shown, and kept whatever comes after."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from bot.domain import progress_question
from bot.domain.calendar import DAY, local_day
from bot.domain.errors import Gone, NotAllowed, UserError
from bot.domain.follow_up import FollowedAgreement, FollowUp
from bot.domain.periods import Period
from bot.domain.permissions import Action, Actor
from bot.domain.public_contact import PublicContact
from bot.domain.public_follow_up import PublicFollowUp
from bot.domain.public_numbers import Told
from bot.domain.public_rules import public, with_plans_of
from bot.domain.words import FollowUpState, PublicationForm
from bot.report import public_texts
from bot.report.public_page import page
from bot.services import follow_up_versions, publications_withheld
from bot.services.follow_up import gather
from bot.services.follow_up_asked import first_month_of, usual
from bot.views.publications import Offer, Ref, Which
from storage import access, agreements, places, records
from storage import follow_up_versions as follow_up_stored
from storage import publications as stored
from storage.publications import Published

PATH = "/lofte/"
LONG_AGO = date(2000, 1, 1)
UNFILLED = PublicContact("[myndigheten saknas]", "[funktionen saknas]", "[adressen saknas]", LONG_AGO)
ONLY_COORDINATORS = "Bara samordnaren i kommunen återkopplar till medborgarna. Inget är publicerat."
NOT_UNDERSTOOD = (
    "Jag förstår inte vilken återkoppling du menar. Skriv kommun och tid, till exempel: återkoppling Timrå 2026"
)
NO_CONTACT = (
    "Fyll i kontakt och tillgänglighet först: det måste stå på sidan. Välj Kontakt och tillgänglighet bredvid knappen "
    "Publicera. Inget är publicerat."
)
OVER = "Den sidan visas inte längre, så inget är ändrat."


@dataclass(frozen=True, slots=True)
class Publishing:
    """Numbers of people under `threshold` are not told. `url` is where the bot serves pages, None where it does not."""

    threshold: int = 5
    url: str | None = None


def ask(session: Session, actor: Actor, text: str, publishing: Publishing, now: datetime) -> Offer | Which:
    """`text` may name a municipality and a stretch of time. Raises UserError and NotAllowed."""
    today = local_day(now)
    names = agreements.places(session)
    question = progress_question.read(text, names, today)
    if question.words:
        raise UserError(NOT_UNDERSTOOD)
    allowed = _allowed(actor, {one for place in question.places for one in names[place]})
    first_month = first_month_of(session, allowed)
    period = progress_question.read(text, names, today, first_month).period or usual(today, first_month)
    if len(allowed) > 1:
        return Which(access.municipalities(session, allowed), period)
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


def preview(found: Offer) -> bytes:
    """What nobody has filled in yet says so."""
    return page(found.found, found.contact or replace(UNFILLED, stated_on=found.found.made_on)).encode()


def publish(session: Session, actor: Actor, ref: Ref, publishing: Publishing, now: datetime) -> tuple[Offer, bool]:
    """Just what was shown; with False, nothing, since the numbers are others by now. Raises UserError, NotAllowed."""
    places.hold(session, ref.municipality_id)  # what somebody protects just now is in what is gathered, or withheld
    found = offer(session, actor, ref, publishing, now)
    if found.contact is None:
        raise UserError(NO_CONTACT)
    if found.ref.seen != ref.seen:
        return found, False
    _keep(session, actor, found, PublicationForm.PAGE, page(found.found, found.contact), now)
    return replace(found, page=stored.newest_page(session, ref.municipality_id)), True


def texts(found: Offer) -> Mapping[PublicationForm, str]:
    """With the address of the page, once there is one."""
    contact, address = found.contact or UNFILLED, found.address if found.page and found.page.stands else ""
    return {
        PublicationForm.ARTICLE: public_texts.article(found.found, address),
        PublicationForm.POST: public_texts.post(found.found, address),
        PublicationForm.PRESS_RELEASE: public_texts.press_release(found.found, contact, address),
    }


def told(
    session: Session, actor: Actor, ref: Ref, form: PublicationForm, publishing: Publishing, now: datetime
) -> tuple[Offer, bool]:
    """Somebody has published one of the texts, elsewhere; with False it is another by now. Raises as `publish`."""
    places.hold(session, ref.municipality_id)
    found = offer(session, actor, ref, publishing, now)
    if found.ref.seen != ref.seen:
        return found, False
    _keep(session, actor, found, form, texts(found)[form], now)
    return found, True


def published(session: Session, actor: Actor, publication_id: int) -> tuple[Published, str]:
    """A page with its content. Raises Gone and NotAllowed."""
    found = stored.find(session, publication_id)
    if found is None:
        raise Gone(OVER)
    require_may(actor, found[0].municipality_id)
    return found


def file(session: Session, actor: Actor, publication_id: int) -> tuple[Published, str]:
    """As `published`; Gone also where something that it tells of is protected by now."""
    found = published(session, actor, publication_id)
    publications_withheld.check_may_be_shown(session, found[0])
    return found


def shown_now(session: Session, actor: Actor, municipality_id: int) -> Published | None:
    """Also one that is withheld. Raises NotAllowed."""
    require_may(actor, municipality_id)
    found = stored.newest_page(session, municipality_id)
    return found if found and (found.stands or found.withheld) else None


def withdraw(session: Session, actor: Actor, publication_id: int, now: datetime) -> None:
    """Raises Gone, also when another has been published since, and NotAllowed."""
    one, _ = published(session, actor, publication_id)
    newest = stored.newest_page(session, one.municipality_id)
    if newest is None or newest.id != one.id or not stored.withdraw(session, one.id, actor.person_id, now):
        raise Gone(OVER)
    records.audit(session, now, actor.person_id, "withdraw", "publication", one.id)


def contact(session: Session, actor: Actor, municipality_id: int) -> tuple[str, PublicContact | None]:
    """With the municipality's name. Raises NotAllowed."""
    require_may(actor, municipality_id)
    return _place(session, municipality_id), stored.contact(session, municipality_id)


def save_contact(session: Session, actor: Actor, municipality_id: int, wanted: PublicContact, now: datetime) -> None:
    """Raises NotAllowed."""
    require_may(actor, municipality_id)
    stored.save_contact(session, municipality_id, wanted, actor.person_id, now)
    records.audit(session, now, actor.person_id, "change", "public_contact", municipality_id)


def require_may(actor: Actor, municipality_id: int) -> None:
    if not actor.may(Action.PUBLISH, municipality_id):
        raise NotAllowed(ONLY_COORDINATORS)


def _allowed(actor: Actor, asked: Collection[int]) -> list[int]:
    mine = actor.municipalities(Action.PUBLISH)
    allowed = [one for one in mine if one in asked] if asked else mine
    if not allowed:
        raise NotAllowed(ONLY_COORDINATORS)
    return allowed


def _found(session: Session, ref: Ref, publishing: Publishing, now: datetime) -> PublicFollowUp:
    place = _place(session, ref.municipality_id)
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


def _keep(session: Session, actor: Actor, found: Offer, form: PublicationForm, content: str, now: datetime) -> None:
    municipality_id, period = found.ref.municipality_id, found.ref.period
    told = [Told(period, found.found.people), *found.found.people_before]
    id_ = stored.add(session, municipality_id, period, form, content, told, actor.person_id, now)
    records.audit(session, now, actor.person_id, "publish", "publication", id_)


def _mark(found: PublicFollowUp) -> str:
    """The same for the same numbers, whichever day they were taken."""
    return hashlib.sha256(repr(replace(found, made_on=LONG_AGO)).encode()).hexdigest()[:16]


def _place(session: Session, municipality_id: int) -> str:
    return dict(access.municipalities(session, [municipality_id]))[municipality_id]
