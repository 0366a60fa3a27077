"""Who has agreed: police, municipalities and those that the text names beside them."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.agreement_text.agreeing import AGREEMENT, SIGNS
from bot.domain.agreement_text.layout import Block
from bot.domain.agreement_text.patterns import group
from bot.domain.agreement_text.sentences import pieces
from bot.domain.municipality_names import OTHER_NAMES

_POLICE = re.compile(r"\b(?:lokal)?polis", re.IGNORECASE)
_POLICE_NAME = re.compile(r"\b(?:polismyndigheten|polisen)\b", re.IGNORECASE)
_MUNICIPALITY = re.compile(r"\bkommun(?:en)?\b", re.IGNORECASE)
# Those who sign beside the two: by name, or by what they are.
_NAME = r"[A-ZÅÄÖ]\w+"
_OTHERS = re.compile(r"\b" + group(rf"""
    AB {_NAME}
    (?:{_NAME} ){{1,2}}AB\b
    {_NAME}(?:bostäder|hem|byggen|fastigheter|hus)\b
    (?:det kommunala )?bostads(?:bolaget|stiftelsen)
    [Ff]astighetsägarna(?: i {_NAME})?
    företagarna
    {_NAME} (?:föreningsråd|idrottsallians|näringsliv|företagarförening)
    näringslivet
    räddningstjänsten
    {_NAME} räddningstjänst
    Trafikverket
    Svenska kyrkan
    {_NAME} sameby
    regionen
    Region (?!Gotland){_NAME}
"""))  # fmt: skip
_WITHOUT_S = frozenset("sxzaeiouyåäö")
FIRST = 3


def parties(blocks: Sequence[Block], municipalities: Sequence[str]) -> tuple[str, ...]:
    text = "\n".join(block.piece.text for block in blocks)
    found = [_police(text)] if _POLICE.search(text) else []
    found += [_authority(name, text) for name in municipalities]
    if not municipalities and _MUNICIPALITY.search(text):
        found.append("Kommunen")
    return tuple(dict.fromkeys([*found, *_others(blocks)]))


def _police(text: str) -> str:
    """What the text calls them first, however it writes it."""
    found = _POLICE_NAME.search(text)
    return "Polismyndigheten" if found and found[0].lower() == "polismyndigheten" else "Polisen"


def _authority(name: str, text: str) -> str:
    """As the text calls it: "Malmö stad", "Enköpings kommun", "Region Gotland"."""
    names = "|".join([name, *(other for other, real in OTHER_NAMES.items() if real == name)])
    found = re.search(rf"\b(?:{names})s? (?:kommun|stad)\b", text, re.IGNORECASE)
    if name == "Gotland":
        return "Region Gotland"
    if found and not found[0].isupper():
        return found[0]
    return f"{name}{'' if name[-1] in _WITHOUT_S else 's'} kommun"


def _others(blocks: Sequence[Block]) -> Iterator[str]:
    for at, block in enumerate(blocks):
        for piece in pieces(block):
            if _tells_who(piece.text, early=at < FIRST):
                yield from (found[0][0].upper() + found[0][1:] for found in _OTHERS.finditer(piece.text))


def _tells_who(text: str, *, early: bool) -> bool:
    """It names the police, and says that they agree, or stands at the top."""
    agreed = early or (AGREEMENT.search(text) and SIGNS.search(text))
    return bool(agreed and _POLICE.search(text))
