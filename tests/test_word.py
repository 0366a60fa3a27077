"""Word documents, read back: that they can be opened, and say to everyone what they say."""

import io
import zipfile
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from docx.oxml.ns import qn

from bot.report.follow_up_word import word
from bot.report.word import document
from tests.follow_ups import agreement, area, follow_up, followed, progress, timra
from tests.word_reader import languages, lines, opened, repeated_headers


@pytest.fixture(scope="module")
def made() -> bytes:
    return word(timra())


def test_it_speaks_swedish_to_a_screen_reader(made: bytes) -> None:
    about = opened(made).core_properties

    assert languages(made) == {"sv-SE"}
    assert (about.title, about.language, about.author) == ("Uppföljning Timrå 2026", "sv-SE", "Löftet")
    assert (about.created, about.comments) == (datetime(2026, 11, 23, 8, 5, tzinfo=UTC), "")


def test_each_table_repeats_its_header_and_has_a_name(made: bytes) -> None:
    tables = opened(made).tables

    assert repeated_headers(made) == [1] * len(tables)
    assert [one._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for one in tables] == [
        "Utlovat och gjort: Trygghet",
        "Utlovat och gjort: Droger",
        "Gjort",
        "Upptäckt",
        "Brister och vad det blev av dem",
        "Utlovat och gjort: Trafik",
        "Vad som har berättats, hur och när",
        "Tillfällen: Medborgarlöfte för Timrå 2026",
    ]


def test_no_heading_is_skipped(made: bytes) -> None:
    levels = [len(line.split()[0]) for line in lines(made) if line.startswith("#")]

    assert levels[0] == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))


def test_pages_are_numbered(made: bytes) -> None:
    footer = opened(made).sections[0].footer._element

    assert [one.get(qn("w:instr")) for one in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_the_file_is_whole(made: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert packed.testzip() is None


@pytest.mark.parametrize("text", ["<b>&\"'", "rad\x0bett\x00", "å\ud800", "=1+1"])
def test_whatever_was_written_can_be_opened(text: str) -> None:
    odd = area(followed(progress(text)), title=text, problem=text)

    made = word(follow_up(agreement(odd, title=text), missing=2, missing_since=date(2026, 1, 2)))

    assert len(opened(made).tables) == 1


def test_every_style_that_is_used_is_there(made: bytes) -> None:
    document = opened(made)
    used = {one.get(qn("w:val")) for name in ("pStyle", "tblStyle") for one in document.element.iter(qn(f"w:{name}"))}

    assert used <= {style.style_id for style in document.styles}


def test_a_field_has_a_name_and_nothing_in_it(made: bytes) -> None:
    fields = list(opened(made).element.iter(qn("w:sdt")))
    ids = [one.find(".//" + qn("w:id")).get(qn("w:val")) for one in fields]

    assert len(fields) == 8
    assert len(set(ids)) == 8
    assert all("".join(one.itertext()) == "" for one in fields)


def test_what_is_to_be_one_page_is_set_closer(made: bytes) -> None:
    close = opened(document("Till rådet", [], made_at=datetime(2026, 11, 23, 8, 5, tzinfo=UTC), close=True)).styles

    for style in ("Title", "Heading 1"):
        assert close[style].font.size < opened(made).styles[style].font.size
