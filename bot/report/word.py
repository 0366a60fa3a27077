"""A document as Word, for whoever reads, hears or prints it: headings, header rows and alt texts are real ones."""

import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject

from bot.report import word_xml
from bot.report.parts import Field, Heading, Part, Picture, Points, Table, Text, clean
from bot.report.word_styles import BODY_WIDTH, set_styles

LANGUAGE = "sv-SE"


def document(title: str, parts: Iterable[Part], *, made_at: datetime, subject: str = "", close: bool = False) -> bytes:
    """The bytes of a .docx. `made_at` is aware. `close`: as much as possible on each page."""
    made = Document()
    set_styles(made, close=close)
    _describe(made, title, subject, made_at)
    word_xml.footer(made, title)
    word_xml.append(made, word_xml.paragraph(title, word_xml.TITLE))
    numbers = count(1)
    for part in parts:
        if isinstance(part, Picture):
            _picture(made, part)
        else:
            word_xml.append(made, *_written(part, numbers))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _describe(made: DocumentObject, title: str, subject: str, made_at: datetime) -> None:
    about = made.core_properties
    about.title, about.subject, about.language = clean(title), clean(subject), LANGUAGE
    about.author, about.comments = "Löftet", ""
    about.created = about.modified = made_at


def _written(part: Part, numbers: Iterator[int]) -> Iterable[str]:
    match part:
        case Heading(text, level):
            return [word_xml.paragraph(text, f"{word_xml.HEADING}{level}")]
        case Text(text, label):
            return [word_xml.paragraph(text, label=label)]
        case Points(items):
            return [word_xml.paragraph(item, word_xml.POINT) for item in items]
        case Table():
            return _table(part)
        case Field(label, lines):
            return word_xml.field(label, lines, next(numbers))
        case _:
            raise TypeError(part)


def _table(part: Table) -> list[str]:
    """With a paragraph after it: Word joins two tables that touch."""
    widths = part.widths or [1] * len(part.header)
    shares = [BODY_WIDTH * width // sum(widths) for width in widths]
    caption = word_xml.paragraph(part.caption, word_xml.CAPTION)
    return [caption, word_xml.table(part, shares), word_xml.paragraph("", word_xml.AFTER_TABLE)]


def _picture(made: DocumentObject, part: Picture) -> None:
    run: Any = made.add_paragraph().add_run()
    shape = run.add_picture(io.BytesIO(part.chart.png), width=BODY_WIDTH)
    described = shape._inline.docPr
    described.set("descr", clean(part.chart.alt))
    described.set("title", clean(part.caption))
    word_xml.append(made, word_xml.paragraph(part.caption, word_xml.PICTURE_TEXT))
