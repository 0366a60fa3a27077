"""Two columns of lists side by side, as a PDF gives them: read one after the other, not line by line."""

import re
from collections.abc import Iterator, Sequence

_LINE = re.compile(r"[^\n]*\n?")
_BULLET = r"[•·▪◦●○■*–—−-]"
_TWO_ITEMS = re.compile(rf"^\s*{_BULLET}\s.*?\S([ \t\u00a0]{{3,}}){_BULLET}\s\S")
_GAP = re.compile(r"(?<=\S)[ \t\u00a0]{3,}(?=\S)")
NEAR = 6

Line = tuple[int, int]


def unwoven(text: str) -> list[int]:
    """The places of all signs, in the order in which they are read."""
    lines = [found.span() for found in _LINE.finditer(text) if found[0]]
    order: list[int] = []
    at = 0
    while at < len(lines):
        column = _column(text, lines[at])
        if column is None or not text.endswith("\n", *lines[at]):
            order += range(*lines[at])
            at += 1
            continue
        end = at + 1
        while end < len(lines) and _belongs(text, lines[end], column):
            end += 1
        order += _one_after_the_other(text, lines[at:end], column)
        at = end
    return order


def _column(text: str, line: Line) -> int | None:
    """Where the second of two items on a line begins."""
    found = _TWO_ITEMS.match(text[line[0] : line[1]])
    return found.end(1) if found else None


def _belongs(text: str, line: Line, column: int) -> bool:
    """Empty, with its own second item, or going on in either column."""
    said = text[line[0] : line[1]].rstrip()
    if not said or _column(text, line) is not None:
        return True
    gap = _GAP.search(said, len(said) - len(said.lstrip()))
    begins = len(said) - len(said.lstrip())
    return bool(gap and abs(gap.end() - column) <= NEAR) or (begins > 0 and not gap and begins < NEAR)


def _one_after_the_other(text: str, lines: Sequence[Line], column: int) -> Iterator[int]:
    ends = [last - text.endswith("\n", 0, last) for _, last in lines]  # the text's own last line may go without
    cuts = [_cut(text, (first, end), column) for (first, _), end in zip(lines, ends, strict=True)]
    for (first, last), cut, end in zip(lines, cuts, ends, strict=True):
        yield from range(first, cut)
        yield end if end < last else lines[0][1] - 1
    for (_, last), cut in zip(lines, cuts, strict=True):
        yield from range(cut, last)


def _cut(text: str, line: Line, column: int) -> int:
    said = text[line[0] : line[1]]
    near = [gap for gap in _GAP.finditer(said) if abs(gap.end() - column) <= NEAR]
    return line[0] + near[0].end() if near else line[1]
