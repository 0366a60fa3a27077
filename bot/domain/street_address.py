"""Telling somebody's address ("bor på Storgatan 12") from a place ("vid Storgatan 12") and from a count.

In "skolvägen 30 fordon" the number counts vehicles.
"""

import re
from collections.abc import Iterator

from bot.domain.reading.units import units
from bot.domain.reading.words import OWN_MEANING, PIECES
from bot.domain.swedish import fold

_STREET = re.compile(
    r"\b(?:(?:norra|södra|östra|västra|stora|lilla|gamla|nya|övre|nedre) )?"
    r"([^\W\d_]{2,30}?(?:gatan|gata|v[äa]gen|gränd|gränden|stigen|all[ée]n|torget|backen|ringen|esplanaden|kajen)) "
    r"[0-9]{1,3}(?: ?[a-h](?!\w))?(?!\w|[.:/–-][0-9])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+|[.!?\n]")
_COUNTED = re.compile(r" ([^\W\d_]+)| ?(%)")

ROADS = frozenset({"riksvagen", "lansvagen", "motorvagen", "landsvagen", "cykelvagen", "gangvagen", "europavagen"})
PLACE = frozenset({"vid", "pa", "utanfor"})
HOME = frozenset({"bor", "bodde", "boende", "bosatt", "hemma", "hem", "adress", "adressen", "bostad", "bostaden"})
HOME_AFTER = frozenset({"lgh", "lagenhet", "uppgang", "port", "trappor", "tr", "vaning"})
NOT_COUNTED = frozenset({"under", "efter", "over", "eller", "dar", "har", "ar", "utanfor", "innanfor", "bredvid"})
PLURAL_ENDINGS = ("er", "ar", "or")
NEAR = 4


def street_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each street with a house number that can be where a person lives."""
    for match in _STREET.finditer(text):
        if fold(match[1]) not in ROADS and _is_home(text, match.start(), match.end()):
            yield match.span()


def _is_home(text: str, start: int, end: int) -> bool:
    before = [fold(word) for word in _WORD.findall(text[max(start - 60, 0) : start])][-NEAR:]
    after = _COUNTED.match(text, end)
    following = fold(after[1] or after[2]) if after else ""
    if HOME & {*before} or following in HOME_AFTER:
        return True
    return not (before and before[-1] in PLACE) and not _is_counted(following)


def _is_counted(word: str) -> bool:
    if word == "%" or word in OWN_MEANING | PIECES or units(None).lexicon.exact(word):
        return True
    return len(word) > 3 and word.endswith(PLURAL_ENDINGS) and word not in NOT_COUNTED
