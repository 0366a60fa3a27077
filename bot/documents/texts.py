"""The text of a file that somebody has: .txt, .docx or a PDF with text in it."""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from itertools import groupby
from pathlib import PurePath

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from bot.documents.packed import unpacks_to_too_much
from bot.domain.agreement_text import composed
from bot.domain.agreement_text.mending import mended
from bot.domain.errors import UserError

LARGEST = 10_000_000
MOST_PAGES = 200
_BARE_BULLET = re.compile(r"(?m)^(\s*[•▪◦●○■‣\uf0b7])[ \t]*\n\s*")
_PAGE_NUMBER = re.compile(
    r"(?mi)^[ \t]*(?:sida[ \t]*)?\d{1,3}(?:[ \t]*(?:\(\d{1,3}\)|(?:av|/)[ \t]*\d{1,3}))?[ \t]*$\n?"
)


def text_of(name: str, content: bytes) -> str:
    """Raises UserError for a file of another type, one that cannot be read, and one without text."""
    reader = _READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        raise UserError(f"Jag kan inte läsa {name}. Skicka texten som .txt, .docx eller pdf.")
    if len(content) > LARGEST:
        raise UserError(f"{name} är större än 10 MB. Klistra in den del av texten som gäller överenskommelsen.")
    text = composed(reader(name, content))
    if not text.strip():
        raise UserError(f"{name} är tom: jag hittar ingen text i den.")
    return text


def _plain(_name: str, content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # what Notepad saved before


def _word(name: str, content: bytes) -> str:
    try:
        if unpacks_to_too_much(content):
            raise UserError(f"{name} blir för stor när jag packar upp den. Klistra in texten i stället.")
        document = Document(BytesIO(content))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:  # lxml's is of XML
        raise UserError(
            f"{name} går inte att öppna som ett Word-dokument. Spara den som .docx en gång till."
        ) from error
    return "\n".join(_document_lines(document))


def _document_lines(document: WordDocument) -> Iterator[str]:
    for part in document.iter_inner_content():
        yield from _table_lines(part) if isinstance(part, Table) else _paragraph_lines(part)


def _paragraph_lines(paragraph: Paragraph) -> Iterator[str]:
    """A list keeps its depth, a heading is marked, and a paragraph has an empty line before it."""
    text = paragraph.text.strip()
    if not text:
        return
    depth = _list_depth(paragraph)
    if depth is not None:
        yield f"{'  ' * depth}• {' '.join(text.split())}"
    else:
        style = (paragraph.style.name or "") if paragraph.style else ""
        yield f"\n{'# ' if style.startswith(('Heading', 'Title')) else ''}{text}"


def _list_depth(paragraph: Paragraph) -> int | None:
    if levels := paragraph._p.xpath("./w:pPr/w:numPr"):
        depth = levels[0].xpath("string(./w:ilvl/@w:val)")
        return int(depth or 0)
    named = re.match(
        r"List (?:Bullet|Number|Paragraph) ?(\d)?", (paragraph.style.name or "") if paragraph.style else ""
    )
    return int(named[1] or 1) - 1 if named else None


def _table_lines(table: Table) -> Iterator[str]:
    """A line for each row; a row whose cells hold several paragraphs becomes a heading and a list."""
    yield ""
    for row in table.rows:
        cells = [_cell_texts(cell) for cell, _ in groupby(row.cells, key=lambda cell: cell)]
        if all(len(texts) < 2 for texts in cells):
            yield "\t".join("".join(texts) for texts in cells)
        else:
            for texts in cells:
                yield from (f"\n{text}" for text in texts) if len(texts) < 2 else (f"• {text}" for text in texts)
    yield ""


def _cell_texts(cell: _Cell) -> list[str]:
    return [" ".join(paragraph.text.split()) for paragraph in cell.paragraphs if paragraph.text.strip()]


def _pdf(name: str, content: bytes) -> str:
    try:
        reader = PdfReader(BytesIO(content))
        pages = [page.extract_text() for page in reader.pages[:MOST_PAGES]]
    except (PyPdfError, DependencyError, ValueError, KeyError, TypeError, OSError, RecursionError) as error:
        raise UserError(f"{name} går inte att läsa. Är den låst? Klistra in texten i stället.") from error
    if pages and not any(page.strip() for page in pages):
        raise UserError(f"{name} är inskannad: den har bilder men ingen text. Klistra in texten i stället.")
    text = _PAGE_NUMBER.sub("", "\n".join(pages))
    return mended(_BARE_BULLET.sub(r"\1 ", text)).text


_READERS: Mapping[str, Callable[[str, bytes], str]] = {".txt": _plain, ".md": _plain, ".docx": _word, ".pdf": _pdf}
