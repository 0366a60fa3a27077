"""Running text as sentences. A full stop in an abbreviation ends nothing."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from bot.domain.agreement_text.layout import Block, LineRole
from bot.domain.agreement_text.piece import Piece

# Also "centrum.Polisen", where a page lost its spaces.
_END = re.compile(
    r"(?<=[a-zåäö]{2})[.!?](?=[A-ZÅÄÖ][a-zåäö])|[.!?…][\"”’»)]*\s+(?=[A-ZÅÄÖ0-9\"”“»(–—•-])|(?<=:)\s+(?=[–—-]\s)"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(/])(?:t\.?\s?ex|bl\.?\s?a|t\.?\s?o\.?\s?m|fr\.?\s?o\.?\s?m|m\.?\s?m|m\.?\s?fl|o\.?\s?s\.?\s?v|d\.?\s?v\.?\s?s"
    r"|s\.?\s?k|f\.?\s?d|p\.?\s?g\.?\s?a|ca|kl|nr|tf|resp|inkl|exkl|max|min|ev|st|jfr|dr|[A-ZÅÄÖ])\.$",
    re.IGNORECASE,
)
_ENDS_A_SENTENCE_TOO = re.compile(r"(?:m\.?\s?m|m\.?\s?fl|o\.?\s?s\.?\s?v)\.$", re.IGNORECASE)


def pieces(block: Block, running: Collection[LineRole] = (LineRole.TEXT,)) -> Iterator[Piece]:
    """Sentence by sentence where it is `running` text, else the whole of it."""
    return sentences(block.piece) if block.role in running else iter((block.piece,))


def sentences(piece: Piece) -> Iterator[Piece]:
    return piece.split(_ends(piece.text))


@lru_cache(1024)
def _ends(text: str) -> Sequence[int]:
    return tuple(found.end() for found in _END.finditer(text) if _is_end(text, found))


def _is_end(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 12) : found.start() + 1]
    if not _ABBREVIATION.search(before):
        return True
    return bool(_ENDS_A_SENTENCE_TOO.search(before)) and text[found.end()].isupper()
