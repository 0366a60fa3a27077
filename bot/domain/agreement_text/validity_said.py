"""Where a text tells when an agreement is in force, and how plainly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.agreement_text.agreeing import AGREEMENT
from bot.domain.agreement_text.date_ranges import TO, between, ranges
from bot.domain.agreement_text.dates import Said, dates, year
from bot.domain.agreement_text.layout import Block, Role
from bot.domain.agreement_text.other_times import (
    OTHER_TIME,
    is_of_another,
    is_past_or_to_come,
    tells_what_happened,
)
from bot.domain.agreement_text.others_years import without_others
from bot.domain.agreement_text.patterns import whole_words
from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.promised_for import ATTACHED as ATTACHED_TO
from bot.domain.agreement_text.promised_for import MADE, opens_with
from bot.domain.agreement_text.rhythm import number
from bot.domain.agreement_text.sections import Section, section_of, without_results
from bot.domain.agreement_text.sentences import sentences
from bot.domain.calendar import DAY
from bot.domain.periods import Period
from bot.domain.words import AgreementKind

_YEARS = re.compile(
    r"(?<![\d-])(?P<first>20\d\d)"
    r"(?:\s?[–—−-]\s?|\s?/\s?|\s+(?:till(?: och med)?|t\.?o\.?m\.?|och)\s+)(?P<last>20\d\d|\d\d)(?![\d-])",
    re.IGNORECASE,
)
_ONLY_YEARS = re.compile(r"\W*(?:åre[nt]\s+|för\s+)?20\d\d(?:\s?(?:[–—−/-]|och|till)\s?(?:20)?\d\d)?\W*", re.IGNORECASE)
# "Det gäller i två år" after a sentence that names the agreement
_IT_IS_IN_FORCE = re.compile(r"(?:det|den|de|dessa|båda) (?:gäller|löper|träder|sträcker)\b", re.IGNORECASE)
# Begins in a month that is not said.
_SCHOOL_YEAR = re.compile(
    r"\b(?:läsår(?:et)?|verksamhetsår(?:et)?|vintern?) 20\d\d\s?[/–—-]\s?(?:20)?\d\d(?![\d-])", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d./–—−-])(?P<first>20\d\d)(?![\d/–—−-])(?!\.\d)(?!\s?[–—−/-]\s?\d)")
_IN_FORCE = whole_words(r"""
    gäller
    gällande
    börjar gälla
    giltig\w*
    löper
    (?:att|ska|skall) löpa
    upphör\w*
    sträcker sig
    (?:avtals|löftes)tid\w*
    (?:avtals|löftes)?perioden
    (?:avtals|löftes|giltighets)period
    träder i kraft
    (?:start|slut)datum
    avslutas
    varaktighet
    löptid
    tidsperiod
    under (?:två|tre|fyra|2|3|4) år
