"""What citizens are told: shown first to the coordinator, published as it was shown, and kept whatever comes after."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.domain.errors import Gone, UserError
from bot.domain.permissions import Actor
from bot.domain.public_contact import Contact
from bot.domain.public_numbers import ToldNumbers
from bot.domain.words import PublicationForm
from bot.report import public_texts
from bot.report.public_page import page
from bot.services import publications_withheld
from bot.services.publications_offered import LONG_AGO, Publishing, Ready, held_offer, place_name, require_may
from bot.views.publications import Offer, Ref
from storage import publications as stored
from storage import records
from storage.publications import Published

UNFILLED = Contact("[myndigheten saknas]", "[funktionen saknas]", "[adressen saknas]", LONG_AGO)
NO_CONTACT = (
    "Fyll i kontakt och tillgänglighet först: det måste stå på sidan. Välj Kontakt och tillgänglighet bredvid knappen "
    "Publicera. Inget är publicerat."
)
OVER = "Den sidan visas inte längre, så inget är ändrat."


def preview(found: Offer) -> bytes:
    """What nobody has filled in yet says so."""
    return page(found.found, found.contact or replace(UNFILLED, stated_on=found.found.made_on)).encode()


def publish(
    session: Session, actor: Actor, ref: Ref, publishing: Publishing, now: datetime, before: Ready | None = None
) -> tuple[Offer, bool]:
    """Just what was shown; with False, nothing, since the numbers are others by now. Raises UserError, NotAllowed."""
    found = held_offer(session, actor, ref, publishing, now, before)
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
    session: Session,
    actor: Actor,
    ref: Ref,
    form: PublicationForm,
    publishing: Publishing,
    now: datetime,
    before: Ready | None = None,
) -> tuple[Offer, bool]:
    """Somebody has published one of the texts, elsewhere; with False it is another by now. Raises as `publish`."""
    found = held_offer(session, actor, ref, publishing, now, before)
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


def contact(session: Session, actor: Actor, municipality_id: int) -> tuple[str, Contact | None]:
    """With the municipality's name. Raises NotAllowed."""
    require_may(actor, municipality_id)
    return place_name(session, municipality_id), stored.contact(session, municipality_id)


def save_contact(session: Session, actor: Actor, municipality_id: int, wanted: Contact, now: datetime) -> None:
    """Raises NotAllowed."""
    require_may(actor, municipality_id)
    stored.save_contact(session, municipality_id, wanted, actor.person_id, now)
    records.audit(session, now, actor.person_id, "change", "public_contact", municipality_id)


def _keep(session: Session, actor: Actor, found: Offer, form: PublicationForm, content: str, now: datetime) -> None:
    municipality_id, period = found.ref.municipality_id, found.ref.period
    told = [ToldNumbers(period, found.found.people), *found.found.people_before]
    id_ = stored.add(session, municipality_id, period, form, content, told, actor.person_id, now)
    records.audit(session, now, actor.person_id, "publish", "publication", id_)
