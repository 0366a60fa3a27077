"""How well the reading of an agreement's text finds what somebody else finds in it."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_WORD = re.compile(r"\w+")
# Two texts are about the same activity when the shorter is nearly all in the longer, and not a mere corner of it.
IN_THE_LONGER, OF_THE_LONGER = 0.7, 0.4


class Score(NamedTuple):
    right: int
    wanted: int
    proposed: int

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else float(self.wanted == 0)

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.wanted + self.proposed
        return 2 * self.right / total if total else 1.0


def total(scores: Iterable[Score]) -> Score:
    columns = zip(*scores, strict=True)
    return Score(*map(sum, columns))


def score(proposed: Sequence[str], wanted: Sequence[str]) -> Score:
    """Each wanted text is matched once, with the proposed one that is likest."""
    return Score(len(matched(proposed, wanted)), len(wanted), len(proposed))


def matched(proposed: Sequence[str], wanted: Sequence[str]) -> dict[int, int]:
    """Indexes of wanted texts, with those of what was proposed for them."""
    pairs = [(_likeness(mine, theirs), at, i) for at, theirs in enumerate(wanted) for i, mine in enumerate(proposed)]
    found: dict[int, int] = {}
    for likeness, at, i in sorted(pairs, key=lambda pair: -pair[0]):
        if likeness > 0 and at not in found and i not in found.values():
            found[at] = i
    return found


def _likeness(one: str, other: str) -> float:
    words, others = (set(_WORD.findall(text.lower())) for text in (one, other))
    common, longer = len(words & others), max(len(words), len(others))
    shorter = min(len(words), len(others)) or 1
    return common / longer if common / shorter >= IN_THE_LONGER and common / longer >= OF_THE_LONGER else 0