""")  # fmt: skip
_UNTIL = re.compile(rf"\b(?:{TO}|längst till|upphör|avslutas:?|slutdatum:?)\s+(?:den )?$", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:från(?: och med)?|fr\.?\s?o\.?\s?m\.?|med start|börja[rd]e? gälla|träder i kraft|startdatum:?)\s+(?:den )?$",
    re.IGNORECASE,
)
_FOR_YEARS = re.compile(r"\b(?P<count>\d|ett|två|tre|fyra|fem)(?: hela)? år\b", re.IGNORECASE)
_CUT = re.compile(r"20\d\d\s?[–—−-]\s*$")
# "… och är en fortsättning på det löfte som gällde 2019–2020"
_THE_ONE_BEFORE = re.compile(r"\b(?:som|vilket) (?:gällde|löpte|löpt ut|gick ut)\b", re.IGNORECASE)
# "Uppföljning av löftet 2023 och nytt löfte för 2024"
_THE_NEW_ONE = re.compile(
    r"\b(?:ny|nytt|nya) (?:medborgar)?(?:löfte\w*|överenskommelse\w*) (?:för |under )?20\d\d", re.IGNORECASE
)
# "Bilaga till överenskommelsen 2020–2023" may have a time of its own.
_ANNEX = re.compile(r"bilag\w*\b.* till\b", re.IGNORECASE)
_NEAR = 60
_ONE_LINE = 50
SHORT = 90
FIRST, EARLY = 2, 6
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
class _Sentence:
    text: str
    said: Sequence[Said]
    weight: int
    in_force: bool


def all_said(blocks: Sequence[Block], kind: AgreementKind | None) -> Iterator[Validity]:
    """`kind` of the agreement whose time is looked for."""
    label = ""
    for at, block in enumerate(without_results(blocks)):
        if block.role is Role.HEADING and section_of(block.piece.text) is Section.FOLLOW_UP:
            continue
        for piece in sentences(block.piece) if block.role in (Role.TEXT, Role.ITEM) else [block.piece]:
            text = f"{label} {piece.text}" if label and len(piece.text) < _ONE_LINE else piece.text
            label = text if _IN_FORCE.fullmatch(text.strip(" :")) else ""
            if is_of_another(text, kind) or _is_cut(piece, block):
                continue
            early = block.role is Role.HEADING or _ONLY_YEARS.fullmatch(text)
            sentence = _weighed(text, title=at < FIRST or bool(at < EARLY and early))
            yield from _of_sentence(sentence)
            if not sentence.weight and block.role in (Role.TEXT, Role.HEADING):
                yield from _opened(sentence.text)


def _opened(text: str) -> Iterator[Validity]:
    if is_past_or_to_come(text) or OTHER_TIME.search(text):
        return
    if found := opens_with(text):
        period, words, of_the_whole = found
        yield Validity(period.first, period.last, SAID if of_the_whole else ATTACHED, words)


def _is_cut(piece: Piece, block: Block) -> bool:
    """ "för perioden 2019-" where a page ends says no year."""
    return piece.end < block.piece.end and bool(_CUT.search(block.piece.text[piece.start - block.piece.start :]))


def _weighed(whole: str, *, title: bool) -> _Sentence:
    text = without_others(_THE_ONE_BEFORE.split(whole)[0])
    new = _THE_NEW_ONE.search(text)
    text = text[new.start() :] if new else text
    in_force = bool(_IN_FORCE.search(text))
    agreement = bool(AGREEMENT.search(text) or _IT_IS_IN_FORCE.match(text) or (title and _ONLY_YEARS.fullmatch(text)))
    other = bool(OTHER_TIME.search(text))
    attached = bool(ATTACHED_TO.search(text))
    if is_past_or_to_come(text) or (not in_force and not attached and tells_what_happened(text)):
        weight = 0
    elif in_force and (agreement or title or len(text) < SHORT) and (agreement or not other):
        weight = SAID
    elif title and (agreement or not other):
        weight = _of_title(text, agreement=agreement, attached=attached)
    else:
        weight = ATTACHED if attached and (not other or MADE.search(text)) else 0
    return _Sentence(text, tuple(dates(text)) if weight else (), weight, in_force)


def _of_title(text: str, *, agreement: bool, attached: bool) -> int:
    if _ANNEX.match(text):
        return PLACED
    return TITLED if agreement else ATTACHED if attached else PLACED


def _of_sentence(sentence: _Sentence) -> Iterator[Validity]:
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


def _one_sided(sentence: _Sentence) -> Iterator[Validity]:
    for each in sentence.said if sentence.in_force else ():
        before = sentence.text[max(0, each.start - _NEAR) : each.start]
        if each.days and _UNTIL.search(before):
            yield Validity(None, each.days.last, SAID, each.words)
        elif each.days and _FROM.search(before):
            yield Validity(each.days.first, _after(each.days.first, sentence.text), SAID, each.words)


def undated_start(blocks: Sequence[Block]) -> tuple[Said, Said | None] | None:
    """ "Löftena börjar gälla den 1 september": a day that lacks its year, and its last day where that is said too."""
    for block in without_results(blocks):
        for text in (piece.text for piece in sentences(block.piece)):
            in_force = _IN_FORCE.search(text) and (AGREEMENT.search(text) or len(text) < SHORT)
            said = [each for each in dates(text) if each.days is None and each.is_day] if in_force else []
            for pair in ranges(text, said):
                return pair
            for each in said:
                if _FROM.search(text[max(0, each.start - _NEAR) : each.start]):
                    return each, None
    return None


def _after(first: date, text: str) -> date | None:
    """ "i två år från den 1 mars 2023"."""
    length = _FOR_YEARS.search(text)
    count = number(length["count"].lower()) if length else None
    if not count:
        return None
    day = 28 if (first.month, first.day) == (2, 29) else first.day
    return first.replace(year=first.year + count, day=day) - DAY


def _of_years(sentence: _Sentence) -> Iterator[Validity]:
    """Years from–to, else a season, else the one year that is named."""
    if unsure := _SCHOOL_YEAR.search(sentence.text):
        yield Validity(None, None, sentence.weight, unsure[0])
        return
    free = [each for each in _YEARS.finditer(sentence.text) if not _is_in_date(each, sentence)]
    spans = [(period, each[0]) for each in free if (period := _years(each))]
    for period, words in spans or _seasons(sentence):
        yield Validity(period.first, period.last, sentence.weight, words)
    if not spans and not any(_seasons(sentence)) and (found := _only_year(sentence)):
        whole, before = year(int(found["first"])), sentence.text[max(0, found.start() - _NEAR) : found.start()]
        first = None if _UNTIL.search(before) else whole.first
        last = None if _FROM.search(before) else whole.last
        yield Validity(first, last, sentence.weight, found["first"])


def _seasons(sentence: _Sentence) -> list[tuple[Period, str]]:
    """The first, with those that go on where it ends: "hösten 2016 och våren 2017"."""
    said = [each for each in sentence.said if each.days and each.days.days > 31]
    if not said or not said[0].days:
        return []
    whole, end = said[0].days, said[0].end
    for each in said[1:]:
        if each.days and each.days.first == whole.last + DAY:
            whole, end = Period(whole.first, each.days.last), each.end
    return [(whole, sentence.text[said[0].start : end])]


def _only_year(sentence: _Sentence) -> re.Match[str] | None:
    found = [each for each in _YEAR.finditer(sentence.text) if not _is_in_date(each, sentence)]
    return found[0] if len({each["first"] for each in found}) == 1 else None


def _is_in_date(found: re.Match[str], sentence: _Sentence) -> bool:
    return any(each.start <= found.start() < each.end for each in sentence.said)


def _years(found: re.Match[str]) -> Period | None:
    first = int(found["first"])
    last = int(found["last"]) if len(found["last"]) == 4 else first // 100 * 100 + int(found["last"])
    return Period(date(first, 1, 1), date(last, 12, 31)) if first <= last <= first + 10 else None
