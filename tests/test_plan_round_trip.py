"""What is written to a file is what is read from it, whatever people have written."""

import csv
import io
import zipfile
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from bot.documents import plan_csv, plan_sheet
from bot.domain.agreement_file import AgreementFile, dump_yaml, load_yaml, read_agreement, write_agreement
from tests.plan_strategies import SPOILT, agreement_files
from tests.plans import plan, with_activities

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
FEWER = settings(FEW, max_examples=10)
RUN_BY_EXCEL = ("=1+1", "+46", "-5", "@SUM(A1)")


@FEW
@given(agreement_files())
def test_csv(file: AgreementFile) -> None:
    assert plan_csv.read(plan_csv.write(file)) == file


@FEWER
@given(agreement_files())
def test_a_workbook(file: AgreementFile) -> None:
    assert plan_sheet.read(plan_sheet.write(file)) == file


@FEW
@given(agreement_files())
def test_yaml(file: AgreementFile) -> None:
    assert read_agreement(load_yaml(dump_yaml(write_agreement(file)))) == file


def titled(*titles: str) -> AgreementFile:
    """A plan with an activity for each."""
    walk = plan().activities[0]
    return with_activities(plan(), *(replace(walk, key=f"k{at}", title=one) for at, one in enumerate(titles)))


def test_every_text_that_spreadsheets_spoil() -> None:
    file = titled(*SPOILT)

    assert plan_sheet.read(plan_sheet.write(file)) == file
    assert plan_csv.read(plan_csv.write(file)) == file


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    content = plan_sheet.write(titled(*RUN_BY_EXCEL))
    page = load_workbook(io.BytesIO(content))["Plan"]
    cells = [page.cell(row, 3) for row in range(2, 2 + 2 * len(RUN_BY_EXCEL), 2)]

    assert [(one.value, one.data_type, one.quotePrefix) for one in cells] == [
        (text, "s", True) for text in RUN_BY_EXCEL
    ]
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


def test_no_cell_of_a_csv_begins_as_a_formula() -> None:
    content = plan_csv.write(titled(*RUN_BY_EXCEL)).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(content, newline=""), delimiter=";") for cell in row]

    assert {f"'{text}" for text in RUN_BY_EXCEL} <= {*cells}
    assert [cell for cell in cells if cell.startswith(tuple("=+-@"))] == []
