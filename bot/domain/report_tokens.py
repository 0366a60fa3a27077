"""A report cut into words, numbers, codes and marks. Each token knows its place, so that the rest can be given back."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from bot.domain.lexicon import Lexicon
from bot.domain.swedish import fold

_TOKEN = re.compile(
    r"""
    (?P<digits>[0-9]+(?:[.,:/–-][0-9]+)*½?|½)(?P<tail>[-:]?[^\W\d_]\w*)?
    | (?P<word>c:a\b|p\.g\.a\b\.?|[^\W\d_]\w*(?:[-'’][^\W_]\w*)*)
    | (?P<mark>\n|\S)
    """,
    re.VERBOSE,
)
_INTEGER = re.compile(r"[0-9]{1,6}")
_DECIMAL = re.compile(r"[0-9]{1,4}(?:,[0-9]{1,2}|\.[0-9])")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}")
SIGNS = frozenset("-–−+")
ABBREVIATED = frozenset({"ca", "kl", "nr", "st", "tim", "min", "v", "ak", "pers"})


class Sort(Enum):
    WORD = auto()
    NUMBER = auto()
    CODE = auto()  # digits that are no plain number: 14.30, 18-20, 2026-11-20, 8b, 50-väg
    MARK = auto()


@dataclass(slots=True)
class Token:
    sort: Sort
    text: str
    start: int
    end: int
    folded: str = ""
    value: float | None = None
    taken: bool = False


class _Words(dict[int, str]):
    """The folded word at each place; empty where there is none, or it is taken. Asked for fifty times a report."""

    def __missing__(self, _at: int) -> str:
        return ""


class Line:
    """What was written; a token that has been read is taken, the others are left for the note."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(_tokens(text))
        self._words = _Words((at, token.folded) for at, token in enumerate(self.tokens))
        self.word: Callable[[int], str] = self._words.__getitem__

    def __len__(self) -> int:
        return len(self.tokens)

    def unread(self) -> int:
        return sum(not token.taken for token in self.tokens)

    def left(self, at: int) -> Token | None:
        """The token there, if there is one that nobody has read."""
        token = self.tokens[at] if 0 <= at < len(self.tokens) else None
        return token if token and not token.taken else None

    def mark(self, at: int) -> str:
        token = self.left(at)
        return token.text if token and token.sort is Sort.MARK else ""

    def is_signed(self, at: int) -> bool:
        """ "-5 fordon": a sign that belongs to its number, neither a bullet nor between two numbers."""
        number = self.left(at + 1)
        if self.mark(at) not in SIGNS or not number or number.start != self.tokens[at].end:
            return False
        before = self.tokens[at - 1] if at else None
        if before is None or before.sort is Sort.MARK:
            return before is None or before.text != "\n"
        return before.sort is Sort.WORD and before.end < self.tokens[at].start and number.sort is Sort.NUMBER

    def is_thousands(self, at: int) -> bool:
        """ "1 500": one to three digits, one space, three digits."""
        first, second = self.left(at), self.left(at + 1)
        if not first or not second or first.sort is not Sort.NUMBER or second.sort is not Sort.NUMBER:
            return False
        fits = bool(_THOUSANDS.fullmatch(first.text)) and len(second.text) == 3 and second.text.isdecimal()
        return fits and second.start == first.end + 1

    def slice(self, places: Sequence[int]) -> str:
        return self.text[self.tokens[places[0]].start : self.tokens[places[-1]].end]

    def take(self, places: Iterable[int], *, taken: bool = True) -> None:
        for place in places:
            token = self.tokens[place]
            token.taken = taken
            self._words[place] = "" if taken else token.folded

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
        at, end = 0, len(self.tokens)
        while at < end:
            match = self.longest(lexicon, at, misspelt=misspelt)
            if match:
                found.append(match)
            at = match[1].stop if match else at + 1
        return found


def _tokens(text: str) -> Iterator[Token]:
    last: Token | None = None
    for match in _TOKEN.finditer(text):
        if last and match[0] == "." and last.end == match.start() and last.folded in ABBREVIATED:
            last.end = match.end()
            continue
        for last in _token(match):
            yield last


def _token(match: re.Match[str]) -> Iterator[Token]:
    start, end = match.span()
    if match["word"]:
        yield Token(Sort.WORD, match[0], start, end, _folded(match[0]))
    elif match["mark"]:
        yield Token(Sort.MARK, match[0], start, end)
    else:
        yield from _number(match["digits"], match["tail"] or "", start)


def _number(digits: str, tail: str, start: int) -> Iterator[Token]:
    middle = start + len(digits)
    glued = tail == "h" or (len(tail) > 1 and tail[0].isalpha())
    value = _value(digits)
    if value is None or (tail and not glued):
        yield Token(Sort.CODE, digits + tail, start, middle + len(tail))
        return
    yield Token(Sort.NUMBER, digits, start, middle, value=value)
    if tail:
        yield Token(Sort.WORD, tail, middle, middle + len(tail), _folded(tail))


@lru_cache(4096)
def _folded(word: str) -> str:
    return fold(word)


def _value(digits: str) -> float | None:
    if digits.endswith("½"):
        whole = digits[:-1] or "0"
        return int(whole) + 0.5 if _INTEGER.fullmatch(whole) else None
    if _INTEGER.fullmatch(digits):
        return int(digits)
    return float(digits.replace(",", ".")) if _DECIMAL.fullmatch(digits) else None
