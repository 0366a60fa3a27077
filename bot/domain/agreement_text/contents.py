"""Lists that only name what stands elsewhere: the titles below, what the activities are for, other pages of a site."""

import re
from collections.abc import Sequence

from bot.domain.agreement_text import verbs
from bot.domain.agreement_text.agreeing import AGREEMENT
from bot.domain.agreement_text.layout import Block, LineRole
from bot.domain.agreement_text.quantities import quantity_of

# "Det ska vi åstadkomma genom följande aktiviteter"
_ACTIVITIES_FOLLOW = re.compile(
    r"(?:(?:våra|följande|planerade) )?aktiviteter\b|(?:det|detta|så)(?: här)? (?:ska|gör|kommer) vi\b", re.IGNORECASE
)


def without_contents(blocks: Sequence[Block]) -> list[Block]:
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and blocks[end].role is LineRole.ITEM:
            end += 1
        items, below = blocks[at:end], blocks[end:]
        if items and (_are_titles(items, below) or _are_aims(items, below) or _is_a_menu(items)):
            at = end
        else:
            kept += blocks[at : end + 1]
            at = end + 1
    return kept


def _are_titles(items: Sequence[Block], below: Sequence[Block]) -> bool:
    """What they name comes as titles further down."""
    titles = {_bare(block) for block in below if block.role is LineRole.HEADING}
    told = [item for item in items if _bare(item) in titles]
    return len(told) * 2 >= len(items) and len(told) > 1


def _is_a_menu(items: Sequence[Block]) -> bool:
    """The pages of a site beside this one: "Grannsamverkan", "Medborgarlöften"."""
    return any(AGREEMENT.fullmatch(_bare(item)) for item in items)


def _bare(block: Block) -> str:
    return block.piece.text.strip(" :.,").lower()


def _are_aims(items: Sequence[Block], below: Sequence[Block]) -> bool:
    """ "Arbeta mot buskörning" and the like, with a title over their activities right after them."""
    follows = bool(below) and below[0].role is LineRole.HEADING and _ACTIVITIES_FOLLOW.match(below[0].piece.text)
    return bool(follows) and all(_is_vague(item.piece.text) for item in items)


def _is_vague(text: str) -> bool:
    first = verbs.words(text)[:1]
    begins = bool(first) and first[0] in verbs.INFINITIVES and first[0] not in verbs.CONCRETE_INFINITIVES
    return begins and quantity_of(text, None) is None
