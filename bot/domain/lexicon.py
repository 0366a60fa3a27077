"""Finding what a typed word means: inflected, without dots, or with one letter wrong."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.domain.swedish import fold

ENDINGS = ("arna", "erna", "orna", "ena", "en", "et", "er", "ar", "or", "an", "na", "n", "t", "a", "s")
SHORTEST_STEM = 4
SHORTEST_MISSPELT = 5
# In shorter words the first letter must be right: "böten" is not "möten".
FIRST_LETTER_MAY_BE_WRONG = 8


class Lexicon:
    """Written forms and the key that each of them means. A form that would mean two keys means none."""

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        meanings: dict[str, set[str]] = {}
        for form, key in forms:
            meanings.setdefault(fold(form), set()).add(key)
        self._keys = {form: keys.copy().pop() for form, keys in meanings.items() if len(keys) == 1}
        self._near: dict[str, list[str]] = {}
        for form in self._keys:
            if len(form) >= SHORTEST_MISSPELT:
                for short in {form, *_one_shorter(form)}:
                    self._near.setdefault(short, []).append(form)
        self.longest = max((form.count(" ") + 1 for form in meanings), default=0)

    def find(self, phrase: str) -> str | None:
        """`phrase` is folded. As written first, then inflected, then with one letter wrong."""
        return self.exact(phrase) or self._misspelt(phrase)

    def exact(self, phrase: str) -> str | None:
        return next((key for form in _without_endings(phrase) if (key := self._keys.get(form))), None)

    def _misspelt(self, phrase: str) -> str | None:
        if len(phrase) < SHORTEST_MISSPELT:
            return None
        forms = {form for short in (phrase, *_one_shorter(phrase)) for form in self._near.get(short, ())}
        keys = {self._keys[form] for form in forms if _one_letter_wrong(phrase, form)}
        return keys.pop() if len(keys) == 1 else None


@lru_cache(maxsize=1024)
def folded(word: str) -> str:
    return fold(word)


def _without_endings(phrase: str) -> Iterator[str]:
    yield phrase
    for ending in ENDINGS:
        if phrase.endswith(ending) and len(phrase) - len(ending) >= SHORTEST_STEM:
            yield phrase.removesuffix(ending)


def _one_shorter(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def _one_letter_wrong(word: str, form: str) -> bool:
    """Both share a spelling with at most one letter taken away; left is to refuse two different mistakes."""
    if word[0] != form[0] and len(form) < FIRST_LETTER_MAY_BE_WRONG:
        return False
    if len(word) != len(form):
        return True
    wrong = [place for place, letter in enumerate(word) if letter != form[place]]
    if len(wrong) == 2:
        first, second = wrong
        return second == first + 1 and word[first] == form[second] and word[second] == form[first]
    return len(wrong) <= 1
