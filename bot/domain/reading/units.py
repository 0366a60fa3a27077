"""What the numbers of a report can count: the measures of a kind, and the occurrences themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.domain.kinds import KINDS, Kind
from bot.domain.lexicon import Lexicon
from bot.domain.measures import HOURS, Measure
from bot.domain.swedish import fold

# Keys that are no measures.
OCCURRENCES = "*occurrences"
MINUTES = "*minutes"
HALF_HOURS = "*half_hours"
QUARTERS = "*quarters"
IN_HOURS = {HOURS.key: 1.0, MINUTES: 1 / 60, HALF_HOURS: 0.5, QUARTERS: 0.25}

COMMON = (
    ("tillfällen", OCCURRENCES), ("tillfälle", OCCURRENCES), ("gånger", OCCURRENCES), ("ggr", OCCURRENCES),
    ("minuter", MINUTES), ("minut", MINUTES), ("min", MINUTES),
    ("halvtimme", HALF_HOURS), ("halvtimma", HALF_HOURS), ("halvtimmar", HALF_HOURS),
    ("kvart", QUARTERS), ("kvartar", QUARTERS),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Units:
    """`beginnings` are the words with which a unit of several words begins ("utan körkort")."""

    lexicon: Lexicon
    beginnings: frozenset[str]


@cache
def units(kind: str | None) -> Units:
    """Without a kind every measure is known, but not what counts as one occurrence."""
    kinds = [KINDS[kind]] if kind else list(KINDS.values())
    forms = {pair for each in kinds for measure in each.measures for pair in _forms(measure)}
    occasions = set(_occasions(KINDS[kind])) if kind else set()
    every = (*sorted(forms | occasions), *COMMON)
    return Units(Lexicon(every), frozenset(fold(form).split()[0] for form, _ in every if " " in form))


@cache
def measure(key: str) -> Measure:
    return next(measure for kind in KINDS.values() for measure in kind.measures if measure.key == key)


def _forms(measure: Measure) -> Iterator[tuple[str, str]]:
    return ((form, measure.key) for form in (measure.label, *measure.synonyms))


def _occasions(kind: Kind) -> Iterator[tuple[str, str]]:
    """ "3 kontroller" are three occurrences; where a measure is the goal, "2 områden" is that measure."""
    forms = (kind.name, kind.plural, kind.goal_unit, kind.goal_unit_single, *kind.synonyms)
    return ((form, kind.goal_measure or OCCURRENCES) for form in forms)
