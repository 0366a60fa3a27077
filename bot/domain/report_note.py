"""What is left of a report when the numbers are read: the writer's own words, in their order."""

from itertools import groupby

from bot.domain.report_tokens import Line
from bot.domain.report_words import AND

ENDINGS = frozenset(".!?”\"'%")


def note(line: Line) -> str:
    """Where something was taken out between two pieces, they are joined by the mark that stood there."""
    result, separator = "", ""
    for places in _pieces(line):
        kept = _trimmed(line, places)
        if not kept or kept.start > places.start:
            separator = ", "
        if kept:
            if result:
                result += " " if result.endswith((".", "!", "?")) else separator or " "
            result += " ".join(line.slice(kept).split())
            separator = ", " if kept.stop < places.stop else ""
    return result


def _pieces(line: Line) -> list[range]:
    """Neighbouring tokens that nobody has read."""
    runs = groupby(range(len(line)), key=lambda at: line.tokens[at].taken)
    pieces = [list(places) for taken, places in runs if not taken]
    return [range(places[0], places[-1] + 1) for places in pieces]


def _trimmed(line: Line, places: range) -> range:
    """Without outer marks, and without an "och" whose other half was taken."""
    brackets = frozenset("()") if {"(", ")"} <= {line.mark(at) for at in places} else frozenset()
    start, stop = places.start, places.stop
    while start < stop and (line.mark(start) not in brackets | {""} or (start > 0 and line.word(start) in AND)):
        if line.is_signed(start):
            break
        start += 1
    while start < stop and line.mark(stop - 1) not in brackets | ENDINGS | {""}:
        stop -= 1
    return range(start, stop)
