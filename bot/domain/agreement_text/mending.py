"""A text without what only its setting put there: soft hyphens, and words broken at the end of a line."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.proposal import Source

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# A word goes on in the next line, but "gång-" before "och" and the "A-" of "A-traktor" keep their hyphen.
_BROKEN = re.compile(
    rf"[{_INVISIBLE}]+(?:[ \t]*\r?\n[ \t]*(?=[a-zåäö]))?"
    r"|(?<=[a-zåäöé]{2})[-\u2010][ \t]*\r?\n[ \t]*(?=[a-zåäö])(?!(?:och|eller|samt|respektive)\b)",
)
_CARRIED = re.compile(r"(?<=[A-Za-zÅÄÖåäö])([-\u2010])[ \t]*\r?\n[ \t]*(?=[a-zåäö])(?!(?:och|eller|samt|respektive)\b)")


@dataclass(frozen=True, slots=True)
class Mended:
    """`pieces` are where each kept stretch begins, in the mended text and in the source."""

    text: str
    begins: tuple[int, ...]
    origins: tuple[int, ...]

    def source(self, piece: Piece) -> Source:
        return Source(self._origin(piece.start), self._origin(piece.end - 1) + 1)

    def _origin(self, at: int) -> int:
        index = bisect_right(self.begins, at) - 1
        return self.origins[index] + at - self.begins[index]


def mended(text: str) -> Mended:
    kept: list[str] = []
    begins: list[int] = []
    origins: list[int] = []
    length = last = 0
    for first, end in [*_gaps(text), (len(text), len(text))]:
        if first > last:
            kept.append(text[last:first])
            begins.append(length)
            origins.append(last)
            length += first - last
        last = end
    return Mended("".join(kept), tuple(begins) or (0,), tuple(origins) or (0,))


def _gaps(text: str) -> list[tuple[int, int]]:
    """What is left out. After a letter of its own ("A-") only the line break goes."""
    whole = [found.span() for found in _BROKEN.finditer(text)]
    breaks = [(found.end(1), found.end()) for found in _CARRIED.finditer(text)]
    taken = {place for first, last in whole for place in range(first, last)}
    return sorted(whole + [span for span in breaks if span[0] not in taken])


def composed(text: str) -> str:
    """Letters with their dots as one sign; whoever reads a file does this first, since it moves what follows."""
    return unicodedata.normalize("NFC", text)
