"""Numbers and what they count: "45 fordon", "fordon: 45", "2 st rattfyllor", "inga böter", "ca 1,5 timme".

Neighbouring parts make a run. One that begins with a quantity is read "45 fordon 2 böter", one that begins with a unit
"fordon 45 böter 2". What could be both is left loose, to be asked about.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bot.domain import report_words as words
from bot.domain.lexicon import Lexicon
from bot.domain.report_parts import Part, Role, parts
from bot.domain.report_tokens import Line
from bot.domain.report_units import OCCURRENCES

Row = list[Part]
BETWEEN = ([Role.QUANTITY, Role.WORD, Role.UNIT], [Role.QUANTITY, Role.UNIT, Role.UNIT])
PAIRED = (Role.QUANTITY, Role.UNIT)


@dataclass(frozen=True, slots=True)
class Pair:
    """A number and the key of what it counts; `value` is None for what only looks like a number ("40-45 fordon")."""

    key: str
    value: float | None
    percent: bool
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    pairs: list[Pair] = field(default_factory=list)
    loose: list[range] = field(default_factory=list)

    def join(self, quantity: Part, unit: Part) -> None:
        places = tuple(sorted({*quantity.places, *unit.places}))
        self.pairs.append(Pair(unit.key, quantity.value, quantity.percent, places))


def read_numbers(line: Line, units: Lexicon) -> Numbers:
    found = Numbers()
    row = _share_none(line, _without_bridges(line, list(parts(line, units))))
    row = _without_soft(_join_at_colons(row, found))
    for run, following in _runs(row):
        _read_run(line, run, following, found)
    found.pairs.sort(key=lambda pair: pair.places)
    return found


def _without_bridges(line: Line, row: Row) -> Row:
    """ "2 misstänkta rattfyllor", "12 bra samtal": what stands between steps aside."""
    result: Row = []
    for at, part in enumerate(row):
        between = at > 0 and len(part.places) == 1 and _roles(row, at - 1, 3) in BETWEEN
        word = line.word(part.places.start)
        if between and word in words.BRIDGES:
            result[-1] = replace(result[-1], places=range(result[-1].places.start, part.places.stop))
        elif not (between and part.role is Role.WORD and word.endswith(words.ADJECTIVE_ENDING)):
            result.append(part)
    return result


def _share_none(line: Line, row: Row) -> Row:
    """ "inga böter eller beslag": the second is none as well."""
    shape = [Role.QUANTITY, Role.UNIT, Role.WORD, Role.UNIT]
    for at, first in enumerate(row):
        if first.soft and first.value == 0 and _roles(row, at, 4) == shape:
            joint = row[at + 2]
            if line.word(joint.places.start) == words.OR:
                row[at + 2] = replace(first, places=joint.places)
    return row


def _join_at_colons(row: Row, found: Numbers) -> Row:
    """ "fordon: 45" belongs together, unless the unit already has its number: "45 fordon: 2 böter"."""
    at = 0
    result: Row = []
    while at < len(row):
        joined = _roles(row, at, 3) == [Role.UNIT, Role.COLON, Role.QUANTITY]
        if joined and not (result and result[-1].role is Role.QUANTITY):
            found.join(row[at + 2], row[at])
            result.append(replace(row[at], role=Role.BREAK))
            at += 3
        else:
            result.append(row[at])
            at += 1
    return result


def _without_soft(row: Row) -> Row:
    """ "en lugn kväll", "inga anmärkningar", "18-20": no numbers, since they count nothing. Nor does "en kontroll"."""
    end = Part(Role.BREAK, range(0))
    return [
        replace(part, role=Role.WORD) if part.soft and not _counts(part, following) else part
        for part, following in pairwise([*row, end])
    ]


def _counts(quantity: Part, following: Part) -> bool:
    return following.role is Role.UNIT and (following.key, quantity.value) != (OCCURRENCES, 1)


def _runs(row: Row) -> Iterator[tuple[Row, Part | None]]:
    """Neighbours that are by turns quantity and unit, with the part that follows."""
    run: Row = []
    for part in row:
        if run and (part.role not in PAIRED or part.role is run[-1].role):
            yield run, part
            run = []
        if part.role in PAIRED:
            run.append(part)
    if run:
        yield run, None


def _read_run(line: Line, run: Row, following: Part | None, found: Numbers) -> None:
    begins, ends = run[0].role, run[-1].role
    if begins is ends is Role.UNIT:
        run = run[1:]
    elif begins is ends is Role.QUANTITY:
        # "3 fordon 45" can be read both ways; in "45 fordon 2 cyklister" the last number has its own word.
        whole = following is None or following.role is not Role.WORD
        found.loose.append(range((run[0] if whole else run[-1]).places.start, _loose_end(line, run[-1], following)))
        run = [] if whole else run[:-1]
    for first, second in zip(run[::2], run[1::2], strict=True):
        quantity, unit = (first, second) if first.role is Role.QUANTITY else (second, first)
        found.join(quantity, unit)


def _loose_end(line: Line, quantity: Part, following: Part | None) -> int:
    names = following is not None and following.role is Role.WORD and len(following.places) == 1
    small = words.CONNECTORS | words.PERHAPS_NAMES
    return quantity.places.stop + (names and line.word(quantity.places.stop) not in small)


def _roles(row: Row, at: int, count: int) -> list[Role]:
    return [part.role for part in row[max(at, 0) : at + count]]
