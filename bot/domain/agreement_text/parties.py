"""Who has agreed, and who does what: police, municipalities and those that the text names beside them."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.agreement_text.layout import Block, Role
from bot.domain.agreement_text.sentences import sentences

_POLICE = re.compile(r"\bpolis(?:en|myndigheten|område)?\w*|\blokalpolisområde\w*", re.IGNORECASE)
_AUTHORITY = re.compile(r"\b(?:polismyndigheten|polisen)\b", re.IGNORECASE)
_MUNICIPALITY = re.compile(r"\bkommun(?:en)?\b", re.IGNORECASE)
_SIGNS = re.compile(
    r"\b(?:mellan|parter(?:na)? är|under(?:teckna|skriv)\w*|teckna[rdt]\w*|skr(?:ev|iver|evs|iva)\b.{0,80}\bunder|enligt (?:medborgar)?löftet lovar|lovar|ingår|förnya\w*|har (?:tillsammans )?tagit fram|tillsammans med|har kommit överens)\b",
    re.IGNORECASE,
)
_AGREEMENT = re.compile(
    r"\b(?:medborgarlöfte\w*|löftet|löfte|överenskommelse\w*|samverkansöverenskommelse\w*|avtal)\b", re.IGNORECASE
)
# Those who sign beside the two: a company by name, or by what it is.
_OTHERS = re.compile(
    r"\b(?:AB [A-ZÅÄÖ]\w+|(?:[A-ZÅÄÖ]\w+ ){1,2}AB\b|[A-ZÅÄÖ]\w+(?:bostäder|hem|byggen|fastigheter|hus)\b|(?:det kommunala )?bostads(?:bolaget|stiftelsen)|fastighetsägarna(?: i [A-ZÅÄÖ]\w+)?|företagarna"
    r"|[A-ZÅÄÖ]\w+s? (?:föreningsråd|idrottsallians|näringsliv|företagarförening)|näringslivet|räddningstjänsten|[A-ZÅÄÖ]\w+ räddningstjänst|Trafikverket|Svenska kyrkan|samebyn|[A-ZÅÄÖ]\w+ sameby|regionen|Region (?!Gotland)[A-ZÅÄÖ]\w+)"
)
_ACTOR = re.compile(
    r"(?:(?P<police>\b(?:polis(?:en|myndigheten|er|erna)?|kommunpolis\w*|områdespolis\w*|lokalpolis\w*)\b)|(?P<municipality>\bkommun(?:en|erna)?\b(?!s\b)|\b[A-ZÅÄÖ][\w-]+ (?:kommun|stad)\b)"
    r"|(?P<both>\b(?:parterna|båda parter|vi\b))|(?P<other>\b(?:socialtjänsten|bostadsbolaget|(?:[A-ZÅÄÖ]?\w+)?(?:bostäder|förvaltningen|föreningen|föreningarna|skolan|skolorna|vandrarna)|fältgruppen|fältarna|fältsekreterar(?:e|na)"
    r"|ordningsvakter(?:na)?|trygghetsvärdar(?:na)?|fastighetsägar(?:e|na)|föreningslivet|föreningar(?:na)?|näringslivet|räddningstjänsten|elevhälsan|fritidsgård(?:en|arna)|trafikverket|länsstyrelsen|rådet|svenska kyrkan|regionen|butikerna|krögarna|skola|socialtjänst)\b)"
    r"|(?P<company>\bAB [A-ZÅÄÖ]\w+|\b(?:[A-ZÅÄÖ]\w+ )+AB\b|\bRegion [A-ZÅÄÖ]\w+))",
    re.IGNORECASE,
)

_WITHOUT_S = frozenset("sxzaeiouyåäö")


def parties(blocks: Sequence[Block], municipalities: Sequence[str]) -> tuple[str, ...]:
    text = "\n".join(block.piece.text for block in blocks)
    found = [_police(text)] if _POLICE.search(text) else []
    found += [_authority(name, text) for name in municipalities]
    if not municipalities and _MUNICIPALITY.search(text):
        found.append("Kommunen")
    return tuple(dict.fromkeys([*found, *_others(blocks, municipalities)]))


def _police(text: str) -> str:
    """What the text calls them first, however it writes it."""
    found = _AUTHORITY.search(text)
    return "Polismyndigheten" if found and found[0].lower() == "polismyndigheten" else "Polisen"


def _authority(name: str, text: str) -> str:
    """As the text calls it: "Malmö stad", "Enköpings kommun", "Region Gotland"."""
    found = re.search(rf"\b{name}s? (?:kommun|stad)\b", text, re.IGNORECASE)
    if name == "Gotland":
        return "Region Gotland"
    if found and not found[0].isupper():
        return found[0]
    return f"{name}{'' if name[-1] in _WITHOUT_S else 's'} kommun"


def _others(blocks: Sequence[Block], municipalities: Sequence[str]) -> Iterator[str]:
    for at, block in enumerate(blocks):
        pieces = list(sentences(block.piece)) if block.role is Role.TEXT else [block.piece]
        for piece in pieces:
            if not (_AGREEMENT.search(piece.text) and (_SIGNS.search(piece.text) or at < 2)) or not _POLICE.search(
                piece.text
            ):
                continue
            for found in _OTHERS.finditer(piece.text):
                if found[0] not in municipalities:
                    yield found[0][0].upper() + found[0][1:]


def actors(texts: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """Who does it, of all that the text says about it. "Vi" and "parterna" are those who have agreed."""
    found: list[str] = []
    for text in texts:
        for match in _ACTOR.finditer(text):
            found += _named(match, known)
    return tuple(dict.fromkeys(found))


def _named(match: re.Match[str], known: Sequence[str]) -> list[str]:
    if match["police"]:
        return ["Polisen"]
    if match["municipality"]:
        return ["Kommunen"]
    if match["both"]:
        return ["Polisen", "Kommunen", *known[2:]] if len(known) > 1 else ["Polisen", "Kommunen"]
    return [match[0][0].upper() + match[0][1:]]
