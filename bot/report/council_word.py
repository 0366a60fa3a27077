"""The standing item of a council as Word: a page to lay before the meeting, with room for what it decides."""

from collections.abc import Iterator
from datetime import datetime

from bot.domain.council import Page
from bot.domain.council import Part as PagePart
from bot.report.parts import Heading, Part, Points, Table, Text
from bot.report.word import document

DECISIONS = "Det som behöver beslutas, varför, och plats för rådets beslut"
WIDTHS = (3, 4, 3)


def word(page: Page, made_at: datetime) -> bytes:
    """`made_at` is aware."""
    return document(page.title, _parts(page), made_at=made_at, subject="Stående punkt")


def _parts(page: Page) -> Iterator[Part]:
    yield Text(page.lead)
    for part in page.parts:
        yield Heading(part.title)
        if not part.rows:
            yield Text(part.none)
        elif part.counted:
            rows = [(row.what, row.said, "") for row in part.rows]
            yield Table(DECISIONS, ("Fråga", "Varför", "Beslut"), rows, WIDTHS)
        else:
            yield from _points(part)
    yield Heading("Hur färska siffrorna är")
    yield Text(page.foot)


def _points(part: PagePart) -> Iterator[Part]:
    yield Points([f"{row.label} {row.said}" for row in part.rows])
