"""How a plan looks in a workbook: widths, frozen headers, lists to choose from, and a page that explains it."""

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.documents.plan_columns import EXTRACT, FACTS, PLAN, SHEETS, Column, Shape, Sheet

HEAD = PatternFill("solid", fgColor="1F3A5F")
WHITE = Font(bold=True, color="FFFFFF")
WRAPPED = Alignment(wrap_text=True, vertical="top")
ROWS_TO_FILL = 500
HELP, CHOICES = "Så fyller du i", "Listor"
INTRODUCTION = (
    "Så fyller du i planen",
    "Löftet: det som gäller hela överenskommelsen. Parter, Fokusområden och Uppföljning: en rad för var och en.",
    "Plan: en rad för varje aktivitet. Har den fler mål skriver du en rad till med samma nyckel och bara målet.",
    "Nyckeln känner igen raden när du läser in filen igen. Ändra den inte, så räknas inget dubbelt.",
    "Datum skrivs 2027-03-31. Skriv antal och uppgifter om arbetet, aldrig namn eller annat om enskilda personer.",
    "Det som står på en rad som du tar bort finns kvar i boten. Där avslutas det, så att rapporterna följer med.",
)


def lay_out(page: Worksheet, sheet: Sheet) -> None:
    columns = 3 if sheet is FACTS else len(sheet.columns)
    widths = [30, 48, 60] if sheet is FACTS else [column.width for column in sheet.columns]
    for number in range(1, columns + 1):
        _head(page, number)
        page.column_dimensions[get_column_letter(number)].width = widths[number - 1]
    page.freeze_panes = "D2" if sheet is PLAN else "A2"
    if sheet is EXTRACT:
        page.sheet_state = "hidden"
        return
    if sheet is FACTS:
        _limit_facts(page)
        return
    page.auto_filter.ref = f"A1:{get_column_letter(columns)}{max(page.max_row, 2)}"
    last = page.max_row + ROWS_TO_FILL
    for number, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(number)
        _limit(page, column, f"{letter}2:{letter}{last}")


def explain(book: Workbook) -> None:
    """What stands in each column; and the words to choose from, on a page that is kept out of sight."""
    page = book.create_sheet(HELP)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 44, 90
    for line in INTRODUCTION:
        page.append([line])
    page["A1"].font = Font(bold=True, size=14)
    for sheet in (one for one in SHEETS if one is not EXTRACT):
        page.append([])
        page.append([f"Bladet {sheet.name}"])
        page.cell(page.max_row, 1).font = Font(bold=True)
        for column in sheet.columns:
            page.append([column.header, _told(column)])
            page.cell(page.max_row, 2).alignment = WRAPPED
    _lists(book)


def _told(column: Column) -> str:
    if column.names and len(column.names) > 2:
        return f"{column.help or 'välj'} ({', '.join(column.names)})"
    return column.help


def _head(page: Worksheet, column: int) -> None:
    cell = page.cell(1, column)
    cell.font, cell.fill, cell.alignment = WHITE, HEAD, WRAPPED


def _limit_facts(page: Worksheet) -> None:
    by_label = {column.header: column for column in FACTS.columns}
    for row in page.iter_rows(min_row=2):
        column = by_label[str(row[0].value)]
        row[1].alignment = row[2].alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
        _limit(page, column, row[1].coordinate)


def _limit(page: Worksheet, column: Column, cells: str) -> None:
    rule = _rule(column)
    if rule is None:
        return
    rule.errorTitle, rule.error = column.header, f"Så skriver du: {column.help or 'välj ur listan'}"[:250]
    rule.add(cells)
    page.add_data_validation(rule)


def _rule(column: Column) -> DataValidation | None:
    match column.shape:
        case Shape.FLAG:
            return _list('"Ja,Nej"')
        case Shape.WORD:
            letter = get_column_letter(_lists_of_words().index(tuple(column.names)) + 1)
            return _list(f"{CHOICES}!${letter}$1:${letter}${len(column.names)}")
        case Shape.DAY:
            return DataValidation("date", operator="greaterThan", formula1="36525", allow_blank=True)
        case Shape.NUMBER:
            return DataValidation("whole", operator="between", formula1="1", formula2="100000", allow_blank=True)
    if column.choices:
        sheet, letter = column.choices
        return _list(f"'{sheet}'!${letter}$2:${letter}$300", strict=False)
    return None


def _list(formula: str, *, strict: bool = True) -> DataValidation:
    return DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=strict)


def _lists_of_words() -> list[tuple[str, ...]]:
    return list(dict.fromkeys(tuple(column.names) for sheet in SHEETS for column in sheet.columns if column.names))


def _lists(book: Workbook) -> None:
    page = book.create_sheet(CHOICES)
    page.sheet_state = "hidden"
    for number, words in enumerate(_lists_of_words(), 1):
        _column(page, number, words)


def _column(page: Worksheet, number: int, words: Iterable[str]) -> None:
    for row, word in enumerate(words, 1):
        page.cell(row, number, word)
