"""One page may hold the promises of several years: a coordinator plans by the newest, the others are history."""

import re
from collections.abc import Sequence

from bot.domain.agreement_text.layout import Block, LineRole
from bot.domain.agreement_text.proposal import Question, Topic
from bot.domain.swedish import joined

_YEARS = r"(?P<first>20\d\d)(?:\s?[–—−/-]\s?(?P<last>(?:20)?\d\d))?"
# "Medborgarlöften 2019–2020", "2021", "Löfte för åren 2022-2023"
_SPAN = re.compile(r"\b(?P<first>20\d\d)\s?[–—−-]\s?(?P<last>(?:20)?\d\d)\b")
_TITLE = re.compile(
    rf"\W*(?:(?:(?:tidigare|nuvarande|gällande) )?(?:medborgar)?löften?\b[^.:]{{0,30}}?)?"
    rf"(?:för )?(?:åre[nt] )?{_YEARS}\W*",
    re.IGNORECASE,
)

Edition = tuple[int, int]  # first and last year


def editions(blocks: Sequence[Block]) -> list[tuple[Edition | None, list[Block]]]:
    """The blocks under each title of years, and before the first of them those of no year."""
    parts: list[tuple[Edition | None, list[Block]]] = [(None, [])]
    for block in blocks:
        if years := _titled(block):
            parts.append((years, []))
        parts[-1][1].append(block)
    return parts


def _titled(block: Block) -> Edition | None:
    found = _TITLE.fullmatch(block.piece.text) if block.role in (LineRole.HEADING, LineRole.TEXT) else None
    return _years(found) if found else None


def _years(found: re.Match[str]) -> Edition:
    first, said = int(found["first"]), found["last"] or found["first"]
    return first, int(said) if len(said) == 4 else first // 100 * 100 + int(said)


def without_older(blocks: Sequence[Block]) -> tuple[list[Block], list[Question]]:
    """And the question that tells what was left out."""
    parts = editions(blocks)
    known = sorted({years for years, _ in parts if years})
    if not known:
        return list(blocks), []
    newest = max(known, key=lambda years: years[::-1])
    older = [years for years in known if years[1] < newest[0]]
    if not older or _are_of_one(min(older)[0], newest[1], blocks):
        return list(blocks), []
    kept = [block for years, part in parts if years not in older for block in part]
    shown = [_shown(years) for years in (*older, newest)]
    text = f"Texten har löften för {joined(shown)}. Jag har tagit med dem för {shown[-1]}. Vilken period gäller?"
    return kept, [Question(Topic.PERIOD, text, tuple(shown))]


def _are_of_one(first: int, last: int, blocks: Sequence[Block]) -> bool:
    """A plan for 2024–2026 has what is done each year under a title of its own."""
    spans = (_years(found) for block in blocks for found in _SPAN.finditer(block.piece.text))
    return any(begins <= first and last <= ends for begins, ends in spans)


def _shown(years: Edition) -> str:
    return str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
