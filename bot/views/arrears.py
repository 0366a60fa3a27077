"""*Rapportera i efterhand*: what is over and lacks its report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.views import blocks, mine, occurrence_text
from bot.views.blocks import Block, Message, View
from storage.occurrences import Listed

PAGE = 10
TITLE = "Rapportera i efterhand"
NONE = "Ingen rapport saknas från dig."


@dataclass(frozen=True, slots=True)
class Arrears:
    """One page of `total`, beginning after `first` others."""

    shown: Sequence[Listed]
    first: int
    total: int


def message(found: Arrears, now: datetime) -> Message:
    if not found.shown:
        return blocks.message(NONE, [blocks.section(NONE)])
    said = [f"{TITLE}: {_which(found)}", *(blocks.escape(occurrence_text.noticed(one, now)) for one in found.shown)]
    head = blocks.section(f"*{TITLE}*", f"Saknar rapport: {found.total}")
    return blocks.message("\n".join(said), [head, *_rows(found, now)])


def modal(found: Arrears, now: datetime) -> View:
    told = f"Saknar rapport: {found.total}" if found.shown else NONE
    return blocks.modal("arrears", TITLE, [blocks.section(told), *_rows(found, now)])


def opener() -> Block:
    return blocks.button(TITLE, "arrears_show")


def _rows(found: Arrears, now: datetime) -> list[Block]:
    rows = [
        blocks.section(mine.to_report_text(one, now), accessory=mine.report_button(one, now)) for one in found.shown
    ]
    turns = _turns(found)
    return [*rows, blocks.context(_which(found)), blocks.actions(*turns)] if turns else rows


def _turns(found: Arrears) -> list[Block]:
    after = found.first + PAGE
    newer = [blocks.button("Visa nyare", "arrears_show", max(found.first - PAGE, 0))] if found.first else []
    older = [blocks.button("Visa äldre", "arrears_show", after)] if after < found.total else []
    return [*newer, *older]


def _which(found: Arrears) -> str:
    return f"{found.first + 1}–{found.first + len(found.shown)} av {found.total}" if found.shown else NONE
