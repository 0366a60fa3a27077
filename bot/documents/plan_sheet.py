"""A plan as a workbook, out and in."""

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.documents import plan_reading, workbook
from bot.documents.plan_cells import Cell, is_blank
from bot.documents.plan_columns import SHEETS
from bot.documents.plan_tables import Numbered, tables
from bot.domain.agreement_file import AgreementFile, FileError, Problem
from bot.domain.formula_guard import RUNS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Told = Callable[[int], None]

NOT_A_WORKBOOK = "går inte att öppna som xlsx. Spara den i Excel som ”Excel-arbetsbok (.xlsx)” och försök igen."
TOO_MANY = "har fler än 20 000 rader i ett blad. Dela upp den."
MOST_ROWS = 20_000
EMPTY_IN_A_ROW = 500  # formats alone can stretch a sheet to a million rows
STEP = 500


def write(file: AgreementFile | None) -> bytes:
    """Without a file a template."""
    # Here and below: a spreadsheet is rare, and its library takes long to load.
    from openpyxl import Workbook

    from bot.documents import plan_layout

    book = Workbook()
    book.properties.language = "sv-SE"
    book.properties.creator = "Löftet"
    book.properties.title = file.title if file else "Mall för handlingsplan"
    made = tables(file)
    for sheet in SHEETS:
        page = book.create_sheet(sheet.name)
        _fill(page, made[sheet.name])
        plan_layout.lay_out(page, sheet)
    plan_layout.explain(book)
    book.remove(book.worksheets[0])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(content: bytes, told: Told = lambda _rows: None) -> AgreementFile:
    """`told` hears how many rows have been read. Raises FileError."""
    sheets = dict(_sheets(content, told))
    named = {known: rows for name, rows in sheets.items() if (known := plan_reading.sheet_called(name))}
    if not named and len(sheets) == 1:  # a CSV that was saved as a workbook
        [rows] = sheets.values()
        named = plan_reading.sections(rows)
    return plan_reading.read(named)


def _fill(page: "Worksheet", rows: Sequence[Sequence[Cell]]) -> None:
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if isinstance(value, str):
                _write_text(page.cell(number, column), value)
            elif value is not None:
                cell = page.cell(number, column, value)
                if isinstance(value, date):
                    cell.number_format = "yyyy-mm-dd"


def _write_text(cell: Any, value: str) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.data_type = "s"  # otherwise what begins with = is a formula
    if RUNS.match(value):
        cell.quotePrefix = True  # and stays text when somebody edits it


def _sheets(content: bytes, told: Told) -> Iterator[tuple[str, list[Numbered]]]:
    try:
        book = workbook.opened(content)
        for name, part in book.sheets:
            yield name, list(_filled(book.rows(part), told))
    except workbook.TooLarge as error:
        raise FileError([Problem("", TOO_MANY)]) from error
    except workbook.NotAWorkbook as error:
        raise FileError([Problem("", NOT_A_WORKBOOK)]) from error


def _filled(rows: Iterator[Numbered], told: Told) -> Iterator[Numbered]:
    empty = 0
    for number, row in rows:
        empty = empty + 1 if all(map(is_blank, row)) else 0
        if empty > EMPTY_IN_A_ROW:
            return
        if number > MOST_ROWS:
            raise FileError([Problem("", TOO_MANY)])
        if number % STEP == 0:
            told(number)
        if not empty:
            yield number, row
