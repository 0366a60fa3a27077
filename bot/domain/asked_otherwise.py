"""What is asked for without the bot's own words: a place alone, "årsrapport Timrå", "vem håller i vandringarna?".

Only of lines that are no report, which is known before; but "årsrapport Timrå 2026" counts nothing, see `may_be`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from bot.domain import period_words
from bot.domain.progress_question import WORD, take_places
from bot.domain.swedish import fold


class Wanted(Enum):
    PROGRESS = auto()
    CHART = auto()
    FOLLOW_UP = auto()
    RESPONSIBLE = auto()
    DEFICIENCIES = auto()


@dataclass(frozen=True, slots=True)
class AskedOtherwise:
    """`text` is the line without the words that said what is wanted."""

    wanted: Wanted
    text: str


# The answer to how it is going has the button for asking the one who is responsible.
OPENINGS = {
    Wanted.FOLLOW_UP: re.compile(
        r"\W*(?:(?:visa|skriv|gör|ge mig)\s+)?(?:[åa]rs|hel[åa]rs|halv[åa]rs|tertial|kvartals)rapport(?:en)?\b"
        r"|\W*f[öo]lj(?:a)?\s+upp\b",
        re.IGNORECASE,
    ),
    Wanted.CHART: re.compile(
        r"\W*(?:(?:visa|rita|g[öo]r|ge mig)\s+(?:ett\s+)?)?(?:stapel)?diagram(?:met)?\b", re.IGNORECASE
    ),
    Wanted.RESPONSIBLE: re.compile(
        r"\W*(?:vem|vilka|vilken)\s+(?:[äa]r\s+det\s+som\s+|ska(?:ll)?\s+)?(?:ansvarar|(?:har|tar)\s+(?:ansvar(?:et)?|hand\s+om)"
        r"|[äa]r\s+(?:huvud)?ansvariga?|h[åa]ll(?:er|a)\s+i|led(?:er|a)|sk[öo]t(?:er|a)|st[åa]r\s+f[öo]r"
        r"|[äa]r\s+(?:ers[äa]ttare|samordnare)|samordnar)\b|\W*ansvariga?\s+f[öo]r\b",
        re.IGNORECASE,
    ),
    Wanted.DEFICIENCIES: re.compile(
        r"\W*(?:(?:vilka|visa|finns\s+det)\s+(?:alla\s+|n[åa]gra\s+|[öo]ppna\s+)?|[öo]ppna\s+)brister(?:na)?\b"
        r"(?:\s+(?:finns|[äa]r|har\s+vi|det|kvar|inte|klara)\b)*",
        re.IGNORECASE,
    ),
    Wanted.PROGRESS: re.compile(r"\W*visa\s+l[äa]get\b|\W*fr[åa]ga\s+(?:den\s+)?ansvariga?\b", re.IGNORECASE),
}
NAMES_MORE = (Wanted.CHART, Wanted.RESPONSIBLE)
"""Where more than a place may be named."""
WITH_PLACES = {"av", "for", "i", "kommun", "kommunen", "lokalpolisomrade", "lokalpolisomradet", "och", "over"}


def may_be(wanted: Wanted, text: str) -> bool:
    """By how it begins, of any line; what `asked` says of the rest decides."""
    return OPENINGS[wanted].match(text) is not None


def asked(text: str, names: Iterable[str], today: date) -> AskedOtherwise | None:
    """`names` are those of municipalities and police areas. None for what is neither."""
    names = list(names)
    for wanted, opening in OPENINGS.items():
        if found := opening.match(text):
            rest = text[found.end() :].strip(" ,.:?")
            is_known = _is_place(period_words.find(rest, today)[1], names, may_lack=True)
            return AskedOtherwise(wanted, rest) if is_known or wanted in NAMES_MORE else None
    return AskedOtherwise(Wanted.PROGRESS, text) if _is_place(text, names) else None


def _is_place(text: str, names: Iterable[str], *, may_lack: bool = False) -> bool:
    """Whether places are named, and nothing else."""
    found, left = take_places(WORD.findall(text), tuple(names))
    return (may_lack or bool(found)) and all(fold(word) in WITH_PLACES for word in left)
