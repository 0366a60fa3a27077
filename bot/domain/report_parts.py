"""A report line as parts: quantities, the units they may count, and what is neither."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from bot.domain import report_words as words
from bot.domain.lexicon import Lexicon
from bot.domain.report_tokens import Line, Sort
from bot.domain.swedish_number import word_number

BEGINNINGS = words.NAMES | words.PERHAPS_NAMES | words.ABOUT | words.NOT | words.ARTICLES | words.SOFT.keys()
JOINTS = words.AND | {"till"}
DASHES = frozenset({",", "-", "–", "/"})


class Role(Enum):
    QUANTITY = auto()
    UNIT = auto()
    COLON = auto()
    WORD = auto()
    BREAK = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """`value` is None for what only looks like a number. Soft quantities (en, inga, 18-20) need a unit beside them."""

    role: Role
    places: range
    key: str = ""
    value: float | None = None
    soft: bool = False
    percent: bool = False


def parts(line: Line, units: Lexicon) -> Iterator[Part]:
    at, end = 0, len(line)
    while at < end:
        word = line.word(at)
        special = not word or _begins_number(word)
        number = (_name(line, at, units) or _quantity(line, at)) if special else None
        part = number or _unit(line, at, units) or _other(line, at)
        yield part
        at = part.places.stop


@lru_cache(4096)
def _begins_number(word: str) -> bool:
    """Whether it can be the first word of a name with a number in it, or of a quantity. Most words cannot."""
    return word in BEGINNINGS or word_number(word) is not None


def _name(line: Line, at: int, units: Lexicon) -> Part | None:
    """A number in a name or a time: "åk 7, 8 och 9", "kl 20", "mellan 18 och 20"; not "efter 2 timmar"."""
    word = line.word(at)
    if word not in words.NAMES and word not in words.PERHAPS_NAMES:
        return None
    stop = start = at + 1
    while _is_number(line, start):
        certain = word in words.NAMES and start == at + 1
        if not certain and _counts(line, start + 1, units):
            break
        stop, start = start + 1, start + 2
        if not _is_joint(line, stop):
            break
    return Part(Role.WORD, range(at, stop)) if stop > at + 1 else None


def _is_number(line: Line, at: int) -> bool:
    token = line.left(at)
    if not token or token.folded in words.ARTICLES:
        return False
    return token.sort in (Sort.NUMBER, Sort.CODE) or word_number(token.folded) is not None


def _counts(line: Line, at: int, units: Lexicon) -> bool:
    return _unit(line, at + (line.word(at) in words.PIECES), units) is not None


def _is_joint(line: Line, at: int) -> bool:
    return line.word(at) in JOINTS or line.mark(at) in DASHES


def _quantity(line: Line, at: int) -> Part | None:
    first = at
    while line.word(at) in words.ABOUT:
        at += 1
    signed = line.is_signed(at)
    amount = _digits(line, at + signed) or _spoken(line, at)
    if amount is None:
        return None
    if line.word(amount.places.stop) in words.OWN_MEANING:
        return Part(Role.WORD, range(first, amount.places.stop + 1))
    value, stop = _and_a_half(line, None if signed else amount.value, amount.places.stop)
    if not amount.soft and (end := _another_number(line, stop)):
        value, stop = None, end
    percent = line.word(stop) == "procent" or line.mark(stop) == "%"
    stop += percent or line.word(stop) in words.PIECES
    return Part(Role.QUANTITY, range(first, stop), value=value, soft=amount.soft, percent=percent)


def _another_number(line: Line, at: int) -> int:
    """ "17 + 3 deltagare", "40 eller 45 fordon", "3 4 fordon": where such a doubtful number ends, else 0."""
    end = 0
    while True:
        at += (line.word(at) or line.mark(at)) in words.BETWEEN_NUMBERS
        token = line.left(at)
        if not token or token.sort is not Sort.NUMBER:
            return end
        end = at = at + 1


def _digits(line: Line, at: int) -> Part | None:
    token = line.left(at)
    if not token or token.sort not in (Sort.NUMBER, Sort.CODE):
        return None
    if line.is_thousands(at):
        return Part(Role.QUANTITY, range(at, at + 2), value=int(token.text + line.tokens[at + 1].text))
    return Part(Role.QUANTITY, range(at, at + 1), value=token.value, soft=token.value is None)


def _spoken(line: Line, at: int) -> Part | None:
    word, following = line.word(at), line.word(at + 1)
    if word in words.NOT and following in words.NOT_ANY:
        return _soft(at, 2, 0)
    if word in words.ARTICLES and following in words.AFTER_ARTICLE:
        return _soft(at, 2, words.AFTER_ARTICLE[following])
    if word in words.ARTICLES and (many := word_number(following)):
        return Part(Role.QUANTITY, range(at, at + 2), value=many)
    if word in words.SOFT:
        return _soft(at, 1, words.SOFT[word])
    value = word_number(word)
    return None if value is None else Part(Role.QUANTITY, range(at, at + 1), value=value)


def _soft(at: int, count: int, value: float | None) -> Part:
    return Part(Role.QUANTITY, range(at, at + count), value=value, soft=True)


def _and_a_half(line: Line, value: float | None, at: int) -> tuple[float | None, int]:
    if value is not None and line.word(at) == "och":
        half = at + 1 + (line.word(at + 1) in words.ARTICLES)
        if line.word(half) in words.HALF:
            return value + 0.5, half + 1
    return value, at


def _unit(line: Line, at: int, units: Lexicon) -> Part | None:
    found = line.longest(units, at)
    return Part(Role.UNIT, found[1], key=found[0]) if found else None


def _other(line: Line, at: int) -> Part:
    if line.word(at):
        return Part(Role.WORD, range(at, at + 1))
    return Part(Role.COLON if line.mark(at) in {":", "="} else Role.BREAK, range(at, at + 1))
