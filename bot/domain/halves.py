"""A quick no to the question whether a word is one of many with a letter wrong."""

from collections.abc import Iterable


class Halves:
    """One wrong letter, or two that changed places, leaves the beginning or the end of a word as it was."""

    def __init__(self, words: Iterable[str]) -> None:
        self._heads: set[str] = set()
        self._tails: set[str] = set()
        for word in words:
            self._heads.update(word[:length] for length in range(1, len(word)))
            self._tails.update(word[-length:] for length in range(1, len(word)))

    def may_hold(self, word: str) -> bool:
        """Never False for a word that is one letter from one of them; it has at least four."""
        half = len(word) // 2 - 1
        return word[:half] in self._heads or word[-half:] in self._tails
