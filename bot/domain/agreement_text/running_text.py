"""What running text promises, sentence by sentence."""

import re
from collections.abc import Sequence

from bot.domain.agreement_text.aims import is_aim
from bot.domain.agreement_text.asides import is_about_the_law, is_said_in_general
from bot.domain.agreement_text.clauses import promises
from bot.domain.agreement_text.commitments import is_work_of_a_party
from bot.domain.agreement_text.found import TextPlace
from bot.domain.agreement_text.going_on import says_more, tells_how_often
from bot.domain.agreement_text.item_rules import LONGEST_SENTENCE, begins_with_an_infinitive, is_item
from bot.domain.agreement_text.labels import announces, take_labelled, take_with_doer, tells_how_it_is, untitled
from bot.domain.agreement_text.layout import Block, LineRole
from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.sections import Section, section_of
from bot.domain.agreement_text.sentences import sentences
from bot.domain.agreement_text.speech import is_speech, unspoken

_THAT = re.compile(r"Att\b")  # a promise in a paragraph of its own, after "Det här har vi lovat:"
# "Parterna kommer att genomföra en rad åtgärder för tryggheten." over the list of them
_LEADS_IN = re.compile(
    r"\b(?:en rad|ett antal|flera|dessa|följande|nedanstående|några|(?:två|tre|fyra|fem|sex))(?: \w+)? "
    r"(?:\w*åtgärder|aktiviteter|\w*insatser|löften|saker|åtaganden|punkter|områden)\b|:$"
    r"|\b(?:arbeta|verka|jobba|sträva)(?: \w+)? (?:för|efter)\b",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"(?:det|detta|så|så här) (?:gör|ska|kommer|uppnår) vi\b.*:$|genom (?:att|följande).*:$", re.IGNORECASE
)
# "Polisen och kommunen lovar att arbeta för en tryggare ort" over a list is what the list is for.
_PROMISED_AIM = re.compile(r"[^.]{0,80}\b(?:lovar|löfte|åtar sig)\b[^.]*\.?$", re.IGNORECASE)


def take_text(block: Block, place: TextPlace, following: Sequence[Block] = ()) -> None:
    spoken = is_speech(block)
    place.empty = False
    if _says_something_else(block.piece, place):
        return
    parts = list(sentences(unspoken(untitled(block.piece))))
    if not spoken and (aim := _aim_of_what_follows(block.piece, parts)):
        place.area = aim
    elif place.section is Section.ACTIVITIES and not spoken and parts and _is_that_item(parts[0].text):
        place.take(parts[0], listed=True)
    else:
        if parts and _leads_in(parts[-1].text, following):
            parts = parts[:-1]
        announced = place.section is Section.ACTIVITIES or announces(block.piece)
        take_running(parts, place, announced=announced, spoken=spoken, waits=tells_how_it_is(block.piece))


def _leads_in(text: str, following: Sequence[Block]) -> bool:
    over_list = bool(following) and following[0].role is LineRole.ITEM and not is_speech(following[0])
    return over_list and bool(_LEADS_IN.search(text))


def _says_something_else(piece: Piece, place: TextPlace) -> bool:
    """A label with what it tells, the law, or what stands under a title of no activities."""
    return (
        take_labelled(piece, place)
        or take_with_doer(piece, place)
        or is_about_the_law(piece.text)
        or place.section in (Section.END, Section.RESULT, Section.FOLLOW_UP)
    )


def _aim_of_what_follows(piece: Piece, parts: Sequence[Piece]) -> Piece | None:
    if _PROMISED_AIM.match(piece.text) and is_aim(piece.text) and not is_work_of_a_party(piece.text):
        return piece
    leads = len(parts) == 2 and piece.text.endswith(":") and _HOW.match(f"{parts[1].text}:")
    return parts[0] if leads else None


def open_list(block: Block, following: Sequence[Block], place: TextPlace) -> None:
    """ "I årets löfte åtar sig parterna att" leads on to the list below, also without a colon."""
    text = block.piece.text
    leads = text.endswith(":") or (
        not text.endswith((".", "!", "?")) and following and following[0].role is LineRole.ITEM
    )
    last = list(sentences(block.piece))[-1:] if leads else []
    opened = section_of(last[0].text) if last else Section.PLAIN
    if opened in (Section.ACTIVITIES, Section.PROBLEM, Section.RESULT, Section.BACKGROUND, Section.AIM):
        place.section, place.empty = opened, True


def is_what_for(block: Block, following: Sequence[Block]) -> bool:
    """ "Vi lovar att synas mer." before "Det gör vi genom:" is what the list is for."""
    leads = bool(following) and following[0].role is LineRole.HEADING and bool(_HOW.match(following[0].piece.text))
    return leads and block.role is LineRole.TEXT and len(list(sentences(block.piece))) == 1


def _is_that_item(text: str) -> bool:
    return bool(_THAT.match(text)) and is_item(text, Section.ACTIVITIES)


def take_running(
    parts: Sequence[Piece], place: TextPlace, *, announced: bool, spoken: bool = False, waits: bool = False
) -> None:
    """`waits`: what stands before the first plain promise tells how it is, under whatever heading."""
    before: Piece | None = None
    begun = len(place.found)
    for sentence in parts:
        if before and says_more(sentence.text, before.text):
            if tells_how_often(sentence.text):
                place.extend(sentence)
            continue
        told = len(place.found)
        sure = announced and not (waits and told == begun)
        if sure and not spoken and begins_with_an_infinitive(sentence.text) and is_item(sentence.text, place.section):
            place.take(sentence, listed=True)
        elif len(sentence.text) < LONGEST_SENTENCE and not is_said_in_general(sentence.text):
            for piece in promises(sentence, place.section, announced=sure, spoken=spoken):
                place.take(piece, quoted=spoken)
        before = sentence if len(place.found) > told else None
