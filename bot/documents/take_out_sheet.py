"""A take-out as a workbook, for one's own analysis: one sheet a table, dates as dates."""

import io
from datetime import datetime
from typing import Any

from bot.documents.take_out_written import MANY
from bot.domain.calendar import wall_time
from bot.domain.formula_guard import RUNS
from bot.domain.take_out import Column, FilledSheet, TakeOut, Value

Page = Any
"""A sheet that is written row by row, of which the types of the library know less than half."""

FIRST = "Läs mig"
LONGEST_NAME, LONGEST_CELL = 31, 32_000  # Excel's limits, the second of 32 767
CUT = " … (resten står i JSON-filen)"
WIDE = frozenset({"Titel", "Anteckning", "Innehåll", "Problem", "Orsak", "Mål", "Uppgifter", "Öppna frågor"})


def book(found: TakeOut, explained: list[str]) -> bytes:
    """`explained` stands on a sheet of its own before the others."""
    from openpyxl import Workbook  # a spreadsheet is rare, and its library takes long to load

    made = Workbook(write_only=True)
    made.properties.language, made.properties.creator = "sv-SE", "Löftet"
    made.properties.title = f"Uppgifter om {found.municipality}"
    first = made.create_sheet(FIRST)
    first.column_dimensions["A"].width = 110
    for line in explained:
        first.append([_cell(first, line)])
    for filled in found.sheets:
        _fill(made.create_sheet(filled.sheet.title[:LONGEST_NAME]), filled)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _fill(page: Page, filled: FilledSheet) -> None:
    from openpyxl.utils import get_column_letter

    columns = filled.sheet.columns
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(filled.rows) + 1}"
    for number, column in enumerate(columns, 1):
        page.column_dimensions[get_column_letter(number)].width = _width(column)
    page.append([_head(page, column.header) for column in columns])
    for row in filled.rows:
        page.append([_cell(page, value) for value in row])


def _width(column: Column) -> int:
    return 60 if column.header in WIDE else max(len(column.header) + 4, 16)


def _head(page: Page, header: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(page, header)
    cell.font = Font(bold=True)
    return cell


def _cell(page: Page, value: Value) -> Any:
    match value:
        case bool():
            return "ja" if value else "nej"
        case datetime():
            return wall_time(value).replace(microsecond=0)
        case tuple():
            return _text(page, MANY.join(value))
        case str():
            return _text(page, value)
    return value


def _text(page: Page, value: str) -> Any:
    """As text also where it looks like a formula, and seen to be cut where Excel holds no more."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    kept = ILLEGAL_CHARACTERS_RE.sub("", value)
    kept = kept if len(kept) <= LONGEST_CELL else kept[:LONGEST_CELL] + CUT
    if not RUNS.match(kept):
        return kept
    cell = WriteOnlyCell(page, kept)
    cell.data_type, cell.quotePrefix = "s", True  # and stays text when somebody edits it
    return cell
