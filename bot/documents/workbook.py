"""The rows of an .xlsx, whoever wrote it. Only what a table needs: openpyxl takes four times as long for the same."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from posixpath import basename, dirname, join, normpath
from xml.etree import ElementTree

from bot.documents.packed import unpacks_to_too_much
from bot.documents.plan_cells import EXCELS_DAY_ZERO, Cell

NumberedRow = tuple[int, list[Cell]]
Element = ElementTree.Element

SINCE_1904 = timedelta(days=1462)
LAST_COLUMN = 16_384  # XFD, where Excel ends
BUILT_IN_DAYS = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # texts, escaped signs, colours and languages of a format
UNREADABLE = (
    KeyError, IndexError, ValueError, OverflowError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error,
    ElementTree.ParseError,
)  # fmt: skip


class NotAWorkbook(Exception):
    pass


class TooLarge(Exception):
    pass


@dataclass(frozen=True, slots=True)
class Workbook:
    packed: zipfile.ZipFile
    sheets: Sequence[tuple[str, str]]
    """Name and part."""
    strings: Sequence[str]
    days: frozenset[int]
    """The styles that show a number as a day."""
    day_zero: date

    def rows(self, part: str) -> Iterator[NumberedRow]:
        """With the numbers that Excel shows; those without a cell may be left out."""
        number = 0
        with reading(), self.packed.open(part) as stream:
            for _, element in ElementTree.iterparse(stream):
                if element.tag.endswith("}row"):
                    number = int(element.get("r") or number + 1)
                    yield number, self._cells(element)
                    element.clear()

    def _cells(self, row: Element) -> list[Cell]:
        cells: list[Cell] = []
        for element in row:
            at = _column(element.get("r") or "") or len(cells) + 1
            cells.extend([None] * (at - len(cells)))
            cells[at - 1] = self._value(element)
        return cells

    def _value(self, cell: Element) -> Cell:
        kind, content = cell.get("t", "n"), next((part for part in cell if part.tag.endswith(("}v", "}is"))), None)
        if content is None:
            return None
        if kind == "inlineStr":
            return _text(content)
        written = content.text or ""
        if kind == "s":
            return self.strings[int(written)]
        if kind == "b":
            return written == "1"
        if kind != "n":
            return written
        return self._number(float(written), int(cell.get("s") or 0)) if written else None

    def _number(self, number: float, style: int) -> Cell:
        if style in self.days:
            return self.day_zero + timedelta(days=int(number))
        return int(number) if number.is_integer() else number


@contextmanager
def reading() -> Iterator[None]:
    try:
        yield
    except UNREADABLE as error:
        raise NotAWorkbook from error


def opened(content: bytes) -> Workbook:
    """Raises TooLarge, and NotAWorkbook, here and while rows are read."""
    with reading():
        if unpacks_to_too_much(content):
            raise TooLarge
        packed = zipfile.ZipFile(io.BytesIO(content))
        [main] = (part for kind, part in _related(packed, "").values() if kind == "officeDocument")
        related, root = _related(packed, main), _xml(packed, main)
        parts = dict(related.values())
        since_1904 = any(one.get("date1904") in ("1", "true") for one in _all(root, "workbookPr"))
        return Workbook(
            packed,
            [(sheet.get("name", ""), related[_id(sheet)][1]) for sheet in _all(root, "sheet")],
            [_text(one) for one in _xml(packed, parts["sharedStrings"])] if "sharedStrings" in parts else [],
            _days(_xml(packed, parts["styles"])) if "styles" in parts else frozenset(),
            EXCELS_DAY_ZERO + (SINCE_1904 if since_1904 else timedelta()),
        )


def _related(packed: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Kinds and parts that `part` (the whole file for nothing) refers to, by id."""
    folder = dirname(part)
    found = _xml(packed, join(folder, "_rels", f"{basename(part)}.rels"))
    return {
        one.get("Id", ""): (basename(one.get("Type", "")), normpath(join("/", folder, one.get("Target", "")))[1:])
        for one in found
    }


def _xml(packed: zipfile.ZipFile, part: str) -> Element:
    return ElementTree.fromstring(packed.read(part))


def _id(sheet: Element) -> str:
    return next(value for name, value in sheet.attrib.items() if name.endswith("}id"))


def _days(styles: Element) -> frozenset[int]:
    own = {
        one.get("numFmtId"): bool({*"yd"} & {*NOT_SHOWN.sub("", one.get("formatCode", "")).lower()})
        for one in _all(styles, "numFmt")
    }
    formats = [one.get("numFmtId") for used in _all(styles, "cellXfs") for one in used]
    return frozenset(
        index for index, code in enumerate(formats) if own.get(code, int(code or 0) in BUILT_IN_DAYS)
    )  # fmt: skip


def _text(of: Element) -> str:
    """Plain or in pieces with formats of their own; how it is pronounced is left out."""
    pieces = [
        piece for part in of for piece in ([part] if _local(part) == "t" else part if _local(part) == "r" else ())
    ]
    return "".join(piece.text or "" for piece in pieces if _local(piece) == "t")


def _column(reference: str) -> int:
    """Of "AB12"; 0 without. Raises ValueError outside the sheet: the row would be filled up to there."""
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - 64
    if not 0 <= number <= LAST_COLUMN:
        raise ValueError(reference)
    return number


def _all(root: Element, name: str) -> Iterator[Element]:
    return (one for one in root.iter() if _local(one) == name)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
