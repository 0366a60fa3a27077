"""What python-docx has no words for, or is slow at: tables are written whole, not cell by cell (50 times as long)."""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from bot.report.parts import Table, clean

CELL, NAMING_CELL, LABEL, FIELD = "Cell", "Rubrikcell", "Etikett", "Falt"
"""Styles that `word_styles` makes."""
EMU_TO_A_TWIP = 635
_LOOK = '<w:tblLook w:firstRow="1" w:firstColumn="1" w:lastRow="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'


def append(made: DocumentObject, xml: str) -> None:
    """At the end, before the section's own properties."""
    body: Any = made.element.body
    body.sectPr.addprevious(parse_xml(xml))


def table(part: Table, widths: Sequence[int]) -> str:
    """Header row marked as one and repeated on each page; rows are not split. `widths` in EMU."""
    twips = [width // EMU_TO_A_TWIP for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    caption = quoteattr(clean(part.caption))
    header = "<w:cantSplit/><w:tblHeader/>"
    rows = [_row(part.header, twips, header, bold=len(part.header))]
    rows += [_row(row, twips, "<w:cantSplit/>", bold=1) for row in part.rows]
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(twips)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_LOOK}<w:tblCaption w:val={caption}/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def field(made: DocumentObject, label: str, lines: int, number: int) -> None:
    """A box to write in. The label stands above it, and is the name that a screen reader gives it."""
    made.add_paragraph(label, LABEL)
    empty = f'<w:p><w:pPr><w:pStyle w:val="{FIELD}"/></w:pPr></w:p>'
    append(
        made,
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val={quoteattr(label)}/><w:tag w:val="bedomning_{number}"/>'
        f'<w:id w:val="{1000 + number}"/></w:sdtPr><w:sdtContent>{empty * lines}</w:sdtContent></w:sdt>',
    )


def footer(made: DocumentObject, title: str) -> None:
    paragraph = made.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{title} · sida ")
    element: Any = paragraph._p
    element.append(_counted("PAGE"))
    paragraph.add_run(" av ")
    element.append(_counted("NUMPAGES"))


def _counted(what: str) -> Any:
    return parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{what}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')


def _row(cells: Sequence[str], widths: Sequence[int], about: str, *, bold: int) -> str:
    """So many of its first cells name something."""
    made = (
        _cell(text, width, bold=index < bold) for index, (text, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"<w:tr><w:trPr>{about}</w:trPr>{''.join(made)}</w:tr>"


def _cell(text: str, width: int, *, bold: bool) -> str:
    style = NAMING_CELL if bold else CELL
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r></w:p></w:tc>'
    )
