"""One value of a plan in one cell, both ways. Reading takes what Excel makes of what people write."""

import csv
import io
import re
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from bot.documents.plan_columns import Column, Shape
from bot.domain.agreement_file import title_key
from bot.domain.agreement_file_problems import unknown

Cell = str | int | float | bool | date | None

YES = frozenset({"ja", "j", "x", "sant", "true", "1"})
NO = frozenset({"nej", "n", "falskt", "false", "0"})
EXCELS_DAY_ZERO = date(1899, 12, 30)
EXCELS_DAYS = range(25_569, 73_051)  # 1970–2099: a day in a cell that is not shown as one
DAY_AT_MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T]00:00(?::00)?)?")
WHOLE = re.compile(r"(\d+)(?:[.,]0+)?")
SPACES = re.compile(r"\s")  # also the hard space between thousands


class CellFault(Exception):
    """What is wrong with a cell, as a Swedish sentence."""


def shown(value: Any, column: Column) -> Cell:
    if value is None:
        value = column.default
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if column.shape is Shape.WORD and value is not None:
        return next(name for name, word in column.names.items() if word == value)
    if column.shape is Shape.LIST:
        return _joined(value or [])
    return value  # type: ignore[no-any-return]


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def understood(cell: Cell, column: Column) -> Any:
    """As it stands in an agreement file, which judges what is left as text. Raises CellFault."""
    match column.shape:
        case Shape.NUMBER:
            return _number(cell)
        case Shape.DAY:
            return _day(cell)
        case Shape.FLAG:
            return _flag(cell)
        case Shape.WORD:
            return _word(cell, column)
        case Shape.LIST:
            return _items(text(cell))
        case Shape.TEXT:
            return text(cell)


def text(cell: Cell) -> str:
    """A number that stands where a text should is what was written: 2026, not 2026.0."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell).strip()


def _number(cell: Cell) -> str:
    written = SPACES.sub("", text(cell))
    whole = WHOLE.fullmatch(written)
    return whole[1] if whole else written


def _day(cell: Cell) -> date | str:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    written = text(cell)
    if written.isdigit() and int(written) in EXCELS_DAYS:
        return EXCELS_DAY_ZERO + timedelta(days=int(written))
    day = DAY_AT_MIDNIGHT.fullmatch(written)
    return day[1] if day else written


def _flag(cell: Cell) -> bool:
    written = text(cell).casefold()
    if written in YES or written in NO:
        return written in YES
    raise CellFault(f"”{text(cell)}” är varken ja eller nej.")


def _word(cell: Cell, column: Column) -> str:
    written = text(cell)
    word = column.names.get(written) or _spelled(column).get(title_key(written))
    if word is None:
        raise CellFault(unknown(written, column.names))
    return word


@cache
def _spelled(column: Column) -> dict[str, str]:
    """By name, and by the word of the agreement file."""
    return {title_key(spelling): word for name, word in column.names.items() for spelling in (word, name)}


def _joined(items: list[str]) -> str:
    """With the quotation marks of CSV around what holds a semicolon itself."""
    line = io.StringIO(newline="")
    csv.writer(line, delimiter=";").writerow(items)
    written = line.getvalue().removesuffix("\r\n")
    return written if any(";" in item for item in items) else written.replace(";", "; ")


def _items(written: str) -> list[str]:
    rows = csv.reader(io.StringIO(written, newline=""), delimiter=";", skipinitialspace=True)
    return [item.strip() for row in rows for item in row if item.strip()]
