"""How a text is laid out: headings, items of lists, rows of tables and running text, each with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from bot.domain.agreement_text.clause_grammar import OPENS, WILL
from bot.domain.agreement_text.field_names import is_field_name
from bot.domain.agreement_text.lines import Line, is_picture, lines_of
from bot.domain.agreement_text.piece import Piece, whole
from bot.domain.agreement_text.runs import LABEL, SEVERAL, WIDE, bare_items, room_on, rows_of_lines
from bot.domain.swedish import MONTHS

_BEGINS = re.compile(r"(?:§\s*)?(?:\d{1,2}(?:\.\d+)*\.?\s+)?[A-ZÅÄÖ]")
_PROMISES = re.compile(r"\b(?:lovar|åtar sig|förbinder sig): att \w")
_ENDS = tuple(".!?;:…")
# "från och med den 1 april" and "2023" on the next line
_IN_THE_MIDDLE = re.compile(rf"\d (?:{'|'.join(MONTHS)})$|\b(?:den|och|av|som|mellan|från|en|ett)$")
_SAYS = re.compile(r"\w")
_TRAILS_OFF = re.compile(r"\w ?(?:\.\.\.|…)$")
NARROW = 55
LONGEST_HEADING, _SHORT = 90, 40


class LineRole(Enum):
    HEADING = auto()
    ITEM = auto()
    ROW = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """`depth` is how far in an item stands in its list, `marker` what stands before it, `cells` are those of a row."""

    role: LineRole
    piece: Piece
    depth: int = 0
    marker: str = ""
    cells: tuple[Piece, ...] = ()


def blocks(text: str) -> list[Block]:
    source = whole(text)
    joined = [block for block in _joined(list(lines_of(text, source)), source) if _SAYS.search(block.piece.text)]
    return list(_with_headings(list(_with_depths(joined))))


def _joined(lines: list[Line], source: Piece) -> Iterator[Block]:
    """A paragraph or an item that goes on over several lines is one block."""
    room = room_on(lines)
    at = 0
    while at < len(lines):
        if rows := rows_of_lines(lines, at):
            yield from map(_row_of, rows)
            at += sum(map(len, rows))
            continue
        if bare := bare_items(lines, at, room=room):
            yield from (Block(LineRole.ITEM, _trimmed(line), line.indent, "•") for line in bare)
            at += len(bare)
            continue
        first = last = lines[at]
        at += 1
        if len(first.cells) > 1:
            yield Block(LineRole.ROW, first.piece, cells=first.cells)
            continue
        while at < len(lines) and not bare_items(lines, at, room=room) and _goes_on(first, last, lines[at]):
            last = lines[at]
            at += 1
        start, end = first.piece.start + first.content, last.piece.end
        text = source.text[start:end].rstrip()
        role = LineRole.HEADING if first.marker == "#" else LineRole.ITEM if first.marker else LineRole.TEXT
        yield Block(role, Piece(text, start), first.indent, first.marker)


def _trimmed(line: Line) -> Piece:
    return Piece(line.piece.text.strip(), line.piece.start + line.indent)


def _row_of(lines: Sequence[Line]) -> Block:
    cells = tuple(map(_trimmed, lines))
    return Block(LineRole.ROW, cells[0], cells=cells)


def _goes_on(first: Line, last: Line, line: Line) -> bool:
    if line.marker or line.after_blank or len(line.cells) > 1 or first.marker == "#":
        return False
    if LABEL.match(line.piece.text) or is_field_name(line.piece.text) or is_field_name(last.piece.text):
        return False
    if first is last and _is_numbered_title(first) and line.piece.text.lstrip()[:1].isupper():
        return False
    before, begins = last.piece.text.rstrip(), line.piece.text.lstrip()[:1]
    if _IN_THE_MIDDLE.search(before):
        return True
    if begins.islower() or (first.marker and line.indent >= first.content > first.indent):
        return True
    if before.endswith(":") or _is_a_lead(line):
        return False
    if (before.endswith(_ENDS) or first.marker) and _is_like_a_heading(line):
        return False
    full = NARROW <= len(before) <= WIDE
    return full and (not before.endswith(_ENDS) if first.marker else True)


def _is_numbered_title(line: Line) -> bool:
    """ "5.1 Stölder" over what is told about it."""
    return line.marker.strip("(.)")[-1:].isdigit() and _is_like_a_heading(line)


def _is_a_lead(line: Line) -> bool:
    """ "Detta gör vi:" """
    text = line.piece.text.strip()
    return text[:1].isupper() and text.endswith(":") and len(text) < _SHORT


def _is_like_a_heading(line: Line) -> bool:
    text = line.piece.text.strip()
    return len(text) < _SHORT and not text.endswith(_ENDS)


def _with_depths(found: list[Block]) -> Iterator[Block]:
    """An item stands deeper than the one before it if it is indented, or if its list has another sign."""
    stack: list[tuple[int, str]] = []
    for block in found:
        if block.role is not LineRole.ITEM:
            stack = []
            yield block
            continue
        level = (block.depth + block.marker.strip(".").count("."), _sort(block.marker))
        while stack and level not in stack and stack[-1][0] > level[0]:
            stack.pop()
        if level in stack:
            stack = stack[: stack.index(level) + 1]
        else:
            stack = [known for known in stack if known[0] <= level[0]] + [level]
        yield replace(block, depth=len(stack) - 1)


def _sort(marker: str) -> str:
    """Numbers are one sort of marker for each depth ("1.", "1.1"), letters another."""
    letters = re.sub(r"[^\d.a-zA-Z]", "", marker)
    if not letters:
        return marker
    return "1" * (letters.strip(".").count(".") + 1) if letters[0].isdigit() else "a"


def _with_headings(found: list[Block]) -> Iterator[Block]:
    filled = _filled(found)
    for at, block in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if at in filled:
            yield replace(block, role=LineRole.ITEM, marker="•")
        else:
            yield replace(block, role=LineRole.HEADING) if _is_heading(block, following) else block


def _filled(found: list[Block]) -> set[int]:
    """What stands alone between two names of fields fills the first: "Aktivitet", "…", "Ansvar"."""
    names = [at for at, block in enumerate(found) if block.role is LineRole.TEXT and is_field_name(block.piece.text)]
    between = (one + 1 for one, two in pairwise(names) if two == one + 2)
    return {at for at in between if found[at].role is LineRole.TEXT and not SEVERAL.search(found[at].piece.text)}


def _is_heading(block: Block, following: Block | None) -> bool:
    text = block.piece.text
    if block.role is LineRole.HEADING:
        return True
    if (SEVERAL.search(text) and not text.endswith(":")) or _PROMISES.search(text):
        return False
    trails = bool(_TRAILS_OFF.search(text)) and len(text) < _SHORT  # "Vi lovar..." over a list
    short = len(text) <= LONGEST_HEADING and (trails or not text.endswith((".", "!", ",", ";", "…")))
    if not short or not _BEGINS.match(text) or following is None:
        return False
    if block.role is LineRole.ITEM and text.startswith("Att ") and not WILL.search(following.piece.text):
        return False  # a promise with its reason below
    if block.role is LineRole.ITEM:
        # "1. Trafik" over what belongs to it is a title; in a list of its like it is an item.
        belongs = (
            is_field_name(following.piece.text)
            or (following.role is LineRole.TEXT and following.piece.text.endswith(_ENDS))
            or (following.role is LineRole.TEXT and bool(OPENS.search(following.piece.text)))
            or (following.role is LineRole.ITEM and following.depth > 0)
        )
        if is_picture(block.marker):
            return belongs or not is_picture(following.marker)
        return block.marker[-1] in ".)0123456789" and block.marker.strip("(.)")[-1:].isdigit() and belongs
    return block.role is LineRole.TEXT
