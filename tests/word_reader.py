"""What stands in a Word document, as python-docx and the file's own XML read it back."""

import io
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph


def opened(content: bytes) -> DocumentObject:
    return Document(io.BytesIO(content))


def lines(content: bytes) -> list[str]:
    """Headings with their level, paragraphs, tables row by row, empty boxes by the name a screen reader says."""
    return [line for part in opened(content).element.body for line in _lines(part) if line]


def _lines(part: Any) -> Iterator[str]:
    if part.tag == qn("w:sdt"):
        yield f"[{part.find('.//' + qn('w:alias')).get(qn('w:val'))}: {''.join(part.itertext())}]"
    elif part.tag == qn("w:tbl"):
        for row in Table(part, part).rows:
            yield " | ".join(cell.text for cell in row.cells)
    elif part.tag == qn("w:p"):
        yield _mark(Paragraph(part, part)) + _text(part)


def _mark(paragraph: Paragraph) -> str:
    style = paragraph._p.style or ""
    return {"Title": "= ", "ListBullet": "* "}.get(style, "#" * int(style[-1]) + " " if "Heading" in style else "")


def _text(part: Any) -> str:
    pictures = [f"<{one.get('descr')}>" for one in part.iter(qn("wp:docPr"))]
    return "".join([*pictures, *(one.text or "" for one in part.iter(qn("w:t")))])


def languages(content: bytes) -> set[str]:
    """Every language that the styles name."""
    styles: Any = opened(content).styles.element
    return {value for one in styles.iter(qn("w:lang")) for name, value in one.items() if not name.endswith("bidi")}


def repeated_headers(content: bytes) -> list[int]:
    """How many rows of each table are marked as its header."""
    return [len(list(table._tbl.iter(qn("w:tblHeader")))) for table in opened(content).tables]
