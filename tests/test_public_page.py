"""The page for citizens, as a file that needs nothing else."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from bot.domain.public_rules import public
from bot.domain.words import Conformity
from bot.report.public_page import page
from tests.follow_ups import agreement, area, follow_up, followed, progress, timra
from tests.public_pages import CONTACT, before, small

WHOLE = Path(__file__).parent / "public_page_small.html"
AROUND = re.compile(r"(</?(?:html|head|body|main|dl|ul|nav|table|thead|tbody|tr|footer)\b[^>]*>)")
AFTER = re.compile(r"(</(?:h\d|p|dd|dt|li|td|th|caption|title|a|style)>|<(?:meta|link)[^>]*>)")


def laid_out(html: str) -> str:
    """A line for each thing that is read aloud, and no style."""
    plain = re.sub(r"<style>.*</style>", "<style></style>", html, flags=re.DOTALL)
    return re.sub(r"\n+", "\n", AFTER.sub(r"\1\n", AROUND.sub(r"\n\1\n", plain)))


def test_the_whole_page() -> None:
    told = page(public(small(), threshold=5, earlier=before()), CONTACT)

    assert laid_out(told) == WHOLE.read_text("utf-8")


def test_headings_come_in_order() -> None:
    told = page(public(timra(), threshold=5, earlier=before()), CONTACT)
    levels = [int(level) for level in re.findall(r"<h(\d)", told)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= level + 1 for level, after in pairwise(levels))


def test_every_link_leads_to_something_on_it() -> None:
    told = page(public(timra(), threshold=5, earlier=before()), CONTACT)

    assert {*re.findall(r'href="#([^"]+)"', told)} <= {*re.findall(r'id="([^"]+)"', told)}
    assert re.findall(r'(?:href|src)="(?!#|data:)[^"]*"', told) == []
    assert "<script" not in told


def test_what_people_wrote_is_never_markup() -> None:
    one = followed(progress(title='<script>alert("hej")</script>'))
    told = page(public(follow_up(agreement(area(one), title="<b>Löfte</b>")), threshold=5), CONTACT)

    assert "<script" not in told
    assert "&lt;b&gt;Löfte" in told


def test_what_is_known_not_to_be_accessible_is_said() -> None:
    contact = replace(CONTACT, conformity=Conformity.PARTLY, shortcomings="kartan i bilagan saknar text")
    told = page(public(small(), threshold=5), contact)

    assert (
        "<p>Vi bedömer att sidan följer lagen delvis. Det här är inte tillgängligt: kartan i bilagan saknar text. "
        "Bedömningen skrevs 2 november 2026.</p>" in told
    )


def test_what_nobody_has_judged_yet_is_not_said_to_follow_the_law() -> None:
    told = page(public(small(), threshold=5), replace(CONTACT, conformity=None, tested="test med skärmläsare"))

    assert "<p>[bedömningen saknas]</p>" in told
    assert "Det gjordes 22 november 2026. Vi har också prövat sidan genom test med skärmläsare.</p>" in told
