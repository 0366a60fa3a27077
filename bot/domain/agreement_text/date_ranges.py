"""From one day to another: "1 april 2018–31 mars 2019", "mellan den 1 april och den 31 mars 2019"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.domain.agreement_text.dates import Said
from bot.domain.periods import Period

TO = r"(?:fram )?(?:till(?: och med)?|t\.?\s?o\.?\s?m\.?)(?: (?:utgången|slutet) av| årsskiftet)?"
_ENDS = r"(?:och )?upphör(?: att gälla)?"
_TILL = re.compile(
    rf"^[\s,]*(?:[–—−-]{{1,2}}|(?:och (?:gäller |löper )?)?{TO}|och med|{_ENDS})[\s,]*(?:den )?$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bmellan (?:den )?$", re.IGNORECASE)
_AND = re.compile(r"^,? och (?:den )?$", re.IGNORECASE)
# "Det undertecknades 2022-01-26 och gäller till och med …" tells no first day.
_SIGNED_ON = re.compile(
    r"\b(?:under)?(?:teckna\w*|skr(?:ev|iv)\w*(?: på| under)?|signera\w*)\s+(?:den )?$", re.IGNORECASE
)


def ranges(text: str, said: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Of the dates that are `said` in it, those that belong together."""
    for one, two in pairwise(said):
        before, link = text[: one.start], text[one.end : two.start]
        linked = _TILL.match(link) or (_AND.match(link) and _BETWEEN.search(before))
        if linked and not _SIGNED_ON.search(before):
            yield one, two


def between(one: Said, two: Said) -> Period | None:
    """ "1 oktober till 31 mars 2019": the first takes its year from the second, and is not after it."""
    if not two.days:
        return None
    begins, last = one.in_year(two.days.first.year), two.days.last
    if begins.days and begins.days.first > last:
        begins = one.in_year(last.year - 1)
    return Period(begins.days.first, last) if begins.days and begins.days.first <= last else None
