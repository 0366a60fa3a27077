"""What somebody says: "– Vi kommer att synas mer, säger kommunpolisen."."""

import re

from bot.domain.agreement_text.layout import Block
from bot.domain.agreement_text.patterns import group
from bot.domain.agreement_text.piece import Piece

_VERB = group(r"""
    säger
    berättar
    menar
    fortsätter
    förklarar
    konstaterar
    tycker
    avslutar
    påpekar
    betonar
    tillägger
    understryker
    uppger
    kommenterar
    lovar(?= (?:lokalpolis|kommun|områdes|polis)\w*(?:chef|råd|ordf))
""")  # fmt: skip
# "…, fortsätter vi med" and "…, berättar polisen om sitt arbete" are no attributions.
_SAYS = re.compile(rf"(?:[,.!?”\"]|^)\s*{_VERB}\s+(?!vi\b|polisen (?:sitt|med)|med\b|också\b|arbetet\b)")
_I = re.compile(r"\b(?:jag|min|mitt|mina)\b", re.IGNORECASE)
_DASHES = ("–", "—", "−", "-", "‒", "―", "")


def is_speech(block: Block) -> bool:
    said = _SAYS.search(block.piece.text) or (block.marker and _I.search(block.piece.text))
    return bool(said) and block.marker[:1] in _DASHES


def unspoken(piece: Piece) -> Piece:
    """Without ", säger …"."""
    says = _SAYS.search(piece.text)
    return piece.part(0, says.start() + 1) if says else piece
