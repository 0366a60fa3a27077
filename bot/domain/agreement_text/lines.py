"""The lines of a text, each with the sign before it and the cells in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.agreement_text.piece import Piece

_LINE = re.compile(r"[^\r\n\v\f\u2028\u2029]+")
# ✅, 👮, 1️⃣
_PICTURE = r"(?:[\u2190-\u21ff\u2300-\u23ff\u2580-\u2bff\U0001f000-\U0001faff]|\d\u20e3)[\ufe0f\U0001f3fb-\U0001f3ff]*"
_CHECKED = tuple("✓✔✅☑●■○□▪►→★☐➤➢▶")
_SIGN = rf"[•·◦‣⁃‒–—―−»›>\uf0b7-]|[*+o](?=[ \t])|{_PICTURE}"
# "5   Åtgärder": a heading numbered without a full stop, if no more columns follow.
_NUMBERED = r"\d{1,2}(?:\.\d{1,2})*(?=(?:\t|[ ]{2,})[A-ZÅÄÖ](?:(?! {3,}|\t).)*$)"
_NUMBER = r"\(?(?:\d{1,2}(?:\.\d{1,2})+[.)]?|(?:\d{1,2}|[a-zA-Z]|[ivx]{2,4})[.)])(?=[ \t])"
_MARKER = re.compile(rf"(?P<marker>{_SIGN}|{_NUMBER}|{_NUMBERED})\s*(?=\S)")
_HASHES = re.compile(r"#{1,6}\s+")
_PAGE = re.compile(r"\s*(?:-\s*\d{1,3}\s*-|(?:sida|sid\.?)\s+\d+.{0,12}|\d{1,3}\s*\(\d{1,3}\))\s*", re.IGNORECASE)
_GAP = re.compile(r"\t|\s*[|│¦]\s*|(?<=\S) {3,}(?=\S)")


_IS_PICTURE = re.compile(_PICTURE)


@dataclass(frozen=True, slots=True)
class Line:
    """`marker` is the sign of a list, "#" of a heading; `content` is where the words begin."""

    piece: Piece
    indent: int
    marker: str
    content: int
    cells: tuple[Piece, ...]
    after_blank: bool


def lines_of(text: str, source: Piece) -> Iterator[Line]:
    furniture = _furniture(text)
    last_end = 0
    for found in _LINE.finditer(text):
        stretch = source.text[found.start() : found.end()]
        if not stretch.strip(" -_=*+|│¦─┼├┤┬┴┌┐└┘") or found.start() in furniture:
            continue
        blank = text.count("\n", last_end, found.start()) > 1 or bool(text[last_end : found.start()].strip())
        last_end = found.end()
        yield _line(Piece(stretch, found.start()), blank, text[found.start() : found.end()])


def is_picture(marker: str) -> bool:
    """It may stand before a title as well as before an item."""
    return bool(_IS_PICTURE.fullmatch(marker)) and not marker.startswith(_CHECKED)


def _furniture(text: str) -> set[int]:
    """Where the foot and the head of a page begin: its number, and beside it what stood before in the text."""
    found = list(_LINE.finditer(text))
    pages = [at for at, line in enumerate(found) if _PAGE.fullmatch(line[0])]
    heads = {at for page in pages for at in (page - 1, page + 1) if 0 <= at < len(found)}
    first = {line[0].strip(): at for at, line in reversed(list(enumerate(found)))}
    again = {at for at in heads if first[found[at][0].strip()] < at}
    return {found[at].start() for at in {*pages, *again}}


def _line(stretch: Piece, after_blank: bool, raw: str) -> Line:
    indent = len(stretch.text) - len(stretch.text.lstrip())
    hashes = _HASHES.match(stretch.text, indent)
    marker = _MARKER.match(stretch.text, indent)
    content = hashes.end() if hashes else marker.end() if marker else indent
    cells = () if marker else tuple(_cells(stretch, raw))
    shown = "#" if hashes else marker["marker"] if marker else ""
    return Line(stretch, indent, shown, content, cells, after_blank)


def _cells(stretch: Piece, raw: str) -> Iterator[Piece]:
    gaps = list(_GAP.finditer(raw.rstrip(), len(raw) - len(raw.lstrip(" \t"))))
    if gaps:
        edges = [0, *(at for gap in gaps for at in gap.span()), len(raw)]
        for first, last in zip(edges[::2], edges[1::2], strict=True):
            text = stretch.text[first:last]
            if text.strip() or 0 < first < len(raw):
                lead = len(text) - len(text.lstrip())
                yield Piece(text.strip(" |│¦"), stretch.start + first + lead)
