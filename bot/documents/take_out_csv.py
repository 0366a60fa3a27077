"""A take-out as CSV, one file a table, the way a Swedish Excel wants it."""

import csv
import io
from collections.abc import Iterator

from bot.documents.take_out_written import written
from bot.domain.formula_guard import kept_from_running
from bot.domain.take_out import FilledSheet, TakeOut

NOT_HERE = "csv/inte_med.csv"


def tables(found: TakeOut) -> Iterator[tuple[str, bytes]]:
    """Names and contents; what is not there has a file of its own."""
    for filled in found.sheets:
        yield f"csv/{filled.sheet.key}.csv", _table(filled)
    yield NOT_HERE, _bytes([["Inte med"], *([line] for line in found.withheld.lines())])


def _table(filled: FilledSheet) -> bytes:
    rows = ([kept_from_running(written(value)) for value in row] for row in filled.rows)
    return _bytes([[column.header for column in filled.sheet.columns], *rows])


def _bytes(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue().encode("utf-8-sig")
