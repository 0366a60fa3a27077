"""A line as a row of signs, one for what each word can be in it, so that the grammar is patterns over the row.

    trafikkontroll 45 fordon 2 rattfylla lugnt   ->   w S u S u w

A number is S (short), T (three digits after one space: it may end "1 500"), N (another) or W (a word); C is figures
that are no plain number, and Y has a sign or a letter ("-5", "45f"). A unit is u, k when it is the occurrences
themselves, v when it may also stand before another one ("kontrollerade"), and is followed by x for each further word of
it. Small words get a sign for each set of roles; other words are w, or a if they end like an adjective.
"""

import re
from functools import cache

from bot.domain.reading import words
from bot.domain.reading.known import Known
from bot.domain.reading.line import SIGNS, folded, is_number
from bot.domain.reading.units import OCCURRENCES, Units, units
from bot.domain.swedish_number import word_number

ROLES = {
    "article": words.ARTICLES, "half": words.HALF, "one_and_a_half": words.ONE_AND_A_HALF, "none": words.NONE,
    "not": words.NOT, "any": words.NOT_ANY, "some": words.SOME, "about": words.ABOUT, "pieces": words.PIECES,
    "percent": words.PERCENT, "and": words.AND, "till": words.TILL, "or": words.OR, "bridge": words.BRIDGES,
    "name": words.NAMES, "between": words.BETWEEN, "perhaps": words.PERHAPS_NAMES, "own": words.OWN_MEANING,
}  # fmt: skip
MARKS = {"%": "%", ":": ":", "=": ":", "+": "+", "-": "-", "–": "-", "−": "-", "/": "/", ",": ",", "\n": "|"}
WORD, ADJECTIVE, BREAK, MORE = "w", "a", "|", "x"
_SMALL = {
    word: frozenset(role for role, some in ROLES.items() if word in some) for some in ROLES.values() for word in some
}
_SIGN_OF = {roles: chr(0xE000 + at) for at, roles in enumerate(sorted({*_SMALL.values()}, key=sorted))}
_INTEGER = re.compile(r"[0-9]{1,6}")
_SHORT = re.compile(r"[1-9][0-9]{0,2}")
_DECIMAL = re.compile(r"[0-9]{1,4}(?:,[0-9]{1,2}|\.[0-9])")
_ROUND = re.compile(r"([0-9]{1,5})-tal(?:et)?")
_SHORTENED = re.compile(r"[0-9]+[e-zåäö]", re.IGNORECASE)  # "45f"; "8b" is a class or a door
_TIMES = re.compile(r"x[0-9]{1,2}")
_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
_PLACEHOLDER = re.compile(r"(?<!P)<(\w+)>")

Sign = tuple[str, float | str | None]
"""The sign, and the value of a number or the key of a unit."""


def pattern(grammar: str) -> re.Pattern[str]:
    """A verbose pattern in which <about> is any word in that role."""
    return re.compile(_PLACEHOLDER.sub(lambda role: class_of(role[1]), grammar), re.VERBOSE)


def class_of(role: str) -> str:
    return "[" + "".join(sign for roles, sign in _SIGN_OF.items() if role in roles) + "]"


class Signs(Known[Sign]):
    """In reports of one kind."""

    def __init__(self, of_kind: Units) -> None:
        super().__init__(self._sign)
        self.units = of_kind

    def _sign(self, piece: str) -> Sign:
        text = piece.lstrip(" \t\u00a0")
        return _number(text, piece) if is_number(text) else self._word(folded(piece)) or _mark(text)

    def _word(self, word: str) -> Sign | None:
        if not word:
            return None
        if _TIMES.fullmatch(word):
            return "Y", None
        small = _SMALL.get(word)
        value = None if small else word_number(word)
        if value is not None:
            return "W", value
        key = self.units.lexicon.exact(word) if small else self.units.lexicon.find(word)
        if key:
            return "v" if word in words.BRIDGES else "k" if key == OCCURRENCES else "u", key
        if small:
            return _SIGN_OF[small], None
        return ADJECTIVE if word.endswith(words.ADJECTIVE_ENDINGS) else WORD, None


@cache
def signs(kind: str | None) -> Signs:
    return Signs(units(kind))


def _mark(text: str) -> Sign:
    return MARKS.get(text, BREAK), None


def _number(text: str, piece: str) -> Sign:
    if text[0] in SIGNS or _SHORTENED.fullmatch(text):
        return "Y", None
    value = _value(text)
    if value is None:
        return "C", None
    if len(text) == 3 and text.isdecimal() and piece == f" {text}":
        return "T", value
    return "S" if _SHORT.fullmatch(text) else "N", value


def _value(text: str) -> float | None:
    if text.endswith("½"):
        whole = text[:-1] or "0"
        return int(whole) + 0.5 if _INTEGER.fullmatch(whole) else None
    if text in _FRACTIONS:
        return _FRACTIONS[text]
    if about := _ROUND.fullmatch(text):
        return int(about[1])
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else None
