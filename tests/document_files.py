"""Files as people send them: Word and PDF."""

from io import BytesIO

from docx import Document
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

NAME = NameObject


def word_file() -> bytes:
    document = Document()
    document.add_heading("Medborgarlöfte", 1)
    document.add_paragraph("Polisen och kommunen lovar:")
    document.add_paragraph("Fler trafikkontroller", style="List Bullet")
    document.add_paragraph("vid skolorna", style="List Bullet 2")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table.rows[0].cells, ("Aktivitet", "Ansvarig"), strict=True):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("Nattvandring i juni", "Kommunen"), strict=True):
        cell.text = text
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def pdf_file(*lines: str) -> bytes:
    """One page; without lines it is like a scanned one."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    named = DictionaryObject({NAME(key): NAME(value) for key, value in font.items()})
    page[NAME("/Resources")] = DictionaryObject({NAME("/Font"): DictionaryObject({NAME("/F1"): named})})
    shown = "".join(f"0 -16 Td ({line}) Tj " for line in lines)
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 50 800 Td {shown}ET".encode("cp1252"))
    page[NAME("/Contents")] = writer._add_object(stream)
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def locked_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.encrypt("hemligt", algorithm="RC4-128")
    content = BytesIO()
    writer.write(content)
    return content.getvalue()
