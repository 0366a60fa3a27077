"""The deficiencies in a walk's form: rows to fill in, one more at a press."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.deficiencies import CATEGORIES, LONGEST_SPOT, MOST, Noted
from bot.domain.errors import FieldErrors
from bot.domain.screening import refusal
from bot.views import blocks
from bot.views.blocks import Block

CATEGORY, SPOT = "brist_vad", "brist_var"
MORE = "brist_fler"


def rows(noted: Sequence[Noted]) -> list[Block]:
    """At the end a button for one more, as long as there is room."""
    fields = [block for number, one in enumerate(noted[:MOST], 1) for block in _row(number, one)]
    return [*fields, *_more(len(noted))]


def extended(blocks_: Sequence[Block], count: int) -> list[Block]:
    """The rows of a form, and empty ones until they are so many."""
    fields = [one for one in blocks_ if is_row(one) and one["block_id"] != MORE]
    if not any(map(is_row, blocks_)):
        return []
    there, wanted = len(fields) // 2, min(count, MOST)
    empty = [block for number in range(there + 1, wanted + 1) for block in _row(number, None)]
    return [*fields, *empty, *_more(max(there, wanted))]


def shown(fields: Mapping[str, Any]) -> int:
    """How many rows the form at hand has."""
    return sum(block_id.startswith(f"{SPOT}:") for block_id in fields)


def is_row(block: Block) -> bool:
    return str(block.get("block_id", "")).partition(":")[0] in (CATEGORY, SPOT, MORE)


def read(fields: Mapping[str, Any]) -> tuple[Noted, ...]:
    """Empty rows are left out. Raises FieldErrors."""
    numbers = range(1, shown(fields) + 1)
    typed = [(number, fields.get(f"{CATEGORY}:{number}"), _spot(fields, number)) for number in numbers]
    errors: dict[str, str] = {}
    for number, category, spot in typed:
        if spot and not category:
            errors[f"{CATEGORY}:{number}"] = "Välj vad det gäller."
        elif category and not spot:
            errors[f"{SPOT}:{number}"] = "Skriv var, till exempel: gångtunneln vid stationen."
        elif why := refusal(spot, place=True):
            errors[f"{SPOT}:{number}"] = why
    if errors:
        raise FieldErrors(errors)
    return tuple(Noted(category, spot) for _, category, spot in typed if category)


def _spot(fields: Mapping[str, Any], number: int) -> str:
    return (fields.get(f"{SPOT}:{number}") or "").strip()


def _row(number: int, noted: Noted | None) -> list[Block]:
    what = blocks.select(CATEGORIES.items(), initial=noted and noted.category)
    spot = blocks.text_input(noted.spot if noted else "", longest=LONGEST_SPOT)
    return [
        blocks.field(f"{CATEGORY}:{number}", f"Brist {number}: vad?", what, optional=True),
        blocks.field(f"{SPOT}:{number}", f"Brist {number}: var?", spot, optional=True),
    ]


def _more(there: int) -> list[Block]:
    if there >= MOST:
        return []
    return [blocks.actions(blocks.button("Lägg till en brist", "outcome_more")) | {"block_id": MORE}]
