"""What is told of a word is worked out once: people write the same words again and again."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 10_000  # words: begun anew when there are more, which misspelt ones come to in time


class Known(dict[str, T], Generic[T]):
    def __init__(self, tell: Callable[[str], T]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> T:
        if len(self) >= MOST:
            self.clear()
        found = self[word] = self._tell(word)
        return found


def known(tell: Callable[[str], T]) -> Callable[[str], T]:
    """The same function, but for each word it has been asked about a look in a dictionary."""
    return Known(tell).__getitem__
