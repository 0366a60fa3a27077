"""Where in a spreadsheet the fields of an agreement file stand, so that what is wrong is named by row and column."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.documents.plan_columns import PLAN, SHEETS, Column, Sheet
from bot.domain.agreement_file_problems import Problem

INDEX = re.compile(r"\[\d+\]$")
ORDER = {sheet.name: position for position, sheet in enumerate(SHEETS)}


@dataclass(frozen=True, slots=True)
class CellSpot:
    """A whole sheet when `row` is 0, a whole row when `header` is empty."""

    sheet: str
    row: int = 0
    header: str = ""

    def __str__(self) -> str:
        if not self.row:
            return f"{self.sheet}, {self.header}" if self.header else self.sheet
        row = f"Rad {self.row}" if self.sheet == PLAN.name else f"{self.sheet} rad {self.row}"
        return f"{row}, {self.header}" if self.header else row

    @property
    def order(self) -> tuple[int, int]:
        return ORDER[self.sheet], self.row


@dataclass(slots=True)
class Places:
    """By path, as the problems of an agreement file give them."""

    rows: dict[str, tuple[Sheet, int, Sequence[Column]]] = field(default_factory=dict)
    cells: dict[str, CellSpot] = field(default_factory=dict)
    faults: dict[CellSpot, str] = field(default_factory=dict)

    def note(self, spot: CellSpot, sentence: str) -> None:
        """One fault a cell: what follows from it would only hide it."""
        self.faults.setdefault(spot, sentence)

    def problems(self, read: Iterable[Problem]) -> list[Problem]:
        """What was noted, and what the reading of the agreement found, in the order of the file."""
        for problem in read:
            self.note(self._spot(problem.path), problem.sentence)
        spots = sorted(self.faults, key=lambda spot: spot.order)
        return [Problem(str(spot), self.faults[spot]) for spot in spots]

    def _spot(self, path: str) -> CellSpot:
        field_path = INDEX.sub("", path)
        if found := self.cells.get(path) or self.cells.get(field_path):
            return found
        entry, _, word = field_path.rpartition(".")
        if entry in self.rows:
            sheet, row, columns = self.rows[entry]
            return CellSpot(sheet.name, row, _header(columns, word))
        return _of_the_whole(field_path)


def _header(columns: Sequence[Column], word: str) -> str:
    return next((column.header for column in columns if column.word == word), word.capitalize())


def _of_the_whole(path: str) -> CellSpot:
    """Something that has no row of its own, since it is missing."""
    _plan, facts, *lists = SHEETS
    if listed := [sheet for sheet in lists if sheet.word == path]:
        return CellSpot(listed[0].name)
    return CellSpot(facts.name, header=_header(facts.columns, path))
