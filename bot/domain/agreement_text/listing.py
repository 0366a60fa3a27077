"""What a clause lists: "… är trafikkontroller, trygghetsvandringar och stöd till föreningar"."""

import re
from collections.abc import Iterator

from bot.domain.agreement_text import verbs
from bot.domain.agreement_text.kinds import OTHER, is_concrete, kind_of
from bot.domain.agreement_text.patterns import any_of
from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.rhythm import NUMBER

# What follows "där" or "som" tells more of the same thing.
_SEPARATOR = re.compile(
    r"(?<!-)(?:(?<!\bföre),? (?:och|samt|liksom) "
    r"|, (?!där\b|som\b|vilk\w+|varav\b|särskilt\b|främst\b|framför allt\b))"
)
_PLACE_FIRST = re.compile(r"(?:på|i|vid|under|för|av|till|mot|längs|kring) ", re.IGNORECASE)
NOT_THROUGH = r"(?<!\bgå )(?<!\bgår )(?<!köra )(?<!kör )(?<!vandra )(?<!vandrar )"  # "gå genom tunneln"
_LISTS = any_of(
    rf"""
    finns
    ingår
    märks
    nämnas
    är(?: bland annat| bl\.a\.| t\.ex\.| till exempel| är)*
    såsom
    bland annat
    till exempel
    t\.ex\.
    bl\.a\.
    innefattar
    omfattar
    innehåller
    handlar(?: bland annat)? om(?: att)?
    {NOT_THROUGH}genom(?: att| bland annat)*
    (?:arbeta|jobba)r? med
    (?:fokusera|satsa)r? på
    genomför(?:a|s)?
    anordnar?
    ordnar?
    erbjud(?:a|er)
    hålla
    göra
    prioriterar?
    """,
    r"\b",
    ":? ",
)
ANNOUNCES = re.compile(
    r"\b(?:(?:aktiviteter|åtgärder|insatser)(?:na)?|arbetet|löftet|löftena)\b[^.]*?"
    r"\b(?:är|innefattar|omfattar|handlar|innehåller|innebär|finns|ingår|märks|nämnas)\b",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile(rf"(?:minst |cirka |ca )?{NUMBER}\b[^,]{{0,30}}\b(?:i|per|om) (?:\w+)\.?$", re.IGNORECASE)
_TELLS_OF_IT = re.compile(r"(?:redovisa|återkoppla|rapportera|följa upp|utvärdera)\b", re.IGNORECASE)
_IN_A_PLACE = re.compile(r" (?:på|i|vid|mellan|kring) [\w-]+$")
_DEEDS_BEFORE_A_LIST = verbs.CONCRETE_INFINITIVES - {"använda"} | {"förstärka", "förbättra"}
_DONE = frozenset({"genomföras", "genomförs", "hållas", "hålls", "ordnas", "anordnas", "erbjudas", "erbjuds", "bjuds"})


def listed(clause: Piece) -> Iterator[Piece]:
    """ "… är trafikkontroller, trygghetsvandringar och stöd till föreningar": each with a head of its own."""
    openings = [found.end() for found in _LISTS.finditer(clause.text) if _is_first(clause.text[: found.start()])]
    told = next((end for end in openings if clause.text[:end].endswith(": ") and ANNOUNCES.search(clause.text)), None)
    start = told or next((end for end in openings if not _LISTS.match(clause.text, end)), None)
    items = _with_heads(clause.text, start) if start else []
    if items and _PLACE_FIRST.match(clause.text[items[0][0] :]):
        return
    if (told and len(items) > 1) or _is_a_list([kind_of(clause.text[first:last]) for first, last in items]):
        yield from (clause.part(first, last) for first, last in items)


def enumerated(piece: Piece) -> Iterator[Piece]:
    """ "Ökad belysning, klippa buskar": each with a head of its own."""
    items = _with_heads(piece.text, 0)
    apart = len(items) > 1 and "." not in piece.text[:-1]
    yield from (piece.part(first, last) for first, last in items) if apart else [piece]


def _is_first(before: str) -> bool:
    """No other doing stands before it: "förstärka belysningen, ordna …" is no list of what is arranged."""
    return not any(word in _DEEDS_BEFORE_A_LIST or word in _DONE for word in verbs.words(before))


def _with_heads(text: str, start: int) -> list[tuple[int, int]]:
    """What has no head ("vapen" after "mot narkotika och") belongs to what stands before it."""
    ends = [found.span() for found in _SEPARATOR.finditer(text, start)]
    edges = [start, *(edge for span in ends for edge in span), len(text)]
    announced = bool(ANNOUNCES.search(text))
    items: list[tuple[int, int]] = []
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        apart = announced and text[first - 2 : first] in (", ", "t ") and len(text[first:last].split()) > 2
        joins = (
            items and not apart and (not _has_head(text[first:last]) or _is_more_of_it(text, items[-1], first, last))
        )
        items = [*items[:-1], (items[-1][0], last)] if joins else [*items, (first, last)]
    return items


def _is_more_of_it(text: str, before: tuple[int, int], first: int, last: int) -> bool:
    """ "alla former av vuxenvandringar och nattvandringar", "i skolor och fritidsgårdar": two words for one thing."""
    if (
        len(text[first:last].split()) < 3
        and _IN_A_PLACE.search(text[: before[1]])
        and text[before[1] : first] == " och "
    ):
        return True
    kind = kind_of(text[slice(*before)])
    return kind != OTHER and text[before[1] : first] == " och " and kind_of(text[first:last]) == kind


def _is_a_list(kinds: list[str]) -> bool:
    known = [kind for kind in kinds if kind != OTHER]
    return len(kinds) > 1 and len(set(kinds)) > 1 and len(known) * 3 >= len(kinds) * 2 - 1


def _has_head(text: str) -> bool:
    """Its first words say what is done: "riktade insatser mot langning", "stödja föreningar", not "vapen"."""
    if _HOW_OFTEN.match(text) or _TELLS_OF_IT.match(text):
        return False
    first = " ".join(text.split()[:4]).rstrip(".,")
    return is_concrete(first) or (bool(verbs.words(first)[:1]) and verbs.words(first)[0] in verbs.INFINITIVES)
