"""When an agreement is in force. A range of dates where it says so weighs more than the years of a title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.domain.agreement_text.agreeing import AGREEMENT
from bot.domain.agreement_text.dates import Said, dates, year
from bot.domain.agreement_text.layout import Block, Role
from bot.domain.agreement_text.patterns import whole_words
from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.proposal import Question, Topic
from bot.domain.agreement_text.sections import Section, section_of, without_results
from bot.domain.agreement_text.sentences import sentences
from bot.domain.calendar import DAY
from bot.domain.periods import Period
from bot.domain.swedish import range_text
from bot.domain.swedish_number import word_number

_YEARS = re.compile(
    r"(?<![\d-])(?<!läsåret )(?<!läsår )(?P<first>20\d\d)"
    r"(?:\s?[–—−-]\s?|\s?/\s?|\s+(?:till(?: och med)?|t\.?o\.?m\.?|och)\s+)(?P<last>20\d\d|\d\d)(?![\d-])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d./–—−-])(?P<first>20\d\d)(?![\d./–—−-])(?!\s?[–—−/-]\s?\d)")
_IN_FORCE = whole_words(r"""
    gäller
    gällande
    giltig\w*
    löper
    upphör\w*
    sträcker sig
    (?:avtals|löftes)tid\w*
    (?:avtals|löftes)?perioden?
    träder i kraft
    varaktighet
    löptid
    tidsperiod
    under (?:två|tre|fyra|2|3|4) år
""")  # fmt: skip
# Years of statistics, of an earlier agreement, of decisions and of the page itself.
_OTHER_TIME = whole_words(r"""
    förra
    föregående
    tidigare
    förr
    sedan
    resultat
    under \d{4} (?:genomför|gjord|anmäl)\w*
    jämfört
    anmäl\w+
    (?:brotts)?statistik\w*
    uppföljning\w*
    utvärder\w*
    första löftet
    ersätter
    enkät\w*
    minska
    sjunka
    senast
    publicerad
    uppdaterad
    skr(?:ev|evs|iver) under
    undertecknad\w*
    signerad\w*
    diarie\w*
    dnr
    har
    hade
    lovade
    mättes
    fullmäktige
    beslut\w*
