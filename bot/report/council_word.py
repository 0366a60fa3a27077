"""The standing item of a council as Word: a page to lay before the meeting, with room for what it decides."""

from collections.abc import Iterator
from datetime import datetime

from bot.domain.council import CouncilPage
from bot.domain.council import CouncilPart as PagePart
from bot.report.parts import Heading, Part, Points, Table, Text

DECISIONS = "Det som behöver beslutas, varför, och plats för rådets beslut"
WIDTHS = (3, 4, 3)


def word(page: CouncilPage, made_at: datetime) -> bytes:
    """`made_at` is aware."""
    from bot.report.word import document  # python-docx: only the process that writes Word loads it

    return document(page.title, _parts(page), made_at=made_at, subject="Stående punkt", close=True)


def _parts(page: CouncilPage) -> Iterator[Part]:
    """What is empty takes one line: the whole is to be one page."""
    yield Text(f"{page.lead} {page.foot}")
    for part in page.parts:
        if not part.rows:
            yield Text(part.none, label=part.title)
            continue
        yield Heading(part.title)
        yield _decisions(part) if part.counted else Points([f"{row.label} {row.said}" for row in part.rows])


def _decisions(part: PagePart) -> Table:
    rows = [(row.what, row.said, "") for row in part.rows]
    return Table(DECISIONS, ("Fråga", "Varför", "Beslut"), rows, WIDTHS)
