"""The pages that stand alone, by name."""

from collections.abc import Callable, Mapping

from bot.domain.public_rules import public
from bot.report import follow_up_page, public_page
from tests.follow_ups import timra
from tests.public_pages import CONTACT, before

PAGES: Mapping[str, Callable[[], str]] = {
    "public": lambda: public_page.page(public(timra(), threshold=5, earlier=before()), CONTACT),
    "updating": lambda: public_page.updating(CONTACT),
    "follow-up": lambda: follow_up_page.page(timra()),
}