""")  # fmt: skip
_TO = r"(?:fram )?(?:till(?: och med| utgången av| slutet av)?|t\.?\s?o\.?\s?m\.?)"
_TILL = re.compile(
    rf"^[\s,]*(?:[–—−-]|(?:och (?:gäller |löper )?)?{_TO}|och med|upphör)[\s,]*(?:den )?$", re.IGNORECASE
)
_UNTIL = re.compile(rf"\b(?:{_TO}|längst till|upphör)\s+(?:den )?$", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:från(?: och med)?|fr\.?\s?o\.?\s?m\.?|med start|börjar gälla|träder i kraft)\s+(?:den )?$", re.IGNORECASE
)
_FOR_YEARS = re.compile(r"\b(?P<count>\d|ett|två|tre|fyra|fem)(?: hela)? år\b", re.IGNORECASE)
_OPEN = re.compile(r"\btills vidare\b", re.IGNORECASE)
_NEAR = 60
SAID, NAMED, TITLED, MENTIONED = 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class Validity:
    """`weight` tells how plainly the text says so. A missing end stays None."""

    first: date | None
    last: date | None
    weight: int
    words: str


def validity(blocks: Sequence[Block]) -> tuple[Validity | None, list[Question]]:
    """The period, and what has to be asked about it."""
    found = [each for at, block in enumerate(without_results(blocks)) for each in _of_block(block, at)]
    open_ended = any(_OPEN.search(block.piece.text) for block in blocks)
    best = max((each.weight for each in found), default=0)
    if best < TITLED:
        return None, [_missing(open_ended)]
    chosen = _each_once([each for each in found if each.weight == best])
    whole = [each for each in chosen if each.first and each.last] or [_completed(each, found) for each in chosen]
    if len({(each.first, each.last) for each in whole}) > 1:
        return None, [_contradicts(whole)]
    return whole[0], list(_doubts(whole[0], found, open_ended))


def _completed(half: Validity, found: list[Validity]) -> Validity:
    """Where only one end is said ("löftet upphör den 31 december"), the other may stand in the title."""
    ends = (half.first or half.last,)
    fits = (each for each in found if each.first and each.last and (each.first in ends or each.last in ends))
    return next(fits, half)


def _of_block(block: Block, at: int) -> Iterator[Validity]:
    if block.role is Role.HEADING and section_of(block.piece.text) is Section.FOLLOW_UP:
        return iter(())
    pieces = sentences(block.piece) if block.role in (Role.TEXT, Role.ITEM) else [block.piece]
    return (
        each
        for piece in pieces
        for each in _of_sentence(piece, heading=block.role is Role.HEADING or at < 2, early=at < 6)
    )


def _of_sentence(piece: Piece, *, heading: bool, early: bool) -> Iterator[Validity]:
    text = piece.text
    in_force, agreement = bool(_IN_FORCE.search(text)), bool(AGREEMENT.search(text))
    other = bool(_OTHER_TIME.search(text))
    weight = (
        SAID
        if in_force and (agreement or heading or len(text) < 90) and not (other and not agreement)
        else TITLED
        if (heading and early)
        else 0
    )
    said = list(dates(text))
    ranges = [(one, two) for one, two in pairwise(said) if _TILL.match(text[one.end : two.start])]
    for one, two in ranges:
        if weight and (period := _between(one, two)):
            yield Validity(period.first, period.last, max(weight, SAID), text[one.start : two.end])
    if not ranges:
        yield from _one_sided(text, said, weight, in_force)
        yield from _of_years(text, said, weight, agreement, other, heading and early)


def _between(one: Said, two: Said) -> Period | None:
    one = one.in_year(two.days.first.year) if two.days else one
    if not one.days or not two.days or two.days.last < one.days.first:
        return None
    return Period(one.days.first, two.days.last)


def _one_sided(text: str, said: list[Said], weight: int, in_force: bool) -> Iterator[Validity]:
    if not in_force or not weight:
        return
    for each in said:
        before = text[max(0, each.start - _NEAR) : each.start]
        if each.days is None or not (_FROM.search(before) or _UNTIL.search(before)):
            continue
        if _UNTIL.search(before):
            yield Validity(None, each.days.last, SAID, each.words)
            continue
        length = _FOR_YEARS.search(text)
        yield Validity(each.days.first, _after(each.days.first, length) if length else None, SAID, each.words)


def _after(first: date, length: re.Match[str]) -> date:
    count = (
        word_number(length["count"].lower().replace("å", "a"))
        if not length["count"].isdecimal()
        else int(length["count"])
    )
    day = 28 if (first.month, first.day) == (2, 29) else first.day
    return first.replace(year=first.year + (count or 1), day=day) - DAY


def _of_years(
    text: str, said: list[Said], weight: int, agreement: bool, other: bool, title: bool
) -> Iterator[Validity]:
    if other and weight != SAID and not (title and agreement):
        return
    weight = weight if weight == SAID else NAMED if agreement else weight
    spans = [(found, _years(found)) for found in _YEARS.finditer(text)]
    for found, period in spans:
        if period and weight and not _is_in_date(found, said):
            yield Validity(period.first, period.last, weight, found[0])
    if spans:
        return
    seasons = [each for each in said if each.days and not each.is_day and each.days.days > 31]
    for each in seasons[:1]:
        yield Validity(
            each.days.first if each.days else None, each.days.last if each.days else None, weight, each.words
        )
    if not seasons and (agreement or title or weight == SAID):
        yield from _of_one_year(text, said, weight)


def _of_one_year(text: str, said: list[Said], weight: int) -> Iterator[Validity]:
    found = [each for each in _YEAR.finditer(text) if not _is_in_date(each, said)]
    if len({each["first"] for each in found}) == 1 and weight:
        period = year(int(found[0]["first"]))
        yield Validity(period.first, period.last, weight, found[0][0])


def _is_in_date(found: re.Match[str], said: list[Said]) -> bool:
    return any(each.start <= found.start() < each.end for each in said)


def _years(found: re.Match[str]) -> Period | None:
    first = int(found["first"])
    last = int(found["last"]) if len(found["last"]) == 4 else first // 100 * 100 + int(found["last"])
    return Period(date(first, 1, 1), date(last, 12, 31)) if first <= last <= first + 10 else None


def _each_once(found: list[Validity]) -> list[Validity]:
    return list({(each.first, each.last): each for each in found}.values())


def _doubts(chosen: Validity, found: list[Validity], open_ended: bool) -> Iterator[Question]:
    others = [
        each for each in found if each.weight < chosen.weight and each.weight >= TITLED and not _agrees(each, chosen)
    ]
    if others:
        choices = (others[0].words, _shown(chosen))
        yield Question(
            Topic.PERIOD, f"Texten säger både {others[0].words} och {_shown(chosen)}. Vilken period gäller?", choices
        )
    elif chosen.last is None and open_ended:
        yield Question(
            Topic.PERIOD,
            f"Texten säger att det gäller tills vidare från {chosen.words}. Till och med vilken dag planerar ni?",
        )
    elif chosen.last is None or chosen.first is None:
        yield Question(Topic.PERIOD, "Texten säger bara den ena änden av perioden. Vilka är första och sista dagen?")
    elif re.match(r"(?:vår|höst|sommar)", chosen.words, re.IGNORECASE):
        yield Question(
            Topic.PERIOD, f"Texten säger {chosen.words.lower()}. Jag läser det som {_shown(chosen)}. Stämmer det?"
        )


def _agrees(one: Validity, other: Validity) -> bool:
    """ "2022–2024" is the same as its first and last day, and "2022" as a part of it that lies in that year."""
    inside = (
        one.first and one.last and other.first and other.last and one.first <= other.first and other.last <= one.last
    )
    return bool(inside) or (one.first, one.last) == (other.first, other.last) or None in (one.first, one.last)


def _contradicts(found: list[Validity]) -> Question:
    shown = tuple(_shown(each) for each in found)
    return Question(Topic.PERIOD, f"Texten säger olika om perioden: {', '.join(shown)}. Vilken gäller?", shown)


def _missing(open_ended: bool) -> Question:
    if open_ended:
        return Question(
            Topic.PERIOD,
            "Texten säger att det gäller tills vidare. Vilka är första och sista dagen som ni planerar för?",
        )
    return Question(Topic.PERIOD, "Texten säger inte vilken period det gäller. Vilka är första och sista dagen?")


def _shown(each: Validity) -> str:
    if each.first and each.last:
        return range_text(each.first, each.last) + ("" if each.first.year != each.last.year else f" {each.last.year}")
    return each.words
