"""Which days a sentence means that tells when an agreement is in force."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.agreement_text.date_ranges import TO, between, ranges
from bot.domain.agreement_text.dates import Said, year
from bot.domain.agreement_text.rhythm import number
from bot.domain.calendar import DAY
from bot.domain.periods import Period

_YEARS = re.compile(
    r"(?<![\d-])(?P<first>20\d\d)"
    r"(?:\s?[–—−-]\s?|\s?/\s?|\s+(?:till(?: och med)?|t\.?o\.?m\.?|och)\s+)(?P<last>20\d\d|\d\d)(?![\d-])",
    re.IGNORECASE,
)
# Begins in a month that is not said.
_SCHOOL_YEAR = re.compile(
    r"\b(?:läsår(?:et)?|verksamhetsår(?:et)?|vintern?) 20\d\d\s?[/–—-]\s?(?:20)?\d\d(?![\d-])", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d./–—−-])(?P<first>20\d\d)(?![\d/–—−-])(?!\.\d)(?!\s?[–—−/-]\s?\d)")
_UNTIL = re.compile(rf"\b(?:{TO}|längst till|upphör|avslutas:?|slutdatum:?)\s+(?:den )?$", re.IGNORECASE)
FROM = re.compile(
    r"\b(?:från(?: och med)?|fr\.?\s?o\.?\s?m\.?|med start|börja[rd]e? gälla|träder i kraft|startdatum:?)\s+(?:den )?$",
    re.IGNORECASE,
)
_FOR_YEARS = re.compile(r"\b(?P<count>\d|ett|två|tre|fyra|fem)(?: hela)? år\b", re.IGNORECASE)
NEAR = 60
SAID, TITLED, ATTACHED, PLACED = 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class Validity:
    """A missing end stays None.

    `weight`: SAID in a sentence about being in force, TITLED with the agreement in a title, ATTACHED to its name in
    a sentence, PLACED in a title of something else.
    """

    first: date | None
    last: date | None
    weight: int
    words: str


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    said: Sequence[Said]
    weight: int
    in_force: bool


def days_of(sentence: Sentence) -> Iterator[Validity]:
    if not sentence.weight:
        return
    text = sentence.text
    pairs = list(ranges(text, sentence.said))
    for one, two in pairs:
        words = text[one.start : two.end]
        if period := between(one, two):
            yield Validity(period.first, period.last, SAID, words)
        elif one.days and two.days:  # "1 januari 2027 till 31 december 2026": one of them is wrong
            yield Validity(None, None, SAID, words)
    if not pairs:
        ends = list(_one_sided(sentence))
        yield from ends or _of_years(sentence)


def _one_sided(sentence: Sentence) -> Iterator[Validity]:
    for each in sentence.said if sentence.in_force else ():
        before = sentence.text[max(0, each.start - NEAR) : each.start]
        if each.days and _UNTIL.search(before):
            yield Validity(None, each.days.last, SAID, each.words)
        elif each.days and FROM.search(before):
            yield Validity(each.days.first, _after(each.days.first, sentence.text), SAID, each.words)


def _after(first: date, text: str) -> date | None:
    """ "i två år från den 1 mars 2023"."""
    length = _FOR_YEARS.search(text)
    count = number(length["count"].lower()) if length else None
    if not count:
        return None
    day = 28 if (first.month, first.day) == (2, 29) else first.day
    return first.replace(year=first.year + count, day=day) - DAY


def _of_years(sentence: Sentence) -> Iterator[Validity]:
    """Years from–to, else a season, else the one year that is named."""
    if unsure := _SCHOOL_YEAR.search(sentence.text):
        yield Validity(None, None, sentence.weight, unsure[0])
        return
    free = [each for each in _YEARS.finditer(sentence.text) if not _is_in_date(each, sentence)]
    spans = [(period, each[0]) for each in free if (period := _years(each))]
    for period, words in spans or _seasons(sentence):
        yield Validity(period.first, period.last, sentence.weight, words)
    if not spans and not any(_seasons(sentence)) and (found := _only_year(sentence)):
        whole, before = year(int(found["first"])), sentence.text[max(0, found.start() - NEAR) : found.start()]
        first = None if _UNTIL.search(before) else whole.first
        last = None if FROM.search(before) else whole.last
        yield Validity(first, last, sentence.weight, found["first"])


def _seasons(sentence: Sentence) -> list[tuple[Period, str]]:
    """The first, with those that go on where it ends: "hösten 2016 och våren 2017"."""
    said = [each for each in sentence.said if each.days and each.days.days > 31]
    if not said or not said[0].days:
        return []
    whole, end = said[0].days, said[0].end
    for each in said[1:]:
        if each.days and each.days.first == whole.last + DAY:
            whole, end = Period(whole.first, each.days.last), each.end
    return [(whole, sentence.text[said[0].start : end])]


def _only_year(sentence: Sentence) -> re.Match[str] | None:
    found = [each for each in _YEAR.finditer(sentence.text) if not _is_in_date(each, sentence)]
    return found[0] if len({each["first"] for each in found}) == 1 else None


def _is_in_date(found: re.Match[str], sentence: Sentence) -> bool:
    return any(each.start <= found.start() < each.end for each in sentence.said)


def _years(found: re.Match[str]) -> Period | None:
    first = int(found["first"])
    last = int(found["last"]) if len(found["last"]) == 4 else first // 100 * 100 + int(found["last"])
    return Period(date(first, 1, 1), date(last, 12, 31)) if first <= last <= first + 10 else None
