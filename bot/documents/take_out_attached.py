"""What was published or settled, each as the file that it was."""

from collections.abc import Iterator

from bot.domain.swedish_words import name
from bot.domain.take_out import Record, TakeOut
from bot.domain.words import PublicationForm

CONTENT = "Innehåll"
PAGE = name(PublicationForm.PAGE)


def attached(found: TakeOut) -> Iterator[tuple[str, bytes]]:
    for table in ("publication", "follow_up_version"):
        for record in found.of(table).records():
            if own := file_of(table, record):
                yield own, str(record[CONTENT]).encode()


def file_of(table: str, record: Record) -> str | None:
    """Where the content of a row stands by itself, if it does."""
    if table == "follow_up_version":
        return f"uppfoljningar/{record['Nummer']}.json"
    if table == "publication" and record["Form"] == PAGE:
        return f"publicerat/{record['Nummer']}.html"
    return None


def told(table: str, record: Record) -> Record:
    """The row as text tells it: for what stands in a file of its own, where."""
    own = file_of(table, record)
    return {**record, CONTENT: f"i filen {own}"} if own else record
