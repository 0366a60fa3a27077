"""Plans as people and Excel write them, and what is said about each fault."""

import io
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.documents import plan_csv, plan_sheet
from bot.domain.agreement_file import AgreementFile, FileError
from tests.plans import plan

WRITTEN = cache(lambda: plan_sheet.write(plan()))
Change = Callable[[Worksheet], object]


def changed(sheet: str, *changes: Change) -> bytes:
    book = load_workbook(io.BytesIO(WRITTEN()))
    for change in changes:
        change(book[sheet])
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell(at: str, value: Any) -> Change:
    return lambda page: page.__setitem__(at, value)


def faults(content: bytes, read: Callable[[bytes], AgreementFile] = plan_sheet.read) -> list[str]:
    with pytest.raises(FileError) as refused:
        read(content)
    return list(map(str, refused.value.problems))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(cell("P2", 2.0), id="a number with decimals"),
        pytest.param(cell("P2", "2"), id="a number as text"),
        pytest.param(cell("W3", "2026-11-02"), id="a day as text"),
        pytest.param(cell("W3", datetime(2026, 11, 2)), id="a day with a time"),
        pytest.param(cell("W3", 46328), id="a day shown as a number"),
        pytest.param(cell("J4", "x"), id="a cross for yes"),
        pytest.param(cell("J4", True), id="Excel's own yes"),
        pytest.param(cell("J2", "nej"), id="no in small letters"),
        pytest.param(cell("D2", " Trygghetsvandring "), id="a word with a capital and spaces"),
        pytest.param(cell("A4", "TRYGGHET"), id="a focus area in capitals"),
        pytest.param(cell("A900", " "), id="a space far below"),
        pytest.param(cell("Z2", "egen anteckning"), id="something beside the columns"),
        pytest.param(lambda page: page.insert_cols(3), id="an empty column between"),
        pytest.param(lambda page: page.insert_rows(3), id="an empty row between"),
        pytest.param(lambda page: page.insert_rows(1, 2), id="rows above the headers"),
        pytest.param(lambda page: page.move_range("C1:C4", cols=25), id="a column last"),
        pytest.param(cell("C1", "  TITEL "), id="a header in capitals"),
    ],
)  # fmt: skip
def test_what_excel_and_people_make_of_a_plan_is_the_same_plan(change: Change) -> None:
    assert plan_sheet.read(changed("Plan", change)) == plan()


def test_a_key_that_is_left_out_is_made_of_the_title() -> None:
    read = plan_sheet.read(changed("Plan", cell("B4", None)))

    assert [one.key for one in read.activities] == ["vandringar", "trafikkontroller"]


def test_a_unit_that_is_left_out_is_the_one_of_the_kind() -> None:
    assert plan_sheet.read(changed("Plan", cell("Q2", None))) == plan()


def test_an_agreement_without_a_key_gets_one_of_place_title_and_first_day() -> None:
    assert plan_sheet.read(changed("Löftet", cell("B2", None))).key == (
        "timra_medborgarlofte_for_timra_2027_2027-01-01"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_csv_as_excel_saves_it(encoding: str) -> None:
    text = plan_csv.write(plan()).decode("utf-8-sig")

    assert plan_csv.read(text.encode(encoding)) == plan()


def test_csv_that_was_saved_as_a_workbook() -> None:
    book = Workbook()
    assert book.active is not None
    for line in plan_csv.write(plan()).decode("utf-8-sig").splitlines():
        book.active.append(line.replace('"', "").split(";")[:23])

    assert plan_sheet.read(saved(book)).activities == plan().activities


@pytest.mark.parametrize(
    ("at", "value", "told"),
    [
        ("D4", "trafikontroll", "Rad 4, Slag: ”trafikontroll” finns inte. Menade du trafikkontroll?"),
        ("J4", None, "Rad 4, Skyddad: saknas."),
        ("J4", "kanske", "Rad 4, Skyddad: ”kanske” är varken ja eller nej."),
        ("C4", None, "Rad 4, Titel: saknas."),
        ("A4", None, "Rad 4, Fokusområde: saknas."),
        ("B4", "vandringar", "Rad 4, Nyckel: ”vandringar” finns redan i filen. "
         "Varje aktivitet behöver en egen nyckel."),
        ("E4", "fönster", "Rad 4, Fönster: ska finnas när formen är fönster, och bara då."),
        ("K4", "Polisen", "Rad 4, Leds av: ”Polisen” finns inte. Välj bland: Polisen i Medelpad, Timrå kommun."),
        ("P2", "två", "Rad 2, Antal: ska vara ett heltal från 1 till 100000."),
        ("P2", 2.5, "Rad 2, Antal: ska vara ett heltal från 1 till 100000."),
        ("V3", None, "Rad 3, Beslutat av: saknas. Ett planerat antal har beslutats av någon."),
        ("W3", "i fjol", "Rad 3, Beslutat den: ”i fjol” är inget datum. Skriv till exempel 2026-03-31."),
        ("B3", "andra", "Rad 3, Titel: saknas."),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_row_and_column(at: str, value: Any, told: str) -> None:
    assert faults(changed("Plan", cell(at, value))) == [told]


def test_faults_of_the_other_sheets_name_them_and_come_in_order() -> None:
    content = changed("Löftet", cell("B8", date(2028, 1, 1)), cell("B3", "medborgarlöftet"))

    assert faults(content) == [
        "Löftet rad 3, Typ: ”medborgarlöftet” finns inte. Menade du medborgarlöfte?",
        "Löftet rad 9, Till: ligger före från.",
    ]


def test_what_is_missing_altogether_is_named_by_sheet() -> None:
    assert faults(plan_sheet.write(None)) == [
        "Löftet, Typ: saknas.",
        "Löftet, Titel: saknas.",
        "Löftet, Kommun: saknas.",
        "Löftet, Period: saknas.",
        "Parter: saknas.",
        "Fokusområden: saknas.",
    ]


def test_the_first_twenty_faults_are_listed_and_the_others_counted() -> None:
    rows = [
        cell(f"{column}{row}", value) for row in range(5, 40) for column, value in (("B", f"k{row}"), ("C", "Titel"))
    ]
    with pytest.raises(FileError) as refused:
        plan_sheet.read(changed("Plan", *rows))

    lines = refused.value.sentence.splitlines()
    assert len(lines) == 22
    assert lines[-1] == f"… och {len(refused.value.problems) - 20} fel till."
