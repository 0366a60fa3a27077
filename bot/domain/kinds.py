"""The kinds of activity there are, by key, and by the words people use for them."""

from collections.abc import Iterator, Mapping
from functools import cache

from bot.domain.kinds_data import ALL_KINDS, Kind
from bot.domain.lexicon import Lexicon
from bot.domain.measures import Measure, MeasureGroup
from bot.domain.swedish import fold

__all__ = ["KINDS", "Kind", "Measure", "MeasureGroup", "find_kind", "kind", "kind_words", "opening_words", "unit_of"]

KINDS: Mapping[str, Kind] = {kind.key: kind for kind in ALL_KINDS}
_SINGLE: Mapping[str, str] = {kind.goal_unit: kind.goal_unit_single for kind in ALL_KINDS}


def kind(key: str) -> Kind:
    """Raises KeyError: keys come from our own rows and files."""
    return KINDS[key]


def find_kind(word: str) -> Kind | None:
    """What somebody calls a kind: its key, a synonym, inflected, without dots or a letter wrong. None when unsure."""
    phrase = " ".join(fold(word).split())
    key = phrase if phrase in KINDS else opening_words().find(phrase)
    return KINDS[key] if key else None


def unit_of(count: float, unit: str) -> str:
    """One of "kontroller" is a "kontroll"; a unit that somebody made up stays as it was written."""
    return _SINGLE.get(unit, unit) if count == 1 else unit


@cache
def kind_words() -> Lexicon:
    """Words that mean a kind wherever they stand."""
    return Lexicon((form, kind.key) for kind in ALL_KINDS for form in _names(kind))


@cache
def opening_words() -> Lexicon:
    """Words that mean a kind at the beginning of a line, or alone."""
    return Lexicon((form, kind.key) for kind in ALL_KINDS for form in (*_names(kind), *kind.first_words))


def _names(kind: Kind) -> Iterator[str]:
    # Definite forms are found by their endings; written out, "aktiviteten" would always mean övrigt.
    yield from (kind.name, kind.plural, *kind.synonyms)
