"""The activities of a text, by focus area: items of lists, rows of tables, and what running text promises."""

from collections.abc import Sequence

from bot.domain.agreement_text.clause_grammar import OPENS
from bot.domain.agreement_text.contents import without_contents
from bot.domain.agreement_text.found import Found, TextPlace
from bot.domain.agreement_text.labels import is_name_of_how, take_labelled, take_with_doer
from bot.domain.agreement_text.layout import Block, LineRole
from bot.domain.agreement_text.list_items import take_list
from bot.domain.agreement_text.meetings import is_meeting
from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.running_text import is_what_for, open_list, take_text
from bot.domain.agreement_text.sections import Section, after, names_an_actor, section_of
from bot.domain.agreement_text.speech import is_speech
from bot.domain.agreement_text.tables import NO_COLUMNS, take_row
from bot.domain.agreement_text.titles import is_lead, is_of_the_whole

FIRST_TITLES = 2
MOST_WORDS_OF_SIBLING = 6


def activities(blocks: Sequence[Block]) -> list[Found]:
    """In the order of the text; what is said twice is here twice."""
    blocks = without_contents(blocks)
    place = TextPlace()
    columns = NO_COLUMNS
    at = 0
    while at < len(blocks):
        block = blocks[at]
        end = _end_of_list(blocks, at)
        if end > at:
            take_list(blocks[at:end], place)
        elif block.role is LineRole.HEADING:
            at = _take_title(blocks, at, place)
        elif is_what_for(block, blocks[at + 1 : at + 2]):
            place.area = place.area or block.piece
        elif block.role is not LineRole.ROW and not (columns and _goes_on(block)):
            take_text(block, place, blocks[at + 1 : at + 2])
            open_list(block, blocks[at + 1 : at + 2], place)
        if block.role is LineRole.ROW:
            columns = take_row(block, place, columns)
        elif not _goes_on(block):
            columns = NO_COLUMNS
        at = max(end, at + 1)
    return place.found


def _take_title(blocks: Sequence[Block], at: int, place: TextPlace) -> int:
    """What stands under "Ansvarig" or "Tid" tells about the activity above. Returns where it has read to."""
    title, below = blocks[at].piece, blocks[at + 1 : at + 2]
    if place.found and below and below[0].role in (LineRole.ITEM, LineRole.TEXT) and is_name_of_how(title.text):
        place.tell(below[0].piece)
        return at + 1
    _enter(title, place, first=at < FIRST_TITLES)
    return at


def _goes_on(block: Block) -> bool:
    """ "på högstadiet" after a row is the rest of its first cell."""
    return block.role is LineRole.TEXT and block.piece.text[:1].islower()


def _enter(title: Piece, place: TextPlace, *, first: bool) -> None:
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
    while at < len(blocks) and blocks[at].role is LineRole.ITEM and not is_speech(blocks[at]):
        at += 1
    return at
