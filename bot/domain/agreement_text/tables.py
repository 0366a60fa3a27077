"""Rows of a table: which column holds the activities, and what the others say about them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

from bot.domain.agreement_text.clause_grammar import OPENS
from bot.domain.agreement_text.found import Found, TextPlace
from bot.domain.agreement_text.item_rules import is_item
from bot.domain.agreement_text.kinds import OTHER, kind_of
from bot.domain.agreement_text.layout import Block
from bot.domain.agreement_text.patterns import any_of
from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.sections import Section

LONGEST_NAME = 40
_IS_COUNT = re.compile(
    r"\d|(?:vecko|månads|kvartals|halvårs|års|termins)vis", re.IGNORECASE
)  # under "Mål" can stand what is aimed at, or how many
_IS_NUMBER = re.compile(r"[\d ,.]+(?:%|procent|st)?")


class ColumnMeaning(Enum):
    ACTIVITY = auto()
    AREA = auto()
    HOW = auto()
    OTHER = auto()


Columns = Mapping[ColumnMeaning, Sequence[int]]
NO_COLUMNS: Columns = {}
_NAMES = (
    (
        ColumnMeaning.ACTIVITY,
        any_of(r"""
            aktivitet
            åtgärd
            insats
            löfte
            \bvad\b
            \b(?:gör|lovar|ska|åtar sig)\b
            innehåll
            beskrivning
        """),
    ),
    (ColumnMeaning.AREA, re.compile(r"område|mål|tema|inriktning", re.IGNORECASE)),
    (
        ColumnMeaning.HOW,
        any_of(r"""
            ansvar
            vem
            part
            aktör
            utförare
            när
            tid
            frekvens
            hur ofta
            omfattning
            antal
            mått
            plan
        """),
    ),
)  # fmt: skip


def take_row(block: Block, place: TextPlace, columns: Columns) -> Columns:
    """The columns of the table: from its first row on, if that names them."""
    if not columns and (named := _named(block.cells)):
        return named
    place.empty = False
    if not columns and all(_IS_NUMBER.fullmatch(cell.text) for cell in block.cells[1:]):
        return columns  # how many have answered so
    cells = _aligned(block.cells, columns)
    # Without names of columns it can be a row of signatures too.
    unnamed = Section.PLAIN if place.section is Section.ACTIVITIES else place.section
    section = Section.ACTIVITIES if columns and place.section is not Section.RESULT else unnamed
    about = list(_of(ColumnMeaning.AREA, cells, columns))
    area = next((cell for cell in about if not _IS_COUNT.match(cell.text)), place.area)
    details = (*_of(ColumnMeaning.HOW, cells, columns), *(cell for cell in about if _IS_COUNT.match(cell.text)))
    for cell in _of(ColumnMeaning.ACTIVITY, cells, columns) if columns else _longest(cells):
        enough = len(cell.text.split()) > 1 or (columns and kind_of(cell.text) != OTHER)
        if enough and not OPENS.search(cell.text) and is_item(cell.text, section):
            place.found.append(Found(cell, area, place.actor, listed=True, details=details))
    return columns


def _named(cells: Sequence[Piece]) -> Columns:
    names: dict[ColumnMeaning, list[int]] = {}
    for at, cell in enumerate(cells):
        name = next((name for name, pattern in _NAMES if pattern.search(cell.text)), ColumnMeaning.OTHER)
        names.setdefault(name, []).append(at)
    short = all(len(cell.text) < LONGEST_NAME for cell in cells)
    return names if short and ColumnMeaning.ACTIVITY in names else NO_COLUMNS


def _aligned(cells: Sequence[Piece], columns: Columns) -> Sequence[Piece]:
    """Without the empty ones where a row has more cells than its table has columns."""
    width = sum(map(len, columns.values()))
    return cells if len(cells) <= width else [cell for cell in cells if cell]


def _of(column: ColumnMeaning, cells: Sequence[Piece], columns: Columns) -> Iterator[Piece]:
    return (cells[at] for at in columns.get(column, ()) if at < len(cells) and cells[at])


def _longest(cells: Sequence[Piece]) -> Iterator[Piece]:
    """Where no row names the columns, the one that says most."""
    yield from sorted(cells, key=lambda cell: -len(cell.text))[:1]
