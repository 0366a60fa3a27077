"""What a spreadsheet would run instead of showing: text that begins like a formula."""

import re
from typing import TypeVar

T = TypeVar("T")

# Excel and others run what begins so; an apostrophe before it makes it text (OWASP, CSV injection).
RUNS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
KEPT_FROM_RUNNING = re.compile(r"''*[=+\-@\t\r\n＝＋－＠]")


def kept_from_running(cell: T) -> T | str:
    """As it may stand in a CSV."""
    return f"'{cell}" if isinstance(cell, str) and RUNS.match(cell) else cell


def as_written(cell: str) -> str:
    """What somebody wrote, read back."""
    return cell[1:] if KEPT_FROM_RUNNING.match(cell) else cell
