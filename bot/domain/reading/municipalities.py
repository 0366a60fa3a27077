"""Municipalities of Sweden, so that one is known for a place however it is typed."""

from bot.domain.municipality_names import MUNICIPALITY_NAMES
from bot.domain.swedish import fold

# Everyday words and first names; with a capital after "i" they are places all the same.
_WORDS = frozenset({"ale", "berg", "eda", "kil", "lund", "mark", "mora", "nora", "sala", "sunne", "vara"})
MUNICIPALITIES = frozenset(fold(name).replace(" ", "-") for name in MUNICIPALITY_NAMES) - _WORDS | {"malung"}
