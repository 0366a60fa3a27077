"""The text of files that people send: plain, Word and PDF."""

import pytest

from bot.documents.texts import LARGEST, text_of
from bot.domain.agreement_text import read_agreement_text
from bot.domain.errors import UserError
from tests.document_files import locked_pdf, pdf_file, word_file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_plain_text_is_read_however_it_was_saved(encoding: str) -> None:
    assert text_of("löfte.txt", "Trygghet i Åre".encode(encoding)) == "Trygghet i Åre"


def test_letters_are_composed() -> None:
    assert text_of("a.TXT", "A\u030are".encode()) == "Åre"


def test_a_word_document_keeps_its_headings_lists_and_tables() -> None:
    assert text_of("löfte.docx", word_file()) == (
        "\n# Medborgarlöfte\n\nPolisen och kommunen lovar:\n• Fler trafikkontroller\n  • vid skolorna\n"
        "\nAktivitet\tAnsvarig\nNattvandring i juni\tKommunen\n"
    )


def test_a_word_document_can_be_proposed_from() -> None:
    read = read_agreement_text(text_of("löfte.docx", word_file()))

    assert [(each.text, each.actors) for each in read.activities] == [
        ("Fler trafikkontroller", ()),
        ("Nattvandring i juni", ("Kommunen",)),
    ]


def test_a_pdf_is_read_with_its_words_mended_and_without_page_numbers() -> None:
    content = pdf_file("Polisen ska genomföra natt-", "vandringar i centrum.", "Sida 1 (1)")

    assert text_of("löfte.pdf", content).strip() == "Polisen ska genomföra nattvandringar i centrum."


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("bild.png", b"x", "Jag kan inte läsa bild.png. Skicka texten som .txt, .docx eller pdf."),
        ("a.txt", b" \n", "a.txt är tom: jag hittar ingen text i den."),
        ("a.pdf", pdf_file(), "a.pdf är inskannad: den har bilder men ingen text. Klistra in texten i stället."),
        ("a.pdf", locked_pdf(), "a.pdf går inte att läsa. Är den låst? Klistra in texten i stället."),
        ("a.pdf", b"%PDF-", "a.pdf går inte att läsa. Är den låst? Klistra in texten i stället."),
        ("a.docx", b"x", "a.docx går inte att öppna som ett Word-dokument. Spara den som .docx en gång till."),
        ("a.txt", b"x" * (LARGEST + 1),
         "a.txt är större än 10 MB. Klistra in den del av texten som gäller överenskommelsen."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_a_sentence(name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        text_of(name, content)

    assert refused.value.sentence == sentence
