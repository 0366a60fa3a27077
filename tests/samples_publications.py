"""What is said before and after citizens are told."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.domain.periods import Period
from bot.domain.public_contact import LONGEST, LONGEST_TEXT
from bot.domain.public_rules import public
from bot.domain.words import PublicationForm
from bot.views import public_contact, public_texts, publications
from bot.views.publications import Offer, Ref, WhichPage
from storage.publications import Published
from tests import longest as l
from tests.factories import NOW
from tests.follow_ups import YEAR, timra
from tests.public_pages import CONTACT

PAGE = Published(l.ID, l.ID, PublicationForm.PAGE, YEAR.first, YEAR.last, l.USER, NOW, None, None)
FOUND = replace(public(timra(), threshold=5), place=l.MUNICIPALITIES[0], people={"1:rattfylla": 2.0}, unchanged=1)
LONGEST_CONTACT = replace(CONTACT, authority="<&>" * (LONGEST // 3), shortcomings="ö" * LONGEST_TEXT)
OFFER = Offer(Ref(l.ID, YEAR, "0123456789abcdef"), FOUND, LONGEST_CONTACT, PAGE, f"https://{'lofte.' * 30}example")
OFFERS = (
    OFFER,
    replace(OFFER, contact=None, page=None, address=""),
    replace(OFFER, page=replace(PAGE, withdrawn_at=NOW, withdrawn_by_id=l.ID)),
    replace(OFFER, page=replace(PAGE, withdrawn_at=NOW)),
)
TEXTS = {
    PublicationForm.ARTICLE: "\n".join(["<ö>" * 400] * 20),
    PublicationForm.POST: "ö" * 400,
    PublicationForm.PRESS_RELEASE: "ord " * 4000,
}
SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "public_contact.form": lambda: [
        public_contact.form(OFFER.ref, l.MUNICIPALITIES[0], known) for known in (None, LONGEST_CONTACT)
    ],
    "public_contact.saved": lambda: [public_contact.saved()],
    "publications.file_sent": lambda: [publications.file_sent(PAGE)],
    "publications.nothing_to_withdraw": lambda: [publications.nothing_to_withdraw()],
    "publications.offer": lambda: [publications.offer(one, NOW, changed=True) for one in OFFERS],
    "publications.preview_sent": lambda: [publications.preview_sent(OFFER)],
    "publications.published": lambda: [publications.published(one, NOW) for one in OFFERS],
    "public_texts.show": lambda: [
        public_texts.show(OFFER, TEXTS, told=told, changed=told is None) for told in (None, *TEXTS)
    ],
    "publications.which": lambda: [
        publications.which(WhichPage([(l.ID, place) for place in l.MUNICIPALITIES * 20], Period(YEAR.first, YEAR.last)))
    ],
    "publications.withdraw_form": lambda: [publications.withdraw_form(PAGE, OFFER.ref)],
    "publications.withheld": lambda: [publications.withheld(PAGE, l.MUNICIPALITIES[0])],
    "publications.withdrawn": lambda: [publications.withdrawn()],
}
