"""The items of a list: as they stand, with what stands deeper, or sentence by sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.agreement_text.clause_grammar import OPENS
from bot.domain.agreement_text.clauses import done, means_to_an_end
from bot.domain.agreement_text.found import TextPlace, without_loose_end, without_reason
from bot.domain.agreement_text.item_rules import is_doing, is_item, is_promised_that, is_title, promises_by_name
from bot.domain.agreement_text.labels import take_labelled, tells_how
from bot.domain.agreement_text.layout import Block
from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.running_text import take_running
from bot.domain.agreement_text.sections import Section, section_of
from bot.domain.agreement_text.sentences import sentences
from bot.domain.agreement_text.that_clauses import that_clauses

FEWEST_WORDS = 4
# "Trafik: Kontroller vid skolstart. Farthinder vid torget." in an item of a list
_SUBJECT = re.compile(r"(?!Polis|Kommun|Gemensam)[A-ZÅÄÖ][\w-]+(?: (?:och |i )?[a-zåäö]+){0,2}: (?=[A-ZÅÄÖ])")


def take_list(items: Sequence[Block], place: TextPlace) -> None:
    """Where what stands deeper is the doing, that is taken, else the item above it."""
    place.empty = False
    of_promises = place.section in (Section.PLAIN, Section.ACTIVITIES) and _are_that_clauses(items)
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].depth > items[at].depth:
            end += 1
        if of_promises and end == at + 1 and is_promised_that(items[at].piece.text):
            place.take(items[at].piece, listed=True)
        else:
            _take_item(items[at], items[at + 1 : end], place)
        at = end


def _are_that_clauses(items: Sequence[Block]) -> bool:
    """ "1. Att öka synligheten", "2. Att polisen besöker skolorna": promises, under whatever title."""
    that = sum(item.piece.text[:4].lower() == "att " for item in items)
    return that * 2 > len(items) and (that > 1 or items[0].marker.strip("(.)").isdigit())


def _take_item(item: Block, below: Sequence[Block], place: TextPlace) -> None:
    piece = item.piece if below else without_loose_end(item.piece)
    text = piece.text
    leads = bool(OPENS.search(text))
    if not below or (not leads and _are_details(below)):
        _take_single(piece, place)
        return
    opens = leads or not is_doing(text)
    heading = section_of(text)
    inner = TextPlace(place.section if heading is Section.PLAIN else heading, place.area, place.actor)
    if opens and heading is Section.PLAIN and place.section is Section.PLAIN:
        inner.area = item.piece
    take_list(below, inner)
    if inner.found and (opens or len(inner.found) * 2 > len(below)):
        place.found += inner.found
    else:
        _take_single(item.piece, place)


def _are_details(below: Sequence[Block]) -> bool:
    """Places and times: "torget", "vid skolorna"."""
    return all(len(item.piece.text.split()) < FEWEST_WORDS and not is_doing(item.piece.text) for item in below)


def _take_single(piece: Piece, place: TextPlace) -> None:
    """An item as it stands; after a title of its own ("Trafik. Polisen ska …") only what is promised."""
    if take_labelled(piece, place):
        return
    piece = without_reason(piece)
    first, *others = list(sentences(piece)) or [piece]
    subject = _SUBJECT.match(first.text) if others and place.section is Section.ACTIVITIES else None
    if subject:
        told = replace(place, area=first.part(0, subject.end()))
        for each in (first.part(subject.end()), *others):
            _take_single(each, told)
    else:
        _take_sentences(first, others, piece, place)


def _take_sentences(first: Piece, others: Sequence[Piece], piece: Piece, place: TextPlace) -> None:
    if others and is_title(first.text) and not tells_how(others[0]):
        take_running(others, replace(place, area=place.area or first), announced=True)
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
        take_running(others, titled, announced=True)
