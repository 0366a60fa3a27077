"""Blocks without the spaces that only set their lines in: "gör" and "polisen" of two lines stand one space apart."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from bot.domain.agreement_text.layout import Block
from bot.domain.agreement_text.mending import Mended
from bot.domain.agreement_text.piece import Piece

_SPACES = re.compile(r"(?<= ) +")


def squeezed(blocks: Sequence[Block], origin: Mended) -> tuple[list[Block], Mended]:
    """The text and the places of the blocks in it change alike."""
    pieces = [piece for block in blocks for piece in (block.piece, *block.cells)]
    dropped = {
        piece.start + at for piece in pieces for found in _SPACES.finditer(piece.text) for at in range(*found.span())
    }
    kept = [at for at in range(len(origin.text)) if at not in dropped]
    moved = list(accumulate((at not in dropped for at in range(len(origin.text))), initial=0))
    text, origins = "".join(origin.text[at] for at in kept), tuple(origin.origins[at] for at in kept)
    return [_moved(block, moved) for block in blocks], Mended(text, origins)


def _moved(block: Block, moved: Sequence[int]) -> Block:
    cells = tuple(_without_spaces(cell, moved) for cell in block.cells)
    return replace(block, piece=_without_spaces(block.piece, moved), cells=cells)


def _without_spaces(piece: Piece, moved: Sequence[int]) -> Piece:
    return Piece(_SPACES.sub("", piece.text), moved[piece.start])
