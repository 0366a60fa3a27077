"""Who took part: "med socialtjänsten", "tillsammans med 2 ordningsvakter". Parties and counts, never names."""

import re
from functools import lru_cache

from bot.domain.reading.line import Line
from bot.domain.reading.words import AND
from bot.domain.swedish_number import word_number

WITH = frozenset({"med", "m", "ihop", "tillsammans", "plus", "jamte", "inklusive", "inkl"})
FROM = frozenset({"fran"})
SOME_PEOPLE = ("arna", "erna", "orna")
_PARTY = re.compile(r"""
    (?:.*(?:tjansten|tjanst|vakt|vakter|vakterna|vaktare|vaktarna|ledare|ledarna|sekreterare|sekreterarna|bolaget|bolagen
    |samordnare|samordnaren|vardar|vardarna|inspektor|inspektorer|polis|polisen|poliser|poliserna|personal|personalen
    |forbundet|verket|strateg|strategen|chefen|handlaggare|handlaggaren|forvaltningen|foreningen|foreningarna
    |fastighetsagare|fastighetsagarna|pedagog|pedagoger|jouren|vandrare|vandrarna|kurator|kuratorn|kuratorer|hemvarnet|kontoret|avdelningen)
    |soc|socialen|faltare|faltarna|falten|faltgruppen|faltet|kommunen|skolan|skolorna|rektor|rektorn|elevhalsan|ov|ovakter
    |tullen|kronofogden|skatteverket|lansstyrelsen|regionen|landstinget|bup|maria|brandkaren|raddning|volontarer
    |foraldrar|foraldrarna|kyrkan|svenska|lions|rotary|bris|fritids|ungdomsgarden|fritidsgarden|fastighetsskotare|hyresvarden
    |krogvardar|kollega|kollegor|kollegorna|brf|btm|utryckning|ingripande|trafik|hundpatrull|hundforare|nattvandrarna)
""", re.VERBOSE)  # fmt: skip


def parties(line: Line) -> tuple[tuple[str, ...], list[range]]:
    """What they are called, and where they stand with the "med" before them. They stay in the line."""
    found: list[str] = []
    places: list[range] = []
    at = 0
    while at < len(line):
        if line.word(at) in WITH:
            start = at
            while line.word(at) in WITH:
                at += 1
            named, at = _named(line, at)
            if named:
                found += [line.slice(one) for one in named]
                places.append(range(start, at))
        else:
            at += 1
    return tuple(found), places


def _named(line: Line, at: int) -> tuple[list[range], int]:
    """ "2 ordningsvakter, fältarna och socialtjänsten": each with its count, and where the last one ends.

    Before one that is known the others are parties too: "bilprovarna och kommunen".
    """
    start, named, perhaps = at, list[range](), list[range]()
    while one := _party(line, at) or _perhaps(line, at):
        perhaps.append(one)
        if _is_party(line.word(one.stop - 1)):
            named, perhaps = [*named, *perhaps], []
        if line.word(one.stop) not in AND and line.mark(one.stop) not in {",", "/", "+"}:
            break
        at = one.stop + 1
    return named, named[-1].stop if named else start


def _perhaps(line: Line, at: int) -> range | None:
    """Some people, never a name: "bilprovarna"."""
    return range(at, at + 1) if line.word(at).endswith(SOME_PEOPLE) and line.pieces[at].strip().islower() else None


def _party(line: Line, at: int) -> range | None:
    start = at
    counted = bool(line.mark(at) == "" and not line.word(at) and _is_count(line, at)) or _is_number_word(line.word(at))
    at += counted
    if counted and line.word(at) in {"st"}:
        at += 1
    if counted and line.word(at) in FROM:
        at += 1
    return range(start, at + 1) if _is_party(line.word(at)) else None


def _is_count(line: Line, at: int) -> bool:
    return 0 <= at < len(line) and bool(line.free[at]) and line.pieces[at].strip().isdecimal()


@lru_cache(4096)
def _is_number_word(word: str) -> bool:
    return bool(word) and word_number(word) is not None


@lru_cache(8192)
def _is_party(word: str) -> bool:
    return bool(word) and bool(_PARTY.fullmatch(word))
