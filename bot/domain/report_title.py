"""Which activity a line names by its title, when it names no kind: "huskurage 3 föreningar"."""

import re
from collections.abc import Collection, Iterable

from bot.domain.swedish import fold

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
SHORTEST = 4  # letters
# In so many titles and so much talk that they choose nothing.
EVERYDAY = frozenset({
    "aktivitet", "aktiviteter", "alla", "alltid", "andra", "arbete", "arbeta", "arbetet", "barn", "barnen", "boende",
    "bostad", "bostader", "bort", "brott", "bra", "bygga", "centrala", "centrum", "dagar", "dagen", "dela", "delta",
    "efter", "eller", "extra", "fler", "flera", "fokus", "folk", "fordon", "fore", "forebygga", "forebyggande",
    "fram", "fraga", "fragor", "fran", "fredag", "fredagar", "fritid", "genom", "gemensam", "gemensamma", "grupp",
    "grupper", "halla", "hela", "helg", "helger", "hjalp", "hjalpa", "hoga", "informera", "information", "inom",
    "insats", "insatser", "inte", "invanare", "kommun", "kommunen", "kring", "kvall", "kvallar", "kvallen", "langs",
    "lokal", "lokala", "lordag", "lordagar", "manad", "manaden", "manga", "medborgare", "mellan", "minska", "minst",
    "mindre", "mote", "moten", "motet", "natt", "natter", "narvaro", "natur", "nara", "nasta", "olika", "omrade",
    "omraden", "omradet", "ordning", "oka", "okad", "personal", "plats", "platser", "plan", "planera", "polis",
    "polisen", "polisens", "prata", "projekt", "runt", "saker", "sakra", "sakerhet", "samtal", "samtala", "samverka",
    "samverkan", "skola", "skolan", "skolor", "skolorna", "sommar", "sommaren", "sprida", "starka", "stora", "stod",
    "synlig", "synliga", "tidig", "tidiga", "tidigt", "tillsammans", "timmar", "traff", "traffa", "traffar",
    "trafik", "trafiken", "trygg", "trygga", "tryggare", "trygghet", "tryggheten", "unga", "ungdom", "ungdomar",
    "ungdomarna", "under", "ute", "utan", "utveckla", "varje", "vecka", "veckan", "veckor", "verka", "vinter",
    "vissa", "vuxna", "ovriga", "oppen", "oppna",
})  # fmt: skip


def is_bare(line: str, title: str) -> bool:
    """The line says the title and nothing else."""
    return _words(line) == _words(title)


def naming_words(title: str, titles: Iterable[str]) -> Collection[str]:
    """Words that tell this title from the person's other `titles`, and are no everyday words."""
    shared = {word for other in {fold(each) for each in titles} - {fold(title)} for word in _words(other)}
    return {word for word in _words(title) if len(word) >= SHORTEST} - shared - EVERYDAY


def names(line: str, words: Collection[str]) -> bool:
    return not {*_words(line)}.isdisjoint(words)


def without(line: str, titles: Collection[str]) -> str:
    """What chose the activity is not part of the note."""
    if any(is_bare(line, title) for title in titles):
        return ""
    words = {word for title in titles for word in _words(title) if len(word) >= SHORTEST}
    return " ".join(word for word in line.split() if fold(word).strip(".,:;!") not in words)


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text))
