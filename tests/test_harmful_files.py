"""Files that are made to take all the memory there is, or to stop whoever reads them."""

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache

import pytest
from docx import Document
from pypdf import PdfWriter

from bot.documents import plan_sheet
from bot.documents.packed import MOST_UNPACKED
from bot.documents.texts import text_of
from bot.domain.agreement_file import FileError
from bot.domain.errors import UserError
from tests.document_files import pdf_file
from tests.plans import plan

ZEROS = b"0" * (1024 * 1024)
AES = b"/V 4\n/R 4\n/CF << /StdCF << /CFM /AESV2 /AuthEvent /DocOpen /Length 16 >> >>\n/StmF /StdCF\n/StrF /StdCF\n"


@cache
def workbook() -> bytes:
    return plan_sheet.write(plan())


@cache
def document() -> bytes:
    content = io.BytesIO()
    Document().save(content)
    return content.getvalue()


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same file with one part changed, or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in dict.fromkeys([*old.namelist(), name]):
            was = old.read(part) if part in old.namelist() else b""
            new.writestr(part, change(was) if part == name else was)
    return out.getvalue()


def bomb(content: bytes, name: str) -> bytes:
    """A small file with a part that unpacks to more than may be read."""
    return with_part(content, name, lambda _was: ZEROS * (MOST_UNPACKED // len(ZEROS) + 1))


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(FileError, match="fler än 20 000 rader"):
        plan_sheet.read(bomb(workbook(), "xl/workbook.xml"))


def test_a_cell_far_outside_the_sheet_makes_no_row_that_long() -> None:
    far = with_part(workbook(), "xl/worksheets/sheet1.xml", lambda was: re.sub(rb'r="B2"', b'r="ZZZZZZ2"', was))
    with pytest.raises(FileError, match="går inte att öppna som xlsx"):
        plan_sheet.read(far)


def test_a_document_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(UserError, match="Klistra in texten i stället"):
        text_of("avtal.docx", bomb(document(), "word/media/image1.png"))


def test_a_document_with_broken_insides_is_refused_in_words() -> None:
    broken = with_part(document(), "word/document.xml", lambda was: was[:-20])
    with pytest.raises(UserError, match="går inte att öppna som ett Word-dokument"):
        text_of("avtal.docx", broken)


def test_a_document_that_names_other_files_is_not_given_them() -> None:
    entity = b'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    named = with_part(
        document(), "word/document.xml",
        lambda was: re.sub(rb"(\?>\s*)", rb"\1" + entity, was, count=1).replace(
            b"<w:sectPr", b"<w:p><w:r><w:t>Polisen lovar &secret; mer</w:t></w:r></w:p><w:sectPr", 1
        ),
    )  # fmt: skip
    assert text_of("avtal.docx", named).strip() == "Polisen lovar"


def test_a_pdf_that_is_locked_in_the_newer_way_is_refused_in_words() -> None:
    """Anybody may open it, but to read it takes a library that we do not have."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf_file("Polisen lovar mer")))
    writer.encrypt("", "hemligt", algorithm="RC4-128")
    content = io.BytesIO()
    writer.write(content)
    older = content.getvalue()
    newer = older.replace(b"/V 2\n/R 3\n", AES)
    start, longer = int(re.findall(rb"startxref\n(\d+)", older)[0]), len(newer) - len(older)
    with pytest.raises(UserError, match="Är den låst"):
        text_of("avtal.pdf", newer.replace(b"startxref\n%d" % start, b"startxref\n%d" % (start + longer)))
