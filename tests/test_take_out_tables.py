"""Nothing is silently left out of what is handed out: every table and column is there, or listed with its reason."""

import pytest

from bot.domain.take_out import Sheet
from bot.domain.take_out_tables import LEFT_OUT, SHEETS
from storage.models import Row

TABLES = Row.metadata.tables


def test_every_table_is_taken_out_or_listed_with_its_reason() -> None:
    taken = {sheet.table for sheet in SHEETS}

    assert (taken | {*LEFT_OUT}, taken & {*LEFT_OUT}) == ({*TABLES}, set())


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.table)
def test_every_column_is_shown(sheet: Sheet) -> None:
    assert {column.source for column in sheet.columns} == {column.name for column in TABLES[sheet.table].columns}


def test_names_and_keys_tell_tables_and_columns_apart() -> None:
    assert len({sheet.key for sheet in SHEETS}) == len({sheet.title[:31] for sheet in SHEETS}) == len(SHEETS)
    for sheet in SHEETS:
        assert len({column.key for column in sheet.columns}) == len(sheet.columns)
