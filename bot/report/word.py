"""A document as Word, for whoever reads, hears or prints it: headings, header rows and alt texts are real ones."""

import io
from collections.abc import Iterable
from datetime import datetime
from itertools import count
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject

from bot.report import word_xml
from bot.report.parts import Field, Heading, Part, Picture, Points, Table, Text, clean
from bot.report.word_styles import BODY_WIDTH, set_styles

LANGUAGE = "sv-SE"


def document(title: str, parts: Iterable[Part], *, made_at: datetime, subject: str = "") -> bytes:
    """The bytes of a .docx. `made_at` is aware."""
    made = Document()
    set_styles(made)
    _describe(made, title, subject, made_at)
    word_xml.footer(made, clean(title))
    made.add_paragraph(clean(title), "Title")
    numbers = count(1)
    for part in parts:
        _add(made, part, numbers)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _describe(made: DocumentObject, title: str, subject: str, made_at: datetime) -> None:
    about = made.core_properties
    about.title, about.subject, about.language = clean(title), clean(subject), LANGUAGE
    about.author, about.comments = "Löftet", ""
    about.created = about.modified = made_at


def _add(made: DocumentObject, part: Part, numbers: Iterable[int]) -> None:
    match part:
        case Heading(text, level):
            made.add_heading(clean(text), level)
        case Text():
            _paragraph(made, part)
        case Points(items):
            for item in items:
                made.add_paragraph(clean(item), "List Bullet")
        case Table():
            _table(made, part)
        case Picture():
            _picture(made, part)
        case Field():
            word_xml.field(made, clean(part.label), part.lines, next(iter(numbers)))


def _paragraph(made: DocumentObject, part: Text) -> None:
    paragraph = made.add_paragraph()
    if part.label:
        paragraph.add_run(f"{clean(part.label)}: ").bold = True
    paragraph.add_run(clean(part.text))


def _table(made: DocumentObject, part: Table) -> None:
    made.add_paragraph(clean(part.caption), "Caption").paragraph_format.keep_with_next = True
    widths = part.widths or [1] * len(part.header)
    shares = [BODY_WIDTH * width // sum(widths) for width in widths]
    word_xml.append(made, word_xml.table(part, shares))
    made.add_paragraph(style=word_xml.AFTER_TABLE)


def _picture(made: DocumentObject, part: Picture) -> None:
    run: Any = made.add_paragraph().add_run()
    shape = run.add_picture(io.BytesIO(part.chart.png), width=BODY_WIDTH)
    described = shape._inline.docPr
    described.set("descr", clean(part.chart.alt))
    described.set("title", clean(part.caption))
    made.add_paragraph(clean(part.caption), word_xml.PICTURE_TEXT)
