"""A stretch of a text, so that whatever is read from it knows where it stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

_MARGIN = " ,;:‒–—―-•"


@dataclass(frozen=True, slots=True)
class Piece:
    """`text` has a space for every line break and tab of the mended text (`mending`), so that offsets are the same."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def part(self, first: int, last: int | None = None) -> "Piece":
        """Without what merely borders on it: spaces, commas, dashes."""
        text = self.text[first:last]
        bare = text.lstrip(_MARGIN)
        return Piece(bare.rstrip(_MARGIN), self.start + first + len(text) - len(bare))

    def split(self, places: Iterable[int]) -> Iterator["Piece"]:
        """Cut at each place."""
        edges = [0, *places, len(self.text)]
        return (piece for first, last in pairwise(edges) if (piece := self.part(first, last)))

    def without(self, glue: Iterable[tuple[int, int]]) -> Iterator["Piece"]:
        """What stands between the words that hold it together."""
        edges = [0, *(edge for span in glue for edge in span), len(self.text)]
        return (part for one, two in zip(edges[::2], edges[1::2], strict=True) if (part := self.part(one, two)))

    @property
    def words(self) -> str:
        """As it is shown: one space between words."""
        return " ".join(self.text.split())


_BLANKS = re.compile(r"[\t\r\n\f\v\u00a0\u2007\u2009\u202f\u2028\u2029]")


def whole(text: str) -> Piece:
    return Piece(_BLANKS.sub(" ", text), 0)
