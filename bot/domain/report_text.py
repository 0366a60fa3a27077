"""Reading a report as people write it: "trafikkontroll 45 fordon 2 rattfylla lugnt".

Each step takes the words it understands from the line and leaves the others: kind, numbers, status and reason. What is
left is the note, in the writer's own words. A step for place or time belongs before the numbers.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.domain import report_words as words
from bot.domain.kinds import kind_words, opening_words
from bot.domain.report_note import note
from bot.domain.report_numbers import Pair, read_numbers
from bot.domain.report_status import read_status
from bot.domain.report_tally import Tally, tally
from bot.domain.report_tokens import Line, Sort
from bot.domain.report_units import OCCURRENCES, units
from bot.domain.words import OutcomeStatus, Reason

DONE_SOMETHING = frozenset({OutcomeStatus.DONE, OutcomeStatus.PARTLY})


@dataclass(frozen=True, slots=True)
class ReportReading:
    """`unclear` are numbers to ask about; they stand in the note too, so that nothing is lost if nobody answers.

    `measures` are in the order they were written. `count` is how many occurrences the report is about. `telling`: the
    line holds a figure, or words for how it went.
    """

    kind: str | None
    status: OutcomeStatus
    reason: Reason | None
    measures: Mapping[str, float]
    count: int
    note: str
    unclear: tuple[str, ...]
    telling: bool = field(default=False, compare=False)


def read_report(text: str, *, kind: str | None = None) -> ReportReading:
    """`kind` is what the line is thought to be about; a line that begins with another kind is about that one."""
    line = Line(unicodedata.normalize("NFC", text))
    kind, named = _read_kind(line, kind)
    numbers = read_numbers(line, units(kind))
    result = tally(numbers.pairs)
    _take(line, result.read)
    before = line.unread()
    status, reason = read_status(line)
    telling = bool(result.measures or result.count) or line.unread() < before
    if status not in DONE_SOMETHING and any(result.measures.values()):
        _give_back(line, result)
    _take_if_alone(line, named)
    loose = sorted([*numbers.loose, *(_span(pair) for pair in result.unread)], key=lambda places: places.start)
    unclear = tuple(line.slice(places) for places in loose)
    return ReportReading(kind, status, reason, result.measures, result.count or 1, note(line), unclear, telling)


def _read_kind(line: Line, expected: str | None) -> tuple[str | None, range]:
    """The kind, and where it is named: taken if the line begins with it, since numbers may be about it elsewhere."""
    start = next((at for at, token in enumerate(line.tokens) if token.sort is not Sort.MARK), 0)
    if opening := line.longest(opening_words(), start):
        line.take(opening[1])
        return opening
    named = {} if expected else _named_kinds(line)
    return named.popitem() if len(named) == 1 else (expected, range(0))


def _named_kinds(line: Line) -> dict[str, range]:
    """Kinds that stand somewhere in the line; misspelt ones only if none is spelt right."""
    for misspelt in (False, True):
        found = line.all(kind_words(), misspelt=misspelt)
        if found:
            return dict(reversed(found))
    return {}


def _take(line: Line, pairs: Iterable[Pair]) -> None:
    for pair in pairs:
        line.take(pair.places)
        before = pair.places[0] - 1
        while line.word(before) in words.CONNECTORS:
            line.take((before,))
            before -= 1


def _give_back(line: Line, result: Tally) -> None:
    """Numbers of something that was not done: nobody can know what is meant."""
    doubtful = [pair for pair in result.read if pair.key != OCCURRENCES]
    for pair in doubtful:
        line.take(pair.places, taken=False)
    result.unread += doubtful
    result.measures = {}


def _take_if_alone(line: Line, named: range) -> None:
    """In the middle of a sentence the kind is part of the note: "lugn fotpatrull i centrum"."""
    if named and not line.word(named.start - 1) and not line.word(named.stop):
        line.take(named)


def _span(pair: Pair) -> range:
    return range(pair.places[0], pair.places[-1] + 1)
