"""A text without what only its setting put there: soft hyphens, signs for bold, words broken between lines, columns."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.agreement_text.columns import unwoven
from bot.domain.agreement_text.gluing import glued
from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.proposal import Source

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BREAK = "\n\n"
_NO_LIST = r"(?!(?:och|eller|samt|respektive)\b)"
# A word goes on in the next line, but "gång-" before "och" and the "A-" of "A-traktor" keep their hyphen.
_BROKEN = re.compile(
    rf"\*\*|__|[{_INVISIBLE}]+(?:[ \t]*\r?\n[ \t]*(?=[a-zåäö]))?"
    rf"|(?<=[a-zåäöé]{{2}})[-\u2010][ \t]*\r?\n[ \t]*(?=[a-zåäö]){_NO_LIST}"
    rf"|(?<=[A-ZÅÄÖ][-\u2010])[ \t]*\r?\n[ \t]*(?=[a-zåäö]){_NO_LIST}"
)


@dataclass(frozen=True, slots=True)
class Mended:
    """`origins` tells for each sign of the text where it stands in the source."""

    text: str
    origins: tuple[int, ...]

    def source(self, piece: Piece) -> Source:
        return Source(self.origins[piece.start], self.origins[piece.end - 1] + 1)


def mended(text: str) -> Mended:
    order = unwoven(text)
    straight = "".join(text[at] for at in order)
    kept = list(_kept(straight))
    whole, origins = "".join(straight[at] for at in kept), [order[at] for at in kept]
    for at in reversed(list(glued(whole))):
        whole, origins[at:at] = whole[:at] + _BREAK + whole[at:], [origins[at]] * len(_BREAK)
    return Mended(whole, tuple(origins))


def _kept(text: str) -> Iterator[int]:
    last = 0
    for found in _BROKEN.finditer(text):
        yield from range(last, found.start())
        last = found.end()
    yield from range(last, len(text))


def composed(text: str) -> str:
    """Letters with their dots as one sign; whoever reads a file does this first, since it moves what follows."""
    return unicodedata.normalize("NFC", text)
