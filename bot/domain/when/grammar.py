"""How a rule of the grammar is written: a pattern over the line in its one spelling, and what it says."""

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.domain.when.said import Said
from bot.domain.when.words import DAYS, MONTH_NAMES, PARTS

_NAMES = {
    "WD": rf"(?:{'|'.join(DAYS)})",
    "M": rf"(?:{'|'.join(MONTH_NAMES)})",
    "PART": rf"(?:{'|'.join(PARTS)})",
    "N": r"(?:\d{1,3}|en)",
    "YEAR": r"(?:(?: i| ar|,)?[ -]?(?:(?P<year>20\d\d)(?![\d.:/])|(?P<other_year>nasta|forra|i) ar(?!\w)))?",
}
_PLACE = re.compile(r"<(WD|M|PART|N|YEAR)>")


class Rule(NamedTuple):
    pattern: re.Pattern[str]
    says: Callable[[re.Match[str], Said], object]


def rule(pattern: str, says: Callable[[re.Match[str], Said], object]) -> Rule:
    """<WD> a weekday, <M> a month, <PART> a part of the day, <N> a count, <YEAR> a year that may be left out."""
    full = _PLACE.sub(lambda name: _NAMES[name[1]], pattern)
    return Rule(re.compile(rf"(?:{full})(?![a-z0-9])"), says)


def count(text: str) -> int:
    return 1 if text == "en" else int(text)
