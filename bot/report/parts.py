"""What a document is made of, whether it becomes Word (`word.py`) or a page (`html_parts.py`)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.report.chart import Chart

# Neither XML nor HTML can hold them, and a note pasted from elsewhere may.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 stands just below the title."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `label` stands in bold before it."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """The first column names the row. `widths` are shares of the page's width; alike if left out."""

    caption: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    chart: Chart
    caption: str


@dataclass(frozen=True, slots=True)
class Field:
    """Something for a person to fill in."""

    label: str
    lines: int = 4


Part = Heading | Text | Points | Table | Picture | Field


def clean(text: str) -> str:
    return _CONTROLS.sub("", text)
