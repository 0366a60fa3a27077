"""How a Word document looks, in Swedish and in styles: whoever changes a style changes it everywhere."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from bot.report.word_xml import AFTER_TABLE, CELL, FIELD, LABEL, NAMING_CELL, PICTURE_TEXT

PAGE, MARGIN = (Cm(21), Cm(29.7)), Cm(1.9)
BODY_WIDTH = Emu(PAGE[0] - 2 * MARGIN)
FONT = "Arial"
INK, BLUE, GREY = RGBColor(26, 26, 26), RGBColor(0, 58, 105), RGBColor(77, 77, 77)
WORD_OF_NOW = "15"
"""The mode of Word 2013 and later; the template's own makes Word say that the document is an old one."""


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes and distances in points."""

    size: float
    bold: bool = False
    colour: RGBColor = INK
    before: float = 0
    after: float = 0


LOOKS = {
    "Normal": Look(10, after=5),
    "Title": Look(24, colour=BLUE, after=10),
    "Heading 1": Look(17, bold=True, colour=BLUE, before=22, after=4),
    "Heading 2": Look(13.5, bold=True, colour=BLUE, before=14, after=4),
    "Heading 3": Look(11.5, bold=True, colour=BLUE, before=10, after=4),
    "Caption": Look(10, bold=True, colour=GREY, before=6, after=3),
    "List Bullet": Look(10, after=3),
    "Footer": Look(9, colour=GREY),
}
CLOSE_LOOKS = {
    "Title": Look(18, colour=BLUE, after=6),
    "Heading 1": Look(13.5, bold=True, colour=BLUE, before=10, after=2),
    "List Bullet": Look(10, after=1),
}
"""For what is to be one page."""
OWN_LOOKS = {
    CELL: Look(9, before=1.5, after=1.5),
    NAMING_CELL: Look(9, bold=True, before=1.5, after=1.5),
    PICTURE_TEXT: Look(9, colour=GREY, after=8),
    AFTER_TABLE: Look(4, after=2),
    LABEL: Look(10, bold=True, before=8, after=4),
    FIELD: Look(10),
}


def set_styles(made: DocumentObject, *, close: bool = False) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    _speak_swedish(made)
    for name in OWN_LOOKS:
        made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    looks = LOOKS | OWN_LOOKS | (CLOSE_LOOKS if close else {})
    styles = {name: _dressed(made, name, look) for name, look in looks.items()}
    for name in ("Caption", LABEL):
        styles[name].paragraph_format.keep_with_next = True
    _box(styles[FIELD])


def _dressed(made: DocumentObject, name: str, look: Look) -> ParagraphStyle:
    style = made.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    _set_font(style)
    style.font.size, style.font.bold, style.font.color.rgb = Pt(look.size), look.bold, look.colour
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(look.before), Pt(look.after)
    return style


def _set_font(style: ParagraphStyle) -> None:
    """All of it: where the template names a font of its theme, that one wins."""
    fonts: Any = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _box(style: ParagraphStyle) -> None:
    """Paragraphs with the same border stand in one box."""
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "4"), ("color", "4D4D4D")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    element: Any = style.element
    element.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")


def _speak_swedish(made: DocumentObject) -> None:
    """Else Word reads aloud and checks the spelling as if it were English."""
    styles: Any = made.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "sv-SE")
        language.set(qn("w:eastAsia"), "sv-SE")
    settings: Any = made.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), "sv-SE")
    [mode] = (one for one in settings.iter(qn("w:compatSetting")) if one.get(qn("w:name")) == "compatibilityMode")
    mode.set(qn("w:val"), WORD_OF_NOW)
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    settings.find(qn("w:decimalSymbol")).set(qn("w:val"), ",")
    settings.find(qn("w:listSeparator")).set(qn("w:val"), ";")
