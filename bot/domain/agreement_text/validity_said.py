"""Where a text tells when an agreement is in force, and how plainly."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.agreement_text.agreeing import AGREEMENT
from bot.domain.agreement_text.date_ranges import ranges
from bot.domain.agreement_text.dates import Said, dates
from bot.domain.agreement_text.layout import Block, LineRole
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
from bot.domain.agreement_text.promised_for import MADE, opens_with, promised_until
from bot.domain.agreement_text.sections import Section, section_of, without_results
from bot.domain.agreement_text.sentences import pieces, sentences
from bot.domain.agreement_text.validity_days import (
    ATTACHED,
    FROM,
    NEAR,
    PLACED,
    SAID,
    TITLED,
    Sentence,
    Validity,
    days_of,
)
from bot.domain.words import AgreementKind

_ONLY_YEARS = re.compile(r"\W*(?:åre[nt]\s+|för\s+)?20\d\d(?:\s?(?:[–—−/-]|och|till)\s?(?:20)?\d\d)?\W*", re.IGNORECASE)
# "Det gäller i två år" after a sentence that names the agreement
_IT_IS_IN_FORCE = re.compile(r"(?:det|den|de|dessa|båda) (?:gäller|löper|träder|sträcker)\b", re.IGNORECASE)
_IN_FORCE = whole_words(r"""
    gäller
    gällande
    börjar gälla
    giltig\w*
    löper
    (?:att|ska|skall) löpa
    (?<!som\ )(?:ska|skall) gälla
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
_CUT = re.compile(r"20\d\d\s?[–—−-]\s*$")
# "… och är en fortsättning på det löfte som gällde 2019–2020"
_THE_ONE_BEFORE = re.compile(r"\b(?:som|vilket) (?:gällde|löpte|löpt ut|gick ut)\b", re.IGNORECASE)
# "Uppföljning av löftet 2023 och nytt löfte för 2024"
_THE_NEW_ONE = re.compile(
    r"\b(?:ny|nytt|nya) (?:medborgar)?(?:löfte\w*|överenskommelse\w*) (?:för |under )?20\d\d", re.IGNORECASE
)
# "Bilaga till överenskommelsen 2020–2023" may have a time of its own.
_ANNEX = re.compile(r"bilag\w*\b.* till\b", re.IGNORECASE)
# "För att minska oron lovar vi mellan februari 2019 och januari 2020:"
_WHAT_FOR = re.compile(r"^(?:för att|i syfte att)\b.*?(?=\b(?:lovar|åtar sig)\b)", re.IGNORECASE)
_ONE_LINE = 50
SHORT = 90
FIRST, EARLY = 2, 6


def all_said(blocks: Sequence[Block], kind: AgreementKind | None) -> Iterator[Validity]:
    """`kind` of the agreement whose time is looked for."""
    label = ""
    for at, block in enumerate(without_results(blocks)):
        if block.role is LineRole.HEADING and section_of(block.piece.text) is Section.FOLLOW_UP:
            continue
        for piece in pieces(block, (LineRole.TEXT, LineRole.ITEM)):
            text = f"{label} {piece.text}" if label and len(piece.text) < _ONE_LINE else piece.text
            label = text if _IN_FORCE.fullmatch(text.strip(" :")) else ""
            if is_of_another(text, kind) or _is_cut(piece, block):
                continue
            early = block.role is LineRole.HEADING or _ONLY_YEARS.fullmatch(text)
            sentence = _weighed(text, title=at < FIRST or bool(at < EARLY and early))
            yield from days_of(sentence)
            if not sentence.weight and block.role in (LineRole.TEXT, LineRole.HEADING):
                yield from _opened(sentence.text)


def _opened(text: str) -> Iterator[Validity]:
    if is_past_or_to_come(text) or OTHER_TIME.search(_WHAT_FOR.sub("", text)):
        return
    if found := opens_with(text):
        period, words, of_the_whole = found
        yield Validity(period.first, period.last, SAID if of_the_whole else ATTACHED, words)
    elif (until := promised_until(text)) and until.days:
        yield Validity(None, until.days.last, ATTACHED, until.words)


def _is_cut(piece: Piece, block: Block) -> bool:
    """ "för perioden 2019-" where a page ends says no year."""
    return piece.end < block.piece.end and bool(_CUT.search(block.piece.text[piece.start - block.piece.start :]))


def _weighed(whole: str, *, title: bool) -> Sentence:
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
    return Sentence(text, tuple(dates(text)) if weight else (), weight, in_force)


def _of_title(text: str, *, agreement: bool, attached: bool) -> int:
    if _ANNEX.match(text):
        return PLACED
    return TITLED if agreement else ATTACHED if attached else PLACED


def undated_start(blocks: Sequence[Block]) -> tuple[Said, Said | None] | None:
    """ "Löftena börjar gälla den 1 september": a day that lacks its year, and its last day where that is said too."""
    texts = (piece.text for block in without_results(blocks) for piece in sentences(block.piece))
    return next(filter(None, map(_undated_start, texts)), None)


def _undated_start(text: str) -> tuple[Said, Said | None] | None:
    if not (_IN_FORCE.search(text) and (AGREEMENT.search(text) or len(text) < SHORT)):
        return None
    said = [each for each in dates(text) if each.days is None and each.is_day]
    for pair in ranges(text, said):
        return pair
    for each in said:
        if FROM.search(text[max(0, each.start - NEAR) : each.start]):
            return each, None
    return None
