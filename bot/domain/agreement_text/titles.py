"""Headings that are no titles of a focus area."""

from bot.domain.agreement_text.clause_grammar import WILL
from bot.domain.agreement_text.patterns import any_of

_MERE_LEAD = any_of(
    r"""
    aktivitet(?:er)?
    åtgärd(?:er)?
    insats(?:er)?
    åtaganden
    löften
    prioritering(?:ar)?
    handlingsplan
    aktivitetsplan
    återkommande
    """,
    r"(?:(?:våra|polisens|kommunens|gemensamma|prioriterade|planerade|följande) )*",
    r"(?:na)?(?: (?:och \w+|20\d\d|under \w+))?",
)
_OF_THE_WHOLE = any_of(r"""
    medborgarlöfte
    överenskommelse
    ^gäller
    ^giltig
    polismyndigheten
    lokalpolisområde
    kommun och polis
    polisen och \w+ kommun
    pressmeddelande
    ^nyhet
    signera
    undertecknar
    skriver under
""")  # fmt: skip


def is_lead(title: str) -> bool:
    """It opens what follows ("Våra åtgärder", "Polisen ska:") and names no subject."""
    return title.endswith(":") or bool(WILL.search(title)) or bool(_MERE_LEAD.fullmatch(title))


def is_of_the_whole(title: str) -> bool:
    """ "Medborgarlöfte 2024", "Gäller från den 1 maj"."""
    return bool(_OF_THE_WHOLE.search(title))
