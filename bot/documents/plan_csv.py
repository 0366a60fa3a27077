"""A plan as CSV the way a Swedish Excel wants it: semicolons, UTF-8 with a mark; the sheets stand below each other."""

import csv
import io
from collections.abc import Iterator

from bot.documents import plan_reading
from bot.documents.plan_columns import AREAS, EXTRACT, FACTS, FOLLOW_UPS, PARTIES, PLAN
from bot.documents.plan_tables import Row, tables
from bot.domain.agreement_file import AgreementFile, FileError, Problem
from bot.domain.formula_guard import as_written, kept_from_running

ORDER = (FACTS, PARTIES, AREAS, FOLLOW_UPS, PLAN, EXTRACT)
NOT_TEXT = "går inte att läsa som CSV. Spara den som ”CSV UTF-8 (semikolonavgränsad)” eller som xlsx."


def write(file: AgreementFile | None) -> bytes:
    """Without a file a template."""
    made = tables(file)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    for sheet in ORDER:
        if sheet is EXTRACT and not (file and file.extract):
            continue
        writer.writerow([f"{plan_reading.SECTION}{sheet.name}"])
        writer.writerows([kept_from_running(cell) for cell in row] for row in made[sheet.name])
        writer.writerow([])
    return out.getvalue().encode("utf-8-sig")


def read(content: bytes) -> AgreementFile:
    """Raises FileError. Takes what Excel saves: other separators, and the older encodings of Windows."""
    return plan_reading.read(plan_reading.sections(enumerate(_rows(_decoded(content)), 1)))


def _decoded(content: bytes) -> str:
    utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ["utf-16"] if utf_16 else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileError([Problem("", NOT_TEXT)])


def _rows(text: str) -> Iterator[Row]:
    separator = max(";,\t", key=text[:5000].count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            yield [as_written(cell) for cell in row]
    except csv.Error as error:
        raise FileError([Problem("", NOT_TEXT)]) from error
