"""The pieces of a Word document as they stand in its file.

python-docx has no words for some of them, and takes ten to fifty times as long for paragraphs and cells one by one.
"""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from bot.report.parts import Table, clean

CELL, NAMING_CELL, LABEL, FIELD = "Cell", "Rubrikcell", "Etikett", "Falt"
PICTURE_TEXT, AFTER_TABLE = "Bildtext", "Mellanrum"
"""Styles that `word_styles` makes."""
EMU_TO_A_TWIP = 635
TITLE, HEADING, POINT, CAPTION = "Title", "Heading", "ListBullet", "Caption"
"""Styles of the template, as its file calls them."""
LINE, SHADE = "808080", "E8EEF4"
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LOOK = '<w:tblLook w:firstRow="1" w:firstColumn="1" w:lastRow="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
_MARGINS = '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'


def append(made: DocumentObject, *pieces: str) -> None:
    """At the end, before the section's own properties."""
    last: Any = made.element.body.sectPr
    for piece in parse_xml(f"<w:body {nsdecls('w')}>{''.join(pieces)}</w:body>"):
        last.addprevious(piece)


def paragraph(text: str, style: str = "Normal", label: str = "") -> str:
    bold = f"<w:r><w:rPr><w:b/></w:rPr>{_text(f'{label}: ')}</w:r>" if label else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{bold}<w:r>{_text(text)}</w:r></w:p>'


def table(part: Table, widths: Sequence[int]) -> str:
    """Header row marked as one and repeated on each page; rows are not split. `widths` in EMU."""
    twips = [width // EMU_TO_A_TWIP for width in widths]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    rows = "".join([_header(part.header, twips), *(_row(row, twips) for row in part.rows)])
    return f"<w:tbl>{_about(part.caption, sum(twips))}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def field(label: str, lines: int, number: int) -> list[str]:
    """A box to write in. The label stands above it, and is the name that a screen reader gives it."""
    named = (
        f'<w:alias w:val={quoteattr(clean(label))}/><w:tag w:val="bedomning_{number}"/><w:id w:val="{1000 + number}"/>'
    )
    empty = f'<w:p><w:pPr><w:pStyle w:val="{FIELD}"/></w:pPr></w:p>' * lines
    return [
        paragraph(label, LABEL),
        f"<w:sdt><w:sdtPr>{named}</w:sdtPr><w:sdtContent>{empty}</w:sdtContent></w:sdt>",
    ]


def footer(made: DocumentObject, title: str) -> None:
    line = made.sections[0].footer.paragraphs[0]
    line.add_run(f"{clean(title)} · sida ")
    element: Any = line._p
    element.append(_counted("PAGE"))
    line.add_run(" av ")
    element.append(_counted("NUMPAGES"))


def _counted(what: str) -> Any:
    return parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{what}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')


def _about(caption: str, width: int) -> str:
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for side in SIDES)
    return (
        f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/>{_MARGINS}{_LOOK}'
        f"<w:tblCaption w:val={quoteattr(clean(caption))}/></w:tblPr>"
    )


def _header(names: Sequence[str], widths: Sequence[int]) -> str:
    cells = (_cell(name, width, NAMING_CELL, SHADE) for name, width in zip(names, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(texts: Sequence[str], widths: Sequence[int]) -> str:
    styles = [NAMING_CELL, *[CELL] * (len(texts) - 1)]
    cells = (_cell(text, width, style) for text, width, style in zip(texts, widths, styles, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(text: str, width: int, style: str, shade: str = "") -> str:
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shaded}</w:tcPr>{paragraph(text, style)}</w:tc>'


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(clean(text))}</w:t>'
