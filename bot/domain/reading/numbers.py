"""Numbers and what they count: "45 fordon", "fordon: 45", "2 st rattfyllor", "inga böter", "ca 1,5 timme".

Neighbouring parts make a run. One that begins with a quantity is read "45 fordon 2 böter", one that begins with a unit
"fordon 45 böter 2". What could be both is left loose, to be asked about.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.domain.measures import ATTENDANCE, REACHED
from bot.domain.reading import words
from bot.domain.reading.line import Line
from bot.domain.reading.parts import Parts

_UNIT = "[UVK]"
# What may stand between a quantity and its unit: "2 misstänkta rattfyllor", "12 bra samtal", "9 stoppade bilar".
_STEP = f"(?:[abV](?={_UNIT}))"
_QUANTITY = f"(?:Q{_STEP}?|[qz](?:{_STEP}|(?={_UNIT}))|1(?:{_STEP}(?=[UV])|(?=[UV])))"
_ROWS = re.compile(
    rf"""
      (?P<colon> (?:(?<![Qq1z])|(?<=:[Qq1z])){_UNIT}:[Qqz1] )
    | (?P<none> z{_STEP}?{_UNIT}(?:e{_UNIT})+ )
    | (?P<plain> (?:QU)+ (?![Qq1z]) )
    | (?P<run> (?=[UVQq1z]) [UV]?(?:{_QUANTITY}{_UNIT})*{_QUANTITY}? )
    """,
    re.VERBOSE,
)
_PLURALS = ("ar", "er", "or", "are")
_NO_PLURALS = frozenset(
    {"under", "efter", "eller", "bara", "utover", "darefter", "vidare", "senare", "enbart", "utanfor"}
)
_STEPS = frozenset("abV")
_WORDS = frozenset("wabe")


class Pair(NamedTuple):
    """A number and the key of what it counts; `value` is None for what only looks like a number ("40-45 fordon").

    `places` are in the order of the line.
    """

    key: str
    value: float | None
    percent: bool
    places: tuple[range, ...]

    @property
    def span(self) -> range:
        return range(self.places[0].start, self.places[-1].stop)


class Numbers(NamedTuple):
    pairs: list[Pair]
    loose: list[range]


def read_numbers(line: Line, row: Parts) -> Numbers:
    found = Numbers([], [])
    for match in _ROWS.finditer(row.roles):
        first, stop = match.span()
        if first == stop:
            continue
        if match.lastgroup == "plain":
            found.pairs.extend([_pair(row, at, at + 1) for at in range(first, stop, 2)])
        elif match.lastgroup == "colon":
            found.pairs.append(_pair(row, first + 2, first))
        elif match.lastgroup == "none":
            _share_none(row, first, stop, found)
        elif stop - first > 1 or row.roles[first] == "Q":
            _read_run(line, row, first, stop, found)
    return found


def _pair(row: Parts, quantity: int, unit: int) -> Pair:
    key, value = str(row.payloads[unit]), row.payloads[quantity]
    assert not isinstance(value, str)
    counted, number = _places(row, unit), _places(row, quantity)
    if unit == quantity + 2 and row.roles[quantity + 1] in "bV":
        number = range(number.start, counted.start)
    places = (number, counted) if quantity < unit else (counted, number)
    return Pair(key, value, quantity in row.percents, places)


def _places(row: Parts, at: int) -> range:
    return range(row.begins[at], row.begins[at + 1])


def _share_none(row: Parts, first: int, stop: int, found: Numbers) -> None:
    """ "inga böter eller beslag": the second is none as well."""
    units = [at for at in range(first, stop) if row.roles[at] in "UVK"]
    for step, unit in enumerate(units):
        pair = _pair(row, first, unit)
        # Each takes what stands right before it: "inga", or "eller".
        found.pairs.append(pair if step == 0 else pair._replace(places=(_places(row, unit - 1), pair.places[1])))


def _read_run(line: Line, row: Parts, first: int, stop: int, found: Numbers) -> None:
    core = _core(row, first, stop)
    units_first = row.roles[core[0]] in "UVK"
    unit_last = row.roles[core[-1]] in "UVK"
    if units_first and unit_last:
        if len(core) > 3:
            found.loose.append(range(row.begins[first], row.begins[stop]))
            return
        if len(core) == 3 and _are_about_one(row.payloads[core[0]], row.payloads[core[2]]):
            pair = _pair(row, core[1], core[2])
            found.pairs.append(
                pair._replace(key=str(row.payloads[core[0]]), places=(_places(row, core[0]), *pair.places))
            )
            return
        core = core[1:]
    elif units_first and stop - first == 2 and stop < len(row.roles) and _is_counted(line, row, stop):
        # "böter 3 hundar" is no fine: the last number has its own word.
        found.loose.append(range(row.begins[first], row.begins[stop] + 1))
        return
    elif not units_first and not unit_last:
        following = row.roles[stop] if stop < len(row.roles) else ""
        # With a word before it, as in "bälte 2 fordon 30", each number may belong to either side.
        labelled = first > 0 and row.roles[first - 1] in _WORDS
        whole = labelled and (following not in _WORDS or not following)
        begin = row.begins[core[0] if whole else core[-1]]
        found.loose.append(range(begin, _loose_end(line, row, stop, following)))
        core = [] if whole else core[:-1]
    for one, two in zip(core[::2], core[1::2], strict=True):
        found.pairs.append(_pair(row, two, one) if row.roles[one] in "UVK" else _pair(row, one, two))


def _are_about_one(first: object, last: object) -> bool:
    """ "Kontrollerade 45 fordon"; and those who are reached are persons: "nådde 300 personer"."""
    return first == last or (first, last) == (REACHED.key, ATTENDANCE.key)


def _is_counted(line: Line, row: Parts, at: int) -> bool:
    """An unknown word in the plural."""
    word = line.word(row.begins[at])
    return row.roles[at] in _WORDS and len(word) > 4 and word.endswith(_PLURALS) and word not in _NO_PLURALS


def _core(row: Parts, first: int, stop: int) -> Sequence[int]:
    """Without what only stands between a quantity and its unit."""
    if _STEPS.isdisjoint(row.roles[first:stop]):
        return range(first, stop)
    return [at for at in range(first, stop) if not _is_step(row, at, first, stop)]


def _is_step(row: Parts, at: int, first: int, stop: int) -> bool:
    role = row.roles[at]
    if role in "ab":
        return True
    return role == "V" and first < at < stop - 1 and row.roles[at - 1] in "Qq1z" and row.roles[at + 1] in "UVK"


def _loose_end(line: Line, row: Parts, stop: int, following: str) -> int:
    place = row.begins[stop]
    names = following and following in _WORDS and row.begins[stop + 1] == place + 1
    small = words.CONNECTORS | words.PERHAPS_NAMES
    return place + bool(names and line.word(place) and line.word(place) not in small)
