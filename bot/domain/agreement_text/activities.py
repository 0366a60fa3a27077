"""The activities of a text, by focus area: items of lists, rows of tables, and what running text promises."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.agreement_text.aims import is_aim
from bot.domain.agreement_text.asides import is_about_the_law, is_said_in_general
from bot.domain.agreement_text.clause_grammar import OPENS
from bot.domain.agreement_text.clauses import done, means_to_an_end, promises
from bot.domain.agreement_text.commitments import is_work_of_a_party
from bot.domain.agreement_text.contents import without_contents
from bot.domain.agreement_text.found import Found, Place, without_loose_end
from bot.domain.agreement_text.going_on import says_more, tells_how_often
from bot.domain.agreement_text.item_rules import (
    LONGEST_SENTENCE,
    begins_with_an_infinitive,
    is_doing,
    is_item,
    is_title,
    promises_by_name,
)
from bot.domain.agreement_text.labels import (
    announces,
    is_name_of_how,
    take_labelled,
    take_with_doer,
    tells_how,
    tells_how_it_is,
    untitled,
)
from bot.domain.agreement_text.layout import Block, Role
from bot.domain.agreement_text.meetings import is_meeting
from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.sections import Section, after, names_an_actor, section_of
from bot.domain.agreement_text.sentences import sentences
from bot.domain.agreement_text.speech import is_speech, unspoken
from bot.domain.agreement_text.tables import NO_COLUMNS, take_row
from bot.domain.agreement_text.that_clauses import that_clauses
from bot.domain.agreement_text.titles import is_lead, is_of_the_whole

_THAT = re.compile(r"Att\b")  # a promise in a paragraph of its own, after "Det här har vi lovat:"
FIRST_TITLES = 2
MOST_WORDS_OF_SIBLING = 6
FEWEST_WORDS = 4
_HOW = re.compile(
    r"(?:det|detta|så|så här) (?:gör|ska|kommer|uppnår) vi\b.*:$|genom (?:att|följande).*:$", re.IGNORECASE
)
# "Polisen och kommunen lovar att arbeta för en tryggare ort" over a list is what the list is for.
_PROMISED_AIM = re.compile(r"[^.]{0,80}\b(?:lovar|löfte|åtar sig)\b[^.]*\.?$", re.IGNORECASE)


def activities(blocks: Sequence[Block]) -> list[Found]:
    """In the order of the text; what is said twice is here twice."""
    blocks = without_contents(blocks)
    place = Place()
    columns = NO_COLUMNS
    at = 0
    while at < len(blocks):
        block = blocks[at]
        end = _end_of_list(blocks, at)
        if end > at:
            _take_list(blocks[at:end], place)
        elif block.role is Role.HEADING:
            at = _take_title(blocks, at, place)
        elif _is_what_for(block, blocks[at + 1 : at + 2]):
            place.area = place.area or block.piece
        elif block.role is not Role.ROW and not (columns and _goes_on(block)):
            _take_text(block, place)
            _open_list(block, blocks[at + 1 : at + 2], place)
        if block.role is Role.ROW:
            columns = take_row(block, place, columns)
        elif not _goes_on(block):
            columns = NO_COLUMNS
        at = max(end, at + 1)
    return place.found


def _take_title(blocks: Sequence[Block], at: int, place: Place) -> int:
    """What stands under "Ansvarig" or "Tid" tells about the activity above. Returns where it has read to."""
    title, below = blocks[at].piece, blocks[at + 1 : at + 2]
    if place.found and below and below[0].role in (Role.ITEM, Role.TEXT) and is_name_of_how(title.text):
        place.tell(below[0].piece)
        return at + 1
    _enter(title, place, first=at < FIRST_TITLES)
    return at


def _goes_on(block: Block) -> bool:
    """ "på högstadiet" after a row is the rest of its first cell."""
    return block.role is Role.TEXT and block.piece.text[:1].islower()


def _is_what_for(block: Block, following: Sequence[Block]) -> bool:
    """ "Vi lovar att synas mer." before "Det gör vi genom:" is what the list is for."""
    leads = bool(following) and following[0].role is Role.HEADING and bool(_HOW.match(following[0].piece.text))
    return leads and block.role is Role.TEXT and len(list(sentences(block.piece))) == 1


def _enter(title: Piece, place: Place, *, first: bool) -> None:
    if is_meeting(title.text):
        place.take(title, listed=True)
        return
    if take_labelled(title, place) or take_with_doer(title, place):
        return
    sibling = place.goes_on and len(title.text.split()) <= MOST_WORDS_OF_SIBLING
    section = after(place.section, title.text, empty=place.empty or sibling)
    place.goes_on = section is place.section is Section.ACTIVITIES is not section_of(title.text)
    if names_an_actor(title.text):
        place.actor = title
    else:
        place.actor = None
        if section in (Section.PLAIN, Section.ACTIVITIES) and not is_lead(title.text):
            place.area = None if is_of_the_whole(title.text) else title
    # The title of the whole announces nothing: "Nytt löfte ska minska brotten".
    announces = not first or bool(OPENS.search(title.text)) or section is not Section.ACTIVITIES
    place.section, place.empty = section if announces else Section.PLAIN, True


def _end_of_list(blocks: Sequence[Block], at: int) -> int:
    while at < len(blocks) and blocks[at].role is Role.ITEM and not is_speech(blocks[at]):
        at += 1
    return at


def _take_list(items: Sequence[Block], place: Place) -> None:
    """Where what stands deeper is the doing, that is taken, else the item above it."""
    place.empty = False
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].depth > items[at].depth:
            end += 1
        _take_item(items[at], items[at + 1 : end], place)
        at = end


def _take_item(item: Block, below: Sequence[Block], place: Place) -> None:
    piece = item.piece if below else without_loose_end(item.piece)
    text = piece.text
    leads = bool(OPENS.search(text))
    if not below or (not leads and _are_details(below)):
        _take_single(piece, place)
        return
    opens = leads or not is_doing(text)
    heading = section_of(text)
    inner = Place(place.section if heading is Section.PLAIN else heading, place.area, place.actor)
    if opens and heading is Section.PLAIN and place.section is Section.PLAIN:
        inner.area = item.piece
    _take_list(below, inner)
    if inner.found and (opens or len(inner.found) * 2 > len(below)):
        place.found += inner.found
    else:
        _take_single(item.piece, place)


def _are_details(below: Sequence[Block]) -> bool:
    """Places and times: "torget", "vid skolorna"."""
    return all(len(item.piece.text.split()) < FEWEST_WORDS and not is_doing(item.piece.text) for item in below)


def _take_single(piece: Piece, place: Place) -> None:
    """An item as it stands; after a title of its own ("Trafik. Polisen ska …") only what is promised."""
    if take_labelled(piece, place):
        return
    first, *others = list(sentences(piece)) or [piece]
    if others and is_title(first.text) and not tells_how(others[0]):
        _take_running(others, replace(place, area=place.area or first), announced=True)
    elif (means := means_to_an_end(first)) and not is_item(first.text, place.section):
        for each in done(means):
            place.take(each, listed=True)
    elif is_item(first.text, place.section):
        apart = (
            [first, *others] if others and all(promises_by_name(each.text) for each in (first, *others)) else [piece]
        )
        for each in apart if others else list(that_clauses(piece)) or [piece]:
            place.take(each, listed=True)
    elif others:
        titled = replace(place, area=first) if place.section is Section.PLAIN else place
        _take_running(others, titled, announced=True)


def _take_text(block: Block, place: Place) -> None:
    spoken = is_speech(block)
    place.empty = False
    if (
        take_labelled(block.piece, place)
        or take_with_doer(block.piece, place)
        or is_about_the_law(block.piece.text)
        or place.section in (Section.END, Section.RESULT, Section.FOLLOW_UP)
    ):
        return
    if (
        _PROMISED_AIM.match(block.piece.text)
        and is_aim(block.piece.text)
        and not (spoken or is_work_of_a_party(block.piece.text))
    ):
        place.area = block.piece
        return
    parts = list(sentences(unspoken(untitled(block.piece))))
    if len(parts) == 2 and _HOW.match(parts[1].text):
        place.area = parts[0]
        return
    if place.section is Section.ACTIVITIES and not spoken and parts and _is_that_item(parts[0].text):
        place.take(parts[0], listed=True)
        return
    waits = tells_how_it_is(block.piece)
    announced = place.section is Section.ACTIVITIES or announces(block.piece)
    _take_running(parts, place, announced=announced, spoken=spoken, waits=waits)


def _open_list(block: Block, following: Sequence[Block], place: Place) -> None:
    """ "I årets löfte åtar sig parterna att" leads on to the list below, also without a colon."""
    text = block.piece.text
    leads = text.endswith(":") or (not text.endswith((".", "!", "?")) and following and following[0].role is Role.ITEM)
    last = list(sentences(block.piece))[-1:] if leads else []
    opened = section_of(last[0].text) if last else Section.PLAIN
    if opened in (Section.ACTIVITIES, Section.PROBLEM, Section.RESULT):
        place.section, place.empty = opened, True


def _is_that_item(text: str) -> bool:
    return bool(_THAT.match(text)) and is_item(text, Section.ACTIVITIES)


def _take_running(
    parts: Sequence[Piece], place: Place, *, announced: bool, spoken: bool = False, waits: bool = False
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
