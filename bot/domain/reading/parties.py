"""Who took part: "med socialtjänsten", "tillsammans med 2 ordningsvakter". Parties and counts, never names."""

import re

from bot.domain.reading.known import known
from bot.domain.reading.line import Line
from bot.domain.reading.words import AND
from bot.domain.swedish_number import word_number

WITH = frozenset({"med", "m", "ihop", "tillsammans", "plus", "jamte", "inklusive", "inkl"})
LAST = frozenset({"med", "deltog"})
ALONG = frozenset({"var", "ocksa", "aven", "med", "deltog"})
FROM = frozenset({"fran"})
SOME_PEOPLE = ("arna", "erna", "orna")
STAFF = ("polis", "poliser", "vakt", "vakter", "vaktare", "vardar", "faltare", "sekreterare", "volontarer", "kollegor")
Company = tuple[list[range], range]
NUMBERS = frozenset("NSTW")
_UNITS = frozenset("ukvx")
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


def parties(line: Line, signs: str) -> tuple[tuple[str, ...], list[range]]:
    """What they are called, and where they stand with the "med" beside them. They stay in the line.

    `signs` tell which words are what numbers count: "35 föräldrar" are no party.
    """
    found: list[str] = []
    places: list[range] = []
    end_with = any(word in LAST and _stops(line, at + 1, signs) for at, word in enumerate(line.words()))
    at = 0
    while at < len(line):
        if company := _company(line, at, signs, end_with=end_with):
            found += [line.slice(one) for one in company[0]]
            places.append(company[1])
        at = company[1].stop if company else at + 1
    return tuple(found), places


def _company(line: Line, at: int, signs: str, *, end_with: bool) -> Company | None:
    if line.word(at) in WITH:
        return _with(line, at)
    staff = _staff(line, at, signs) if signs[at] in NUMBERS and _is_staff(line.word(at + 1)) else None
    return staff or (_along(line, at, signs) if end_with else None)


def _with(line: Line, at: int) -> Company | None:
    """ "med socialtjänsten", "tillsammans med 2 ordningsvakter"."""
    start = at
    while line.word(at) in WITH:
        at += 1
    named, stop = _named(line, at)
    return (named, range(start, stop)) if named else None


def _staff(line: Line, at: int, signs: str) -> Company | None:
    """ "2 poliser och 1 ordningsvakt": people whose work it is, counted, need no "med"."""
    named, stop = _named(line, at)
    own = all(_is_counted_staff(line, one) and signs[one.stop - 1] not in _UNITS for one in named)
    return (named, range(at, stop)) if named and own and line.word(stop) not in ALONG else None


def _along(line: Line, at: int, signs: str) -> Company | None:
    """ "socialtjänsten och polisen med", "fältarna var också med": the "med" stands last."""
    if line.word(at - 1) or not (line.word(at) or signs[at] in NUMBERS):
        return None
    named, stop = _named(line, at)
    if not named or any(signs[one.stop - 1] in _UNITS for one in named):
        return None
    last = stop
    while line.word(last) in ALONG:
        last += 1
    said = line.word(last - 1) in LAST and _stops(line, last, signs)
    return (named, range(at, last)) if said else None


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


def _is_counted_staff(line: Line, named: range) -> bool:
    return len(named) > 1 and _is_staff(line.word(named.stop - 1))


@known
def _is_staff(word: str) -> bool:
    return word.endswith(STAFF)


def _stops(line: Line, at: int, signs: str) -> bool:
    return not line.word(at) and signs[at : at + 1] not in NUMBERS


def _is_count(line: Line, at: int) -> bool:
    return 0 <= at < len(line) and bool(line.free[at]) and line.pieces[at].strip().isdecimal()


@known
def may_tell_parties(word: str) -> bool:
    return word in WITH or word == "deltog" or word.endswith(STAFF)


@known
def _is_number_word(word: str) -> bool:
    return bool(word) and word_number(word) is not None


@known
def _is_party(word: str) -> bool:
    return bool(word) and bool(_PARTY.fullmatch(word))
