"""What is left of a report when the rest is read: the writer's own words, in their order."""

from bot.domain.reading.line import Line
from bot.domain.reading.words import AND

ENDINGS = frozenset(".!?”\"'%")


def note(line: Line) -> str:
    """Where something was taken out between two pieces, they are joined by the mark that stood there."""
    result, separator = "", ""
    for places in line.left():
        kept = _trimmed(line, places)
        if not kept or kept.start > places.start:
            separator = ", "
        if kept:
            if result:
                result += " " if result.endswith((".", "!", "?")) else separator or " "
            result += " ".join(line.slice(kept).split())
            separator = ", " if kept.stop < places.stop else ""
    return result


def _trimmed(line: Line, places: range) -> range:
    """Without outer marks, and without an "och" whose other half was taken."""
    start, stop = places.start, places.stop
    if stop - start == 1 and line.word(start) not in AND:
        return places if line.word(start) or not line.mark(start) else range(0)
    both = "(" in line.text and {"(", ")"} <= {*line.slice(places)}
    brackets = frozenset("()") if both else frozenset()
    while start < stop and (line.mark(start) not in brackets | {""} or (start > 0 and line.word(start) in AND)):
        start += 1
    while start < stop and line.mark(stop - 1) not in brackets | ENDINGS | {""}:
        stop -= 1
    return range(start, stop)
