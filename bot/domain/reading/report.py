"""Reading a report as people write it: "trafikkontroll vid E4 igår 18-20 45 fordon 2 rattfylla lugnt".

Each step takes the words it understands from the line and leaves the others: kind, time, place and parties, numbers,
status and reason. What is left is the note, in the writer's own words.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from bot.domain.kinds import kind_words, opening_words
from bot.domain.reading import words
from bot.domain.reading.circumstances import NOTHING, Circumstances, Taken, in_words, take_circumstances
from bot.domain.reading.line import Line
from bot.domain.reading.note import note
from bot.domain.reading.numbers import Numbers, Pair, read_numbers
from bot.domain.reading.parts import parts, read_signs
from bot.domain.reading.signs import signs
from bot.domain.reading.status import read_status
from bot.domain.reading.tally import Tally, tally
from bot.domain.reading.time import Several
from bot.domain.reading.units import OCCURRENCES
from bot.domain.report import Report
from bot.domain.words import OutcomeStatus, Reason

SHORTEST_PART = 4  # letters: "fotpatrull en" is not "fotpatrullen"
DONE_SOMETHING = frozenset({OutcomeStatus.DONE, OutcomeStatus.PARTLY})


class ReportReading(NamedTuple):
    """`unclear` are numbers, and several days, to ask about; they stand in the note too, so that nothing is lost if
    nobody answers.

    `measures` are in the order they were written. `times` is how many occurrences the report is about. `telling`: the
    line holds a figure, or words for how it went.
    """

    kind: str | None
    status: OutcomeStatus
    reason: Reason | None
    measures: Mapping[str, float]
    times: int
    note: str
    unclear: tuple[str, ...]
    around: Circumstances = NOTHING
    telling: bool = False

    def report(self) -> Report:
        return Report(self.status, self.reason, self.times, self.measures, self.note, self.around.told())


def read_report(text: str, *, kind: str | None = None, now: datetime | None = None) -> ReportReading:
    """`kind` is what the line is thought to be about; a line that begins with another kind is about that one.

    Without `now`, no word is taken for a time.
    """
    line = Line(text if text.isascii() else unicodedata.normalize("NFC", text))
    kind, named = _read_kind(line, kind)
    row, found = read_signs(line, signs(kind))
    around = take_circumstances(line, row, now)
    numbers = read_numbers(line, parts(_without_taken(row, line), found, line))
    result = tally(numbers.pairs)
    _take(line, result.read)
    before = line.free.count(1)
    status, reason = read_status(line, none_of_it=_take_none(line, result), half_of_it=_is_half(result))
    telling = bool(result.measures or result.count) or line.free.count(1) < before
    if status not in DONE_SOMETHING and any(result.measures.values()):
        _give_back(line, result)
    _take_if_alone(line, named)
    unclear = tuple([line.slice(places) for places in _unclear(numbers, result, around)])
    left, times = note(line), result.count or 1
    return ReportReading(kind, status, reason, result.measures, times, left, unclear, in_words(line, around), telling)


def _unclear(numbers: Numbers, result: Tally, around: Taken | None) -> list[range]:
    days = [around.time] if around and isinstance(around.when, Several) else []
    return sorted([*days, *numbers.loose, *[pair.span for pair in result.unread]], key=lambda places: places.start)


def _without_taken(row: str, line: Line) -> str:
    first = line.free.find(1)
    if first >= 0 and line.free.find(0, first) < 0:
        return "_" * first + row[first:]
    return "".join([sign if free else "_" for sign, free in zip(row, line.free, strict=True)])


def _read_kind(line: Line, expected: str | None) -> tuple[str | None, range]:
    """The kind, and where it is named: taken if the line begins with it, since numbers may be about it elsewhere."""
    start = 0 if line.word(0) else next((at for at, word in enumerate(line.words()) if word or not line.mark(at)), 0)
    opening = _in_two_words(line, start) or line.longest(opening_words(), start)
    if opening:
        line.take(opening[1])
        return opening
    named = {} if expected else _named_kinds(line)
    return named.popitem() if len(named) == 1 else (expected, range(0))


def _in_two_words(line: Line, at: int) -> tuple[str, range] | None:
    """ "trafik kontroll", "fot patrull": the space bar is near."""
    first, second = line.word(at), line.word(at + 1)
    key = opening_words().exact(first + second) if first and len(second) >= SHORTEST_PART else None
    return (key, range(at, at + 2)) if key else None


def _named_kinds(line: Line) -> dict[str, range]:
    """Kinds that stand somewhere in the line; misspelt ones only if none is spelt right."""
    for misspelt in (False, True):
        found = line.all(kind_words(), misspelt=misspelt)
        if found:
            return dict(reversed(found))
    return {}


def _take(line: Line, pairs: Iterable[Pair]) -> None:
    for pair in pairs:
        for places in pair.places:
            line.take(places)
        before = pair.places[0].start - 1
        while line.word(before) in words.CONNECTORS:
            line.take((before,))
            before -= 1


def _take_none(line: Line, result: Tally) -> bool:
    """ "ingen trafikkontroll i dag" says that it was not done; "inga kontroller" may be about something else."""
    for pair in result.unread:
        if pair.key == OCCURRENCES and pair.value == 0 and line.word(pair.span.start) in words.NO_SUCH:
            result.unread.remove(pair)
            line.take(pair.span)
            return True
    return False


def _is_half(result: Tally) -> bool:
    """ "Hann bara halva kontrollen": no number to ask about."""
    half = [pair for pair in result.unread if pair.key == OCCURRENCES and pair.value == 0.5]
    for pair in half:
        result.unread.remove(pair)
    return bool(half)


def _give_back(line: Line, result: Tally) -> None:
    """Numbers of something that was not done: nobody can know what is meant."""
    doubtful = [pair for pair in result.read if pair.key != OCCURRENCES]
    for pair in doubtful:
        for places in pair.places:
            line.give_back(places)
    result.unread += doubtful
    result.measures = {}


def _take_if_alone(line: Line, named: range) -> None:
    """In the middle of a sentence the kind is part of the note: "lugn fotpatrull i centrum"."""
    if named and not line.word(named.start - 1) and not line.word(named.stop):
        line.take(named)
