"""The shape that all messages about one occurrence share: the fact, lines below it, buttons."""

from collections.abc import Sequence

from bot.views import blocks
from bot.views.blocks import Block, Message
from bot.views.occurrence_text import DISCREET
from storage.occurrences import Listed


def told(occurrence: Listed, fact: str, lines: Sequence[str] = (), buttons: Sequence[Block] = ()) -> Message:
    """`fact` and `lines` are escaped already: they may hold mentions, which are ours."""
    shown = [blocks.section(f"*{fact}*", *lines)]
    text = DISCREET if occurrence.protected else "\n".join([fact, *lines])
    return blocks.message(text, [*shown, blocks.actions(*buttons)] if buttons else shown)


def receipt_buttons(outcome_id: int, number: str) -> list[Block]:
    return [
        blocks.button("Ändra", "outcome_change", outcome_id, about=number),
        blocks.button("Ångra", "outcome_undo", outcome_id, about=number),
    ]
