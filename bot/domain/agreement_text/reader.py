"""From a text to a proposal."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from bot.domain.agreement_text import frame, kinds
from bot.domain.agreement_text.activities import activities
from bot.domain.agreement_text.actors import actors
from bot.domain.agreement_text.editions import without_older
from bot.domain.agreement_text.found import Found
from bot.domain.agreement_text.labels import untitled
from bot.domain.agreement_text.layout import blocks
from bot.domain.agreement_text.mending import Mended, mended
from bot.domain.agreement_text.parties import parties
from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.places import municipalities
from bot.domain.agreement_text.proposal import Proposal, ProposedActivity, ProposedArea, Question, Topic
from bot.domain.agreement_text.quantities import quantity_of
from bot.domain.agreement_text.recurring import recurring_words
from bot.domain.agreement_text.repeats import each_once
from bot.domain.agreement_text.signing import signing
from bot.domain.agreement_text.squeezing import squeezed
from bot.domain.agreement_text.validity import from_signing, validity
from bot.domain.agreement_text.validity_days import Validity

NEARLY = 0.05  # of a year: a promise from the middle of January still is for the year


def read_agreement_text(text: str) -> Proposal:
    """Deterministic. Offsets are those of `text`, which is composed (NFC) if anything is to be found."""
    origin = mended(text)
    laid_out, origin = squeezed(blocks(origin.text), origin)
    places = municipalities(laid_out)
    kind = frame.kind(laid_out)
    newest, about_others = without_older(laid_out)
    read = activities(newest) if about_others else []
    if not read:
        newest, about_others, read = laid_out, [], activities(laid_out)
    valid, about_period = validity(newest, kind)
    signed_on, about_signing = signing(newest)
    if begun := from_signing(valid, newest, signed_on):
        valid, about_period = begun
    names = parties(laid_out, places)
    found = each_once(read, places)
    known = Proposal(
        municipalities=places,
        parties=names,
        kind=kind,
        period_start=valid.first if valid else None,
        period_end=valid.last if valid else None,
        signed_on=signed_on,
        basis=frame.basis(laid_out),
        cadence=frame.cadence(laid_out),
        focus_areas=_areas(found, names, _years(valid), origin),
    )
    return _asked(known, [*about_others, *about_period, *about_signing])


def _areas(found: Sequence[Found], names: Sequence[str], years: int | None, origin: Mended) -> tuple[ProposedArea, ...]:
    by_area = groupby(found, key=lambda each: each.area)
    return tuple(_area(area, list(group), names, years, origin) for area, group in by_area)


def _area(
    area: Piece | None, found: list[Found], names: Sequence[str], years: int | None, origin: Mended
) -> ProposedArea:
    proposed = tuple(_activity(each, names, years, origin) for each in found)
    if area is None:
        return ProposedArea("", proposed)
    return ProposedArea(untitled(area).words.rstrip(":"), proposed, origin.source(area))


def _activity(found: Found, names: Sequence[str], years: int | None, origin: Mended) -> ProposedActivity:
    said = [found.piece.text, *(detail.text for detail in found.details)]
    quantity = next(filter(None, (quantity_of(text, years) for text in said)), None)
    recurrence = next(filter(None, map(recurring_words, said)), None)
    kind = kinds.kind_of(found.piece.text)
    who = [*said, found.actor.text] if found.actor else said
    return ProposedActivity(
        text=found.piece.words,
        kind=kind,
        form=kinds.form_of(" ".join(said), kind, counted=bool(quantity or recurrence)),
        source=origin.source(found.piece),
        quantity=quantity,
        goal=kinds.goal_of(found.piece.text),
        recurrence=recurrence,
        actors=actors(who, names),
    )


def _years(valid: Validity | None) -> int | None:
    """How many whole years it is in force."""
    if not valid or not valid.first or not valid.last:
        return None
    years = ((valid.last - valid.first).days + 1) / 365.25
    return round(years) if abs(years - round(years)) < NEARLY else None


def _asked(known: Proposal, questions: list[Question]) -> Proposal:
    missing = list(_missing(known))
    return replace(known, questions=(*missing, *questions))


def _missing(known: Proposal) -> list[Question]:
    questions = []
    if not known.municipalities:
        questions.append(Question(Topic.MUNICIPALITY, "Texten nämner inte vilken kommun det gäller. Vilken är det?"))
    if len(known.parties) < 2:
        questions.append(Question(Topic.PARTIES, "Texten säger inte vilka som har kommit överens. Vilka är parterna?"))
    if known.kind is None:
        question = "Texten säger inte vad det är. Är det ett medborgarlöfte eller en samverkansöverenskommelse?"
        questions.append(Question(Topic.KIND, question, ("medborgarlöfte", "samverkansöverenskommelse")))
    if known.cadence is None:
        questions.append(
            Question(Topic.CADENCE, "Texten säger inget om uppföljning. Hur ofta ska den göras, och för vem?")
        )
    if not known.activities:
        questions.append(Question(Topic.ACTIVITIES, "Jag hittar inga aktiviteter i texten. Vilka är de?"))
    return questions
