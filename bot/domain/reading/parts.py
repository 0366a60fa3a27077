"""From the signs of a line to its parts: quantities, the units they may count, and what is neither.

The roles are letters too. A quantity is Q, or q, 1 and z when it needs a unit beside it to be one ("18-20", "en",
"inga"). A unit is U, V when it may stand before another ("kontrollerade"), K when it is the occurrences. A word is w;
b, a and e are those that may stand inside "2 misstänkta fall", "12 bra samtal", "inga böter eller beslag".
"""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from bot.domain.reading import words
from bot.domain.reading.line import Line
from bot.domain.reading.signs import MORE, Sign, Signs, pattern
from bot.domain.reading.units import OCCURRENCES, Units

UNITS = {"u": "U", "k": "K", "v": "V"}
_NUMBER = "(?:[ST]T|[NSTCWY])"
_COUNTS = "(?!<pieces>?[ukv])"
_AMOUNT = (
    "(?:<about>|<article>(?=<about>))*(?:<not><any>|<article>(?:<some>|<half>|[NSTW])|[ST]T|[NSTCWY]|<article>|<none>"
    "|<half>|<one_and_a_half>)"
)
_PARTS = pattern(
    rf"""
      (?P<range> <between>{_NUMBER}(?:<and>|<till>|[-/]){_NUMBER}(?=<pieces>?[ukv]) )
    | (?P<name> (?:<name>[NSTCWY] | <perhaps>{_NUMBER}{_COUNTS}) (?:(?:<and>|<till>|[-,/]){_NUMBER}{_COUNTS})* )
    | (?P<own> {_AMOUNT}<own> )
    | (?P<quantity> {_AMOUNT}
        (?: <and><article>?<half> )?
        (?: (?<!C)(?:<till>|<or>|[-+/])?[NSTC] )*
        (?: <percent> | % | <pieces> )? )
    | (?P<unit> [ukv]x*(?:<pieces>(?=:?[NSTW]))? )
    | (?P<colon> : )
    | (?P<gone> [_|,%+/-] )
    | (?P<word> . )
    """
)
_VALUE = pattern(
    r"""
    (?:<about>|<article>(?=<about>))*
    (?: (?P<none><not><any>|<none>) | (?P<few><article><some>) | <article>?(?P<half><half>) | (?P<more><one_and_a_half>)
      | <article>?(?: (?P<thousands>[ST]T) | (?P<plain>[NSTW]) ) | (?P<code>C) | (?P<signed>Y) | (?P<one><article>) )
    (?P<and_a_half> <and><article>?<half> )?
    (?P<other> (?: (?:<till>|<or>|[-+/])?[NSTC] )+ )?
    (?P<percent> <percent> | % )?
    """
)
_SUM = re.compile(r"[NSTW](?:\+[NSTW])+")  # "30 + 25 fordon"


_FIXED = {"range": "Q", "colon": ":", "gone": "|"}
# Most lines have nothing in them that takes more than one sign to tell.
_PLAIN = re.compile("(?:[_wauk|,:]|[NSTW](?![NSTCWY]))*")
_PLAIN_ROLES = str.maketrans("_|,:wauNSTWk", "|||:waUQQQQK")


class Parts(NamedTuple):
    """Parallel lists: what each part is, where it begins, the value or the key it has; `ends` of the last one."""

    roles: str
    begins: Sequence[int]
    payloads: Sequence[float | str | None]
    percents: Collection[int]


def parts(signs: str, found: list[Sign], line: Line) -> Parts:
    if _PLAIN.fullmatch(signs):
        return Parts(signs.translate(_PLAIN_ROLES), range(len(signs) + 1), [payload for _, payload in found], ())
    roles: list[str] = []
    begins: list[int] = []
    payloads: list[float | str | None] = []
    percents: set[int] = set()
    for match in _PARTS.finditer(signs):
        at = match.start()
        payload: float | str | None = None
        group = match.lastgroup or ""
        role = _FIXED.get(group, "w")
        if group == "quantity":
            role, payload, percent = _quantity(match[0], at, found)
            if percent:
                percents.add(len(roles))
        elif group == "unit":
            role, payload = UNITS[signs[at]], found[at][1]
        elif group == "word":
            role = _word(line.word(at))
        roles.append(role)
        begins.append(at)
        payloads.append(payload)
    begins.append(len(signs))
    return Parts("".join(roles), begins, payloads, percents)


def _quantity(said: str, at: int, found: list[Sign]) -> tuple[str, float | None, bool]:
    if len(said) == 1 and said in "NSTW":
        return "Q", found[at][1], False  # type: ignore[return-value]
    if _SUM.fullmatch(said):
        return "Q", sum([float(found[at + step][1] or 0) for step in range(0, len(said), 2)]), False
    return _worked_out(said, at, found)


def _worked_out(said: str, at: int, found: list[Sign]) -> tuple[str, float | None, bool]:
    match = _VALUE.match(said)
    if match is None:
        return "q", None, False
    percent = bool(match["percent"])
    if match["none"]:
        return ("Q", None, percent) if match["other"] else ("z", 0, percent)  # "ingen 1000 bilar" says nothing
    if match["few"] or match["code"]:
        return "q", None, percent
    if match["one"]:
        return ("Q", 1.5, percent) if match["and_a_half"] else ("1", 1, percent)
    if match["half"] or match["more"]:
        return "q", 0.5 if match["half"] else 1.5, percent
    if match["signed"] or match["other"]:
        return "Q", None, percent
    if match["thousands"]:
        first, second = (found[at + match.start("thousands") + step][1] for step in (0, 1))
        return "Q", 1000 * float(first or 0) + float(second or 0), percent
    value = float(found[at + match.start("plain")][1] or 0)
    return "Q", value + 0.5 * bool(match["and_a_half"]), percent


def _word(word: str) -> str:
    if word in words.BRIDGES:
        return "b"
    if word in words.OR:
        return "e"
    return "a" if word.endswith(words.ADJECTIVE_ENDINGS) else "w"


def read_signs(line: Line, known: Signs) -> tuple[str, list[Sign]]:
    """The row of signs, and what each of them stands for."""
    found = [known[piece] for piece in line.pieces]
    row = "".join([sign for sign, _ in found])
    if known.units.beginnings.isdisjoint(line.words()):
        return row, found
    return _with_long_units(row, found, line, known.units), found


def _with_long_units(signs: str, found: list[Sign], line: Line, units: Units) -> str:
    """Units of several words ("utan körkort") get one sign, and another for each further word."""
    row = list(signs)
    for at in range(len(row)):
        if line.word(at) in units.beginnings and row[at] != MORE and (longest := line.longest(units.lexicon, at)):
            key, places = longest
            if len(places) > 1:
                found[at] = ("k" if key == OCCURRENCES else "u", key)
                row[at : places.stop] = [found[at][0], *[MORE] * (len(places) - 1)]
    return "".join(row)
