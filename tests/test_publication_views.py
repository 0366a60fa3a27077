"""What a coordinator is told before a page is published: what is careful about it, and what is shown now."""

from dataclasses import replace

import pytest

from bot.domain.public_rules import public
from bot.domain.words import PublicationForm
from bot.views.publications import Offer, Ref, offer
from storage.publications import Published
from tests.factories import NOW
from tests.follow_ups import YEAR, timra
from tests.public_pages import CONTACT

PAGE = Published(1, 1, PublicationForm.PAGE, YEAR.first, YEAR.last, "UDINA", NOW, None, None)


def lines(page: Published | None = PAGE, unchanged: int = 0) -> list[str]:
    found = replace(public(timra(), threshold=5), people={"1:rattfylla": 2.0}, unchanged=unchanged)
    return str(offer(Offer(Ref(1, YEAR), found, CONTACT, page, ""), NOW)["text"]).splitlines()


def test_numbers_that_are_not_told_as_they_are_are_counted() -> None:
    assert lines(unchanged=2)[2:4] == [
        "Tal som skrivs ”färre än 5”: 1.",
        "Tal om människor som står kvar från en tidigare sida: 2. De ändras när skillnaden är minst 5.",
    ]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (None, "Ingen sida är publicerad än."),
        (PAGE, "<@UDINA> publicerade sidan för 2026 i dag, fredag 20 november."),
        (
            replace(PAGE, withdrawn_at=NOW),
            "Sidan för 2026 visas inte sedan i dag, fredag 20 november. Något på den har blivit skyddat. "
            "Där jag visade den står nu att den uppdateras.",
        ),
        (
            replace(PAGE, withdrawn_at=NOW, withdrawn_by_id=1),
            "Ingen sida visas. Den för 2026 avpublicerades i dag, fredag 20 november.",
        ),
    ],
)
def test_what_is_shown_now_is_said_last(page: Published | None, said: str) -> None:
    assert lines(page)[-1] == said
