"""Who does an activity, of all that the text says about it."""

import re
from collections.abc import Sequence

from bot.domain.agreement_text.patterns import group

_OTHERS = group(r"""
    socialtjänst(?:en)?
    bostadsbolaget
    (?:\w+- och )?\w*(?:bostäder|förvaltningen|föreningen|föreningarna|skolan|skolorna|vandrarna)
    skola
    fältgruppen
    fältarna
    fältsekreterar(?:e|na)
    ordningsvakter(?:na)?
    trygghetsvärdar(?:na)?
    fastighetsägar(?:e|na)
    föreningslivet
    föreningar(?:na)?
    näringslivet
    räddningstjänst(?:en)?
    elevhälsan
    fritidsgård(?:en|arna)
    trafikverket
    länsstyrelsen
    rådet
    svenska kyrkan
    regionen
    butikerna
    krögarna
    AB (?-i:[A-ZÅÄÖ])\w+
    (?-i:(?:[A-ZÅÄÖ]\w+ )+AB)
    Region (?-i:[A-ZÅÄÖ])\w+
""")  # fmt: skip
_ACTOR = re.compile(
    r"\b(?:(?P<police>polis(?:en|myndigheten|er|erna)?|(?:kommun|områdes|lokal)polis\w*)"
    r"|(?P<municipality>kommun(?:en|erna)?|(?-i:[A-ZÅÄÖ])[\w-]+ (?:kommun|stad))"
    rf"|(?P<both>parterna|båda parter|vi)|{_OTHERS})\b",
    re.IGNORECASE,
)


def actors(texts: Sequence[str], parties: Sequence[str]) -> tuple[str, ...]:
    """ "Vi" and "parterna" are those who have agreed."""
    found = (name for text in texts for match in _ACTOR.finditer(text) for name in _named(match, parties))
    return tuple(dict.fromkeys(found))


def _named(match: re.Match[str], parties: Sequence[str]) -> tuple[str, ...]:
    if match["police"]:
        return ("Polisen",)
    if match["municipality"]:
        return ("Kommunen",)
    if match["both"]:
        others = (name for name in parties if not name.startswith("Polis") and not _MUNICIPALITY.search(name))
        return ("Polisen", "Kommunen", *others)
    return (match[0][0].upper() + match[0][1:],)


_MUNICIPALITY = re.compile(r"\b(?:kommun(?:en)?|stad|Region Gotland)$", re.IGNORECASE)
