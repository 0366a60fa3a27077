"""How a rule of the grammar is written: a pattern over the line in its one spelling, and what it says."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from bot.domain.when.said import Said
from bot.domain.when.words import DAYS, MONTH_NAMES, PARTS

_NAMES = {
    "WD": rf"(?:{'|'.join(DAYS)})",
    "M": rf"(?:{'|'.join(MONTH_NAMES)})",
    "PART": rf"(?:{'|'.join(PARTS)})",
    "N": r"(?:\d{1,3}|en)",
    "YEAR": r"(?:(?: i| ar|,)?[ -]?(?:(?P<year>20\d\d)(?![\d.:/])|"
    r"(?<=-)(?P<short_year>2[4-9]|3\d)(?![\d.:/]| [a-z])|(?P<other_year>nasta|forra|i) ar(?!\w)))?",
}
_GROUP = re.compile(r"\((?!\?)|\(\?P<\w+>")
_PLACE = re.compile(r"<(WD|M|PART|N|YEAR)>")


class Rule(NamedTuple):
    pattern: str
    says: Callable[[re.Match[str], Said], object]


def rule(pattern: str, says: Callable[[re.Match[str], Said], object]) -> Rule:
    """<WD> a weekday, <M> a month, <PART> a part of the day, <N> a count, <YEAR> a year that may be left out."""
    full = _PLACE.sub(lambda name: _NAMES[name[1]], pattern)
    return Rule(rf"(?:{full})(?![a-z0-9])", says)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """When its rule is first used: of a hundred most lines need two, and the start none."""
    return re.compile(pattern)


class Rules:
    """The first of several rules that fits. All are tried in one search: one by one they took most of the time."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        # An empty group after each rule tells which it was; the groups within them would hide it.
        self._any = re.compile("|".join(f"(?:{_GROUP.sub('(?:', rule.pattern)})()" for rule in self._rules))

    def take(self, text: str, at: int, said: Said) -> int | None:
        """Says what stands at `at`, and gives where that ends."""
        found = self._any.match(text, at)
        if found is None or found.lastindex is None:
            return None
        rule = self._rules[found.lastindex - 1]
        match = _compiled(rule.pattern).match(text, at)
        assert match is not None
        rule.says(match, said)
        return match.end()


def count(text: str) -> int:
    return 1 if text == "en" else int(text)
