"""When an agreement is in force. A range of dates where it says so weighs more than the years of a title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.domain.agreement_text.lasting import lasts_longer
from bot.domain.agreement_text.layout import Block
from bot.domain.agreement_text.other_times import is_of_another
from bot.domain.agreement_text.proposal import Question, Topic
from bot.domain.agreement_text.sentences import sentences
from bot.domain.agreement_text.validity_days import ATTACHED, SAID, TITLED, Validity
from bot.domain.agreement_text.validity_said import all_said, undated_start
from bot.domain.periods import Period
from bot.domain.swedish import range_text
from bot.domain.words import AgreementKind

_OPEN = re.compile(r"\btills ?vidare\b", re.IGNORECASE)
_FROM_SIGNING = re.compile(
    r"\b(?:gäller|träder i kraft) (?:när|då|vid|från(?: och med)?) (?:(?!till\b)\w+ ){0,5}?under(?:teckn|skriv)\w*",
    re.IGNORECASE,
)
_SEASON = re.compile(r"(?:vår|höst|sommar|vinter)", re.IGNORECASE)


def validity(blocks: Sequence[Block], kind: AgreementKind | None) -> tuple[Validity | None, list[Question]]:
    """The period, and what has to be asked about it."""
    found = list(all_said(blocks, kind))
    open_ended = any(_OPEN.search(block.piece.text) for block in blocks)
    if not found:
        return None, [_question(_missing(open_ended))]
    chosen = _plainest(found)
    if joined := _two_halves(chosen):
        return joined, []
    whole = [each for each in chosen if each.first and each.last] or [
        each if open_ended else _completed(each, found) for each in chosen
    ]
    if len({(each.first, each.last) for each in whole}) > 1:
        return None, [_contradicts(whole)]
    period = _begun(whole[0], blocks)
    if longer := _said_to_last_longer(period, blocks, kind):
        return None, [_question(f"Texten säger både {period.words} och {longer}. Vilken period gäller?")]
    return period, list(_doubts(period, found, open_ended))


def _plainest(found: Sequence[Validity]) -> list[Validity]:
    """What is said most plainly; beside a title's year also what goes beyond it: "löften för 2018–2019"."""
    best = max(each.weight for each in found)
    chosen = [each for each in found if each.weight == best]
    wider = [each for each in found if each.weight == ATTACHED and all(_goes_beyond(each, one) for one in chosen)]
    return chosen + wider if best == TITLED else chosen


def _said_to_last_longer(period: Validity, blocks: Sequence[Block], kind: AgreementKind | None) -> str | None:
    """Beside the one year of a title: the words."""
    if not period.first or not period.last or period.weight >= SAID:
        return None
    told = (piece.text for block in blocks for piece in sentences(block.piece))
    return lasts_longer(Period(period.first, period.last), (text for text in told if not is_of_another(text, kind)))


def from_signing(
    period: Validity | None, blocks: Sequence[Block], signed_on: date | None
) -> tuple[Validity, list[Question]] | None:
    """The period beginning with the day of signing, where the text says that it is in force from then on."""
    if not period or not period.last or not any(_FROM_SIGNING.search(block.piece.text) for block in blocks):
        return None
    if signed_on and signed_on < period.last and period.first in (None, signed_on):
        return replace(period, first=signed_on), []
    return replace(period, first=None), [
        _question("Texten säger att det gäller från undertecknandet. Vilken dag börjar det gälla?")
    ]


def _two_halves(found: Sequence[Validity]) -> Validity | None:
    """ "Startdatum: 1 april 2017" and "Avslutas: 31 augusti 2017"."""
    firsts, lasts = {each.first for each in found if not each.last}, {each.last for each in found if not each.first}
    if len(firsts) != 1 or len(lasts) != 1 or any(each.first and each.last for each in found):
        return None
    first, last = firsts.pop(), lasts.pop()
    return Validity(first, last, found[0].weight, found[0].words) if first and last and first < last else None


def _begun(whole: Validity, blocks: Sequence[Block]) -> Validity:
    """Days that are said without their year take that of the period, or leave the beginning to be asked."""
    found = undated_start(blocks)
    if not found or not whole.first or not whole.last:
        return whole
    said, until = found
    if (whole.first.month, whole.first.day) == (said.month, said.day):
        return whole
    year = whole.first.year if whole.first.year == whole.last.year else None
    begins, ends = (each.in_year(year).days if each and year else None for each in (said, until))
    first = begins.first if begins and whole.first <= begins.first < whole.last else None
    last = ends.last if ends and first and first < ends.last <= whole.last else None
    return replace(whole, first=first, last=last if until else whole.last, words=said.words)


def _completed(half: Validity, found: Sequence[Validity]) -> Validity:
    """Where only one end is said ("löftet upphör den 31 december"), the other may stand in the title."""
    end = half.first or half.last
    return next((each for each in found if each.first and each.last and end in (each.first, each.last)), half)


def _doubts(chosen: Validity, found: Sequence[Validity], open_ended: bool) -> Iterator[Question]:
    other = next((each for each in found if each.weight < chosen.weight and not _agrees(each, chosen)), None)
    shown = _shown(chosen)
    if other:
        text = f"Texten säger både {other.words} och {shown}. Vilken period gäller?"
        yield _question(text, other.words, shown)
    elif chosen.first is None and chosen.last is None:
        yield _question(f"Texten säger {chosen.words}. Vilka är första och sista dagen?")
    elif chosen.last is None and open_ended:
        yield _question(
            f"Texten säger att det gäller tills vidare från {chosen.words}. Till och med vilken dag planerar ni?"
        )
    elif chosen.last is None or chosen.first is None:
        yield _question("Texten säger bara den ena änden av perioden. Vilka är första och sista dagen?")
    elif _SEASON.match(chosen.words):
        yield _question(f"Texten säger {chosen.words.lower()}. Jag läser det som {shown}. Stämmer det?", shown)


def _agrees(one: Validity, other: Validity) -> bool:
    """ "2022–2024" is the same as its first and last day, and "2022" holds what lies in that year."""
    if one.first is None or one.last is None:
        return bool(one.first or one.last)
    return other.first is None or other.last is None or _is_within(other, one)


def _goes_beyond(one: Validity, other: Validity) -> bool:
    """They have some days in common, and it has others too."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last and not _is_within(one, other)


def _is_within(one: Validity, other: Validity) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return other.first <= one.first and one.last <= other.last


def _contradicts(found: Sequence[Validity]) -> Question:
    shown = tuple(dict.fromkeys(_shown(each) for each in found))
    return _question(f"Texten säger olika om perioden: {', '.join(shown)}. Vilken gäller?", *shown)


def _missing(open_ended: bool) -> str:
    if open_ended:
        return "Texten säger att det gäller tills vidare. Vilka är första och sista dagen som ni planerar för?"
    return "Texten säger inte vilken period det gäller. Vilka är första och sista dagen?"


def _shown(each: Validity) -> str:
    if each.first and each.last:
        same_year = each.first.year == each.last.year
        return range_text(each.first, each.last) + (f" {each.last.year}" if same_year else "")
    return each.words


def _question(text: str, *choices: str) -> Question:
    return Question(Topic.PERIOD, text, choices)
