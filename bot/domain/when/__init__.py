"""Swedish dates, times and recurrences as people type them in chat."""

from bot.domain.when.finding import find_when
from bot.domain.when.model import Ambiguous, Excluded, Invalid, Reading, Several, Tense, When
from bot.domain.when.reading import read_when
from bot.domain.when.repeated import starts
from bot.domain.when.text import say

__all__ = [
    "Ambiguous",
    "Excluded",
    "Invalid",
    "Reading",
    "Several",
    "Tense",
    "When",
    "find_when",
    "read_when",
    "say",
    "starts",
]
