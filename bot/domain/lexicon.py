"""Finding what a typed word means: inflected, without dots, or with one letter wrong."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from bot.domain.halves import Halves
from bot.domain.swedish import fold

ENDINGS = ("arna", "erna", "orna", "ena", "en", "et", "er", "ar", "or", "an", "na", "n", "t", "a", "s")
SHORTEST_INFLECTED = 4
SHORTEST_MISSPELT = 5
# In shorter words the first letter must be right: "böten" is not "möten".
FIRST_LETTER_MAY_BE_WRONG = 8
SURE_LETTERS = 2


class Lexicon:
    """Written forms and the key that each of them means. A form that would mean two keys means none.

    Everything is worked out once, so that finding a word is one look in a dictionary. `beginnings` are the first words.
    """

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        written = _unambiguous((fold(form), key) for form, key in forms)
        inflected = ((form + ending, key) for form, key in written.items() for ending in _endings(form))
        self._keys = {**_unambiguous(inflected), **written}
        self.beginnings = frozenset(form.partition(" ")[0] for form in self._keys)
        self._near: dict[str, list[str]] = {}
        self._halves = Halves(form for form in written if len(form) >= SHORTEST_MISSPELT - 1)
        self._lengths: dict[str, int] = {}
        for form in written:
            start = form[:SURE_LETTERS]
            self._lengths[start] = max(self._lengths.get(start, 1), form.count(" ") + 1)
            for short in _shortened(form):
                self._near.setdefault(short, []).append(form)
        self.find = lru_cache(4096)(self._find)  # people use the same words

    def longest(self, word: str) -> int:
        """How many words a phrase can have that begins with `word`."""
        return self._lengths.get(word[:SURE_LETTERS], 1)

    def _find(self, phrase: str) -> str | None:
        """`phrase` is folded. As written first, then with one letter wrong."""
        return self._keys.get(phrase) or self._misspelt(phrase)

    def exact(self, phrase: str) -> str | None:
        return self._keys.get(phrase)

    def _misspelt(self, phrase: str) -> str | None:
        if len(phrase) < SHORTEST_MISSPELT or not self._halves.may_hold(phrase):
            return None
        near = [self._near[short] for short in _shortened(phrase) if short in self._near]
        if not near:
            return None
        keys = {self._keys[form] for forms in near for form in forms if _one_letter_wrong(phrase, form)}
        return keys.pop() if len(keys) == 1 else None


def _unambiguous(forms: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    meanings: dict[str, set[str]] = {}
    for form, key in forms:
        meanings.setdefault(form, set()).add(key)
    return {form: next(iter(keys)) for form, keys in meanings.items() if len(keys) == 1}


def _endings(form: str) -> tuple[str, ...]:
    return ENDINGS if len(form) >= SHORTEST_INFLECTED else ()


def _shortened(word: str) -> Iterator[str]:
    """The word and what is left of it without any one of its letters: misspelt neighbours share one of these."""
    if len(word) >= SHORTEST_MISSPELT:
        yield word
        for place in range(len(word)):
            yield word[:place] + word[place + 1 :]


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
