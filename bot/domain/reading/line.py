"""A report cut into words, numbers and marks; each keeps the space before it, so that together they are the text."""

import re
from collections.abc import Callable, Iterable

from bot.domain.lexicon import Lexicon
from bot.domain.reading.known import known
from bot.domain.swedish import fold

_CUT = re.compile(
    r"""
    [^\S\n]*(?:
      \n | ½
    | [^\W\d_]\w*+(?![-.:'’]) | [0-9]++(?![-.,:/–\w])                            # nearly every piece: "fordon", "45"
    | (?:(?<![^\ \t,;:(])[-–−+])?                                               # a sign: "-5 fordon"
      [0-9]+(?:[.,:/–-][0-9]+)*½?(?:[-:][^\W\d_]\w*|(?!h\b)[^\W\d_]\b)?        # "14.30", "8b", "50-väg"
    | c:a\b | p\.g\.a\b\.? | (?i:ca|kl|nr|st|tim|min|v|åk|pers|trf|bl\.a|t\.ex)\.
    | [^\W\d_]{3,}(?i:[gv])(?<!(?i:ing|dag|ung|lov))(?<!(?i:helg|prov|brev))\.(?=\ ?[0-9])     # "Skolv. 4"
    | [^\W\d_]\w*(?:[-'’][^\W_]\w*|:(?:er|en|n|et|s|ar|an|a|arna|erna)\b)*
    | \S
    )
    """,
    re.VERBOSE,
)
SIGNS = frozenset("-–−+")
SPOKEN_AND = frozenset({"å", "Å"})
_FREE = re.compile(b"\x01+")


class _Words(dict[int, str]):
    """The folded word at each place; empty where there is none, or it is taken. Asked for fifty times a report."""

    def __missing__(self, _at: int) -> str:
        return ""


class Line:
    """What was written; what has been read is taken, the rest is left for the note."""

    __slots__ = ("_words", "free", "pieces", "text", "word")

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = _CUT.findall(text)
        self._words = _Words(enumerate(map(folded, self.pieces)))
        self.word: Callable[[int], str] = self._words.__getitem__
        self.free = bytearray(b"\x01" * len(self.pieces))

    def __len__(self) -> int:
        return len(self.pieces)

    def words(self) -> Iterable[str]:
        return self._words.values()

    def mark(self, at: int) -> str:
        """The sign there, if there is one and nobody has read it."""
        if 0 <= at < len(self.pieces) and self.free[at] and not self._words[at]:
            sign = self.pieces[at].lstrip(" \t\u00a0")
            return "" if is_number(sign) else sign
        return ""

    def piece(self, at: int) -> str:
        return self.pieces[at] if at < len(self.pieces) else ""

    def slice(self, places: range) -> str:
        return "".join(self.pieces[places.start : places.stop]).strip()

    def take(self, places: Iterable[int]) -> None:
        for place in places:
            self.free[place] = 0
            self._words[place] = ""

    def give_back(self, places: Iterable[int]) -> None:
        for place in places:
            self.free[place] = 1
            self._words[place] = folded(self.pieces[place])

    def left(self) -> list[range]:
        """Neighbours that nobody has read."""
        return [range(*found.span()) for found in _FREE.finditer(self.free)]

    def starts(self) -> list[int]:
        """Where each piece begins in the text, and where the last one ends."""
        places = [0]
        for piece in self.pieces:
            places.append(places[-1] + len(piece))
        return places

    def longest(self, lexicon: Lexicon, at: int, *, misspelt: bool = True) -> tuple[str, range] | None:
        """The key of the longest phrase of `lexicon` that begins at `at`, and its places."""
        word = phrase = self.word(at)
        if not word:
            return None
        look = lexicon.find if misspelt else lexicon.exact
        stop, most = at + 1, at + lexicon.longest(word)
        found = (key, range(at, stop)) if (key := look(word)) else None
        while stop < most and (word := self.word(stop)):
            phrase, stop = f"{phrase} {word}", stop + 1
            if key := look(phrase):
                found = key, range(at, stop)
        return found

    def all(self, lexicon: Lexicon, *, misspelt: bool = False) -> list[tuple[str, range]]:
        found: list[tuple[str, range]] = []
        at, end = 0, len(self.pieces)
        while at < end:
            match = self.longest(lexicon, at, misspelt=misspelt)
            if match:
                found.append(match)
            at = match[1].stop if match else at + 1
        return found


@known
def folded(piece: str) -> str:
    """The word in lower case without dots; nothing for a number or a mark."""
    text = piece.lstrip()
    if text in SPOKEN_AND:
        return "och"
    return fold(text).rstrip(".") if text and text[0].isalpha() else ""


def is_number(text: str) -> bool:
    return text[-1:] == "½" or text[:1].isdecimal() or (text[:1] in SIGNS and text[1:2].isdecimal())
