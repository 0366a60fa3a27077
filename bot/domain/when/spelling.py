"""The line in one spelling: "Imorrn kl.18–20" becomes "i morgon kl 18-20", and each sign knows where it came from."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from bot.domain.swedish import fold
from bot.domain.when.words import known_as

LONGEST = 400  # signs: a line of chat; what is longer is a letter, and no date
_TOKEN = re.compile(
    r"""
    (?P<through>(?:t\.?\s?o\.?\s?m|till\s+och\s+med)\b\.?)
    | (?P<from>(?:fr\.?\s?o\.?\s?m|f\.\s?o\.\s?m|fran\s+och\s+med)\b\.?)
    | (?P<start>(?:(?:med\s+)?start|starta[rt]|med\s+borjan|borja[rt])\b)
    | (?P<afternoon>e\.\s?m\b\.?)
    | (?P<forenoon>f\.\s?m\b\.?)
    | (?P<until>(?:fram\s+till?s?)\b)
    | (?P<times>(?<=\d)\s?x\b)
    | (?P<ordinal>\d{1,2}(?::(?:e|a|de)|\.?(?:e|a))\b)
    | (?P<number>\d+)
    | (?P<word>[a-z]+)
    | (?P<dash>\s*[-–—−‒]+\s*)
    | (?P<slash>(?<=\d)\s*/\s*(?=\d))
    | (?P<and>[&+])
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_FIXED = {
    "through": "tom",
    "from": "fran",
    "start": "fran",
    "until": "framtill",
    "times": "ganger",
    "afternoon": "eftermiddag",
    "forenoon": "formiddag",
    "dash": "-",
    "slash": "/",
    "and": "och",
}
_INSIDE = frozenset(".:/,")
_CLOSE = frozenset({"dash", "slash"})


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    starts: list[int]  # of each token, in `text`
    _spans: list[tuple[int, int]]  # of each token, in what was written
    folded: str

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Where something that stands at start:end of `text` was written."""
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1
        return self._spans[max(first, 0)][0], self._spans[max(last, 0)][1]


def spelt(text: str) -> Line:
    folded = _folded(text[:LONGEST])
    parts: list[str] = []
    starts, spans = [], []
    length, before, last = 0, "", 0
    for found in _TOKEN.finditer(folded):
        kind = found.lastgroup or ""
        first, end = found.span()
        token = found[0] if kind == "number" else _canonical(kind, found[0], folded, found)
        if token == "a" and text[first] in "åÅ":
            token = "och"
        elif token == "fr" and before == "dash":
            token = "fredag"  # before a day or a time it can be "från" too
        gap = _gap(kind, before, first > last, token)
        length += len(gap)
        parts.append(gap + token)
        starts.append(length)
        spans.append((first, end))
        length += len(token)
        before, last = kind if token not in _INSIDE else "inside", end
    return Line("".join(parts), starts, spans, folded)


def _folded(text: str) -> str:
    folded = fold(text)
    if len(folded) == len(text):
        return folded
    signs = (fold(sign) for sign in text)
    return "".join(sign if len(sign) == 1 else "?" for sign in signs)


def _canonical(kind: str, token: str, folded: str, found: re.Match[str]) -> str:
    if kind == "word":
        return known_as(token)
    if kind == "ordinal":
        return re.sub(r"\D", "", token) + ":e"
    if kind == "mark":
        return _mark(token, folded, found.start())
    return _FIXED.get(kind, token)


def _mark(sign: str, folded: str, at: int) -> str:
    """Dots and colons mean something only between figures."""
    between = folded[at - 1 : at].isdigit() and folded[at + 1 : at + 2].isdigit()
    if sign in _INSIDE and between:
        return sign
    return "" if sign in '.:!?"()”“;' else sign


def _gap(kind: str, before: str, spaced: bool, token: str) -> str:
    if not before or not token or kind in _CLOSE or before in _CLOSE:
        return ""
    joined = not spaced and (before == "inside" or token in _INSIDE)
    return "" if joined else " "
