"""Words misspelt by one letter: one too many, one missing, one wrong, or two that changed places."""

from collections.abc import Iterable, Iterator

from bot.domain.halves import Halves

SHORTEST = 5


class Speller:
    def __init__(self, words: Iterable[str]) -> None:
        words = list(words)
        self._halves = Halves(words)
        self._near: dict[str, set[str]] = {}
        for word in words:
            for form in (word, *_shorter(word)):
                self._near.setdefault(form, set()).add(word)

    def meant(self, word: str) -> str | None:
        """The only known word that is one letter away; None when there is none, or when there are several.

        A letter that is missing, doubled or has changed places is a likelier slip than a wrong one: "tordag" is
        torsdag, not lördag.
        """
        if len(word) < SHORTEST or not self._halves.may_hold(word):
            return None
        found = {known for form in (word, *_shorter(word)) for known in self._near.get(form, ())}
        kept = [known for known in found if _letters_kept(word, known)]
        near = kept or [known for known in found if _one_wrong(word, known)]
        return near[0] if len(near) == 1 else None


def _shorter(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _first_difference(word: str, known: str) -> int:
    shorter = min(len(word), len(known))
    return next((at for at in range(shorter) if word[at] != known[at]), shorter)


def _letters_kept(word: str, known: str) -> bool:
    at = _first_difference(word, known)
    if len(word) != len(known):
        return word[at + 1 :] == known[at:] or word[at:] == known[at + 1 :]
    return word[at : at + 2] == known[at : at + 2][::-1] and word[at + 2 :] == known[at + 2 :]


def _one_wrong(word: str, known: str) -> bool:
    at = _first_difference(word, known)
    return len(word) == len(known) and word[at + 1 :] == known[at + 1 :]
